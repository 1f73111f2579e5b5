package org.docaudit.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file a document, and pictures, in a folder. */
final class LooseFiles implements CorpusFormat {

  private final Corpus corpus;
  private final Path root;

  LooseFiles(Corpus corpus, Path root) {
    this.corpus = corpus;
    this.root = root;
  }

  @Override
  public byte[] store(int from, int to) throws IOException {
    DocumentText text = new DocumentText(corpus);
    String current = null;
    for (int document = from; document < to; document++) {
      String folder = corpus.folder(document);
      if (!folder.equals(current)) {
        Files.createDirectories(root.resolve(folder));
        current = folder;
      }
      Files.write(root.resolve(folder + corpus.name(document)), text.of(document));
      if (corpus.hasPicture(document)) {
        Path picture = root.resolve(Corpus.picturePath(corpus.pictureOf(document)));
        Files.createDirectories(picture.getParent());
        Files.write(picture, Picture.bytes());
      }
    }
    return new byte[0];
  }

  @Override
  public byte[] end() {
    return new byte[0];
  }
}
