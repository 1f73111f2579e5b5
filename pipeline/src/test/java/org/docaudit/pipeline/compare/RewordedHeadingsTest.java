package org.docaudit.pipeline.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.docaudit.links.Slugger;
import org.docaudit.pipeline.report.HeadingRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewordedHeadingsTest {

  /** Each heading is its level and its text; commas stand between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 A, 2 Install it, 2 Use         | install-it | 1 A, 2 Install, 2 Use       | install
          1 A, 2 Setup, 2 Use              | setup      | 1 A, 2 Installation, 2 Use  | installation
          1 A, 2 Setup, 2 Use              | setup      | 1 A, 3 Installation, 2 Use | none
          1 A, 2 Setup, 2 Use              | setup      | 1 A, 2 One, 2 Two, 2 Use   | none
          1 A, 2 Setup, 2 Extra, 2 Use    | setup      | 1 A, 2 One, 2 Use           | none
          1 A, 2 Setup, 2 Use              | setup      | 1 A, 2 Use                   | none
          1 A, 2 Setup guide, 2 Use        | setup-guide | 1 A, 2 Use, 3 The setup guide | none
          1 A, 2 Set up a node, 2 Use      | set-up-a-node | 1 A, 2 Use, 3 Set up the node | none
          1 A, 2 The full setup guide       | the-full-setup-guide | 1 B, 1 A, 3 The setup guide | the-setup-guide
          1 A, 2 Use                        | a          | 1 Alphabet, 2 Use            | alphabet
          1 Über Öl, 2 Use                  | über-öl    | 1 Über Öle, 2 Use            | über-öle
          """)
  void replacement(String before, String anchor, String after, String expected) {
    RewordedHeadings headings = new RewordedHeadings(headings(before), headings(after));
    assertEquals(
        expected,
        headings
            .replacement(headings.lost(anchor).orElseThrow())
            .map(HeadingRow::anchor)
            .orElse("none"));
  }

  private static List<HeadingRow> headings(String written) {
    Slugger slugger = new Slugger();
    List<HeadingRow> headings = new ArrayList<>();
    for (String heading : written.strip().split(", ", -1)) {
      int level = heading.charAt(0) - '0';
      String text = heading.substring(2);
      headings.add(new HeadingRow("a.md", headings.size() + 1, level, text, slugger.anchor(text)));
    }
    return headings;
  }
}
