//! Frontmatter's extent and events. Throughput counts the bytes of the blocks.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use docaudit_kernel::frontmatter::{self, YamlEventList};
use docaudit_kernel::limits::Limits;
use docaudit_kernel::text::SourceText;
use saphyr_parser::Parser;

/// The block of an article as Microsoft's C++ documentation has them, and of a post of a blog.
const BLOCKS: [(&str, &str); 2] = [
    (
        "article",
        "---\n\
         description: \"Learn more about: _strset_s, _strset_s_l, _wcsset_s, _wcsset_s_l\"\n\
         title: \"_strset_s, _strset_s_l, _wcsset_s, _wcsset_s_l\"\n\
         ms.date: \"4/2/2020\"\n\
         api_name: [\"_wcsset_s\", \"_wcsset_s_l\", \"_strset_s\", \"_mbsset_s_l\", \"_strset_s_l\"]\n\
         api_location: [\"msvcrt.dll\", \"msvcr80.dll\", \"msvcr90.dll\", \"msvcr100.dll\"]\n\
         api_type: [\"DLLExport\"]\n\
         topic_type: [\"apiref\"]\n\
         helpviewer_keywords: [\"strings [C++], initializing\", \"strset_s_l function\"]\n\
         ms.assetid: dceb2909-6b41-4792-acb7-888e45bb8ec0\n\
         ---\n",
    ),
    (
        "post",
        "---\n\
         title: Café — what to know\n\
         date: 2024-05-06T07:08:09Z\n\
         draft: false\n\
         tags:\n  - rust\n  - java # both\n\
         authors:\n  - name: Ada\n    url: https://example.com/ada\n\
         description: >-\n  One line of text\n  and another one.\n\
         menu: {main: {weight: 10}}\n\
         ---\n",
    ),
];

fn frontmatter(c: &mut Criterion) {
    for (name, block) in BLOCKS {
        let documents = vec![block; 1_000];
        let bytes = (block.len() * documents.len()) as u64;
        let mut group = c.benchmark_group("frontmatter");
        group.throughput(Throughput::Bytes(bytes));
        let mut events = YamlEventList::new();
        group.bench_function(format!("{name} x 1000"), |b| {
            b.iter(|| {
                for document in &documents {
                    let source = SourceText::decode(document.as_bytes());
                    let block = frontmatter::scan(source.text());
                    black_box(frontmatter::read(
                        &source,
                        &block,
                        &Limits::DEFAULT,
                        &mut events,
                    ));
                }
            });
        });
        group.bench_function(format!("{name} x 1000, saphyr-parser"), |b| {
            b.iter(|| {
                for document in &documents {
                    let content = &document[4..document.len() - 4];
                    Parser::new_from_str(content).for_each(|event| {
                        black_box(event.is_ok());
                    });
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, frontmatter);
criterion_main!(benches);
