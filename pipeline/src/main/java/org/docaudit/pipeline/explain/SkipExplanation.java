package org.docaudit.pipeline.explain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.docaudit.pipeline.compare.ComparedRun;
import org.docaudit.read.CorpusLister;
import org.docaudit.read.FileKind;
import org.docaudit.read.ListedFile;
import org.docaudit.read.ListingOptions;
import org.docaudit.read.Skip;
import org.docaudit.read.SkipReason;

/** Why a file was not audited: the rules of the run are asked again, of the corpus as it is now. */
public final class SkipExplanation {

  private SkipExplanation() {}

  /**
   * Explains it.
   *
   * @param folder the corpus' root
   * @param path corpus path
   * @param localPath the path below the root
   * @return the text, each line ended by LF; empty where there is no such file
   */
  public static Optional<String> of(ComparedRun run, Path folder, String path, String localPath)
      throws IOException {
    RunRules rules = RunRules.of(run);
    ListingOptions options = rules.listing();
    Optional<ListedFile> file = CorpusLister.locate(folder, localPath, options);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Steps steps = new Steps();
    steps.heading(path);
    Skip skip = file.get().skip();
    if (skip != null) {
      steps.step("skipped", skip.reason().phrase());
      rule(steps, skip, rules);
    } else if (file.get().kind() == FileKind.OTHER) {
      steps.step(
          "skipped",
          "it is no document; those end in ." + String.join(", .", options.extensions()));
    } else {
      steps.step(
          "not skipped",
          "no rule leaves it out; it came after the run, or the run was of files or a glob that do"
              + " not name it");
    }
    return Optional.of(steps.toString());
  }

  private static void rule(Steps steps, Skip skip, RunRules rules) {
    String rule = skip.rule();
    if (rule != null) {
      steps.step("rule", rule);
    }
    String key =
        switch (skip.reason()) {
          case EXCLUDED -> "exclude";
          case NOT_INCLUDED -> "include";
          case HIDDEN -> "hidden";
          case GITIGNORE, DOCAUDITIGNORE -> "ignore-files";
          case NOT_SELECTED, SYMLINK_OUTSIDE, REPORT -> "";
        };
    if (skip.reason() != SkipReason.NOT_SELECTED && !key.isEmpty()) {
      String place = rules.at("documents", key);
      steps.step("key", "documents." + key + place);
    }
  }
}
