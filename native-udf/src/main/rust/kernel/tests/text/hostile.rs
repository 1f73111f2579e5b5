//! A megabyte of what is unkind to decoders and counters.

use docaudit_kernel::frequencies::WordFrequencies;
use docaudit_kernel::prose::ProseWords;
use docaudit_kernel::text::{Position, SourceText};
use docaudit_kernel::words;

const SIZE: usize = 1 << 20;

const UNITS: &[&[u8]] = &[
    b"a",
    b" ",
    b"\t",
    b"\n",
    b"\r",
    b"\r\n",
    b"\n\r",
    b"\0",
    b"'",
    b"a'",
    b"a\xE2\x80\x99",
    b"\xE2\x80\x99",
    b"\xCC\x81",
    b"e\xCC\x81",
    b"\xF0\x9F\x91\xA9\xE2\x80\x8D",
    b"\xE2\x80\xAE",
    b"\xEF\xBB\xBF",
    b"\xC2\xA0",
    b"*\xC2\xA0",
    b"\xE3\x80\x82 ",
    b"\xE6\xBC\xA2",
    b"\xE6\xBC\xA2a",
    b"\x80",
    b"\xFF",
    b"\xC3",
    b"\xE2\x80",
    b"\xF0\x9F\x98",
    b"\xED\xA0\x80",
    b"\xF0",
    b"\xE0",
    b"a\x80",
    b"\xEF\xBF\xBD",
    b"\x7F",
    b"\xF4\x90\x80\x80",
];

#[test]
fn decodes_locates_and_counts() {
    for unit in UNITS {
        let mut document = unit.repeat(SIZE / unit.len());
        examine(&document);
        for mark in [*b"\xFE\xFF", *b"\xFF\xFE"] {
            document[..2].copy_from_slice(&mark);
            examine(&document);
        }
    }
}

fn examine(document: &[u8]) {
    let source = SourceText::decode(document);
    let text = source.text();
    let mut last = 0;
    for step in 0..10_000 {
        let offset = source.position(text.len() * step / 10_000).byte_offset;
        assert!(offset >= last);
        last = offset;
    }
    assert_eq!(
        source.position(text.len()).byte_offset as usize,
        document.len()
    );
    let mut prose = ProseWords::default();
    prose.add(text);
    let mut frequencies = WordFrequencies::new();
    frequencies.add_document(text);
    assert!(words::count(text) <= prose.count() + text.len() as u64);
}

#[test]
fn places_on_one_line_of_a_megabyte_in_any_order() {
    let document = "a漢é😀".repeat(SIZE / 10).into_bytes();
    let source = SourceText::decode(&document);
    let mut random = 1u64;
    for _ in 0..100_000 {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let unit = (random >> 33) % (SIZE as u64 / 10);
        let byte_offset = unit * 10 + 6;
        let expected = Position {
            line: 1,
            column: unit as u32 * 4 + 4,
            byte_offset,
        };
        assert_eq!(source.position(byte_offset as usize), expected);
    }
}

#[test]
fn a_million_distinct_words() {
    let mut text = String::new();
    for number in 0..1_000_000u32 {
        for digit in 0..4 {
            let digit = (number >> (5 * digit) & 31) as u8;
            text.push(char::from(b'A' + digit % 26));
            text.push_str(if digit < 26 { "" } else { "é" });
        }
        text.push(' ');
    }
    let mut frequencies = WordFrequencies::new();
    frequencies.add_document(&text);
    assert_eq!(frequencies.len(), 1_000_000);
    frequencies.clear();
    assert!(frequencies.is_empty());
}
