//! From an index in a decoded text to code points and original bytes.

use crate::decode::sequence_length;

/// Bytes of text between two places that are remembered, and so the farthest a look-up walks.
pub(crate) const BLOCK: usize = 256;

/// U+FFFD in UTF-8.
const REPLACEMENT: [u8; 3] = [0xEF, 0xBF, 0xBD];

/// Code points, and where the original bytes differ from the text's also their offsets, at every
/// [`BLOCK`] bytes of a text. A look-up is then of bounded length, in whatever order it is asked,
/// even where a document is one line of megabytes.
#[derive(Debug)]
pub(crate) struct OffsetMap {
    blocks: Vec<Place>,
    original: Original,
}

/// How the original bytes of a text differ from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Original {
    /// Not at all.
    Same,
    /// UTF-8 in which U+FFFD may stand for invalid bytes.
    InvalidUtf8,
    /// UTF-16.
    Utf16,
}

/// A place in a text, from the first character that begins at or before a block.
#[derive(Clone, Copy, Debug)]
struct Place {
    code_points: usize,
    /// In the original bytes, from where the text begins there.
    offset: usize,
}

impl OffsetMap {
    /// Maps a text that was decoded from `bytes`, which begin where the text does.
    pub(crate) fn of(text: &str, bytes: &[u8], original: Original) -> OffsetMap {
        let mut place = Place {
            code_points: 0,
            offset: 0,
        };
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut from = 0;
        loop {
            blocks.push(place);
            let next = blocks.len() * BLOCK;
            if next > text.len() {
                return OffsetMap { blocks, original };
            }
            let next = text.floor_char_boundary(next);
            place.walk(text, from, next, bytes, original);
            from = next;
        }
    }

    /// Code points before an index, which is a boundary.
    pub(crate) fn code_points_before(&self, text: &str, index: usize) -> usize {
        let (place, from) = self.block(text, index);
        place.code_points
            + text
                .get(from..index)
                .map_or(0, |walked| walked.chars().count())
    }

    /// Where the character at an index, which is a boundary, begins in the original bytes.
    pub(crate) fn byte_offset(&self, text: &str, index: usize, bytes: &[u8]) -> usize {
        let (mut place, from) = self.block(text, index);
        place.walk(text, from, index, bytes, self.original);
        place.offset
    }

    fn block(&self, text: &str, index: usize) -> (Place, usize) {
        let block = (index / BLOCK).min(self.blocks.len() - 1);
        (self.blocks[block], text.floor_char_boundary(block * BLOCK))
    }
}

impl Place {
    fn walk(&mut self, text: &str, from: usize, to: usize, bytes: &[u8], original: Original) {
        let walked = text.get(from..to).unwrap_or_default();
        let code_points = walked.chars().count();
        self.code_points += code_points;
        match original {
            Original::Same => self.offset += walked.len(),
            Original::InvalidUtf8 => {
                // Only U+FFFD may stand for other bytes than its own.
                let mut copied = 0;
                for at in memchr::memchr_iter(REPLACEMENT[0], walked.as_bytes()) {
                    if walked.as_bytes()[at..].starts_with(&REPLACEMENT) {
                        self.offset += at - copied;
                        let rest = bytes.get(self.offset..).unwrap_or_default();
                        self.offset += sequence_length(rest);
                        copied = at + REPLACEMENT.len();
                    }
                }
                self.offset += walked.len() - copied;
            }
            Original::Utf16 => {
                // Characters of four bytes are two units.
                let pairs = walked.bytes().filter(|&byte| byte >= 0xF0).count();
                self.offset += 2 * (code_points + pairs);
                // An odd last byte alone, or with a high surrogate before it, is no two bytes.
                if to == text.len() {
                    self.offset = bytes.len();
                }
            }
        }
    }
}
