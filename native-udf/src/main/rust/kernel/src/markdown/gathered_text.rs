//! Text of a block as links and headings carry it.

use std::borrow::Cow;

use super::visible_text::fold;

/// Most headings and links have less text.
const FIRST_BYTES: usize = 256;

/// Text that is gathered in pieces.
///
/// Remembers where the last piece stands in the document, so that a link's text that is one piece
/// need not be copied.
#[derive(Debug)]
pub(super) struct GatheredText<'a> {
    document: &'a str,
    text: String,
    last: Option<Stretch>,
}

#[derive(Clone, Copy, Debug)]
struct Stretch {
    /// Where it begins in the text that was gathered, and in the document.
    start: usize,
    source: usize,
    length: usize,
}

impl<'a> GatheredText<'a> {
    pub(super) fn new(document: &'a str) -> Self {
        GatheredText {
            document,
            text: String::with_capacity(FIRST_BYTES),
            last: None,
        }
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.last = None;
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds a piece, and where it stands in the document if it does so.
    #[inline]
    pub(super) fn push(&mut self, piece: &str, source: Option<usize>) {
        let start = self.text.len();
        self.last = source.map(|source| Stretch {
            start,
            source,
            length: piece.len(),
        });
        self.text.push_str(piece);
    }

    /// What was gathered since there was so much.
    pub(super) fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// The same, if it stands in the document in one piece.
    fn stretch_since(&self, start: usize) -> Option<&'a str> {
        let length = self.text.len() - start;
        let Stretch { source, .. } = self
            .last
            .filter(|stretch| stretch.start == start && stretch.length == length)?;
        self.document.get(source..source + length)
    }

    /// What was gathered since there was so much, to keep.
    pub(super) fn kept_since(&self, start: usize) -> Cow<'a, str> {
        match self.stretch_since(start) {
            Some(written) => Cow::Borrowed(written),
            None => Cow::Owned(self.since(start).to_owned()),
        }
    }

    /// The same with white space folded.
    pub(super) fn folded_since(&self, start: usize) -> Cow<'a, str> {
        match self.stretch_since(start) {
            Some(written) => fold(written),
            None => Cow::Owned(fold(self.since(start)).into_owned()),
        }
    }
}
