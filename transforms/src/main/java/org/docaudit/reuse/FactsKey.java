package org.docaudit.reuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.MessageDigest;
import java.util.List;
import org.docaudit.analysis.AnalysisConfig;
import org.docaudit.model.Sha256;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;
import org.docaudit.read.CorpusRoot;

/**
 * What the facts of every document of a run depend on besides its bytes. The schema of a document
 * is not part of it, because it differs from document to document; severities and what is asked of
 * the whole corpus are not, because they are applied to facts.
 *
 * @param build identifies the code that made the facts
 * @param configuration digest of the settings that rules for single documents obey
 * @param place digest of the folders of the corpora: elsewhere size and time prove nothing
 */
public record FactsKey(String build, String configuration, String place) implements Serializable {

  private static final int DIGITS = 32;

  /** The key of a run of this build. */
  public static FactsKey of(String build, AnalysisConfig config, List<CorpusRoot> roots) {
    String configuration =
        digest(
            List.of(
                config.limits().toString(),
                config.uniqueFields().toString(),
                config.siteRoots().toString(),
                config.ignorePatterns().toString(),
                config.documentExtensions().toString(),
                roots.stream().map(CorpusRoot::pathPrefix).toList().toString()));
    return new FactsKey(
        build, configuration, digest(roots.stream().map(CorpusRoot::location).toList()));
  }

  /** A digest of texts, such as tells two schemas apart: 32 hexadecimal digits. */
  public static String digest(List<String> texts) {
    MessageDigest sha256 = Sha256.digest();
    for (String text : texts) {
      byte[] bytes = text.getBytes(UTF_8);
      sha256.update((bytes.length + ":").getBytes(UTF_8));
      sha256.update(bytes);
    }
    return Sha256.hex(sha256).substring(0, DIGITS);
  }

  void write(PackWriter out) {
    out.writeString(build);
    out.writeString(configuration);
    out.writeString(place);
  }

  static FactsKey read(PackReader in) {
    return new FactsKey(in.readString(), in.readString(), in.readString());
  }
}
