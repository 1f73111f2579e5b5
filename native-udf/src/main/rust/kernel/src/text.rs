//! A decoded document, and where each character of it stands in the original bytes.

use std::borrow::Cow;
use std::sync::OnceLock;

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
/// The byte-order mark is not part of the text. Invalid bytes never fail: each maximal subpart of
/// an ill-formed sequence becomes U+FFFD. Lines end with LF, CR LF or CR. Indexes are byte indexes
/// into [`SourceText::text`]; one inside a character means that character, one behind the end means
/// the end.
#[derive(Debug)]
pub struct SourceText<'a> {
    bytes: &'a [u8],
    encoding: Encoding,
    start: usize,
    text: Cow<'a, str>,
    invalid_sequences: u32,
    first_invalid: Option<usize>,
    line_starts: OnceLock<Vec<u32>>,
}

impl<'a> SourceText<'a> {
    /// Decodes a document's bytes; borrows them where they are valid UTF-8.
    pub fn decode(bytes: &'a [u8]) -> SourceText<'a> {
        let (encoding, start) = match bytes {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
            [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
            [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
            _ => (Encoding::Utf8, 0),
        };
        let body = bytes.get(start..).unwrap_or_default();
        let (text, invalid_sequences, first_invalid) = match encoding {
            Encoding::Utf8 => decode_utf8(body),
            Encoding::Utf16Le => decode_utf16(body, u16::from_le_bytes),
            Encoding::Utf16Be => decode_utf16(body, u16::from_be_bytes),
        };
        SourceText {
            bytes,
            encoding,
            start,
            text,
            invalid_sequences,
            first_invalid,
            line_starts: OnceLock::new(),
        }
    }

    /// The characters, without a byte-order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the bytes were read.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether the bytes begin with a byte-order mark.
    pub fn has_byte_order_mark(&self) -> bool {
        self.start > 0
    }

    /// How many U+FFFD of the text stand for invalid bytes.
    pub fn invalid_sequences(&self) -> u32 {
        self.invalid_sequences
    }

    /// Where the first of them stands.
    pub fn first_invalid(&self) -> Option<Position> {
        self.first_invalid.map(|index| self.position(index))
    }

    /// Line ends, plus one for a last line without; 0 for an empty text.
    pub fn lines(&self) -> u32 {
        let starts = self.line_starts();
        let open = starts.last().copied() != Some(saturated(self.text.len()));
        saturated(starts.len() - usize::from(!open))
    }

    /// The line of an index, from 1; a line end belongs to the line it ends.
    pub fn line_of(&self, index: usize) -> u32 {
        let index = saturated(index.min(self.text.len()));
        saturated(self.line_starts().partition_point(|&start| start <= index))
    }

    /// The index of a line's first character, the text's length for a line that is not there.
    ///
    /// Lines count from 1 to `line_of(text().len())`.
    pub fn line_start(&self, line: u32) -> usize {
        let number = (line as usize).wrapping_sub(1);
        self.line_starts()
            .get(number)
            .map_or(self.text.len(), |&start| start as usize)
    }

    /// Where a character stands; the text's end stands behind its last character.
    pub fn position(&self, index: usize) -> Position {
        let index = self.text.floor_char_boundary(index);
        let line = self.line_of(index);
        let line_start = self.line_start(line);
        let column = self
            .text
            .get(line_start..index)
            .map_or(0, |s| s.chars().count())
            + 1;
        Position {
            line,
            column: saturated(column),
            byte_offset: self.byte_offset(index) as u64,
        }
    }

    fn byte_offset(&self, index: usize) -> usize {
        if self.encoding == Encoding::Utf8 && self.invalid_sequences == 0 {
            return self.start + index;
        }
        let before = self.text.get(..index).unwrap_or_default();
        if self.encoding == Encoding::Utf8 {
            let mut offset = self.start;
            for _ in before.chars() {
                offset += sequence_length(self.bytes.get(offset..).unwrap_or_default());
            }
            return offset;
        }
        let units = before.chars().map(char::len_utf16).sum::<usize>();
        (self.start + 2 * units).min(self.bytes.len())
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut starts = vec![0];
            for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
                if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                    starts.push(saturated(at + 1));
                }
            }
            starts
        })
    }
}

type Decoded<'a> = (Cow<'a, str>, u32, Option<usize>);

fn decode_utf8(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return (Cow::Borrowed(text), 0, None);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = 0;
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
            invalid += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (Cow::Owned(text), invalid, first)
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = 0;
    let mut first = None;
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut after_high = false;
    for decoded in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        after_high = false;
        match decoded {
            Ok(c) => text.push(c),
            Err(lone) => {
                after_high = lone.unpaired_surrogate() < 0xDC00;
                first.get_or_insert(text.len());
                invalid += 1;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    // An odd last byte is one with a high surrogate before it, as in the Encoding Standard.
    if !odd.is_empty() && !after_high {
        first.get_or_insert(text.len());
        invalid += 1;
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (Cow::Owned(text), invalid, first)
}

/// The length in bytes of the sequence at the front, or of its maximal subpart if malformed.
fn sequence_length(bytes: &[u8]) -> usize {
    let front = bytes.get(..4).unwrap_or(bytes);
    match front.utf8_chunks().next() {
        Some(chunk) => match chunk.valid().chars().next() {
            Some(c) => c.len_utf8(),
            None => chunk.invalid().len(),
        },
        None => 0,
    }
}

fn saturated(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
