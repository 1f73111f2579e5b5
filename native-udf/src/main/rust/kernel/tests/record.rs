//! The record of a batch says what the kernels say of each document, in a form that reads back.

use docaudit_kernel::batch::BatchAnalyzer;
use docaudit_kernel::frequencies::WordFrequencies;
use docaudit_kernel::hash::sha256;
use docaudit_kernel::limits::Limits;
use docaudit_kernel::record::{MAGIC, VERSION};
use docaudit_kernel::text::{Position, SourceText};
use docaudit_kernel::words;
use proptest::collection::vec;
use proptest::prelude::*;

#[path = "text/pieces.rs"]
mod pieces;

/// Reads a record back, and fails where it is shorter than it says.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, length: usize) -> &'a [u8] {
        let (bytes, rest) = self.0.split_at(length);
        self.0 = rest;
        bytes
    }

    fn byte(&mut self) -> u8 {
        self.bytes(1)[0]
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.bytes(4).try_into().unwrap())
    }

    fn number(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let byte = self.byte();
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        value
    }

    fn text(&mut self) -> &'a str {
        let length = self.number() as usize;
        std::str::from_utf8(self.bytes(length)).unwrap()
    }

    fn position(&mut self) -> Position {
        let [line, column, byte_offset] = std::array::from_fn(|_| self.number());
        Position {
            line: line as u32,
            column: column as u32,
            byte_offset,
        }
    }
}

fn analyze(analyzer: &mut BatchAnalyzer, documents: &[Vec<u8>]) -> Vec<u8> {
    let documents: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
    let mut record = b"left over".to_vec();
    analyzer
        .analyze_batch(&documents, &Limits::DEFAULT, &mut record)
        .unwrap();
    record
}

fn check(record: &[u8], documents: &[Vec<u8>]) {
    let mut reader = Reader(record);
    assert_eq!(reader.bytes(4), MAGIC);
    assert_eq!(reader.bytes(2), VERSION.to_le_bytes());
    assert_eq!(reader.u32() as usize, documents.len());
    let mut frequencies = WordFrequencies::new();
    for document in documents {
        let length = reader.u32() as usize;
        let mut body = Reader(reader.bytes(length));
        let source = SourceText::decode(document);
        frequencies.add_document(source.text());
        assert_eq!(body.bytes(32), sha256(document));
        assert_eq!(body.byte(), source.encoding() as u8);
        assert_eq!(body.number(), u64::from(source.lines()));
        assert_eq!(body.number(), words::count(source.text()));
        let invalid = body.number();
        assert_eq!(invalid, u64::from(source.invalid_sequences()));
        assert_eq!(
            (invalid > 0).then(|| body.position()),
            source.first_invalid()
        );
        assert_eq!(body.0, []);
    }
    assert_eq!(reader.number() as usize, frequencies.len());
    frequencies.for_each(|word, occurrences, documents| {
        assert_eq!(reader.text().as_bytes(), word);
        assert_eq!(
            [reader.number(), reader.number()],
            [occurrences, documents.into()]
        );
    });
    assert_eq!(reader.0, []);
}

#[test]
fn a_record_byte_by_byte() {
    let documents = [b"Hi\n".to_vec(), b"\xFFhi ho".to_vec()];
    let record = analyze(&mut BatchAnalyzer::new(), &documents);
    let expected = [
        &b"DAKR\x01\0\x02\0\0\0"[..],
        &[36, 0, 0, 0],
        &sha256(&documents[0]),
        &[0, 1, 1, 0],
        &[39, 0, 0, 0],
        &sha256(&documents[1]),
        &[0, 1, 2, 1, 1, 1, 0],
        &[2, 2, b'h', b'i', 2, 2, 2, b'h', b'o', 1, 1],
    ];
    assert_eq!(record, expected.concat());
}

#[test]
fn an_empty_batch() {
    check(&analyze(&mut BatchAnalyzer::new(), &[]), &[]);
    check(&analyze(&mut BatchAnalyzer::new(), &[vec![]]), &[vec![]]);
}

proptest! {
    #[test]
    fn records_read_back(batches in vec(vec(pieces::documents(), 0..6), 1..4)) {
        let mut analyzer = BatchAnalyzer::new();
        for batch in batches {
            let record = analyze(&mut analyzer, &batch);
            check(&record, &batch);
            prop_assert_eq!(record, analyze(&mut BatchAnalyzer::new(), &batch));
        }
    }
}
