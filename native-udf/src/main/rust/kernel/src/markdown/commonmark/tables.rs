//! Rows of GFM tables: counterpart of commonmark-java's `TableBlockParser`.

use super::content::{Content, ContentBuffer};
use super::lines::Line;
use crate::markdown::characters::is_blank;

/// How many columns a delimiter row has, where this is one.
pub(super) fn delimiter_columns(row: &[u8]) -> Option<usize> {
    let mut columns = 0;
    let mut pipes = 0;
    let mut valid = false;
    let mut index = 0;
    while let Some(&byte) = row.get(index) {
        match byte {
            b'|' => {
                index += 1;
                pipes += 1;
                if pipes > 1 {
                    return None;
                }
                valid = true;
            }
            b'-' | b':' => {
                if pipes == 0 && columns > 0 {
                    return None;
                }
                index += usize::from(byte == b':');
                let dashes = row[index..].iter().take_while(|&&b| b == b'-').count();
                if dashes == 0 {
                    return None;
                }
                index += dashes;
                index += usize::from(row.get(index) == Some(&b':'));
                columns += 1;
                pipes = 0;
            }
            b' ' | b'\t' => index += 1,
            _ => return None,
        }
    }
    (valid && columns > 0).then_some(columns)
}

/// The cells of a row, one after the other: stretches of the document, white space and all.
#[derive(Clone, Debug)]
pub(in crate::markdown) struct Cells<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
    done: bool,
}

impl<'a> Cells<'a> {
    /// Splits a line of the text.
    pub(in crate::markdown) fn of(bytes: &'a [u8], line: Line) -> Self {
        let start = line.start as usize;
        let mut end = line.end as usize;
        let row = bytes.get(start..end).unwrap_or_default();
        let mut at = start + row.iter().take_while(|&&b| is_blank(b)).count();
        if bytes.get(at) == Some(&b'|') && at < end {
            at += 1;
            end -= bytes[at..end]
                .iter()
                .rev()
                .take_while(|&&b| is_blank(b))
                .count();
        }
        Cells {
            bytes,
            at,
            end,
            done: false,
        }
    }
}

impl Iterator for Cells<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        if self.done {
            return None;
        }
        let start = self.at;
        let mut index = start;
        while index < self.end {
            let Some(found) = memchr::memchr2(b'\\', b'|', &self.bytes[index..self.end]) else {
                break;
            };
            index += found;
            if self.bytes[index] == b'|' {
                self.at = index + 1;
                return Some((start, index));
            }
            let escapes = index + 1 < self.end && self.bytes[index + 1] == b'|';
            index += if escapes { 2 } else { 1 };
        }
        self.done = true;
        (start < self.end).then_some((start, self.end))
    }
}

/// What a cell holds: trimmed, and without the backslashes before its pipes.
pub(in crate::markdown) fn cell_content<'c>(
    text: &'c str,
    cell: (usize, usize),
    has_nul: bool,
    buffer: &'c mut ContentBuffer,
) -> Content<'c> {
    let whole = text.get(cell.0..cell.1).unwrap_or_default();
    let trimmed = whole.trim_start_matches([' ', '\t']);
    let start = cell.0 + (whole.len() - trimmed.len());
    let trimmed = trimmed.trim_end_matches([' ', '\t']);
    if !has_nul && memchr::memchr(b'\\', trimmed.as_bytes()).is_none() {
        return Content::contiguous(trimmed, start);
    }
    buffer.clear();
    let mut source = start;
    for (index, part) in trimmed.split("\\|").enumerate() {
        if index > 0 {
            // The pipe itself stands where its backslash does.
            buffer.push_char('|');
            source += 2;
        }
        buffer.push(part, source);
        source += part.len();
    }
    buffer.content()
}
