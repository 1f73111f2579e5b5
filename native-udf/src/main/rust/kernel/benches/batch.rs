//! Whole batches, and the parsers apart, over documents in memory. Throughput counts document bytes.

mod documents;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use docaudit_kernel::batch::BatchAnalyzer;
use docaudit_kernel::frontmatter::{self, YamlEventList};
use docaudit_kernel::limits::Limits;
use docaudit_kernel::markdown;
use docaudit_kernel::text::SourceText;

fn batch(c: &mut Criterion) {
    for (name, documents) in documents::batches() {
        let bytes = documents.iter().map(String::len).sum::<usize>() as u64;
        let slices: Vec<&[u8]> = documents.iter().map(String::as_bytes).collect();
        let sources: Vec<_> = slices
            .iter()
            .map(|bytes| SourceText::decode(bytes))
            .collect();
        let mut bench = |kernel: &str, work: &mut dyn FnMut()| {
            let mut group = c.benchmark_group(kernel);
            group.throughput(Throughput::Bytes(bytes));
            group.bench_function(name, |b| b.iter(&mut *work));
            group.finish();
        };
        let mut events = YamlEventList::new();
        bench("frontmatter", &mut || {
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
        bench("markdown", &mut || {
            for source in &sources {
                let start = frontmatter::scan(source.text()).body_start;
                black_box(markdown::parse(source, start, &Limits::DEFAULT));
            }
        });
        let mut analyzer = BatchAnalyzer::new();
        let mut record = Vec::new();
        bench("whole batch", &mut || {
            let done = analyzer.analyze_batch(&slices, &Limits::DEFAULT, &mut record);
            assert!(done.is_ok() && !record.is_empty());
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30);
    targets = batch
}
criterion_main!(benches);
