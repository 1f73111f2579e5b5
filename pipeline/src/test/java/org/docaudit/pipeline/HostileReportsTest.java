package org.docaudit.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of documents is data in every rendered report, whatever it says. */
class HostileReportsTest {

  private static final String ACT = "document.title='acted'";

  @TempDir static Path folder;
  private static TestAudit audit;

  @BeforeAll
  static void audit() {
    audit =
        new TestAudit(folder)
            .file(
                "docs/title.md",
                "---\ntitle: \"</script><script>%s</script>\"\n---\n# x\n\n".formatted(ACT)
                    + "[a](<gone<!--<script>"
                    + ACT
                    + "</script>.md>)\n")
            .file("docs/<img src=x onerror=" + ACT + ">.md", "[x](<\"onmouseover=\"x.md>)\n")
            .file(
                "docs/large.md",
                "["
                    + "x".repeat(1_000_000)
                    + "](gone.md)\n\n"
                    + "[y]("
                    + "z".repeat(1_000_000)
                    + ".md)\n")
            .file(
                "docs/rtl.md",
                "# שלום\n\n[קישור](חסר.md) [b](a\u202Eb.md) [c](<\u0007\u001B[2J.md>)\n")
            .file(
                "docs/emoji.md",
                "# \uD83D\uDC69\u200D\uD83D\uDE80\n\n[x](\uD83D\uDC69\u200D\uD83D\uDE80.md)\n")
            .file(
                "docs/markup.md",
                "[a](<x`|b.md>) [b](<](http://x.md>) [c](<{0}.md>) [d](<@all.md>)\n")
            .file("docs/::error::x.md", "[a](<a%0A::error::b.md>)\n")
            .file("docs/=1+1,x.md", "[a](]]>.md)\n");
    int exitCode =
        audit.audit(
            "docs",
            "--output=r",
            "--annotate=github",
            "--format=html,sarif,junit,markdown,prometheus");
    assertEquals(1, exitCode, audit.err());
  }

  private static Document page() throws IOException {
    return Jsoup.parse(folder.resolve("r/report.html").toFile());
  }

  @Test
  void thePageRunsItsOwnScriptAlone() throws Exception {
    Document page = page();
    List<Element> scripts = page.select("script");
    assertEquals(
        List.of("application/json", ""), scripts.stream().map(each -> each.attr("type")).toList());
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertEquals(
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'; script-src '%s'"
            .formatted(hash(page.selectFirst("style").data()), hash(scripts.get(1).data())),
        policy);
    assertNull(page.selectFirst("img, iframe, object, embed, link, base, style ~ style"));
    List<String> handlers = new ArrayList<>();
    page.getAllElements()
        .forEach(
            element ->
                element.attributes().asList().stream()
                    .filter(attribute -> attribute.getKey().startsWith("on"))
                    .forEach(attribute -> handlers.add(element.outerHtml())));
    assertEquals(List.of(), handlers);
  }

  private static String hash(String source) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void rowsAreData() throws IOException {
    String source = page().getElementById("data").data();
    assertFalse(source.contains("<"), "nothing ends the element");
    JsonNode data = new ObjectMapper().readTree(source);
    List<String> titles = new ArrayList<>();
    data.get("documents").forEach(row -> titles.add(row.get(1).asText()));
    assertTrue(titles.contains("</script><script>" + ACT + "</script>"), titles.toString());
    List<String> messages = new ArrayList<>();
    data.get("findings").forEach(row -> messages.add(row.get(5).asText()));
    assertTrue(messages.contains("`חסר.md` does not exist"), messages.toString());
    assertTrue(messages.contains("`a‹U+202E›b.md` does not exist"), messages.toString());
    assertTrue(
        messages.contains("`\uD83D\uDC69\u200D\uD83D\uDE80.md` does not exist"),
        messages.toString());
    assertTrue(messages.stream().allMatch(message -> message.length() < 400), "long texts are cut");
  }

  @Test
  void filesAreSmallAndWithoutControlCharacters() throws IOException {
    for (String file :
        List.of("report.html", "findings.sarif", "junit.xml", "summary.md", "metrics.prom")) {
      String text = audit.text("r/" + file);
      assertTrue(text.length() < 200_000, file + " has " + text.length());
      assertTrue(
          text.codePoints().noneMatch(c -> (Character.isISOControl(c) && c != '\n') || c == 0x202E),
          file);
    }
    assertTrue(
        audit
            .out()
            .codePoints()
            .noneMatch(c -> (Character.isISOControl(c) && c != '\n') || c == 0x202E));
  }

  @Test
  void annotationsAreTheirOwnLines() {
    List<String> commands =
        audit.out().lines().filter(line -> line.strip().startsWith("::")).toList();
    assertEquals(10, commands.size());
    assertTrue(commands.stream().allMatch(line -> line.startsWith("::error file=")), "" + commands);
    assertTrue(
        commands.contains(
            "::error file=%3A%3Aerror%3A%3Ax.md,line=1,col=1,title=link/invalid-url::"
                + "`a%250A::error::b.md` is not a valid URL"),
        "" + commands);
    assertTrue(audit.out().contains("  ./::error::x.md "), audit.out());
  }

  @Test
  void markupOfOtherFormats() throws Exception {
    String markdown = audit.text("r/summary.md");
    assertTrue(markdown.contains("| `` `x`\\|b.md` does not exist `` |"), markdown);
    assertTrue(markdown.contains("| `` `@all.md` does not exist `` |"), markdown);
    String sarif = audit.text("r/findings.sarif");
    assertTrue(sarif.contains("`{{0}}.md` does not exist"), sarif);
    assertTrue(sarif.contains("`] (http:/x.md` does not exist"), sarif);
    String junit = audit.text("r/junit.xml");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(junit.getBytes(UTF_8)));
    assertTrue(junit.contains("`]]&gt;.md` does not exist"), junit);
  }

  /** In a real browser, where there is one: the script runs, and nothing else does. */
  @Test
  void inChromium() throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "no Chromium on the PATH");
    Path dom = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                chromium.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                folder.resolve("r/report.html").toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = browser.waitFor(120, TimeUnit.SECONDS);
    browser.destroyForcibly();
    assumeTrue(ended && browser.exitValue() == 0, "Chromium does not run here");
    Document page = Jsoup.parse(dom.toFile());
    assertEquals("docs · docaudit", page.title());
    JsonNode rows = new ObjectMapper().readTree(page.getElementById("data").data()).get("findings");
    assertEquals(rows.size(), page.select("#finding-table tbody tr").size());
    assertEquals(
        "1 to %d of %d".formatted(rows.size(), rows.size()),
        page.selectFirst("#finding-table [role=status]").text());
    assertEquals(
        "</script><script>" + ACT + "</script>",
        page.select("#document-table td.title").stream()
            .map(Element::text)
            .filter(text -> text.contains("script"))
            .findFirst()
            .orElseThrow());
    assertNull(page.selectFirst("img"));
  }

  private static Optional<Path> chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                    .filter(place -> !place.isEmpty())
                    .map(place -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
