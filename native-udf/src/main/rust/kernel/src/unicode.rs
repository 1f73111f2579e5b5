//! Character properties of Unicode 16.0, whatever version the standard library knows.
//!
//! Generated at build time from the file of ranges that the Java engine reads too. Counterpart of
//! Java's `UnicodeTables`.

include!(concat!(env!("OUT_DIR"), "/unicode_tables.rs"));

/// The version of Unicode that the tables hold.
pub const VERSION: &str = "16.0";

pub(crate) const WHITE_SPACE: u8 = 1;
pub(crate) const LETTER: u8 = 2;
pub(crate) const MARK: u8 = 4;
pub(crate) const NUMBER: u8 = 8;
pub(crate) const SLUG: u8 = 16;
pub(crate) const CJK: u8 = 32;

const BLOCK_BITS: u32 = 7;
const BLOCK_MASK: usize = (1 << BLOCK_BITS) - 1;

/// All properties of a character at once.
#[inline]
pub(crate) fn flags(c: char) -> u8 {
    look_up(&FLAG_BLOCK_OF, &FLAG_BLOCKS, c)
}

/// White_Space of ASCII: U+0009 to U+000D and U+0020. Also `\s` of Java's regular expressions, and
/// what CommonMark's rules on links and tags skip.
#[inline(always)]
pub(crate) fn is_ascii_space(byte: u8) -> bool {
    // Without a branch, so that loops over it become vector instructions.
    (byte.wrapping_sub(b'\t') < 5) | (byte == b' ')
}

/// Property White_Space: 25 characters.
#[inline]
pub fn is_white_space(c: char) -> bool {
    flags(c) & WHITE_SPACE != 0
}

/// General_Category L.
#[inline]
pub fn is_letter(c: char) -> bool {
    flags(c) & LETTER != 0
}

/// General_Category L or M.
#[inline]
pub fn is_letter_or_mark(c: char) -> bool {
    flags(c) & (LETTER | MARK) != 0
}

/// General_Category L or N.
#[inline]
pub fn is_letter_or_number(c: char) -> bool {
    flags(c) & (LETTER | NUMBER) != 0
}

/// Kept in the anchor of a heading, besides hyphen and space: Alphabetic, or General_Category M,
/// Nd or Pc.
#[inline]
pub fn is_slug_character(c: char) -> bool {
    flags(c) & SLUG != 0
}

/// A Chinese or Japanese character: Script Han, Hiragana or Katakana, or a letter whose
/// Script_Extensions name one of them. Not their punctuation.
#[inline]
pub fn is_cjk(c: char) -> bool {
    flags(c) & CJK != 0
}

/// Simple case folding: status C and S of CaseFolding.txt, one character to one.
#[inline]
pub fn fold_case(c: char) -> char {
    let number = look_up(&FOLD_BLOCK_OF, &FOLD_BLOCKS, c);
    if number == 0 {
        return c;
    }
    let delta = FOLD_DELTAS.get(usize::from(number)).copied().unwrap_or(0);
    char::from_u32((c as u32).wrapping_add_signed(delta)).unwrap_or(c)
}

#[inline]
fn look_up(block_of: &[u8], blocks: &[u8], c: char) -> u8 {
    let code_point = c as usize;
    let block = usize::from(block_of[code_point >> BLOCK_BITS]);
    blocks[block << BLOCK_BITS | (code_point & BLOCK_MASK)]
}
