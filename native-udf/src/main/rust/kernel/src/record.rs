//! The packed record of a batch: what crosses to Java, in one piece.
//!
//! ```text
//! record    = magic, version, documents, document*, frequencies
//! magic     = "DAKR"
//! version   = u16            VERSION
//! documents = u32            how many follow, in the order of the batch
//! document  = u32            bytes of what follows of this document
//!             u8[32]         SHA-256 of its bytes
//!             u8             encoding: 0 UTF-8, 1 UTF-16LE, 2 UTF-16BE
//!             varint         lines
//!             varint         words
//!             varint         invalid sequences
//!             position       of the first of them; absent where there are none
//!             frontmatter, markdown
//! position  = varint line, varint column, varint byte offset
//! frequencies = list of (text word, varint occurrences, varint documents)
//!
//! frontmatter = u8 format: 0 none, 1 YAML, 2 TOML, 3 JSON; nothing follows 0
//!             u8             whether it ends
//!             varint         bytes of its content in the document
//!             u8             reading: 0 nothing is to be read, 1 events follow, 2 Java reads it
//!             events         for 1: varint how many, text packed as in `frontmatter::YamlEventList`
//!             u8             for 2: why the kernel hands YAML over, 0 for TOML and JSON
//!
//! markdown  = u8             limit that is exceeded, plus 1, then varint line; 0 for none
//!             varint         prose words
//!             list of (u8 level, text text, u8 flags: 1 has an identifier, 2 its anchor text differs,
//!                      text identifier?, text anchor text?, position)
//!             list of (position, text text, text target, u8 syntax, as Java numbers them)
//!             list of text   identifiers of raw HTML
//!             list of (u8 kind, text name, list of text rules, position, varint last line)
//!             list of (position, text label)     undefined references
//!
//! list of X = varint count, X*
//! text      = varint bytes, UTF-8
//! varint    = unsigned LEB128
//! ```
//!
//! Numbers of fixed width are little-endian. The version changes with anything here.

use crate::error::KernelError;
use crate::text::Position;

/// What a record begins with.
pub const MAGIC: [u8; 4] = *b"DAKR";

/// The version of the format.
pub const VERSION: u16 = 1;

/// The largest record, since Java's buffers end there.
pub const MAX_BYTES: usize = i32::MAX as usize;

/// Where a document's length is still to be written.
#[must_use]
pub(crate) struct OpenDocument(usize);

/// Writes a record at the end of a buffer.
pub(crate) struct RecordWriter<'a> {
    out: &'a mut Vec<u8>,
}

impl<'a> RecordWriter<'a> {
    /// Begins a record of so many documents, in place of what the buffer holds.
    pub(crate) fn begin(out: &'a mut Vec<u8>, documents: usize) -> Result<Self, KernelError> {
        out.clear();
        out.extend_from_slice(&MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        let documents = u32::try_from(documents).map_err(|_| KernelError::RecordTooLarge)?;
        out.extend_from_slice(&documents.to_le_bytes());
        Ok(RecordWriter { out })
    }

    pub(crate) fn begin_document(&mut self) -> OpenDocument {
        self.out.extend_from_slice(&[0; 4]);
        OpenDocument(self.out.len())
    }

    pub(crate) fn end_document(&mut self, document: OpenDocument) -> Result<(), KernelError> {
        self.check()?;
        let OpenDocument(start) = document;
        let length = self.out.len() - start;
        if let Some(place) = self.out.get_mut(start - 4..start) {
            place.copy_from_slice(&(length as u32).to_le_bytes());
        }
        Ok(())
    }

    /// Whether the record is still small enough.
    pub(crate) fn check(&self) -> Result<(), KernelError> {
        if self.out.len() > MAX_BYTES {
            Err(KernelError::RecordTooLarge)
        } else {
            Ok(())
        }
    }

    pub(crate) fn byte(&mut self, value: u8) {
        self.out.push(value);
    }

    pub(crate) fn bytes(&mut self, value: &[u8]) {
        self.out.extend_from_slice(value);
    }

    #[inline]
    pub(crate) fn number(&mut self, value: u64) {
        push_varint(self.out, value);
    }

    pub(crate) fn count(&mut self, value: usize) {
        self.number(value as u64);
    }

    pub(crate) fn text(&mut self, value: impl AsRef<[u8]>) {
        let value = value.as_ref();
        self.count(value.len());
        self.bytes(value);
    }

    pub(crate) fn list<T>(&mut self, values: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.count(values.len());
        values.iter().for_each(|value| write(self, value));
    }

    pub(crate) fn position(&mut self, position: Position) {
        self.number(position.line.into());
        self.number(position.column.into());
        self.number(position.byte_offset);
    }
}

/// Appends a number as unsigned LEB128.
#[inline]
pub(crate) fn push_varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
