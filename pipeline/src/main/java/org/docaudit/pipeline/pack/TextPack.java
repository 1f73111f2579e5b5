package org.docaudit.pipeline.pack;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.docaudit.analysis.text.SourceText;

/**
 * The texts of all documents one behind the other in UTF-8, each after a line that names it, as
 * {@code llms-full.txt} wants. Made for reading, not for auditing.
 */
final class TextPack extends BytesPack {

  /** Takes the stream and closes it in the end. */
  TextPack(OutputStream out) {
    super(out);
  }

  @Override
  public byte[] encode(List<LoadedFile> files) {
    StringBuilder text = new StringBuilder();
    for (LoadedFile file : files) {
      byte[] content = file.content();
      if (content != null) {
        text.append("===== ").append(oneLine(file.path())).append(" =====\n");
        text.append(SourceText.decode(content).text());
        if (text.charAt(text.length() - 1) != '\n') {
          text.append('\n');
        }
        text.append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A path may hold line feeds. */
  private static String oneLine(String path) {
    return path.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "\uFFFD");
  }
}
