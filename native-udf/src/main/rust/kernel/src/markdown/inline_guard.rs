//! Adds up what each paragraph, heading or cell can cost an inline parser, before it parses them.
//! Counterpart of Java's `InlineGuard`, which says why these costs.

use memchr::memchr_iter;
use memchr::memmem::Finder;

use super::characters::utf16_length;
use super::complexity::{ComplexityLimit, Exceeded, INLINE_WORK_A_CHARACTER, MAX_INLINE_WORK};

/// Levels of images and of emphasis that the parser makes at most.
const LEVELS: i64 = 100;

/// Steps for each line that an image or emphasis holds.
const LINE_COPY: i64 = 100;

/// Bytes of text that are looked at together to see that a document stays far below the limit.
const PIECE: usize = 2_000;

/// What is left after the blocks so far.
#[derive(Debug)]
pub(super) struct InlineGuard {
    work_left: i64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    opening: i64,
    closing: i64,
    images: i64,
    delimiters: i64,
    characters: i64,
    lines: i64,
}

impl Counts {
    fn add(&mut self, text: &[u8]) {
        let bracket_behind = |&mark: &usize| text.get(mark + 1) == Some(&b'[');
        self.opening += count(memchr_iter(b'[', text).count());
        self.closing += count(memchr_iter(b']', text).count());
        self.images += count(memchr_iter(b'!', text).filter(bracket_behind).count());
        // One search counts faster than one for both, which stops at each.
        self.delimiters += count(memchr_iter(b'*', text).count());
        self.delimiters += count(memchr_iter(b'_', text).count());
    }

    /// What the blocks of a text can have.
    fn at_most(text: &[u8]) -> Self {
        let mut counts = Counts::default();
        counts.add(text);
        // A tab may become three spaces. The lines of a table make one for each cell.
        counts.characters = count(text.len().saturating_mul(4));
        let ends = [b'\n', b'\r', b'|'].map(|end| memchr_iter(end, text).count());
        counts.lines = count(ends.iter().sum::<usize>() + 2);
        counts
    }

    fn work(&self) -> i64 {
        let copies = (self.images + self.delimiters / 2).min(LEVELS) * self.lines;
        self.opening
            .saturating_mul(self.closing)
            .saturating_add(
                self.images
                    .min(self.closing)
                    .saturating_mul(self.characters)
                    / 10,
            )
            .saturating_add(copies.saturating_mul(LINE_COPY))
    }
}

impl InlineGuard {
    pub(super) fn new() -> Self {
        InlineGuard {
            work_left: MAX_INLINE_WORK,
        }
    }

    /// Whether the blocks of this text cannot exceed the limit, whatever they are.
    pub(super) fn cannot_exceed(text: &str) -> bool {
        let bytes = text.as_bytes();
        // Of 10,000 bytes, each costs less than 10,000 steps.
        if bytes.len() < 10_000 {
            return true;
        }
        let blank_line = Finder::new("\n\n");
        let mut work_left = MAX_INLINE_WORK;
        let mut rest = bytes;
        while !rest.is_empty() && work_left >= 0 {
            // No block goes beyond a blank line, and blocks together cost no more than as one.
            let behind = rest.get(PIECE..).and_then(|rest| blank_line.find(rest));
            let end = behind.map_or(rest.len(), |length| PIECE + length);
            let (piece, behind) = rest.split_at(end);
            work_left = work_left.saturating_sub(Counts::at_most(piece).work());
            rest = behind;
        }
        work_left >= 0
    }

    /// Adds a block, given by its lines; it begins at the index.
    pub(super) fn block<'t>(
        &mut self,
        lines: impl Iterator<Item = &'t str>,
        index: usize,
    ) -> Result<(), Exceeded> {
        let mut counts = Counts::default();
        for line in lines {
            counts.add(line.as_bytes());
            counts.characters += count(utf16_length(line)) + 1;
            counts.lines += 1;
        }
        self.work_left += INLINE_WORK_A_CHARACTER * counts.characters - counts.work();
        if self.work_left < 0 {
            return Err(Exceeded {
                limit: ComplexityLimit::Inlines,
                index,
            });
        }
        Ok(())
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
