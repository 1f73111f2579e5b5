package org.docaudit.pipeline.render;

import java.util.Optional;
import org.docaudit.model.Rule;

/** What people need to know of a rule: what it means, and how its findings are mended. */
final class RuleHelp {

  private RuleHelp() {}

  /** Two or three sentences; empty for a rule that this version does not know. */
  static Optional<String> of(String rule) {
    return Rule.byId(rule).map(RuleHelp::of);
  }

  static String of(Rule rule) {
    return switch (rule) {
      case DOCUMENT_INVALID_UTF8 ->
          "The document holds bytes that are no characters in its encoding; they were read as"
              + " U+FFFD. Save it as UTF-8.";
      case DOCUMENT_TOO_LARGE ->
          "The document is larger than the limit and was not read. Split it, leave it out, or raise"
              + " the limit with --max-document-bytes.";
      case DOCUMENT_TOO_COMPLEX ->
          "The Markdown is nested deeper or is costlier to parse than the limits allow. Headings,"
              + " links and prose were not read; words, lines and frontmatter were. Simplify the"
              + " place that the finding names.";
      case DOCUMENT_UNREADABLE ->
          "The document, folder or file of ignore rules could not be read. Check its permissions"
              + " and what kind of file it is.";
      case DOCUMENT_VANISHED ->
          "The document was there when the corpus was listed and gone when it was to be read. Audit"
              + " again when nothing writes to the corpus.";
      case CORPUS_DAMAGED ->
          "A part of the packed corpus cannot be read: it was cut off, or its bytes have changed."
              + " What could be read was audited. Get the file again, or pack it anew.";
      case CORPUS_INVALID_MEMBER ->
          "The member is no document as it stands: a line that is not valid JSON, a record without"
              + " a path or a text, an encrypted file. Mend it in what made the packed corpus, or"
              + " name the fields with --path-field and --text-field.";
      case CORPUS_UNSAFE_PATH ->
          "The path of the member is absolute, leads upwards, or is none. Who unpacks the file could"
              + " overwrite others with it. Give the member a path inside of the corpus.";
      case CORPUS_DUPLICATE_PATH ->
          "Two members have the same path, and links cannot tell them apart. The first was audited;"
              + " rename or remove the other.";
      case CORPUS_OVER_LIMIT ->
          "The packed corpus, or a part of it, is larger than the limits once it is unpacked, as in"
              + " a zip bomb. What came before was audited. Cut it into several files.";
      case FRONTMATTER_UNTERMINATED ->
          "The first line opens frontmatter and no line closes it. Add the closing delimiter.";
      case FRONTMATTER_SYNTAX ->
          "The frontmatter is not valid YAML, TOML or JSON, so none of its fields count. Mend it"
              + " where the finding points.";
      case FRONTMATTER_TOO_COMPLEX ->
          "The frontmatter is larger, deeper or has more values than the limits allow, perhaps once"
              + " its aliases are expanded. Move the data to a file of its own.";
      case FRONTMATTER_NOT_A_MAPPING ->
          "Frontmatter must be fields with values. A list or a single value has no names.";
      case FRONTMATTER_DUPLICATE_KEY ->
          "A key stands twice in one mapping, and the last value counts. Remove one of them.";
      case FRONTMATTER_AMBIGUOUS_SCALAR ->
          "YAML 1.1 and YAML 1.2 read this plain value differently, so that tools disagree on it."
              + " Quote it if it is text; otherwise write it in a form that both read alike.";
      case FRONTMATTER_MISSING_FIELD ->
          "The schema demands a field that the frontmatter does not have. Add it.";
      case FRONTMATTER_WRONG_TYPE ->
          "The value has another type than the schema demands, such as a number instead of text."
              + " Quotes make text of a number or a date.";
      case FRONTMATTER_INVALID_VALUE ->
          "The schema rejects the value: it is none of those allowed, out of range, or of another"
              + " form.";
      case FRONTMATTER_UNKNOWN_FIELD ->
          "The schema admits no field of this name. Check how it is written, remove it, or add it to"
              + " the schema.";
      case FRONTMATTER_NOT_UNIQUE ->
          "Another document has the same value in a field that must be unique. Change one of them.";
      case LINK_MISSING_FILE ->
          "The link's target does not exist in the corpus. Correct it, restore the file, or remove"
              + " the link. If the path is right on the published site, set links.site-roots.";
      case LINK_MISSING_ANCHOR ->
          "The target exists and has no heading or element with this anchor. Perhaps the heading was"
              + " reworded: anchors are made of its text.";
      case LINK_CASE_MISMATCH ->
          "The target exists only in other letter case. It works on some file systems and fails on"
              + " most web servers. Write it as the file is named.";
      case LINK_OUTSIDE_CORPUS ->
          "The target leads out of the corpus, where nothing can be checked, and is not published"
              + " with it. Link to a copy inside, or to a URL.";
      case LINK_EMPTY_TARGET -> "The link has no target. Give it one, or make it text.";
      case LINK_INVALID_URL ->
          "No browser can follow this URL: it has no host, a space or a port that is none in it,"
              + " backslashes, or a drive of Windows.";
      case LINK_UNDEFINED_REFERENCE ->
          "A reference link names a label that the document does not define, so readers see the"
              + " brackets. Add the definition, or escape the brackets if none was meant.";
      case DUPLICATE_EXACT ->
          "Another document has the same bytes. Keep one and link to it, unless both are meant.";
      case SUPPRESSION_UNUSED ->
          "A suppression comment suppressed nothing. Remove it, so that it hides nothing later.";
      case SUPPRESSION_INVALID ->
          "A suppression comment names an unknown rule or directive, or has no end. It has no"
              + " effect as it stands.";
      case THRESHOLD_MAX ->
          "A figure of the whole corpus is larger than thresholds in the configuration allow. Mend"
              + " some of what it counts, or raise the threshold.";
      case THRESHOLD_MAX_INCREASE ->
          "A figure of the whole corpus has grown since the run before by more than thresholds in"
              + " the configuration allow. The next run is compared with this one.";
    };
  }
}
