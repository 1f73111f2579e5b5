//! Text as reports carry it.

use std::borrow::Cow;

use crate::unicode::is_white_space;

/// Each run of White_Space becomes one space, none at the ends.
pub(super) fn fold<'t>(text: &'t str) -> Cow<'t, str> {
    if is_folded(text) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split(is_white_space).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    Cow::Owned(folded)
}

/// Whether folding would change nothing; false for what is not sure.
fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut before = b' ';
    for &byte in bytes {
        // U+0085, U+00A0 begin with C2, U+1680 with E1, U+2000 to U+205F with E2, U+3000 with E3.
        let simple = byte > b' ' && !matches!(byte, 0xC2 | 0xE1..=0xE3);
        if !simple && (byte != b' ' || before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' ' || bytes.is_empty()
}
