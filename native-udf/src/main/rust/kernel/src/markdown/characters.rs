//! Classes of characters, as Java's library has them where a rule is defined by it.

use crate::lanes::count_pairs;

/// Java's `Character.isWhitespace`, by which `String.strip` goes. The same since Unicode 6.3.
pub(super) fn is_java_white_space(c: char) -> bool {
    match c {
        '\t'..='\r' | '\u{1c}'..=' ' => true,
        _ if c.is_ascii() => false,
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' => true,
        '\u{2028}' | '\u{2029}' | '\u{205f}' | '\u{3000}' => true,
        _ => false,
    }
}

/// Java's `String.strip`.
pub(super) fn strip(text: &str) -> &str {
    text.trim_matches(is_java_white_space)
}

/// Java's `String.stripTrailing`.
pub(super) fn strip_end(text: &str) -> &str {
    text.trim_end_matches(is_java_white_space)
}

/// A space or tab: CommonMark's indentation, and what may stand behind markers.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Length in UTF-16 code units, in which limits are counted.
pub(super) fn utf16_length(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let bytes = text.as_bytes();
    let starts_behind_first = count_pairs(bytes, |_, next| next & 0xC0 != 0x80);
    let astral = count_pairs(bytes, |byte, _| byte >= 0xF0);
    1 + (starts_behind_first + astral) as usize
}

/// A part of a text; empty where the bounds are no boundaries of characters.
#[inline]
pub(super) fn part(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}
