//! Prints what the text part knows of files, for comparison with another engine.
//!
//! `find FOLDER -name '*.md' | cargo run --release --example dump_text`: a JSON line a file, then a
//! line for each word of all of them.

use std::io::{BufRead, Write};

use docaudit_kernel::frequencies::WordFrequencies;
use docaudit_kernel::hash::sha256;
use docaudit_kernel::prose::ProseWords;
use docaudit_kernel::text::SourceText;
use docaudit_kernel::words;

/// Characters of a document whose places are looked up.
const PLACES: usize = 2_000;

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut frequencies = WordFrequencies::new();
    for path in std::io::stdin().lock().lines() {
        let path = path?;
        let document = std::fs::read(&path)?;
        let source = SourceText::decode(&document);
        frequencies.add_document(source.text());
        let mut prose = ProseWords::default();
        prose.add(source.text());
        let first = source.first_invalid();
        let hash: String = sha256(&document)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        writeln!(
            out,
            "{{\"path\":\"{path}\",\"sha256\":\"{hash}\",\"encoding\":{},\"mark\":{},\"lines\":{},\
             \"words\":{},\"prose\":{},\"invalid\":{},\"first\":\"{}\",\"places\":{}}}",
            source.encoding() as u8,
            source.has_byte_order_mark(),
            source.lines(),
            words::count(source.text()),
            prose.count(),
            source.invalid_sequences(),
            first.map_or(String::new(), |p| format!(
                "{}:{}:{}",
                p.line, p.column, p.byte_offset
            )),
            places(&source),
        )?;
    }
    frequencies.for_each(|word, count, documents| {
        let word = String::from_utf8_lossy(word);
        let _ = writeln!(out, "{word}\t{count}\t{documents}");
    });
    out.flush()
}

/// A hash of the places of some characters and of the text's end.
fn places(source: &SourceText<'_>) -> u32 {
    let text = source.text();
    let step = text.chars().count() / PLACES + 1;
    let indexes = text.char_indices().map(|(index, _)| index).step_by(step);
    indexes.chain([text.len()]).fold(0, |hash: u32, index| {
        let place = source.position(index);
        [
            place.line,
            place.column,
            place.byte_offset as u32,
            source.line_of(index),
        ]
        .iter()
        .fold(hash, |hash, &part| hash.wrapping_mul(31).wrapping_add(part))
    })
}
