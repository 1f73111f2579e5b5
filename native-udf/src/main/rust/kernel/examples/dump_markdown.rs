//! Prints what the kernel reads out of Markdown documents, one line of JSON each, to be compared
//! with what the Java engine prints for the same documents.
//!
//! `dump_markdown FILE` reads documents from a file that holds, for each, two little-endian 32-bit
//! numbers, the byte index where its body begins and its length, and then its bytes.
//! The environment variable `NEST` sets another limit of nesting.
//! `dump_markdown --bench FILE ROUNDS` prints throughput, `--time FILE` the microseconds
//! of each, both by what the thread has run for.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use docaudit_kernel::limits::Limits;
use docaudit_kernel::markdown::{DirectiveKind, LinkSyntax, MarkdownFacts, parse};
use docaudit_kernel::text::{Position, SourceText};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--bench", file, rounds] => bench(&std::fs::read(file)?, rounds.parse().unwrap_or(5)),
        ["--time", file] => time(&std::fs::read(file)?),
        [file] => dump(&std::fs::read(file)?)?,
        _ => eprintln!("dump_markdown [--time | --bench] FILE [ROUNDS]"),
    }
    Ok(())
}

/// The default limits, with the nesting that `NEST` says, if it does.
fn limits() -> Limits {
    let nesting = std::env::var("NEST")
        .ok()
        .and_then(|nesting| nesting.parse().ok());
    Limits {
        max_nesting: nesting.unwrap_or(Limits::DEFAULT.max_nesting),
        ..Limits::DEFAULT
    }
}

/// The documents of a packed file, each with the index of its body.
fn documents(mut packed: &[u8]) -> Vec<(usize, &[u8])> {
    let mut documents = Vec::new();
    while let Some((header, rest)) = packed.split_at_checked(8) {
        let number = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|i| header[at + i])) as usize;
        let (document, rest) = rest.split_at(number(4));
        documents.push((number(0), document));
        packed = rest;
    }
    documents
}

fn bench(packed: &[u8], rounds: usize) {
    let documents = documents(packed);
    let megabytes = documents.iter().map(|(_, d)| d.len()).sum::<usize>() as f64 / 1e6;
    for round in 0..rounds {
        let sources: Vec<_> = documents
            .iter()
            .map(|(_, d)| SourceText::decode(d))
            .collect();
        let start = thread_time();
        let mut found = 0;
        for ((body, _), source) in documents.iter().zip(&sources) {
            let facts = parse(source, *body, &limits());
            found += facts.links.len() + facts.headings.len();
        }
        let parsing = thread_time() - start;
        let start = thread_time();
        for (body, document) in &documents {
            let source = SourceText::decode(document);
            let facts = parse(&source, *body, &limits());
            std::hint::black_box(facts.links.len());
        }
        let all = thread_time() - start;
        println!(
            "round {round}: parse {:.1} MB/s, decode and parse {:.1} MB/s, {found} found",
            megabytes / parsing.as_secs_f64(),
            megabytes / all.as_secs_f64()
        );
    }
}

fn time(packed: &[u8]) {
    for (body, document) in documents(packed) {
        let start = thread_time();
        std::hint::black_box(parse(&SourceText::decode(document), body, &limits()));
        println!("{}", (thread_time() - start).as_micros());
    }
}

/// How long this thread has run, where Linux tells; else the time since the first call.
fn thread_time() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let start = START.get_or_init(Instant::now);
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = statistics.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn dump(packed: &[u8]) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (body, document) in documents(packed) {
        let source = SourceText::decode(document);
        writeln!(out, "{}", json(&parse(&source, body, &limits())))?;
    }
    out.flush()
}

fn json(facts: &MarkdownFacts<'_>) -> String {
    let headings = list(facts.headings.iter().map(|h| {
        let id = h
            .explicit_id
            .as_deref()
            .map_or_else(|| "null".to_owned(), string);
        format!(
            "[{},{},{id},{}]",
            h.level,
            string(&h.text),
            place(h.position)
        )
    }));
    let links = list(facts.links.iter().map(|l| {
        let syntax = match l.syntax {
            LinkSyntax::Inline => "INLINE",
            LinkSyntax::Reference => "REFERENCE",
            LinkSyntax::Image => "IMAGE",
            LinkSyntax::Autolink => "AUTOLINK",
            LinkSyntax::Html => "HTML",
        };
        let (text, target) = (string(&l.text), string(&l.target));
        format!("[{},{text},{target},\"{syntax}\"]", place(l.position))
    }));
    let directives = list(facts.directives.iter().map(|d| {
        let kind = match d.kind {
            DirectiveKind::IgnoreNextLine => "IGNORE_NEXT_LINE",
            DirectiveKind::IgnoreLine => "IGNORE_LINE",
            DirectiveKind::IgnoreStart => "IGNORE_START",
            DirectiveKind::IgnoreEnd => "IGNORE_END",
            DirectiveKind::Unknown => "UNKNOWN",
        };
        let rules = list(d.rules.iter().map(|rule| string(rule)));
        let position = place(d.position);
        format!(
            "[\"{kind}\",{},{rules},{position},{}]",
            string(&d.name),
            d.last_line
        )
    }));
    let undefined = list(
        facts
            .undefined_references
            .iter()
            .map(|u| format!("[{},{}]", place(u.position), string(&u.label))),
    );
    let limit = facts.limit.map_or_else(
        || "null".to_owned(),
        |exceeded| {
            let message = format!(
                "Too many {}; links and headings of this document were not read.",
                exceeded.limit
            );
            format!("[{},{}]", exceeded.line, string(&message))
        },
    );
    let anchors = list(facts.anchor_ids.iter().map(|id| string(id)));
    format!(
        "{{\"h\":{headings},\"l\":{links},\"a\":{anchors},\"d\":{directives},\"u\":{undefined},\
         \"p\":{},\"x\":{limit}}}",
        facts.prose_words
    )
}

fn place(position: Position) -> String {
    format!(
        "{},{},{}",
        position.line, position.column, position.byte_offset
    )
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\0'..='\u{1f}' => {
                let _ = write!(quoted, "\\u{:04x}", c as u32);
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
