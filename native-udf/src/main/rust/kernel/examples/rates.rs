//! Rates of the kernels over the Markdown documents of folders, one thread, in memory:
//! the best of many short rounds, which other work on the machine disturbs least.
//!
//! `cargo run --release --example rates -- FOLDER...`

use std::hint::black_box;
use std::path::Path;
use std::thread;
use std::time::Instant;

use docaudit_kernel::batch::BatchAnalyzer;
use docaudit_kernel::frequencies::WordFrequencies;
use docaudit_kernel::frontmatter::YamlEventList;
use docaudit_kernel::limits::Limits;
use docaudit_kernel::prose::ProseWords;
use docaudit_kernel::text::SourceText;
use docaudit_kernel::{frontmatter, hash, markdown, words};

mod folder;

const ROUNDS: usize = 150;
const BATCH: usize = 1024;
/// More would make rounds long.
const MAX_BYTES: usize = 6_000_000;

fn main() -> std::io::Result<()> {
    for folder in std::env::args().skip(1) {
        let mut documents = Vec::new();
        folder::read(Path::new(&folder), &mut documents)?;
        let mut total = 0;
        documents.retain(|document| {
            total += document.len();
            total < MAX_BYTES
        });
        let bytes: usize = documents.iter().map(Vec::len).sum();
        println!("{folder} {}", documents.len());
        let rate = |name: &str, work: &mut dyn FnMut()| {
            let rounds = (0..ROUNDS).map(|_| {
                let start = Instant::now();
                work();
                start.elapsed()
            });
            let seconds = rounds.min().unwrap_or_default().as_secs_f64();
            println!("{name:24} {:8.0} MB/s", bytes as f64 / seconds / 1e6);
        };
        rate("decode+words+lines", &mut || {
            for document in &documents {
                let source = SourceText::decode(document);
                black_box(words::count(source.text()) + u64::from(source.lines()));
            }
        });
        let sources: Vec<_> = documents.iter().map(|d| SourceText::decode(d)).collect();
        rate("decode", &mut || {
            for document in &documents {
                black_box(SourceText::decode(document));
            }
        });
        rate("words", &mut || {
            for source in &sources {
                black_box(words::count(source.text()));
            }
        });
        rate("lines", &mut || {
            for source in &sources {
                black_box(source.lines());
            }
        });
        rate("decode+line starts", &mut || {
            for document in &documents {
                black_box(SourceText::decode(document).line_of(0));
            }
        });
        rate("frequencies", &mut || {
            let mut frequencies = WordFrequencies::new();
            for batch in sources.chunks(BATCH) {
                frequencies.clear();
                for source in batch {
                    frequencies.add_document(source.text());
                }
                black_box(frequencies.len());
            }
        });
        rate("prose", &mut || {
            for source in &sources {
                let mut prose = ProseWords::default();
                prose.add(source.text());
                black_box(prose.count());
            }
        });
        let pieces: Vec<&str> = sources
            .iter()
            .flat_map(|source| {
                source
                    .text()
                    .split_inclusive(['*', '`', '[', ']', '_', '<', '\n'])
            })
            .collect();
        rate("prose in pieces", &mut || {
            let mut prose = ProseWords::default();
            pieces.iter().for_each(|piece| prose.add(piece));
            black_box(prose.count());
        });
        rate("frontmatter", &mut || {
            let mut events = YamlEventList::new();
            for source in &sources {
                let block = frontmatter::scan(source.text());
                black_box(frontmatter::read(
                    source,
                    &block,
                    &Limits::DEFAULT,
                    &mut events,
                ));
            }
        });
        rate("markdown", &mut || {
            for source in &sources {
                let start = frontmatter::scan(source.text()).body_start;
                black_box(markdown::parse(source, start, &Limits::DEFAULT));
            }
        });
        let slices: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
        let mut analyzer = BatchAnalyzer::new();
        let mut record = Vec::new();
        rate("whole batches", &mut || {
            for batch in slices.chunks(BATCH) {
                let done = analyzer.analyze_batch(batch, &Limits::DEFAULT, &mut record);
                black_box(done.is_ok());
            }
        });
        rate("sha256", &mut || {
            for document in &documents {
                black_box(hash::sha256(document));
            }
        });
        // What threads inside one large document could win: its words and their frequencies, which
        // can be cut at white space, with and without a second thread, and all that is done of it.
        let large = documents.concat();
        let source = SourceText::decode(&large);
        let middle = source.text().floor_char_boundary(source.text().len() / 2);
        let rest = source.text().get(middle..).unwrap_or_default();
        let cut = middle + rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (first, second) = source.text().split_at(cut);
        let tally = |text: &str| {
            let mut frequencies = WordFrequencies::new();
            frequencies.add_document(text);
            black_box(words::count(text) + frequencies.len() as u64)
        };
        rate("large: tally", &mut || {
            tally(source.text());
        });
        rate("large: tally, 2 threads", &mut || {
            thread::scope(|scope| {
                scope.spawn(|| tally(second));
                tally(first);
            });
        });
        rate("large: whole", &mut || {
            let done = analyzer.analyze_batch(&[&large], &Limits::DEFAULT, &mut record);
            black_box(done.is_ok());
        });
    }
    Ok(())
}
