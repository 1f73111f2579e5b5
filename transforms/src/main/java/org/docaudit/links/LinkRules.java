package org.docaudit.links;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.docaudit.analysis.AnalysisConfig;

/**
 * What the configuration says about link targets.
 *
 * @param documentExtensions in the order in which they are tried, lower case with the dot
 * @param siteRoots folders below the corpus' root that targets with a leading slash are relative
 *     to, in the order in which they are tried; the empty string is the corpus' root
 * @param folderIndexRequired whether a link to a folder without an index document is broken
 */
public record LinkRules(
    List<String> documentExtensions, List<String> siteRoots, boolean folderIndexRequired)
    implements Serializable {

  public static final LinkRules DEFAULT =
      new LinkRules(List.of(".md", ".markdown", ".mdx"), List.of(""), false);

  public LinkRules {
    documentExtensions =
        documentExtensions.stream()
            .map(extension -> extension.startsWith(".") ? extension : "." + extension)
            .map(extension -> extension.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    siteRoots = siteRoots.stream().map(CorpusPath::trimmed).distinct().toList();
    if (documentExtensions.isEmpty() || siteRoots.isEmpty()) {
      throw new IllegalArgumentException("a document extension and a site root are needed");
    }
  }

  /**
   * The folders that targets with a leading slash are relative to, in the order in which they are
   * tried.
   *
   * @param root what targets must not leave, see {@link CorpusPath#resolve}
   */
  public List<String> siteFolders(String root) {
    return siteRoots.stream()
        .map(siteRoot -> CorpusPath.join(CorpusPath.trimmed(root), siteRoot))
        .toList();
  }

  /** What a configuration says about link targets. */
  public static LinkRules of(AnalysisConfig config) {
    return new LinkRules(
        config.documentExtensions(), config.siteRoots(), config.folderIndexRequired());
  }
}
