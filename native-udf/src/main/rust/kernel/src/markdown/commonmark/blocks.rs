//! The structure of blocks: counterpart of commonmark-java's `DocumentParser` and of the block
//! parsers that it drives, line by line, with all containers of a line on one stack.

use super::cursor::{CODE_INDENT, Cursor};
use super::definitions::DefinitionParser;
use super::html_start::{HtmlEnd, ends_html};
use super::labels::Definitions;
use super::lines::{Line, offset};
use crate::markdown::characters::is_blank;
use crate::markdown::complexity::{ComplexityGuard, Exceeded};
use crate::text::SourceText;

/// A block without blocks in it, which facts can come from.
#[derive(Clone, Copy, Debug)]
pub(in crate::markdown) struct Leaf {
    pub(in crate::markdown) kind: LeafKind,
    /// Its lines in [`Blocks::lines`]: the first, and the one behind the last.
    pub(in crate::markdown) first: u32,
    pub(in crate::markdown) last: u32,
    /// Index of its first character.
    pub(in crate::markdown) start: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum LeafKind {
    Paragraph,
    /// With its level.
    Heading(u8),
    Html,
    /// The header's line, the delimiter row, and a line for each row of the body.
    Table,
}

/// The blocks of a text.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Blocks<'a> {
    /// In the order of the text.
    pub(in crate::markdown) leaves: Vec<Leaf>,
    pub(in crate::markdown) lines: Vec<Line>,
    pub(in crate::markdown) definitions: Definitions<'a>,
    /// Labels of footnotes, as written.
    pub(in crate::markdown) footnotes: Vec<&'a str>,
    /// Where the nesting of containers first exceeds the limit.
    pub(in crate::markdown) too_deep: Option<usize>,
}

/// The delimiter of a list, which tells lists apart: `-`, `+`, `*`, `.` or `)`.
pub(super) type Marker = u8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    Quote,
    List(Marker),
    Item {
        content_indent: usize,
    },
    Footnote,
    Paragraph,
    Fence {
        character: u8,
        length: usize,
    },
    IndentedCode,
    Html {
        end: HtmlEnd,
        finished: bool,
    },
    Table {
        lazy: bool,
    },
    /// A heading or thematic break, which ends with its line.
    Line,
}

impl Open {
    pub(super) fn is_container(self) -> bool {
        matches!(
            self,
            Open::Quote | Open::List(_) | Open::Item { .. } | Open::Footnote
        )
    }

    /// Whether `docaudit` counts it as nesting; a list counts by its items.
    fn is_nesting(self) -> bool {
        matches!(self, Open::Quote | Open::Item { .. } | Open::Footnote)
    }
}

#[derive(Debug)]
pub(super) struct OpenBlock {
    pub(super) kind: Open,
    pub(super) has_child: bool,
    /// Its first line in [`Blocks::lines`].
    first: u32,
}

enum Continue {
    No,
    Here,
    AtNext,
    AtColumn(usize),
    Finished,
}

pub(in crate::markdown) struct BlockParser<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) cursor: Cursor,
    /// The blocks that are open below the document.
    pub(super) stack: Vec<OpenBlock>,
    pub(super) blocks: Blocks<'a>,
    pub(super) paragraph: DefinitionParser<'a>,
    max_nesting: usize,
    nesting: usize,
    /// Index of a character on this line that no thematic break has.
    pub(super) no_break: Option<usize>,
}

impl<'a> BlockParser<'a> {
    /// Parses a text from an index on; the guard sees each line before it is parsed.
    pub(in crate::markdown) fn parse(
        source: &'a SourceText<'a>,
        body_start: usize,
        max_nesting: u32,
        guard: &mut ComplexityGuard<'a>,
    ) -> Result<Blocks<'a>, Exceeded> {
        let text = source.text();
        let mut parser = BlockParser {
            text,
            bytes: text.as_bytes(),
            cursor: Cursor::default(),
            stack: Vec::with_capacity(16),
            blocks: Blocks::default(),
            paragraph: DefinitionParser::default(),
            max_nesting: max_nesting as usize,
            nesting: 0,
            no_break: None,
        };
        parser.blocks.lines.reserve((text.len() - body_start) / 64);
        parser
            .blocks
            .leaves
            .reserve((text.len() - body_start) / 128);
        for (start, end) in source.lines_from(body_start) {
            guard.line(start, end)?;
            parser.line(start, end);
        }
        parser.close(parser.stack.len());
        Ok(parser.blocks)
    }

    fn line(&mut self, start: usize, end: usize) {
        self.cursor.start(start, end);
        self.no_break = None;
        let mut matched = 0;
        while matched < self.stack.len() {
            self.cursor.find_next(self.bytes);
            match self.continue_block(matched) {
                Continue::No => break,
                Continue::Here => {}
                Continue::AtNext => self.cursor.skip_to_next(),
                Continue::AtColumn(column) => self.cursor.skip_to_column(self.bytes, column),
                Continue::Finished => {
                    self.close(self.stack.len() - matched);
                    return;
                }
            }
            matched += 1;
        }
        let mut unmatched = self.stack.len() - matched;
        let mut current = matched.checked_sub(1).map(|at| self.stack[at].kind);
        let mut started = false;
        let mut try_starts =
            current.is_none_or(|kind| kind.is_container() || kind == Open::Paragraph);
        while try_starts {
            self.cursor.find_next(self.bytes);
            let start = if self.may_start() {
                self.block_start(current, unmatched)
            } else {
                None
            };
            let Some(kind) = start else {
                self.cursor.skip_to_next();
                break;
            };
            started = true;
            unmatched = 0;
            current = Some(kind);
            try_starts = kind.is_container();
        }
        if !started && !self.cursor.is_blank() && self.active_takes_lazy_lines() {
            self.add_line();
            return;
        }
        self.close(unmatched);
        if current.is_some_and(|kind| !kind.is_container()) {
            self.add_line();
        } else if !self.cursor.is_blank() {
            self.open(Open::Paragraph);
            self.paragraph.start(self.bytes[self.cursor.index]);
            self.add_line();
        }
    }

    fn may_start(&self) -> bool {
        // The document and 2 * (nesting + 2) blocks: a list counts twice there, and one level more
        // than allowed must be seen.
        !self.cursor.is_blank() && self.stack.len() < 2 * (self.max_nesting + 2)
    }

    fn continue_block(&mut self, at: usize) -> Continue {
        let cursor = &self.cursor;
        let blank = cursor.is_blank();
        let OpenBlock {
            kind, has_child, ..
        } = self.stack[at];
        match kind {
            Open::Quote => {
                if cursor.indent() < CODE_INDENT && !blank && self.bytes[cursor.next] == b'>' {
                    Continue::AtColumn(self.column_behind_quote())
                } else {
                    Continue::No
                }
            }
            Open::List(_) => Continue::Here,
            Open::Item { .. } | Open::Footnote if blank => {
                if has_child {
                    Continue::AtNext
                } else {
                    Continue::No
                }
            }
            Open::Item { content_indent } => {
                if cursor.indent() >= content_indent {
                    Continue::AtColumn(cursor.column + content_indent)
                } else {
                    Continue::No
                }
            }
            Open::Footnote | Open::IndentedCode if cursor.indent() >= CODE_INDENT => {
                Continue::AtColumn(cursor.column + CODE_INDENT)
            }
            Open::IndentedCode if blank => Continue::AtNext,
            Open::Footnote | Open::IndentedCode | Open::Line => Continue::No,
            Open::Paragraph => {
                if blank {
                    Continue::No
                } else {
                    Continue::Here
                }
            }
            Open::Fence { character, length } => self.continue_fence(character, length),
            Open::Html { finished: true, .. } => Continue::No,
            Open::Html {
                end: HtmlEnd::Blank,
                ..
            } if blank => Continue::No,
            Open::Html { .. } => Continue::Here,
            Open::Table { .. } => self.continue_table(at),
        }
    }

    pub(super) fn column_behind_quote(&self) -> usize {
        let space = matches!(
            self.bytes[..self.cursor.end].get(self.cursor.next + 1),
            Some(b' ' | b'\t')
        );
        self.cursor.next_column + 1 + usize::from(space)
    }

    fn continue_fence(&self, character: u8, length: usize) -> Continue {
        let rest = &self.bytes[self.cursor.next..self.cursor.end];
        let fence = rest.iter().take_while(|&&b| b == character).count();
        let closes = fence >= length
            && self.cursor.indent() < CODE_INDENT
            && rest[fence..].iter().all(|&b| is_blank(b));
        if closes {
            Continue::Finished
        } else {
            Continue::Here
        }
    }

    fn continue_table(&mut self, at: usize) -> Continue {
        let rest = &self.bytes[self.cursor.next..self.cursor.end];
        match memchr::memchr(b'|', rest) {
            None => Continue::No,
            Some(0) if rest[1..].iter().all(|&b| is_blank(b)) => {
                self.stack[at].kind = Open::Table { lazy: false };
                Continue::No
            }
            Some(_) => Continue::Here,
        }
    }

    pub(super) fn active_takes_lazy_lines(&self) -> bool {
        matches!(
            self.active(),
            Some(Open::Paragraph | Open::Table { lazy: true })
        )
    }

    pub(super) fn active(&self) -> Option<Open> {
        self.stack.last().map(|block| block.kind)
    }

    /// Opens a block within the active one, or the first that can hold it.
    pub(super) fn open(&mut self, kind: Open) {
        let holds = |parent: Open| match parent {
            Open::List(_) => matches!(kind, Open::Item { .. }),
            _ => parent.is_container(),
        };
        while self.active().is_some_and(|active| !holds(active)) {
            self.close_active();
        }
        if let Some(parent) = self.stack.last_mut() {
            parent.has_child = true;
        }
        if kind.is_nesting() {
            self.nesting += 1;
            if self.nesting > self.max_nesting && self.blocks.too_deep.is_none() {
                self.blocks.too_deep = Some(self.cursor.index);
            }
        }
        let first = self.next_line();
        self.stack.push(OpenBlock {
            kind,
            has_child: false,
            first,
        });
    }

    /// Gives the line, from the cursor on, to the active block.
    fn add_line(&mut self) {
        let Some(active) = self.stack.last_mut() else {
            return;
        };
        let cursor = &self.cursor;
        let line = Line::new(cursor.index, cursor.end, cursor.spaces_of_tab());
        match &mut active.kind {
            Open::Paragraph => {
                self.blocks.lines.push(line);
                if !self.paragraph.is_done()
                    && self
                        .paragraph
                        .line(line.part(self.text), &mut self.blocks.definitions)
                {
                    active.first = offset(self.blocks.lines.len());
                }
            }
            Open::Html { end, finished } => {
                self.blocks.lines.push(line);
                *finished = ends_html(*end, &self.bytes[cursor.index..cursor.end]);
            }
            Open::Table { .. } => self.blocks.lines.push(line),
            _ => {}
        }
    }

    #[inline]
    pub(super) fn close(&mut self, count: usize) {
        for _ in 0..count {
            self.close_active();
        }
    }

    fn close_active(&mut self) {
        let Some(block) = self.stack.pop() else {
            return;
        };
        match block.kind {
            Open::Paragraph => {
                self.paragraph.finish(&mut self.blocks.definitions);
                self.add_leaf(LeafKind::Paragraph, block.first);
            }
            Open::Html { .. } => self.add_leaf(LeafKind::Html, block.first),
            Open::Table { .. } => self.add_leaf(LeafKind::Table, block.first),
            kind if kind.is_nesting() => self.nesting -= 1,
            _ => {}
        }
    }

    /// Adds a leaf with the lines from the first on; none if there are none.
    fn add_leaf(&mut self, kind: LeafKind, first: u32) {
        let last = self.next_line();
        if let Some(line) = self.blocks.lines.get(first as usize) {
            self.blocks.leaves.push(Leaf {
                kind,
                first,
                last,
                start: line.start,
            });
        }
    }

    /// Adds a heading that starts with `#` at the next character, and its content.
    pub(super) fn add_heading(&mut self, level: u8, content: Line) {
        let first = self.next_line();
        self.blocks.lines.push(content);
        let start = offset(self.cursor.next);
        let leaf = Leaf {
            kind: LeafKind::Heading(level),
            first,
            last: first + 1,
            start,
        };
        self.blocks.leaves.push(leaf);
    }

    /// Makes a heading of the lines of the paragraph that is active.
    pub(super) fn paragraph_to_heading(&mut self, level: u8) {
        if let Some(block) = self.stack.pop() {
            self.paragraph.finish(&mut self.blocks.definitions);
            self.add_leaf(LeafKind::Heading(level), block.first);
        }
    }

    /// Makes a table of the last line of the paragraph that is active; the others stay one.
    pub(super) fn paragraph_to_table(&mut self) {
        let Some(header) = self.blocks.lines.pop() else {
            return;
        };
        self.close_active();
        self.open(Open::Table { lazy: true });
        self.blocks.lines.push(header);
    }

    /// The lines of the paragraph that is matched on this line, but for definitions.
    pub(super) fn paragraph_lines(&self) -> &[Line] {
        let first = self.stack.last().map_or(0, |block| block.first as usize);
        self.blocks.lines.get(first..).unwrap_or_default()
    }

    fn next_line(&self) -> u32 {
        offset(self.blocks.lines.len())
    }
}
