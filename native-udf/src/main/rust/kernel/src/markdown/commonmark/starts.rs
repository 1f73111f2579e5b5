//! Where blocks start: counterpart of commonmark-java's block parser factories, in their order.

use super::blocks::{BlockParser, Marker, Open};
use super::cursor::{CODE_INDENT, after_tab};
use super::html_start::html_start;
use super::lines::Line;
use super::tables::{Cells, delimiter_columns};
use crate::markdown::characters::is_blank;
use crate::markdown::footnotes::label_end;
use crate::unicode::is_ascii_space;

impl<'a> BlockParser<'a> {
    /// Opens the block that starts at the cursor, and goes on behind what starts it.
    ///
    /// `matched` is the innermost block that the line continues, `unmatched` the number of those
    /// within it.
    pub(super) fn block_start(&mut self, matched: Option<Open>, unmatched: usize) -> Option<Open> {
        let first = self.bytes[self.cursor.next];
        let in_paragraph = matched == Some(Open::Paragraph);
        if in_paragraph && matches!(first, b'|' | b'-' | b':') && self.starts_table() {
            self.paragraph_to_table();
            return self.active();
        }
        if self.cursor.indent() >= CODE_INDENT {
            if self.active() == Some(Open::Paragraph) {
                return None;
            }
            self.close(unmatched);
            let column = self.cursor.column + CODE_INDENT;
            return self.open_at_column(Open::IndentedCode, column);
        }
        match first {
            b'[' => self.start_footnote(unmatched),
            b'>' => {
                self.close(unmatched);
                let column = self.column_behind_quote();
                self.open_at_column(Open::Quote, column)
            }
            b'#' => self.start_atx_heading(unmatched),
            b'=' if in_paragraph => self.start_setext_heading(b'=', 1),
            b'`' | b'~' => self.start_fence(first, unmatched),
            b'<' => self.start_html(in_paragraph, unmatched),
            b'-' | b'*' | b'_' | b'+' | b'0'..=b'9' => {
                let heading = if first == b'-' && in_paragraph {
                    self.start_setext_heading(b'-', 2)
                } else {
                    None
                };
                heading
                    .or_else(|| self.start_break(first, unmatched))
                    .or_else(|| self.start_list(matched, unmatched))
            }
            _ => None,
        }
    }

    fn open_at_column(&mut self, kind: Open, column: usize) -> Option<Open> {
        self.cursor.skip_to_column(self.bytes, column);
        self.open(kind);
        Some(kind)
    }

    /// Opens what takes the whole line and ends with it.
    fn open_line(&mut self) -> Option<Open> {
        self.cursor.index = self.cursor.end;
        self.cursor.in_tab = false;
        self.open(Open::Line);
        Some(Open::Line)
    }

    fn rest(&self) -> &'a [u8] {
        &self.bytes[self.cursor.next..self.cursor.end]
    }

    fn starts_table(&self) -> bool {
        let Some(header) = self.paragraph_lines().last() else {
            return false;
        };
        let row = &self.bytes[header.start as usize..header.end as usize];
        if memchr::memchr(b'|', row).is_none() {
            return false;
        }
        delimiter_columns(self.rest()).is_some_and(|columns| {
            columns >= Cells::of(self.bytes, *header).take(columns + 1).count()
        })
    }

    fn start_footnote(&mut self, unmatched: usize) -> Option<Open> {
        let line = &self.text[..self.cursor.end];
        let close = label_end(line, self.cursor.next)?;
        if line.as_bytes().get(close + 1) != Some(&b':') {
            return None;
        }
        self.close(unmatched);
        self.blocks
            .footnotes
            .push(&line[self.cursor.next + 2..close]);
        self.cursor.skip_to(self.bytes, close + 2);
        self.open(Open::Footnote);
        Some(Open::Footnote)
    }

    fn start_atx_heading(&mut self, unmatched: usize) -> Option<Open> {
        let (level, content) = atx_heading(self.rest())?;
        self.close(unmatched);
        let next = self.cursor.next;
        self.open(Open::Line);
        self.add_heading(level, Line::new(next + content.0, next + content.1, 0));
        self.cursor.index = self.cursor.end;
        self.cursor.in_tab = false;
        Some(Open::Line)
    }

    fn start_setext_heading(&mut self, marker: u8, level: u8) -> Option<Open> {
        let rest = self.rest();
        let markers = rest.iter().take_while(|&&b| b == marker).count();
        if !rest[markers..].iter().all(|&b| is_blank(b)) || self.paragraph_lines().is_empty() {
            return None;
        }
        self.paragraph_to_heading(level);
        self.open_line()
    }

    fn start_fence(&mut self, character: u8, unmatched: usize) -> Option<Open> {
        let rest = self.rest();
        let length = rest.iter().take_while(|&&b| b == character).count();
        if length < 3 || (character == b'`' && memchr::memchr(b'`', &rest[length..]).is_some()) {
            return None;
        }
        self.close(unmatched);
        self.open(Open::Fence { character, length });
        self.active()
    }

    fn start_html(&mut self, in_paragraph: bool, unmatched: usize) -> Option<Open> {
        let interrupts = in_paragraph || self.active_takes_lazy_lines();
        let end = html_start(self.rest(), interrupts)?;
        self.close(unmatched);
        self.open(Open::Html {
            end,
            finished: false,
        });
        self.active()
    }

    fn start_break(&mut self, marker: u8, unmatched: usize) -> Option<Open> {
        if !matches!(marker, b'-' | b'*' | b'_') {
            return None;
        }
        if self.no_break.is_some_and(|at| at >= self.cursor.next) {
            return None;
        }
        let mut count = 0;
        for (at, &byte) in self.rest().iter().enumerate() {
            if byte == marker {
                count += 1;
            } else if byte != b' ' && byte != b'\t' {
                // Other markers may still make a break of what is left of the line.
                if !matches!(byte, b'-' | b'*' | b'_') {
                    self.no_break = Some(self.cursor.next + at);
                }
                return None;
            }
        }
        if count < 3 {
            return None;
        }
        self.close(unmatched);
        self.open_line()
    }

    fn start_list(&mut self, matched: Option<Open>, unmatched: usize) -> Option<Open> {
        let rest = self.rest();
        let ListMarker {
            marker,
            length,
            number,
        } = list_marker(rest)?;
        let column = self.cursor.next_column;
        let behind = column + length;
        let mut content = behind;
        let mut has_content = false;
        for &byte in &rest[length..] {
            match byte {
                b'\t' => content = after_tab(content),
                b' ' => content += 1,
                _ => {
                    has_content = true;
                    break;
                }
            }
        }
        if matched == Some(Open::Paragraph) && (!has_content || number != 1) {
            return None;
        }
        if !has_content || content - behind > CODE_INDENT {
            content = behind + 1;
        }
        let content_indent = content - self.cursor.column;
        self.close(unmatched);
        self.cursor.skip_to_column(self.bytes, content);
        if matched != Some(Open::List(marker)) {
            self.open(Open::List(marker));
        }
        self.open(Open::Item { content_indent });
        self.active()
    }
}

struct ListMarker {
    marker: Marker,
    length: usize,
    /// The number of an ordered list; 1 for a bullet.
    number: u32,
}

/// The marker of the list that starts so.
fn list_marker(rest: &[u8]) -> Option<ListMarker> {
    let found = match *rest.first()? {
        marker @ (b'*' | b'+' | b'-') => ListMarker {
            marker,
            length: 1,
            number: 1,
        },
        _ => {
            let digits = rest.iter().take(10).take_while(|b| b.is_ascii_digit());
            let (count, number) = digits.fold((0, 0_u32), |(n, sum), b| {
                (n + 1, sum.saturating_mul(10) + u32::from(b - b'0'))
            });
            let marker = *rest.get(count)?;
            if count == 0 || count > 9 || !matches!(marker, b'.' | b')') {
                return None;
            }
            ListMarker {
                marker,
                length: count + 1,
                number,
            }
        }
    };
    matches!(rest.get(found.length), None | Some(b' ' | b'\t')).then_some(found)
}

/// Level and content of the heading that starts so, without the closing sequence.
fn atx_heading(rest: &[u8]) -> Option<(u8, (usize, usize))> {
    let level = rest.iter().take_while(|&&b| b == b'#').count();
    if level > 6 || !matches!(rest.get(level), None | Some(b' ' | b'\t')) {
        return None;
    }
    let skip_space = |from: usize| {
        from + rest[from..]
            .iter()
            .take_while(|&&b| is_ascii_space(b))
            .count()
    };
    let start = skip_space(level);
    let content = &rest[start..];
    if memchr::memchr(b'#', content).is_none() {
        let blanks = content.iter().rev().take_while(|&&b| is_blank(b)).count();
        return Some((level as u8, (start, rest.len() - blanks)));
    }
    let mut end = start;
    let mut index = start;
    let mut hash_can_end = true;
    while let Some(&byte) = rest.get(index) {
        match byte {
            b'#' if hash_can_end => {
                let hashes = rest[index..].iter().take_while(|&&b| b == b'#').count();
                let next = skip_space(index + hashes);
                if next < rest.len() {
                    end = next;
                }
                hash_can_end = next > index + hashes;
                index = next;
            }
            b' ' | b'\t' => {
                hash_can_end = true;
                index += 1;
            }
            _ => {
                hash_can_end = false;
                index += 1;
                end = index;
            }
        }
    }
    Some((level as u8, (start, end)))
}
