//! Lines of blocks, and the content that they make.

use super::content::{Content, ContentBuffer};

/// What a block has of a line, without the prefixes of its containers and without the line end.
#[derive(Clone, Copy, Debug)]
pub(in crate::markdown) struct Line {
    pub(in crate::markdown) start: u32,
    pub(in crate::markdown) end: u32,
    /// Spaces that stand for what its containers have left of the tab at the start; 0 for no tab
    /// or a whole one.
    pub(in crate::markdown) spaces: u8,
}

impl Line {
    pub(super) fn new(start: usize, end: usize, spaces: usize) -> Self {
        Line {
            start: offset(start),
            end: offset(end),
            spaces: u8::try_from(spaces).unwrap_or(0),
        }
    }

    pub(in crate::markdown) fn part<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or_default()
    }
}

/// Joins lines by LF, copying only what does not stand in the text just so.
pub(in crate::markdown) fn join_lines<'c>(
    text: &'c str,
    lines: &[Line],
    has_nul: bool,
    buffer: &'c mut ContentBuffer,
) -> Content<'c> {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Content::contiguous("", 0);
    };
    let start = first.start as usize;
    if !has_nul && first.spaces == 0 && are_adjacent(text.as_bytes(), lines) {
        return Content::contiguous(
            text.get(start..last.end as usize).unwrap_or_default(),
            start,
        );
    }
    buffer.clear();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            buffer.push_char('\n');
        }
        let start = line.start as usize;
        if line.spaces == 0 {
            buffer.push(line.part(text), start);
            continue;
        }
        buffer.push("", start);
        (0..line.spaces).for_each(|_| buffer.push_char(' '));
        buffer.push(
            text.get(start + 1..line.end as usize).unwrap_or_default(),
            start + 1,
        );
    }
    buffer.content()
}

fn are_adjacent(bytes: &[u8], lines: &[Line]) -> bool {
    lines.windows(2).all(|pair| {
        let end = pair[0].end;
        pair[1].start == end + 1 && pair[1].spaces == 0 && bytes.get(end as usize) == Some(&b'\n')
    })
}

/// Indexes fit: longer texts are not parsed.
#[inline]
pub(super) fn offset(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
