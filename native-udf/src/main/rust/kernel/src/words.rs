//! Words of a whole document: maximal runs of characters that are not White_Space.

use crate::eight_bytes::HIGH;
use crate::lanes::{LANES, count_pairs};
use crate::unicode::{self, is_ascii_space};

/// The words of a document, its markup included. Linear; several bytes a clock cycle.
pub fn count(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let Some(&first) = bytes.first() else {
        return 0;
    };
    let after_space = count_pairs(bytes, |byte, next| {
        is_ascii_space(byte) & !is_ascii_space(next)
    });
    let words = after_space + u64::from(!is_ascii_space(first));
    if text.is_ascii() {
        words
    } else {
        words.wrapping_add_signed(correction(text))
    }
}

/// What counting all bytes beyond ASCII as parts of words has missed.
///
/// A run of white space beyond ASCII was taken for letters: between two words it joined them, and
/// between white space, or at an end of the text, it was a word too many.
fn correction(text: &str) -> i64 {
    let bytes = text.as_bytes();
    let mut correction = 0;
    let mut at = 0;
    while let Some(start) = find_wide_space(bytes, at) {
        let run = text.get(start..).unwrap_or_default();
        let end = start + run.len()
            - run
                .trim_start_matches(|c: char| !c.is_ascii() && unicode::is_white_space(c))
                .len();
        let in_word = |byte: Option<&u8>| byte.is_some_and(|&byte| !is_ascii_space(byte));
        let before = in_word(start.checked_sub(1).and_then(|at| bytes.get(at)));
        let after = in_word(bytes.get(end));
        correction += i64::from(before) + i64::from(after) - 1;
        at = end.max(start + 1);
    }
    correction
}

/// Where the next white space beyond ASCII begins, at or after `from`.
fn find_wide_space(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        if !is_ascii(block) && has_wide_space(block) {
            break;
        }
        at += LANES;
    }
    // Either a block that has one, or the text's end.
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    (at..bytes.len()).find(|&at| is_wide_space(byte(at), byte(at + 1), byte(at + 2)))
}

/// As many bytes as are looked at together, and the two that may belong to the last character.
type Block = [u8; LANES + 2];

#[inline(always)]
fn is_ascii(block: &Block) -> bool {
    let (eights, _) = block.as_chunks::<8>();
    eights
        .iter()
        .fold(0, |all, &eight| all | u64::from_le_bytes(eight))
        & HIGH
        == 0
}

#[inline(always)]
fn has_wide_space(block: &Block) -> bool {
    let mut found = 0u8;
    for lane in 0..LANES {
        found |= u8::from(is_wide_space(block[lane], block[lane + 1], block[lane + 2]));
    }
    found != 0
}

/// Whether well-formed UTF-8 that begins so is White_Space beyond ASCII: U+0085, U+00A0, U+1680,
/// U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
#[inline(always)]
fn is_wide_space(first: u8, second: u8, third: u8) -> bool {
    let latin = (first == 0xC2) & ((second == 0x85) | (second == 0xA0));
    let ogham = (first == 0xE1) & (second == 0x9A) & (third == 0x80);
    let quads = (third.wrapping_sub(0x80) <= 0x0A) | (third & 0xFE == 0xA8) | (third == 0xAF);
    let general = (second == 0x80) & quads | (second == 0x81) & (third == 0x9F);
    let ideographic = (first == 0xE3) & (second == 0x80) & (third == 0x80);
    latin | ogham | (first == 0xE2) & general | ideographic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_space_is_what_the_tables_say() {
        for c in '\u{80}'..=char::MAX {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes);
            let found = is_wide_space(bytes[0], bytes[1], bytes[2]);
            assert_eq!(found, unicode::is_white_space(c), "U+{:04X}", c as u32);
        }
    }
}
