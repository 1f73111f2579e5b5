//! A decoded document, and where each character of it stands in the original bytes.

use std::cell::OnceCell;

use crate::decode::{Decoded, decode_utf8, decode_utf16};
use crate::line_starts::{LineStarts, count_lines};
use crate::offset_map::{BLOCK, OffsetMap, Original};

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode code points.
    pub column: u32,
    /// From 0, in the document's own bytes, a byte-order mark included.
    pub byte_offset: u64,
}

/// How a document's bytes encode its characters: told by the byte-order mark alone (Encoding
/// Standard, "BOM sniff"); without one it is UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Encoding {
    /// UTF-8.
    Utf8 = 0,
    /// UTF-16, little-endian.
    Utf16Le = 1,
    /// UTF-16, big-endian.
    Utf16Be = 2,
}

/// A decoded document: its text, and where each character of it stands in the original bytes.
///
/// UTF-8, or UTF-16 where a byte-order mark says so; the mark is not part of the text. Invalid bytes
/// never fail: each maximal subpart of an ill-formed sequence becomes U+FFFD. Lines end with LF,
/// CR LF or CR. Indexes are byte indexes into [`SourceText::text`]; one inside a character means
/// that character, one behind the end means the end.
///
/// Decoding is linear, and copies nothing that is valid UTF-8. A position costs a binary search over
/// the lines and, unless the text is ASCII, a walk of bounded length; what these need is made when
/// first asked for.
#[derive(Debug)]
pub struct SourceText<'a> {
    /// The document's own bytes, without a byte-order mark.
    bytes: &'a [u8],
    encoding: Encoding,
    /// Bytes of the byte-order mark.
    mark: usize,
    decoded: Decoded<'a>,
    original: Original,
    ascii: OnceCell<bool>,
    line_starts: OnceCell<LineStarts>,
    offsets: OnceCell<OffsetMap>,
}

impl<'a> SourceText<'a> {
    /// Decodes a document's bytes. Accepts any bytes.
    pub fn decode(document: &'a [u8]) -> SourceText<'a> {
        let (encoding, mark) = match document {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
            [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
            [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
            _ => (Encoding::Utf8, 0),
        };
        let bytes = &document[mark..];
        let decoded = match encoding {
            Encoding::Utf8 => decode_utf8(bytes),
            Encoding::Utf16Le => decode_utf16(bytes, u16::from_le_bytes),
            Encoding::Utf16Be => decode_utf16(bytes, u16::from_be_bytes),
        };
        let original = match encoding {
            Encoding::Utf8 if decoded.invalid_sequences == 0 => Original::Same,
            Encoding::Utf8 => Original::InvalidUtf8,
            Encoding::Utf16Le | Encoding::Utf16Be => Original::Utf16,
        };
        SourceText {
            bytes,
            encoding,
            mark,
            decoded,
            original,
            ascii: OnceCell::new(),
            line_starts: OnceCell::new(),
            offsets: OnceCell::new(),
        }
    }

    /// The characters, without a byte-order mark.
    pub fn text(&self) -> &str {
        &self.decoded.text
    }

    /// How the bytes were read.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether the bytes begin with a byte-order mark.
    pub fn has_byte_order_mark(&self) -> bool {
        self.mark > 0
    }

    /// How many U+FFFD of the text stand for invalid bytes.
    pub fn invalid_sequences(&self) -> u32 {
        self.decoded.invalid_sequences
    }

    /// Where the first of them stands.
    pub fn first_invalid(&self) -> Option<Position> {
        self.decoded.first_invalid.map(|index| self.position(index))
    }

    /// Whether all characters of the text are ASCII.
    fn is_ascii(&self) -> bool {
        *self.ascii.get_or_init(|| self.text().is_ascii())
    }

    /// Line ends, plus one for a last line without; 0 for an empty text. Counted anew each time.
    pub fn lines(&self) -> u32 {
        count_lines(self.text())
    }

    /// The line of an index, from 1; a line end belongs to the line it ends.
    pub fn line_of(&self, index: usize) -> u32 {
        self.line_starts().line_of(index.min(self.text().len()))
    }

    /// The index of a line's first character; the text's length for a line that is not there.
    ///
    /// Lines go from 1 to `line_of(text().len())`, which is one more than [`SourceText::lines`]
    /// where the text ends with a line end or is empty.
    pub fn line_start(&self, line: u32) -> usize {
        self.line_starts()
            .start_of(line)
            .unwrap_or(self.text().len())
    }

    /// The lines from an index on, each from its start, or that index, to its line end.
    pub(crate) fn lines_from(&self, index: usize) -> impl Iterator<Item = (usize, usize)> {
        self.line_starts().lines_from(self.text().as_bytes(), index)
    }

    /// Where a character stands; the text's end stands behind its last character.
    pub fn position(&self, index: usize) -> Position {
        let index = self.text().floor_char_boundary(index);
        let line = self.line_of(index);
        let before = self.code_points(self.line_start(line), index);
        let column = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        let byte_offset = match self.original {
            Original::Same => index,
            _ => self.offsets().byte_offset(self.text(), index, self.bytes),
        };
        Position {
            line,
            column,
            byte_offset: (self.mark + byte_offset) as u64,
        }
    }

    /// Code points between two boundaries of characters.
    fn code_points(&self, from: usize, to: usize) -> usize {
        if to - from <= BLOCK {
            return self
                .text()
                .get(from..to)
                .map_or(0, |text| text.chars().count());
        }
        if self.is_ascii() {
            return to - from;
        }
        let offsets = self.offsets();
        let before = |index| offsets.code_points_before(self.text(), index);
        before(to) - before(from)
    }

    fn line_starts(&self) -> &LineStarts {
        self.line_starts.get_or_init(|| LineStarts::of(self.text()))
    }

    fn offsets(&self) -> &OffsetMap {
        self.offsets
            .get_or_init(|| OffsetMap::of(self.text(), self.bytes, self.original))
    }
}
