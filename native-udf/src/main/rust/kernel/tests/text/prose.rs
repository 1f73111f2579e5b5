use docaudit_kernel::prose::ProseWords;
use docaudit_kernel::{unicode, words};
use proptest::prelude::*;

use crate::pieces::{text_pieces, texts};

fn count(pieces: &[&str]) -> u64 {
    let mut prose = ProseWords::default();
    pieces.iter().for_each(|piece| prose.add(piece));
    prose.count()
}

#[test]
fn counts_cjk_characters_and_other_runs() {
    let cases = [
        ("", 0),
        ("a — b", 3),
        ("C++ is fun.", 3),
        ("漢字", 2),
        ("漢字。", 2),
        ("「漢字」", 2),
        ("Java言語", 3),
        ("言語Java", 3),
        ("言語Java入門", 5),
        ("第3章", 3),
        ("漢字 。", 3),
        ("漢-字", 2),
        ("コーヒー、𠀀", 5),
        ("か\u{3099}く", 2),
        ("한국어 문장", 2),
        ("。", 1),
        ("((((((((((漢", 1),
        ("a (((((((((漢", 2),
        ("((((((((((a((((漢", 2),
    ];
    for (text, expected) in cases {
        let mut prose = ProseWords::default();
        prose.add(text);
        assert_eq!(prose.count(), expected, "{text}");
        prose.boundary();
        prose.boundary();
        assert_eq!(prose.count(), expected, "{text}");
    }
}

#[test]
fn pieces_join_unless_a_boundary_stands_between() {
    let mut prose = ProseWords::default();
    ["un", "", "frozen"]
        .iter()
        .for_each(|piece| prose.add(piece));
    assert_eq!(prose.count(), 1);
    prose.boundary();
    prose.add("!");
    assert_eq!(prose.count(), 2);
    prose.add("字");
    assert_eq!(prose.count(), 2);
    prose.add("。");
    prose.boundary();
    prose.add("。");
    assert_eq!(prose.count(), 3);
}

proptest! {
    #[test]
    fn pieces_count_like_the_whole(pieces in text_pieces()) {
        let pieces: Vec<_> = pieces.iter().map(String::as_str).collect();
        prop_assert_eq!(count(&pieces), naive(&pieces.concat()));
    }

    #[test]
    fn boundaries_count_like_spaces(pieces in text_pieces()) {
        let mut prose = ProseWords::default();
        for piece in &pieces {
            prose.add(piece);
            prose.boundary();
        }
        prop_assert_eq!(prose.count(), naive(&pieces.join(" ")));
    }

    #[test]
    fn without_cjk_they_are_words(text in texts()) {
        let rest: String = text.chars().filter(|&c| !unicode::is_cjk(c)).collect();
        prop_assert_eq!(count(&[&rest]), words::count(&rest));
    }
}

fn naive(text: &str) -> u64 {
    let mut words = 0;
    for run in text.split(unicode::is_white_space) {
        let cjk = run.chars().filter(|&c| unicode::is_cjk(c)).count();
        let is_word = |part: &&str| match cjk {
            0 => !part.is_empty(),
            _ => part.contains(unicode::is_letter_or_number),
        };
        words += cjk + run.split(unicode::is_cjk).filter(is_word).count();
    }
    words as u64
}
