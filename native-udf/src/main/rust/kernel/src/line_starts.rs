//! Where the lines of a text begin. A line ends with LF, CR LF, or CR.

use crate::lanes::{WINDOW, bits, count_pairs};

/// Line ends, plus one for a last line without; 0 for an empty text.
pub(crate) fn count_lines(text: &str) -> u32 {
    if text.is_empty() {
        return 0;
    }
    let ends_before_last_byte = count_pairs(text.as_bytes(), |byte, next| {
        (byte == b'\n') | ((byte == b'\r') & (next != b'\n'))
    });
    // The last byte itself ends a line, or else stands in one without an end.
    u32::try_from(ends_before_last_byte)
        .unwrap_or(u32::MAX)
        .saturating_add(1)
}

/// Where the lines of a text begin.
///
/// Texts of more than 4 GiB are beyond what a document can be; there indexes stop at that.
#[derive(Debug)]
pub(crate) struct LineStarts(Vec<u32>);

impl LineStarts {
    pub(crate) fn of(text: &str) -> LineStarts {
        let bytes = text.as_bytes();
        let mut starts = Vec::with_capacity(16 + bytes.len() / 32);
        starts.push(0);
        let (windows, rest) = bytes.as_chunks::<WINDOW>();
        let mut last = [0; WINDOW];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        for (number, window) in windows.iter().chain([&last]).enumerate() {
            // LF to CR, with the rare VT and FF between them.
            let mut ends = bits(window, |byte| byte.wrapping_sub(b'\n') < 4);
            while ends != 0 {
                let at = number * WINDOW + ends.trailing_zeros() as usize;
                ends &= ends - 1;
                match (bytes[at], bytes.get(at + 1)) {
                    (b'\n', _) | (b'\r', None) => starts.push(saturated(at + 1)),
                    (b'\r', Some(&next)) if next != b'\n' => starts.push(saturated(at + 1)),
                    _ => {}
                }
            }
        }
        LineStarts(starts)
    }

    /// The lines from an index on, each from its start to its line end.
    pub(crate) fn lines_from(
        &self,
        bytes: &[u8],
        index: usize,
    ) -> impl Iterator<Item = (usize, usize)> {
        let following = self.0.partition_point(|&start| start as usize <= index);
        let ended = self.0[following..].iter().scan(index, move |start, &next| {
            let line = *start;
            *start = next as usize;
            Some((line, before_line_end(bytes, line, next as usize)))
        });
        let last = self.0.last().map_or(0, |&last| index.max(last as usize));
        ended.chain((last < bytes.len()).then_some((last, bytes.len())))
    }

    /// The line of an index, from 1; a line end belongs to the line it ends.
    pub(crate) fn line_of(&self, index: usize) -> u32 {
        let index = saturated(index);
        saturated(self.0.partition_point(|&start| start <= index))
    }

    /// The index of a line's first character; `None` for a line that is not there.
    pub(crate) fn start_of(&self, line: u32) -> Option<usize> {
        self.0
            .get((line as usize).checked_sub(1)?)
            .map(|&start| start as usize)
    }
}

/// Where the line end begins that ends before `next`.
#[inline(always)]
fn before_line_end(bytes: &[u8], line: usize, next: usize) -> usize {
    let crlf = bytes[line..next].ends_with(b"\r\n");
    next - if crlf { 2 } else { 1 }
}

fn saturated(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
