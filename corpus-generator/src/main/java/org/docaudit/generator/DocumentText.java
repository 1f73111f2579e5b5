package org.docaudit.generator;

import org.docaudit.generator.Corpus.Plan;

/**
 * Writes the text of documents: frontmatter of the schema {@code standard}, headings, paragraphs,
 * lists, tables, code, and links, about one of 330 bytes. One of about forty links is broken, and
 * one of a hundred frontmatters has a fault. Not thread-safe.
 */
final class DocumentText {

  private static final long OF_TEXT = 4L << 40;

  private static final int HOT_LINKS = 10;

  private final Corpus corpus;
  private final ByteText out = new ByteText();
  private final LinkText links;
  private int document;
  private Plan plan;
  private RandomNumbers random;

  DocumentText(Corpus corpus) {
    this.corpus = corpus;
    links = new LinkText(corpus, out);
    plan = corpus.plan(0);
    random = RandomNumbers.of(corpus.seed(), OF_TEXT);
  }

  /** The bytes of a document. */
  byte[] of(int number) {
    document = corpus.original(number);
    plan = corpus.plan(document);
    random = RandomNumbers.of(corpus.seed(), OF_TEXT + document);
    links.of(document, random);
    out.clear();
    if (corpus.shape().frontmatter() && random.chance(990)) {
      frontmatter();
    }
    out.add("# ");
    sentence(4);
    out.add("\n\n");
    for (int section = 0; section <= plan.sections(); section++) {
      long end = (long) plan.bytes() * (section + 1) / (plan.sections() + 1);
      if (section > 0) {
        out.add("## ");
        int start = out.size();
        corpus.heading(document, section - 1, plan.language(), ' ', out);
        out.capitalize(start);
        out.add("\n\n");
      }
      while (out.size() < end) {
        block();
      }
    }
    switch (corpus.shape()) {
      case HOT_TARGET -> {
        for (int i = 0; i < HOT_LINKS; i++) {
          links.to(0, random.below(2) == 0, plan.language());
          out.add('\n');
        }
      }
      case HOT_WORD -> out.add("Everywhere, and everywhere again.\n");
      default -> {}
    }
    return out.toByteArray();
  }

  private void frontmatter() {
    int fault = random.below(400);
    out.add("---\ntitle: \"");
    words(3);
    out.add(' ').add(String.valueOf(document)).add("\"\n");
    if (fault != 0) {
      out.add("description: \"");
      words(8);
      out.add("\"\n");
    }
    out.add("type: guide\nstatus: ");
    out.add(fault == 1 ? "3" : random.chance(700) ? "published" : "draft");
    out.add("\ncreated: 2024-");
    twoDigits(fault == 2 ? 13 : 1 + random.below(12));
    out.add('-');
    twoDigits(1 + random.below(28));
    out.add("\nupdated: 2025-");
    twoDigits(1 + random.below(12));
    out.add('-');
    twoDigits(1 + random.below(28));
    out.add("\nauthor: \"");
    words(2);
    out.add("\"\ntags: [");
    words(1);
    out.add(", ");
    words(1);
    out.add("]\nllm_summary: \"");
    words(12);
    out.add(fault == 3 ? "\n---\n\n" : "\"\n---\n\n");
  }

  private void twoDigits(int number) {
    out.add('0' + number / 10).add('0' + number % 10);
  }

  private void block() {
    switch (random.below(16)) {
      case 0, 1, 2 -> {
        for (int items = 3 + random.below(4); items > 0; items--) {
          out.add("- ");
          sentence(8);
          someLink(300);
          out.add('\n');
        }
        out.add('\n');
      }
      case 3 -> {
        out.add("```sh\nstation --level ");
        out.add(String.valueOf(random.below(1000)));
        out.add(" --name ");
        Language.ENGLISH.word(random, out);
        out.add("\n```\n\n");
      }
      case 4 -> {
        out.add("| Name | Value |\n|---|---:|\n");
        for (int rows = 2 + random.below(4); rows > 0; rows--) {
          out.add("| `");
          Language.ENGLISH.word(random, out);
          out.add("` | ");
          words(3);
          out.add(" |\n");
        }
        out.add('\n');
      }
      case 5 -> {
        out.add("> ");
        sentence(10);
        out.add("\n\n");
      }
      default -> paragraph();
    }
  }

  private void paragraph() {
    for (int sentences = 2 + random.below(4); sentences > 0; sentences--) {
      sentence(6 + random.below(12));
      someLink(600);
      out.add('\n');
    }
    out.add('\n');
  }

  private void someLink(int inThousand) {
    if (random.chance(inThousand)) {
      out.add(' ');
      links.any(plan.language());
    }
  }

  private void sentence(int words) {
    int start = out.size();
    words(words);
    out.capitalize(start);
    out.add('.');
  }

  private void words(int count) {
    if (plan.language().spaced()) {
      plan.language().words(count, ' ', random, out);
      return;
    }
    for (int left = count; left > 0; left--) {
      plan.language().word(random, out);
      if (left > 1 && left % 4 == 0) {
        out.add(' ');
      }
    }
  }
}
