//! Prints what the kernel reads of the frontmatter of documents, to be compared with Java's.
//!
//! Standard input: documents, each as its length (u32, little-endian) and its bytes. Standard
//! output: for each a line of the block's fields (indexes in UTF-16 code units), how it was read,
//! and the number of events, then a line an event.

use std::io::{self, Read, Write};

use docaudit_kernel::frontmatter::{self, Reading, YamlEventKind, YamlEventList};
use docaudit_kernel::limits::Limits;
use docaudit_kernel::text::SourceText;

fn main() -> io::Result<()> {
    let mut input = Vec::new();
    io::stdin().lock().read_to_end(&mut input)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut events = YamlEventList::new();
    let mut rest = &input[..];
    while let Some((length, tail)) = rest.split_first_chunk::<4>() {
        let (document, tail) = tail.split_at(u32::from_le_bytes(*length) as usize);
        rest = tail;
        print(document, &mut events, &mut out)?;
    }
    out.flush()
}

fn print(document: &[u8], events: &mut YamlEventList, out: &mut impl Write) -> io::Result<()> {
    let source = SourceText::decode(document);
    let block = frontmatter::scan(source.text());
    let reading = frontmatter::read(&source, &block, &Limits::DEFAULT, events);
    let units = |index: usize| source.text()[..index].encode_utf16().count();
    let how = match reading {
        Reading::Nothing => "nothing".to_owned(),
        Reading::Events => "events".to_owned(),
        Reading::Java(None) => "java".to_owned(),
        Reading::Java(Some(reason)) => format!("{reason:?}"),
    };
    writeln!(
        out,
        "{:?} {} {} {} {} {} {how} {}",
        block.format,
        units(block.content_start),
        units(block.content_end),
        units(block.body_start),
        block.terminated,
        frontmatter::original_bytes(&source, &block),
        events.len()
    )?;
    for event in events.iter() {
        let kind = match event.kind {
            YamlEventKind::MappingStart => "MAPPING_START",
            YamlEventKind::SequenceStart => "SEQUENCE_START",
            YamlEventKind::CollectionEnd => "COLLECTION_END",
            YamlEventKind::Scalar => "SCALAR",
            YamlEventKind::Alias => "ALIAS",
        };
        writeln!(
            out,
            "{kind} {}:{} {} {} {} {}",
            event.line,
            event.column,
            event.plain,
            event.tag.unwrap_or("-"),
            event.anchor.unwrap_or("-"),
            escaped(event.value),
        )?;
    }
    Ok(())
}

fn escaped(text: &str) -> String {
    let escapes = |c: char| matches!(c, '\n' | '\r' | '\\' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !text.contains(escapes) {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match escapes(c) {
            true => format!("\\{:x};", c as u32),
            false => c.to_string(),
        })
        .collect()
}
