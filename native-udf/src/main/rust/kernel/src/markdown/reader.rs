//! Reads the leaves of a document in the order of the source. Counterpart of Java's
//! `DocumentReader`.

use super::MarkdownFacts;
use super::collector::FactCollector;
use super::commonmark::blocks::{BlockParser, Blocks, Leaf, LeafKind};
use super::commonmark::content::{Content, ContentBuffer};
use super::commonmark::lines::{Line, join_lines};
use super::commonmark::tables::{Cells, cell_content};
use super::complexity::{ComplexityGuard, ComplexityLimit, ComplexityLimits, Exceeded};
use super::footnotes::Footnotes;
use super::html_block::read_html_block;
use super::inline_guard::InlineGuard;
use super::inline_reader::InlineReader;
use crate::text::SourceText;

/// Reads the text of a document from an index on.
pub(super) fn read<'a>(
    source: &'a SourceText<'a>,
    body_start: usize,
    max_nesting: u32,
) -> Result<MarkdownFacts<'a>, Exceeded> {
    let text = source.text();
    let body_start = text.floor_char_boundary(body_start);
    let body = &text[body_start..];
    let limits = ComplexityLimits::of(body);
    let mut guard = ComplexityGuard::new(text, max_nesting, limits);
    let blocks = BlockParser::parse(source, body_start, max_nesting, &mut guard)?;
    let has_nul = memchr::memchr(0, body.as_bytes()).is_some();
    let mut reader = DocumentReader {
        text,
        has_nul,
        blocks: &blocks,
        buffer: ContentBuffer::default(),
    };
    if !InlineGuard::cannot_exceed(body) {
        reader.guard_inlines()?;
    }
    if let Some(index) = blocks.too_deep {
        return Err(Exceeded {
            limit: ComplexityLimit::Nesting,
            index,
        });
    }
    let facts = FactCollector::new(source, &limits);
    let footnotes = Footnotes::of(&blocks.footnotes);
    let mut inlines = InlineReader::new(facts, footnotes, max_nesting);
    for leaf in &blocks.leaves {
        reader.leaf(leaf, &mut inlines)?;
    }
    Ok(inlines.facts.into_facts())
}

struct DocumentReader<'a, 'b> {
    text: &'a str,
    has_nul: bool,
    blocks: &'b Blocks<'a>,
    buffer: ContentBuffer,
}

impl<'a, 'b> DocumentReader<'a, 'b> {
    fn leaf(&mut self, leaf: &Leaf, inlines: &mut InlineReader<'a>) -> Result<(), Exceeded> {
        let lines = self.lines(leaf);
        let definitions = &self.blocks.definitions;
        match leaf.kind {
            LeafKind::Table => return self.table(lines, inlines),
            LeafKind::Paragraph => inlines.read(&self.content(lines), definitions)?,
            LeafKind::Html => {
                let content = self.content(lines);
                read_html_block(&content, &mut inlines.elements, &mut inlines.facts)?;
            }
            LeafKind::Heading(level) => {
                inlines.read_heading(&self.content(lines), definitions)?;
                let id = inlines.attributes.map(|attributes| attributes.id.into());
                let text = (
                    inlines.heading.folded_since(0),
                    inlines.heading.kept_since(0),
                );
                inlines.facts.heading(level, text, id, leaf.start as usize);
            }
        }
        Ok(())
    }

    fn lines(&self, leaf: &Leaf) -> &'b [Line] {
        let range = leaf.first as usize..leaf.last as usize;
        self.blocks.lines.get(range).unwrap_or_default()
    }

    fn content(&mut self, lines: &[Line]) -> Content<'_> {
        join_lines(self.text, lines, self.has_nul, &mut self.buffer)
    }

    fn table(&mut self, lines: &[Line], inlines: &mut InlineReader<'a>) -> Result<(), Exceeded> {
        let definitions = &self.blocks.definitions;
        self.each_cell(lines, |content| inlines.read(content, definitions))
    }

    /// Gives the cells of a table, in order; those beyond the header's columns do not count.
    fn each_cell(
        &mut self,
        lines: &[Line],
        mut cell: impl FnMut(&Content<'_>) -> Result<(), Exceeded>,
    ) -> Result<(), Exceeded> {
        let bytes = self.text.as_bytes();
        let Some((header, rows)) = lines.split_first() else {
            return Ok(());
        };
        let columns = Cells::of(bytes, *header).count();
        // The first of the other lines is the delimiter row.
        for row in std::iter::once(header).chain(rows.iter().skip(1)) {
            for place in Cells::of(bytes, *row).take(columns) {
                cell(&cell_content(
                    self.text,
                    place,
                    self.has_nul,
                    &mut self.buffer,
                ))?;
            }
        }
        Ok(())
    }

    /// Looks at all blocks before any is parsed.
    fn guard_inlines(&mut self) -> Result<(), Exceeded> {
        let mut guard = InlineGuard::new();
        for leaf in &self.blocks.leaves {
            let lines = self.lines(leaf);
            match leaf.kind {
                LeafKind::Html => {}
                LeafKind::Table => self.each_cell(lines, |content| {
                    guard.block(std::iter::once(content.text()), content.source(0))
                })?,
                LeafKind::Paragraph | LeafKind::Heading(_) => {
                    let index = leaf.start as usize;
                    guard.block(lines.iter().map(|line| line.part(self.text)), index)?;
                }
            }
        }
        Ok(())
    }
}
