//! Does one part of the work, or all of it, once on the Markdown documents of folders: for tools
//! that count instructions, which other work on the machine does not disturb.
//!
//! `cargo run --profile measure --features parts --example part -- PART FOLDER...`; parts are
//! `text`, `hash`, `frequencies`, `frontmatter`, `markdown` and `whole`.

use std::hint::black_box;
use std::path::Path;

use docaudit_kernel::batch::{BatchAnalyzer, Part};
use docaudit_kernel::error::KernelError;
use docaudit_kernel::limits::Limits;

mod folder;

const BATCH: usize = 1024;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let part = match arguments.next().as_deref() {
        Some("text") => Some(Part::Text),
        Some("hash") => Some(Part::Hash),
        Some("frequencies") => Some(Part::Frequencies),
        Some("frontmatter") => Some(Part::Frontmatter),
        Some("markdown") => Some(Part::Markdown),
        Some("whole") => None,
        other => return Err(format!("no such part: {other:?}").into()),
    };
    let mut documents = Vec::new();
    for folder in arguments {
        folder::read(Path::new(&folder), &mut documents)?;
    }
    let documents: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
    let bytes: usize = documents.iter().map(|document| document.len()).sum();
    println!("{} documents, {bytes} bytes", documents.len());
    Ok(measured(part, &documents)?)
}

/// What `--toggle-collect='*measured*'` limits callgrind to.
#[inline(never)]
fn measured(part: Option<Part>, documents: &[&[u8]]) -> Result<(), KernelError> {
    let mut analyzer = BatchAnalyzer::new();
    let mut record = Vec::new();
    for batch in documents.chunks(BATCH) {
        match part {
            Some(part) => {
                analyzer.analyze_part(part, batch, &Limits::DEFAULT, &mut record)?;
            }
            None => analyzer.analyze_batch(batch, &Limits::DEFAULT, &mut record)?,
        }
        black_box(record.len());
    }
    Ok(())
}
