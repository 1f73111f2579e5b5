use std::collections::{HashMap, HashSet};

use docaudit_kernel::frequencies::{MAX_WORD_BYTES, WordFrequencies};
use docaudit_kernel::text::SourceText;
use docaudit_kernel::unicode;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::pieces::documents;

type Row = (String, u64, u32);

/// The table in its own order; no word may come twice.
fn rows(frequencies: &WordFrequencies) -> Vec<Row> {
    let mut rows = vec![];
    frequencies.for_each(|word, count, documents| {
        rows.push((String::from_utf8(word.to_vec()).unwrap(), count, documents));
    });
    let words: HashSet<_> = rows.iter().map(|(word, ..)| word).collect();
    assert_eq!(words.len(), rows.len());
    assert_eq!(frequencies.len(), rows.len());
    assert_eq!(frequencies.is_empty(), rows.is_empty());
    rows
}

fn rows_of(documents: &[&str]) -> Vec<Row> {
    let mut frequencies = WordFrequencies::new();
    documents
        .iter()
        .for_each(|document| frequencies.add_document(document));
    rows(&frequencies)
}

fn row(word: &str, count: u64, documents: u32) -> Row {
    (word.to_owned(), count, documents)
}

#[test]
fn words_of_a_text() {
    let cases = [
        ("The the THE", "the"),
        ("don't", "don't"),
        ("Don’t", "don't"),
        (
            "'O'' rock''n''roll ''quoted'' d''",
            "o rock n roll quoted d",
        ),
        ("'O' rock'n'roll 'quoted' d'", "o rock'n'roll quoted d"),
        ("it''''s", "it s"),
        ("snake_case2x", "snake case x"),
        ("Straße STRASSE", "straße strasse"),
        ("ΌΣΟΣ όσος", "όσοσ"),
        ("\u{212a}elvin ſ", "kelvin s"),
        ("e\u{301}te\u{301}'s", "e\u{301}te\u{301}'s"),
        ("\u{301}a 😀\u{fe0f}", "a"),
        ("漢字。かな", "漢字 かな"),
        ("İ", "İ"),
        (
            "abcdefg abcdefgh abcdefghi abcdefgh",
            "abcdefg abcdefgh abcdefghi",
        ),
        (
            "abcdefgh1 ABCDEFGHIJKLMNOP ABCDEFGHIJKLMNOPQ",
            "abcdefgh abcdefghijklmnop abcdefghijklmnopq",
        ),
        ("abcdefgH'S abcdefgHé", "abcdefgh's abcdefghé"),
        ("@[`{AZaz\0b", "azaz b"),
    ];
    for (text, words) in cases {
        for filler in [0, 47, 55, 60, 63, 64, 65] {
            let text = "-".repeat(filler) + text;
            let found: Vec<_> = rows_of(&[&text])
                .into_iter()
                .map(|(word, ..)| word)
                .collect();
            assert_eq!(found.join(" "), words, "{text:?}");
        }
    }
}

#[test]
fn counts_occurrences_and_documents() {
    let mut frequencies = WordFrequencies::new();
    let documents = [
        "a b a",
        "",
        "B c Internationalization",
        "internationalization INTERNATIONALIZATION",
    ];
    let expected = [
        row("a", 2, 1),
        row("b", 2, 2),
        row("c", 1, 1),
        row("internationalization", 3, 2),
    ];
    for _ in 0..2 {
        documents
            .iter()
            .for_each(|document| frequencies.add_document(document));
        assert_eq!(rows(&frequencies), expected);
        frequencies.clear();
        assert_eq!(rows(&frequencies), []);
    }
}

#[test]
fn leaves_out_words_beyond_the_limit() {
    let letters = |letter: &str, bytes: usize| letter.repeat(bytes / letter.len());
    let max = MAX_WORD_BYTES;
    let text = [
        letters("x", max),
        letters("y", max + 1),
        letters("z", 10 * max),
        letters("é", max),
        letters("ê", max + 2),
        letters("a'", max),
        "a'".repeat(max / 2) + "a",
        "z".to_owned(),
    ];
    // Two bytes as written, three as folded.
    let folded = ["Ⱥ".repeat(max / 3), "Ⱥ".repeat(max / 3 + 1), "z".to_owned()];
    let found = rows_of(&[&text.join(" "), &folded.join(" ")]);
    let expected = [
        row(&letters("x", max), 1, 1),
        row(&letters("é", max), 1, 1),
        row(letters("a'", max).trim_end_matches('\''), 1, 1),
        row("z", 2, 2),
        row(&"ⱥ".repeat(max / 3), 1, 1),
    ];
    assert_eq!(found, expected);
}

#[test]
fn grows_with_the_number_of_words() {
    let mut frequencies = WordFrequencies::new();
    let mut expected: HashMap<String, (u64, u32)> = HashMap::new();
    for number in 0..200_000u32 {
        let letters = (0..5).map(|digit| char::from(b'a' + (number >> (4 * digit) & 15) as u8));
        let word = letters.collect::<String>().repeat(1 + number as usize % 5);
        frequencies.add_document(&word);
        let counts = expected.entry(word).or_default();
        *counts = (counts.0 + 1, counts.1 + 1);
    }
    let found: HashMap<_, _> = rows(&frequencies)
        .into_iter()
        .map(|(w, c, d)| (w, (c, d)))
        .collect();
    assert_eq!(found, expected);
}

proptest! {
    #[test]
    fn agrees_with_the_definition(corpus in vec(documents(), 0..8)) {
        let mut frequencies = WordFrequencies::new();
        let mut expected: Vec<Row> = vec![];
        for document in &corpus {
            let source = SourceText::decode(document);
            frequencies.add_document(source.text());
            let mut here = HashSet::new();
            for word in naive_words(source.text()) {
                let new = u32::from(here.insert(word.clone()));
                match expected.iter_mut().find(|(known, ..)| *known == word) {
                    Some((_, count, documents)) => {
                        *count += 1;
                        *documents += new;
                    }
                    None => expected.push((word, 1, 1)),
                }
            }
        }
        prop_assert_eq!(rows(&frequencies), expected);
    }
}

fn naive_words(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().chain([' ']).collect();
    let mut words = vec![];
    let mut word = String::new();
    for (at, &c) in chars.iter().enumerate() {
        let starts = unicode::is_letter(c);
        let goes_on = unicode::is_letter_or_mark(c) && !word.is_empty();
        let joins = matches!(c, '\'' | '’')
            && chars
                .get(at + 1)
                .is_some_and(|&next| unicode::is_letter_or_mark(next));
        if starts || goes_on {
            word.push(unicode::fold_case(c));
        } else if joins && !word.is_empty() {
            word.push('\'');
        } else {
            words.push(std::mem::take(&mut word));
        }
    }
    words.retain(|word| !word.is_empty() && word.len() <= MAX_WORD_BYTES);
    words
}
