//! Where strings stand in a text.

use memchr::{memchr, memmem};

/// Tells whether stretches of a text hold a string; linear in all when asked in order.
#[derive(Debug)]
pub(super) struct Occurrences<'a> {
    bytes: &'a [u8],
    find: fn(&[u8]) -> Option<usize>,
    /// The first at or behind the last start that was asked for; the length if there is none.
    next: usize,
}

impl<'a> Occurrences<'a> {
    pub(super) fn of(text: &'a str, find: fn(&[u8]) -> Option<usize>) -> Self {
        let bytes = text.as_bytes();
        Occurrences {
            bytes,
            find,
            next: find(bytes).unwrap_or(usize::MAX),
        }
    }

    /// Whether one begins in this stretch; its start never goes back by much.
    #[inline]
    pub(super) fn within(&mut self, start: usize, end: usize) -> bool {
        if self.next < start {
            let rest = self.bytes.get(start..).unwrap_or_default();
            self.next = (self.find)(rest).map_or(usize::MAX, |length| start + length);
        }
        self.next >= start && self.next < end
    }
}

/// `][`, without which there is no undefined reference.
pub(super) fn bracket_pair(bytes: &[u8]) -> Option<usize> {
    memmem::find(bytes, b"][")
}

/// `{/*`, which begins a comment of MDX.
pub(super) fn mdx_comment(bytes: &[u8]) -> Option<usize> {
    memmem::find(bytes, b"{/*")
}

/// `://`, which stands in bare URLs.
pub(super) fn scheme(bytes: &[u8]) -> Option<usize> {
    memmem::find(bytes, b"://")
}

/// `@`, which stands in addresses.
pub(super) fn at_sign(bytes: &[u8]) -> Option<usize> {
    memchr(b'@', bytes)
}

/// `www.`, which begins bare URLs.
pub(super) fn www(bytes: &[u8]) -> Option<usize> {
    memmem::find(bytes, b"www.")
}
