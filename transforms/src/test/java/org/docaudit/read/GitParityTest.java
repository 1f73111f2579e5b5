package org.docaudit.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares ignore rules with what git itself says, where there is one. */
class GitParityTest {
  private static final String[] NAMES = {"a", "b", "ab", "c.md", "a.md", "[x].md", "d e.md"};
  private static final String[] ATOMS = {
    "a",
    "b",
    "ab",
    "c",
    ".md",
    "md",
    "*",
    "*",
    "**",
    "**/",
    "/**",
    "?",
    "[ab]",
    "[!a]",
    "[a-c]",
    "/",
    "/",
    "/",
    "\\a",
    "\\*",
    "[[:alpha:]]",
    "[[:bad:]]",
    "[",
    "]",
    "[]a]",
    "[x]",
    "-",
    "!",
    " ",
    "\\ ",
    "#",
    "\\"
  };

  @TempDir Path folder;

  @BeforeAll
  static void gitIsThere() throws InterruptedException {
    boolean there;
    try {
      there = new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException notInstalled) {
      there = false;
    }
    assumeTrue(there, "git is not on the PATH");
  }

  @Test
  void singlePatternsMatchWhatGitIgnores() throws Exception {
    Random random = new Random(20);
    Tree tree = tree();
    int ignored = 0;
    int patterns = 0;
    for (int round = 0; round < 500; round++) {
      String pattern = pattern(random);
      tree.file(".gitignore", pattern + "\n");
      ignored += requireParity(tree, "pattern '" + pattern + "'");
      patterns++;
    }
    assertEquals(500, patterns);
    assertTrue(ignored > 1000, "hardly anything was ignored: " + ignored);
  }

  @Test
  void nestedFilesMatchWhatGitIgnores() throws Exception {
    Random random = new Random(21);
    Tree tree = tree();
    int ignored = 0;
    for (int round = 0; round < 200; round++) {
      StringBuilder all = new StringBuilder();
      for (String folder : new String[] {"", "a/", "a/b/", "ab/", ".git/info/exclude"}) {
        StringBuilder lines = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
        for (int i = random.nextInt(5); i > 0; i--) {
          lines.append(random.nextInt(3) == 0 ? "!" : "").append(pattern(random));
          lines.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        tree.file(folder.startsWith(".git/") ? folder : folder + ".gitignore", lines.toString());
        all.append(folder).append(":\n").append(lines);
      }
      ignored += requireParity(tree, all.toString());
    }
    assertTrue(ignored > 1000, "hardly anything was ignored: " + ignored);
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      pattern.append(ATOMS[random.nextInt(ATOMS.length)]);
    }
    return pattern.toString();
  }

  private Tree tree() throws Exception {
    run("git", "init", "-q", folder.toString());
    Tree tree = new Tree(folder);
    for (String top : NAMES) {
      if (top.contains(".")) {
        tree.file(top);
        continue;
      }
      for (String middle : NAMES) {
        if (middle.contains(".")) {
          tree.file(top + "/" + middle);
          continue;
        }
        for (String last : List.of("c.md", "a.md", "[x].md")) {
          tree.file(top + "/" + middle + "/" + last);
        }
      }
    }
    return tree;
  }

  /** Compares all files of the tree; returns how many were ignored. */
  private int requireParity(Tree tree, String rules) throws Exception {
    CorpusListing listing = listing(tree);
    if (listing == null) {
      assertEquals(paths(), ignoredByGit(paths()), rules);
      return paths().size();
    }
    Set<String> ignored = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (ListedFile file : listing.files()) {
      if (file.kind() != FileKind.OTHER) {
        all.add(file.path());
      }
      if (file.skip() != null) {
        assertEquals(SkipReason.GITIGNORE, file.skip().reason());
        ignored.add(file.path());
      }
    }
    assertEquals(paths(), all);
    assertEquals(ignoredByGit(all), ignored, rules);
    return ignored.size();
  }

  private static CorpusListing listing(Tree tree) {
    try {
      return CorpusLister.list(List.of(tree.root.toString()), ListingOptions.DEFAULT);
    } catch (CorpusException everythingIsIgnored) {
      return null;
    }
  }

  private Set<String> paths() throws IOException {
    Set<String> paths = new TreeSet<>();
    try (var files = Files.walk(folder)) {
      files
          .map(file -> folder.relativize(file).toString())
          .filter(path -> path.endsWith(".md") && !path.startsWith(".git"))
          .forEach(paths::add);
    }
    return paths;
  }

  private Set<String> ignoredByGit(Set<String> paths) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "git", "-c", "core.excludesFile=", "check-ignore", "--no-index", "-z", "--stdin");
    Process git = builder.directory(folder.toFile()).start();
    try (OutputStream in = git.getOutputStream()) {
      in.write(String.join("\0", paths).getBytes(UTF_8));
    }
    String output = new String(git.getInputStream().readAllBytes(), UTF_8);
    int code = git.waitFor();
    assertTrue(code == 0 || code == 1, "git check-ignore: " + code);
    List<String> ignored = new ArrayList<>(Arrays.asList(output.split("\0", -1)));
    ignored.remove("");
    return new TreeSet<>(ignored);
  }

  private static void run(String... command) throws Exception {
    assertEquals(0, new ProcessBuilder(command).start().waitFor());
  }
}
