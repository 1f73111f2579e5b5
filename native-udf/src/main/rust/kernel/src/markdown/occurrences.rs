//! Where strings stand in a text.

use memchr::memmem::Finder;

/// Tells whether stretches of a text hold a string; linear in all when asked in order.
#[derive(Debug)]
pub(super) struct Occurrences<'a> {
    bytes: &'a [u8],
    wanted: &'static Finder<'static>,
    /// The first at or behind the last start that was asked for; the greatest number if there is
    /// none.
    next: usize,
}

impl<'a> Occurrences<'a> {
    pub(super) fn of(text: &'a str, wanted: &'static Finder<'static>) -> Self {
        let bytes = text.as_bytes();
        let next = wanted.find(bytes).unwrap_or(usize::MAX);
        Occurrences {
            bytes,
            wanted,
            next,
        }
    }

    /// Whether one begins in this stretch; its start never goes back by much.
    #[inline]
    pub(super) fn within(&mut self, start: usize, end: usize) -> bool {
        if self.next < start {
            let rest = self.bytes.get(start..).unwrap_or_default();
            self.next = self
                .wanted
                .find(rest)
                .map_or(usize::MAX, |length| start + length);
        }
        self.next >= start && self.next < end
    }
}
