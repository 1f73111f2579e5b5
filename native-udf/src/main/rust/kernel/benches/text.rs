//! The text part, each kernel apart, over documents in memory. Throughput counts document bytes.

mod documents;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use docaudit_kernel::frequencies::WordFrequencies;
use docaudit_kernel::hash::sha256;
use docaudit_kernel::prose::ProseWords;
use docaudit_kernel::text::SourceText;
use docaudit_kernel::words;

fn text(c: &mut Criterion) {
    for (name, documents) in documents::batches() {
        let bytes = documents.iter().map(String::len).sum::<usize>() as u64;
        let mut each = |kernel: &str, work: &mut dyn FnMut(&str)| {
            let mut group = c.benchmark_group(kernel);
            group.throughput(Throughput::Bytes(bytes));
            group.bench_function(name, |b| {
                b.iter(|| documents.iter().for_each(|document| work(document)));
            });
            group.finish();
        };
        each("words and lines", &mut |document| {
            let source = SourceText::decode(document.as_bytes());
            black_box((words::count(source.text()), source.lines()));
        });
        each("line starts", &mut |document| {
            let source = SourceText::decode(document.as_bytes());
            black_box(source.line_of(document.len()));
        });
        each("prose words", &mut |document| {
            let mut prose = ProseWords::default();
            document
                .split_inclusive('\n')
                .for_each(|piece| prose.add(piece));
            black_box(prose.count());
        });
        each("sha256", &mut |document| {
            black_box(sha256(document.as_bytes()));
        });
        let mut group = c.benchmark_group("word frequencies");
        group.throughput(Throughput::Bytes(bytes));
        let mut frequencies = WordFrequencies::new();
        group.bench_function(name, |b| {
            b.iter(|| {
                frequencies.clear();
                documents
                    .iter()
                    .for_each(|document| frequencies.add_document(document));
                black_box(frequencies.len())
            });
        });
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30);
    targets = text
}
criterion_main!(benches);
