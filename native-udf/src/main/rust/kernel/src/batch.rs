//! All kernels over a batch of documents.

use crate::error::KernelError;
use crate::frequencies::WordFrequencies;
use crate::frontmatter::{self, FrontmatterBlock, FrontmatterFormat, Reading, YamlEventList};
use crate::hash::sha256;
use crate::limits::Limits;
use crate::markdown::{self, MarkdownFacts};
use crate::record::RecordWriter;
use crate::text::SourceText;
use crate::words;

/// A part of the work on a document, which can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Decoding, lines and words.
    Text = 0,
    /// SHA-256.
    Hash = 1,
    /// Word frequencies.
    Frequencies = 2,
    /// Frontmatter.
    Frontmatter = 3,
    /// Markdown.
    Markdown = 4,
}

impl Part {
    /// How many parts there are.
    pub const COUNT: usize = 5;
}

/// Is told how far the work on a batch is, so that callers with a clock can measure its parts.
pub trait Progress {
    /// The work on a document of so many bytes begins; documents are numbered from 0.
    fn document(&mut self, number: usize, bytes: usize);
    /// What was done since the call before belongs to this part. Parts may come several times.
    fn ended(&mut self, part: Part);
    /// What follows belongs to the whole batch.
    fn documents_end(&mut self);
}

/// Nobody wants to know.
impl Progress for () {
    #[inline(always)]
    fn document(&mut self, _number: usize, _bytes: usize) {}
    #[inline(always)]
    fn ended(&mut self, _part: Part) {}
    #[inline(always)]
    fn documents_end(&mut self) {}
}

/// Analyzes batches, one after another, and keeps its working memory between them.
///
/// The record depends on the documents and limits alone. Not for several threads at once.
#[derive(Debug, Default)]
pub struct BatchAnalyzer {
    frequencies: WordFrequencies,
    events: YamlEventList,
}

impl BatchAnalyzer {
    /// An analyzer without working memory yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes the record of a batch, as [`crate::record`] describes it, in place of what `out` holds.
    ///
    /// After an error `out` holds nothing of use. No content of documents is an error or a panic.
    pub fn analyze_batch(
        &mut self,
        documents: &[&[u8]],
        limits: &Limits,
        out: &mut Vec<u8>,
    ) -> Result<(), KernelError> {
        self.analyze_measured(documents, limits, out, &mut ())
    }

    /// The same, and tells of its progress.
    pub fn analyze_measured(
        &mut self,
        documents: &[&[u8]],
        limits: &Limits,
        out: &mut Vec<u8>,
        progress: &mut impl Progress,
    ) -> Result<(), KernelError> {
        self.frequencies.clear();
        let mut record = RecordWriter::begin(out, documents.len())?;
        for (number, document) in documents.iter().enumerate() {
            progress.document(number, document.len());
            let open = record.begin_document();
            self.analyze(document, limits, &mut record, progress);
            record.end_document(open)?;
        }
        progress.documents_end();
        write_frequencies(&self.frequencies, &mut record);
        progress.ended(Part::Frequencies);
        record.check()
    }

    /// Writes what one kernel alone reads of a batch: the record's head, that kernel's part of each
    /// document without a length before it, and the frequencies where they are asked for.
    #[cfg(feature = "parts")]
    pub fn analyze_part(
        &mut self,
        part: Part,
        documents: &[&[u8]],
        limits: &Limits,
        out: &mut Vec<u8>,
    ) -> Result<(), KernelError> {
        self.frequencies.clear();
        let record = &mut RecordWriter::begin(out, documents.len())?;
        for document in documents {
            let decoded = || SourceText::decode(document);
            match part {
                Part::Hash => record.bytes(&sha256(document)),
                Part::Text => write_text(&decoded(), record),
                Part::Frequencies => self.frequencies.add_document(decoded().text()),
                Part::Frontmatter => {
                    let source = decoded();
                    let block = frontmatter::scan(source.text());
                    self.frontmatter(&source, &block, limits, record);
                }
                Part::Markdown => {
                    let source = decoded();
                    let start = frontmatter::scan(source.text()).body_start;
                    write_markdown(&markdown::parse(&source, start, limits), record);
                }
            }
        }
        if part == Part::Frequencies {
            write_frequencies(&self.frequencies, record);
        }
        record.check()
    }

    fn analyze(
        &mut self,
        document: &[u8],
        limits: &Limits,
        record: &mut RecordWriter<'_>,
        progress: &mut impl Progress,
    ) {
        let source = SourceText::decode(document);
        progress.ended(Part::Text);
        self.frequencies.add_document(source.text());
        progress.ended(Part::Frequencies);
        record.bytes(&sha256(document));
        progress.ended(Part::Hash);
        write_text(&source, record);
        progress.ended(Part::Text);
        let block = frontmatter::scan(source.text());
        self.frontmatter(&source, &block, limits, record);
        progress.ended(Part::Frontmatter);
        write_markdown(&markdown::parse(&source, block.body_start, limits), record);
        progress.ended(Part::Markdown);
    }

    fn frontmatter(
        &mut self,
        source: &SourceText<'_>,
        block: &FrontmatterBlock,
        limits: &Limits,
        record: &mut RecordWriter<'_>,
    ) {
        record.byte(block.format as u8);
        if block.format == FrontmatterFormat::None {
            return;
        }
        record.byte(block.terminated.into());
        record.number(frontmatter::original_bytes(source, block));
        match frontmatter::read(source, block, limits, &mut self.events) {
            Reading::Nothing => record.byte(0),
            Reading::Events => {
                record.byte(1);
                record.number(self.events.len().into());
                record.text(self.events.packed());
            }
            Reading::Java(reason) => {
                record.byte(2);
                record.byte(reason.map_or(0, |reason| reason as u8));
            }
        }
    }
}

fn write_text(source: &SourceText<'_>, record: &mut RecordWriter<'_>) {
    record.byte(source.encoding() as u8);
    record.number(source.lines().into());
    record.number(words::count(source.text()));
    record.number(source.invalid_sequences().into());
    if let Some(first) = source.first_invalid() {
        record.position(first);
    }
}

fn write_frequencies(frequencies: &WordFrequencies, record: &mut RecordWriter<'_>) {
    record.count(frequencies.len());
    frequencies.for_each(|word, occurrences, documents| {
        record.text(word);
        record.number(occurrences);
        record.number(documents.into());
    });
}

fn write_markdown(facts: &MarkdownFacts<'_>, record: &mut RecordWriter<'_>) {
    match &facts.limit {
        Some(exceeded) => {
            record.byte(exceeded.limit as u8 + 1);
            record.number(exceeded.line.into());
        }
        None => record.byte(0),
    }
    record.number(facts.prose_words);
    record.list(&facts.headings, |record, heading| {
        record.byte(heading.level);
        record.text(&*heading.text);
        // Most headings have no white space to fold.
        let folded = heading.anchor_text != heading.text;
        record.byte(folded.into());
        if folded {
            record.text(&*heading.anchor_text);
        }
        record.byte(heading.explicit_id.is_some().into());
        heading.explicit_id.iter().for_each(|id| record.text(&**id));
        record.position(heading.position);
    });
    record.list(&facts.links, |record, link| {
        record.position(link.position);
        record.text(&*link.text);
        record.text(&*link.target);
        record.byte(link.syntax as u8);
    });
    record.list(&facts.anchor_ids, |record, id| record.text(&**id));
    record.list(&facts.directives, |record, directive| {
        record.byte(directive.kind as u8);
        record.text(&directive.name);
        record.list(&directive.rules, |record, rule| record.text(rule));
        record.position(directive.position);
        record.number(directive.last_line.into());
    });
    record.list(&facts.undefined_references, |record, reference| {
        record.position(reference.position);
        record.text(&*reference.label);
    });
}
