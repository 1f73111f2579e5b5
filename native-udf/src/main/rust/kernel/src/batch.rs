//! All kernels over a batch of documents.

use crate::error::KernelError;
use crate::frequencies::WordFrequencies;
use crate::hash::sha256;
use crate::limits::Limits;
use crate::record::RecordWriter;
use crate::text::SourceText;
use crate::words;

/// Analyzes batches, one after another, and keeps its working memory between them.
///
/// The record depends on the documents and limits alone. Not for several threads at once.
#[derive(Debug, Default)]
pub struct BatchAnalyzer {
    frequencies: WordFrequencies,
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
        self.frequencies.clear();
        let mut record = RecordWriter::begin(out, documents.len())?;
        for document in documents {
            let open = record.begin_document();
            self.analyze(document, limits, &mut record);
            record.end_document(open)?;
        }
        record.count(self.frequencies.len());
        self.frequencies.for_each(|word, occurrences, documents| {
            record.text(word);
            record.number(occurrences);
            record.number(documents.into());
        });
        record.check()
    }

    fn analyze(&mut self, document: &[u8], _limits: &Limits, record: &mut RecordWriter<'_>) {
        let source = SourceText::decode(document);
        self.frequencies.add_document(source.text());
        record.bytes(&sha256(document));
        record.byte(source.encoding() as u8);
        record.number(source.lines().into());
        record.number(words::count(source.text()));
        record.number(source.invalid_sequences().into());
        if let Some(first) = source.first_invalid() {
            record.position(first);
        }
    }
}
