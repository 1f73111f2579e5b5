//! Eight bytes at once in a word of 64 bits, the first in the lowest byte. Answers are masks that
//! have a byte's highest bit set or clear, all other bits clear: one test for eight bytes, no branch
//! a byte, on every CPU.

/// The highest bit of each byte; also the mask of the bytes that are not ASCII.
pub(crate) const HIGH: u64 = 0x8080_8080_8080_8080;

/// Folds the case of ASCII letters.
pub(crate) const LOWER: u64 = 0x2020_2020_2020_2020;

const ONES: u64 = 0x0101_0101_0101_0101;

/// The eight bytes from `at` on; zero where there are not that many.
#[inline(always)]
pub(crate) fn load(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => 0,
    }
}

/// The bytes from `at` on, with zeros behind the end.
#[inline(always)]
pub(crate) fn load_padded(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(eight) = rest.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    match bytes.last_chunk() {
        Some(eight) if !rest.is_empty() => u64::from_le_bytes(*eight) >> (64 - 8 * rest.len()),
        _ => rest
            .iter()
            .rev()
            .fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// The bytes that are White_Space, beyond ASCII left aside: U+0009 to U+000D and U+0020.
#[inline(always)]
pub(crate) fn white_space(eight: u64) -> u64 {
    between(eight, b'\t', b'\r') | equal(eight, b' ')
}

/// The bytes from an ASCII character to another.
#[inline(always)]
pub(crate) fn between(eight: u64, first: u8, last: u8) -> u64 {
    // Adding 0x80 - n sets the highest bit of the bytes >= n; without that bit nothing carries.
    let ascii = eight & !HIGH;
    let from_first = ascii.wrapping_add(ONES * (0x80 - first as u64));
    let after_last = ascii.wrapping_add(ONES * (0x7F - last as u64));
    from_first & !after_last & !eight & HIGH
}

/// The bytes that equal an ASCII character.
#[inline(always)]
pub(crate) fn equal(eight: u64, ascii: u8) -> u64 {
    let differing = eight ^ (ONES * ascii as u64);
    !(((differing & !HIGH).wrapping_add(!HIGH)) | differing) & HIGH
}

/// How many bytes of a mask are set.
#[inline(always)]
pub(crate) fn count(mask: u64) -> u64 {
    (mask >> 7).wrapping_mul(ONES) >> 56
}
