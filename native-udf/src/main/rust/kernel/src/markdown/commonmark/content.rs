//! A block's text as the inline parser sees it.

use std::cell::Cell;

use super::lines::offset;

/// A stretch of the content that stands in the document just so.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: u32,
    end: u32,
    source: u32,
}

/// What content is copied to; kept from block to block.
#[derive(Debug, Default)]
pub(in crate::markdown) struct ContentBuffer {
    text: String,
    pieces: Vec<Piece>,
}

impl ContentBuffer {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
    }

    /// Adds what stands in the document from there on, with U+FFFD for each NUL.
    pub(super) fn push(&mut self, written: &str, source: usize) {
        let mut from = 0;
        for nul in memchr::memchr_iter(0, written.as_bytes()) {
            self.push_piece(&written[from..nul], source + from);
            self.text.push(char::REPLACEMENT_CHARACTER);
            from = nul + 1;
        }
        self.push_piece(&written[from..], source + from);
    }

    fn push_piece(&mut self, written: &str, source: usize) {
        let start = offset(self.text.len());
        self.text.push_str(written);
        self.pieces.push(Piece {
            start,
            end: offset(self.text.len()),
            source: offset(source),
        });
    }

    /// Adds a character that is not there; it stands where what was added last ends.
    pub(super) fn push_char(&mut self, c: char) {
        self.text.push(c);
    }

    pub(super) fn content(&self) -> Content<'_> {
        Content {
            text: &self.text,
            source: 0,
            pieces: &self.pieces,
            last: Cell::new(0),
        }
    }
}

/// The lines of a block without the prefixes of its containers, joined by LF; or a table's cell
/// without the backslashes before its pipes. U+FFFD stands for NUL.
///
/// Most blocks stand in the document just so, and are not copied.
#[derive(Debug)]
pub(in crate::markdown) struct Content<'c> {
    text: &'c str,
    /// Where the content begins in the document; without meaning where there are pieces.
    source: usize,
    /// Ascending; the first begins with the content. Empty for what stands in the document as is.
    pieces: &'c [Piece],
    /// The piece that was asked for last: most questions go forward.
    last: Cell<usize>,
}

impl<'c> Content<'c> {
    /// What stands in the document as it is.
    pub(in crate::markdown) fn contiguous(text: &'c str, source: usize) -> Self {
        Content {
            text,
            source,
            pieces: &[],
            last: Cell::new(0),
        }
    }

    pub(in crate::markdown) fn text(&self) -> &'c str {
        self.text
    }

    pub(in crate::markdown) fn bytes(&self) -> &'c [u8] {
        self.text.as_bytes()
    }

    /// The index in the document of an offset in the content.
    #[inline]
    pub(in crate::markdown) fn source(&self, offset: usize) -> usize {
        if self.pieces.is_empty() {
            self.source + offset
        } else {
            self.source_of_piece(offset)
        }
    }

    fn source_of_piece(&self, offset: usize) -> usize {
        let piece = self.piece(offset);
        piece.source as usize + offset.saturating_sub(piece.start as usize)
    }

    /// Where a stretch of the content stands in the document, if it does so as it is.
    pub(in crate::markdown) fn stretch(&self, start: usize, end: usize) -> Option<usize> {
        if self.pieces.is_empty() {
            return Some(self.source + start);
        }
        let piece = self.piece(start);
        let within = piece.start as usize <= start && end <= piece.end as usize;
        within.then(|| piece.source as usize + (start - piece.start as usize))
    }

    /// The last piece that starts by an offset.
    fn piece(&self, offset: usize) -> Piece {
        let starts_by = |number: usize| {
            self.pieces
                .get(number)
                .is_some_and(|piece| piece.start as usize <= offset)
        };
        let mut number = self.last.get();
        if !starts_by(number) || starts_by(number + 2) {
            number = self
                .pieces
                .partition_point(|p| p.start as usize <= offset)
                .max(1)
                - 1;
        } else if starts_by(number + 1) {
            number += 1;
        }
        self.last.set(number);
        self.pieces[number]
    }
}
