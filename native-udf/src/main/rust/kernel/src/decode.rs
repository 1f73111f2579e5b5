//! From bytes to characters.

use std::borrow::Cow;

/// The characters of a document and what was invalid in its bytes.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// How many U+FFFD stand for invalid bytes.
    pub(crate) invalid_sequences: u32,
    /// Where the first of them stands in the text.
    pub(crate) first_invalid: Option<usize>,
}

impl Decoded<'_> {
    fn owned(capacity: usize) -> Self {
        let text = Cow::Owned(String::with_capacity(capacity));
        Decoded {
            text,
            invalid_sequences: 0,
            first_invalid: None,
        }
    }

    /// Validates again, at some 10 GB/s, what cannot be invalid.
    fn push_valid(&mut self, bytes: &[u8]) {
        let valid = simdutf8::basic::from_utf8(bytes).unwrap_or_default();
        self.text.to_mut().push_str(valid);
    }

    fn push_invalid(&mut self) {
        self.first_invalid.get_or_insert(self.text.len());
        self.invalid_sequences = self.invalid_sequences.saturating_add(1);
        self.text.to_mut().push(char::REPLACEMENT_CHARACTER);
    }
}

/// Borrows what is valid; else each maximal subpart of an ill-formed sequence becomes U+FFFD (The
/// Unicode Standard 16.0, section 3.9.6, "U+FFFD Substitution of Maximal Subparts").
pub(crate) fn decode_utf8(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            invalid_sequences: 0,
            first_invalid: None,
        };
    }
    let mut decoded = Decoded::owned(bytes.len());
    let mut rest = bytes;
    // Most of such a document is valid, which `utf8_chunks` looks at byte by byte.
    while let Err(error) = std::str::from_utf8(rest) {
        let (valid, behind) = rest.split_at(error.valid_up_to());
        decoded.push_valid(valid);
        decoded.push_invalid();
        let length = error.error_len().unwrap_or(behind.len());
        rest = behind.get(length..).unwrap_or_default();
    }
    decoded.push_valid(rest);
    decoded
}

/// As the Encoding Standard: a lone surrogate is one U+FFFD, so is an odd last byte, together with a
/// high surrogate before it.
pub(crate) fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let mut decoded = Decoded::owned(bytes.len());
    let (units, odd) = bytes.as_chunks();
    let mut after_high = false;
    for character in char::decode_utf16(units.iter().map(|&pair| unit(pair))) {
        after_high = false;
        match character {
            Ok(c) => decoded.text.to_mut().push(c),
            Err(lone) => {
                after_high = lone.unpaired_surrogate() < 0xDC00;
                decoded.push_invalid();
            }
        }
    }
    if !odd.is_empty() && !after_high {
        decoded.push_invalid();
    }
    decoded
}

/// The length in bytes of the sequence at the front, or of its maximal subpart if it is malformed.
pub(crate) fn sequence_length(bytes: &[u8]) -> usize {
    let front = bytes.get(..4).unwrap_or(bytes);
    let Some(chunk) = front.utf8_chunks().next() else {
        return 0;
    };
    chunk
        .valid()
        .chars()
        .next()
        .map_or(chunk.invalid().len(), char::len_utf8)
}
