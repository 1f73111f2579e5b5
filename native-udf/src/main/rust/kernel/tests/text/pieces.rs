//! Texts and bytes made of pieces in which decoders, word counters and tables differ.

#![allow(dead_code)] // each suite needs some of these

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const PIECES: &[&str] = &[
    "a",
    "b",
    "Z",
    "the",
    "The",
    "don't",
    "don’t",
    "O'",
    "'",
    "’",
    "''",
    "seven77",
    "eightiii",
    "ninelongg",
    "sixteenletterabc",
    "seventeenletterab",
    "Internationalization",
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u{b}",
    "\u{c}",
    "\u{1c}",
    "\u{85}",
    "\u{a0}",
    "\u{2003}",
    "\u{2028}",
    "\u{200b}",
    "\u{202f}",
    "\u{3000}",
    "\u{1680}",
    "\u{205f}",
    "\u{feff}",
    "\0",
    "0",
    "12",
    "-",
    "_",
    ".",
    "—",
    "!",
    "é",
    "É",
    "e\u{301}",
    "\u{301}",
    "\u{fe0f}",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "\u{212a}",
    "ſ",
    "Ⱥ",
    "Σ",
    "ς",
    "Ж",
    "ж",
    "\u{13a0}",
    "\u{ab70}",
    "漢",
    "字",
    "々",
    "か",
    "\u{3099}",
    "カ",
    "ー",
    "ｱ",
    "、",
    "。",
    "「",
    "１",
    "한국",
    "😀",
    "👩\u{200d}",
    "𐐀",
    "𐐨",
    "𝒳",
    "𠀀",
    "\u{fffd}",
    "[a](b)",
    "`c`",
    "\u{202e}",
    "@[`{",
    "\u{80}",
    "\u{5bf}",
];

const LONG_PIECES: &[(&str, usize)] = &[
    ("x", 255),
    ("Y", 256),
    ("z", 257),
    ("é", 128),
    ("É", 129),
    ("Ⱥ", 85),
    ("Ⱥ", 86),
    ("a'", 128),
    ("q", 63),
    ("q", 64),
    ("q", 65),
    (" ", 63),
    ("-", 100),
    ("a ", 40),
    ("a\u{a0}", 40),
];

const BROKEN: &[&[u8]] = &[
    b"\x80",
    b"\xBF\xBF",
    b"\xC0\xAF",
    b"\xC3",
    b"\xC2a",
    b"\xE0\x80",
    b"\xE2\x80",
    b"\xED\xA0\x80",
    b"\xEF\xBB",
    b"\xF0\x9F\x98",
    b"\xF0\x9F",
    b"\xF4\x90",
    b"\xF5",
    b"\xFE\xFF",
    b"\xFF",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xD8\x00",
    b"\xDC\x00",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        16 => select(PIECES).prop_map(str::to_owned),
        1 => select(LONG_PIECES).prop_map(|(unit, times)| unit.repeat(times)),
        2 => vec(any::<char>(), 1..4).prop_map(String::from_iter),
    ]
}

/// Well-formed texts.
pub fn texts() -> impl Strategy<Value = String> {
    vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// Texts in pieces.
pub fn text_pieces() -> impl Strategy<Value = Vec<String>> {
    vec(vec(piece(), 0..12).prop_map(|pieces| pieces.concat()), 0..8)
}

/// Documents, mostly UTF-8 with invalid bytes in it.
pub fn documents() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => piece().prop_map(String::into_bytes),
        1 => select(BROKEN).prop_map(<[u8]>::to_vec),
        1 => vec(any::<u8>(), 0..5),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Documents that a byte-order mark declares UTF-16; all else of them is arbitrary.
pub fn utf16_documents() -> impl Strategy<Value = Vec<u8>> {
    let mark = prop_oneof![Just([0xFE, 0xFF]), Just([0xFF, 0xFE])];
    (mark, documents()).prop_map(|(mark, bytes)| [&mark[..], &bytes].concat())
}
