use docaudit_kernel::text::SourceText;
use docaudit_kernel::words;
use proptest::prelude::*;

use crate::pieces::documents;

#[test]
fn counts_runs_of_other_than_white_space() {
    let cases = [
        ("", 0),
        (" ", 0),
        ("a", 1),
        (" a  b ", 2),
        ("---\ntitle: x\n---\n\n# A b", 7),
        (
            "one\ttwo\u{b}three\u{c}four\u{85}five\u{a0}six\u{3000}seven\u{2029}eight",
            8,
        ),
        ("a\u{200b}b\u{feff}c\u{1c}d\u{180e}e", 1),
        ("漢字。", 1),
        ("eight888 x", 2),
        ("        x", 1),
        ("\u{a0}", 0),
        ("\u{a0}\u{2003} \u{3000}", 0),
        ("\u{a0}a\u{2003}\u{3000}b\u{85}", 2),
        ("a \u{a0} b", 2),
        ("a\u{a0} b", 2),
    ];
    for (text, count) in cases {
        assert_eq!(words::count(text), count, "{text:?}");
    }
}

/// Blocks of bytes have edges; what stands there must not matter.
#[test]
fn counts_the_same_at_every_distance() {
    for piece in [
        "a",
        " ",
        "a b",
        "\u{a0}",
        "\u{a0}a",
        "a\u{3000}b",
        "é \u{2028}é",
    ] {
        for filler in ["x", " ", "\u{2003}", "漢"] {
            for times in 0..140 {
                let text = [&filler.repeat(times), piece, &filler.repeat(139 - times)].concat();
                assert_eq!(words::count(&text), naive(&text), "{text:?}");
            }
        }
    }
    assert_eq!(words::count(&"a ".repeat(100_000)), 100_000);
}

proptest! {
    #[test]
    fn agrees_with_the_definition(document in documents()) {
        let source = SourceText::decode(&document);
        prop_assert_eq!(words::count(source.text()), naive(source.text()));
    }
}

fn naive(text: &str) -> u64 {
    const SPACES: &str = " \t\n\u{b}\u{c}\r\u{85}\u{a0}\u{1680}\u{2028}\u{2029}\u{202f}\u{205f}\
        \u{3000}";
    let is_space = |c| SPACES.contains(c) || ('\u{2000}'..='\u{200a}').contains(&c);
    text.split(is_space).filter(|run| !run.is_empty()).count() as u64
}
