//! The record of a batch says what the kernels say of each document, in a form that reads back.

use docaudit_kernel::batch::{BatchAnalyzer, Part, Progress};
use docaudit_kernel::frequencies::WordFrequencies;
use docaudit_kernel::frontmatter::{
    self, FrontmatterBlock, FrontmatterFormat, Reading, YamlEventList,
};
use docaudit_kernel::hash::sha256;
use docaudit_kernel::limits::Limits;
use docaudit_kernel::markdown::{self, LinkSyntax, MarkdownFacts};
use docaudit_kernel::record::{MAGIC, VERSION};
use docaudit_kernel::text::{Position, SourceText};
use docaudit_kernel::words;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[path = "markdown/grammar.rs"]
mod grammar;
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

/// Notes everything that it is told.
#[derive(Default)]
struct Notes(Vec<String>);

impl Progress for Notes {
    fn document(&mut self, number: usize, bytes: usize) {
        self.0.push(format!("{number}: {bytes}"));
    }

    fn ended(&mut self, part: Part) {
        self.0.push(format!("{part:?}"));
    }

    fn documents_end(&mut self) {
        self.0.push("end".to_owned());
    }
}

#[test]
fn progress_names_each_part_and_changes_nothing() {
    let documents = [b"# One\n".to_vec(), b"---\na: b\n---\ntwo".to_vec()];
    let slices = documents.each_ref().map(Vec::as_slice);
    let (mut notes, mut record) = (Notes::default(), Vec::new());
    let mut analyzer = BatchAnalyzer::new();
    let limits = Limits::DEFAULT;
    let done = analyzer.analyze_measured(&slices, &limits, &mut record, &mut notes);
    assert_eq!(done, Ok(()));
    assert_eq!(record, analyze(&mut analyzer, &documents));
    let parts = "Text Frequencies Hash Text Frontmatter Markdown";
    let told = format!("0: 6 {parts} 1: 16 {parts} end Frequencies");
    assert_eq!(notes.0.join(" "), told);
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
        let block = frontmatter::scan(source.text());
        check_frontmatter(&mut body, &source, &block);
        let facts = markdown::parse(&source, block.body_start, &Limits::DEFAULT);
        check_markdown(&mut body, &facts);
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

fn check_frontmatter(body: &mut Reader<'_>, source: &SourceText<'_>, block: &FrontmatterBlock) {
    assert_eq!(body.byte(), block.format as u8);
    if block.format == FrontmatterFormat::None {
        return;
    }
    assert_eq!(body.byte(), u8::from(block.terminated));
    assert_eq!(body.number(), frontmatter::original_bytes(source, block));
    let mut events = YamlEventList::new();
    match (
        body.byte(),
        frontmatter::read(source, block, &Limits::DEFAULT, &mut events),
    ) {
        (0, Reading::Nothing) => {}
        (1, Reading::Events) => {
            assert_eq!(body.number(), u64::from(events.len()));
            assert_eq!(body.text().as_bytes(), events.packed());
        }
        (2, Reading::Java(reason)) => assert_eq!(body.byte(), reason.map_or(0, |why| why as u8)),
        (byte, reading) => panic!("{byte} for {reading:?}"),
    }
}

fn check_markdown(body: &mut Reader<'_>, facts: &MarkdownFacts<'_>) {
    let limit = body.byte();
    assert_eq!(
        limit,
        facts.limit.map_or(0, |exceeded| exceeded.limit as u8 + 1)
    );
    facts
        .limit
        .iter()
        .for_each(|exceeded| assert_eq!(body.number(), exceeded.line.into()));
    assert_eq!(body.number(), facts.prose_words);
    assert_eq!(body.number() as usize, facts.headings.len());
    for heading in &facts.headings {
        assert_eq!((body.byte(), body.text()), (heading.level, &*heading.text));
        let anchor_text = (body.byte() == 1).then(|| body.text());
        assert_eq!(anchor_text.unwrap_or(&*heading.text), &*heading.anchor_text);
        let id = (body.byte() == 1).then(|| body.text());
        assert_eq!(
            (id, body.position()),
            (heading.explicit_id.as_deref(), heading.position)
        );
    }
    assert_eq!(body.number() as usize, facts.links.len());
    for link in &facts.links {
        assert_eq!(body.position(), link.position);
        assert_eq!([body.text(), body.text()], [&*link.text, &*link.target]);
        // Java's numbers.
        let syntax = match body.byte() {
            0 => LinkSyntax::Inline,
            1 => LinkSyntax::Reference,
            2 => LinkSyntax::Autolink,
            3 => LinkSyntax::Image,
            _ => LinkSyntax::Html,
        };
        assert_eq!(syntax, link.syntax);
    }
    assert_eq!(body.number() as usize, facts.anchor_ids.len());
    facts
        .anchor_ids
        .iter()
        .for_each(|id| assert_eq!(body.text(), id));
    assert_eq!(body.number() as usize, facts.directives.len());
    for directive in &facts.directives {
        assert_eq!(
            (body.byte(), body.text()),
            (directive.kind as u8, &*directive.name)
        );
        assert_eq!(body.number() as usize, directive.rules.len());
        directive
            .rules
            .iter()
            .for_each(|rule| assert_eq!(body.text(), rule));
        let places = (body.position(), body.number());
        assert_eq!(places, (directive.position, directive.last_line.into()));
    }
    assert_eq!(body.number() as usize, facts.undefined_references.len());
    for reference in &facts.undefined_references {
        assert_eq!(
            (body.position(), body.text()),
            (reference.position, &*reference.label)
        );
    }
}

/// One document with a fact of each kind, so that whoever changes the format meets it here.
#[test]
fn a_record_byte_by_byte() {
    let document = b"\xFF# Hi {#x}\n\n## Hi {#x}\n\n[t](u) <a id=\"y\"> [up][down]\n\n\
        <!-- docaudit-ignore-line r -->\n";
    let record = analyze(&mut BatchAnalyzer::new(), &[document.to_vec()]);
    let body = [
        &sha256(document)[..],
        &[0, 7, 14, 1, 1, 1, 0], // encoding, lines, words, one invalid sequence at 1:1
        &[0],                    // no frontmatter
        &[0, 6],                 // no limit, words of prose
        b"\x01\x02\x02Hi\x01\x03Hi \x01\x01x\x03\x01\x0C", // a heading of level 2 at 3:1
        b"\x01\x05\x01\x18\x01t\x01u\x00", // an inline link at 5:1
        b"\x01\x01y",            // an identifier
        b"\x01\x01\x14docaudit-ignore-line\x01\x01r\x07\x01\x36\x07", // a directive at 7:1
        b"\x01\x05\x13\x2A\x04down", // an undefined reference at 5:19
    ]
    .concat();
    let frequencies = b"\x0D\x02hi\x02\x01\x01x\x02\x01";
    let mut expected = b"DAKR\x01\0\x01\0\0\0".to_vec();
    expected.extend((body.len() as u32).to_le_bytes());
    expected.extend(body);
    expected.extend(frequencies);
    assert_eq!(record[..expected.len()], expected);
}

/// The four ways to read frontmatter.
#[test]
fn frontmatter_byte_by_byte() {
    let events = b"\x01\x01\x05\x01\x04\x0E\x00\x02\x01\x0B\x00\x01\x01a\x0B\x00\x04\x01b\x02";
    let cases: [(&str, &[u8]); 5] = [
        ("a: b\n", b"\0"),
        ("---\na: b\n", b"\x01\0\x05\0"),
        ("---\na: b\n---\n", events),
        ("+++\na = 1\n+++\n", b"\x02\x01\x06\x02\0"),
        ("---\na: [\n---\n", b"\x01\x01\x05\x02\x01"),
    ];
    for (document, frontmatter) in cases {
        let record = analyze(&mut BatchAnalyzer::new(), &[document.as_bytes().to_vec()]);
        let start = 14 + 32 + 4; // behind the counts, which are of one byte each
        assert_eq!(
            record[start..start + frontmatter.len()],
            *frontmatter,
            "{document}"
        );
    }
}

#[test]
fn an_empty_batch() {
    check(&analyze(&mut BatchAnalyzer::new(), &[]), &[]);
    check(&analyze(&mut BatchAnalyzer::new(), &[vec![]]), &[vec![]]);
}

const FRONTMATTER: &[&str] = &[
    "",
    "",
    "---\ntitle: x\ntags: [a, 'b']\n---\n",
    "---\na: &x {b: *x}\n---\n",
    "---\na: b\n",
    "---\n- !t c\n- |\n  d\n---\n",
    "+++\na = 1\n+++\n",
    "{\"a\": 1}\n",
    "---\n? [\n---\n",
    "---\n---\n",
];

const MARKDOWN: &[&str] = &[
    "# One {#id .c}\n\n",
    "Two *three*\n===\n",
    "[a](b.md#c \"t\") ",
    "![i](j.png)",
    "<https://x.org>",
    "www.example.org/ä ",
    "[r][s] [r][] [r]\n\n",
    "[r]: <u v>\n\n",
    "<a id='x' href=\"y&amp;z\">q</a>\n",
    "<!-- docaudit-ignore-next-line link/missing-file, b -->\n",
    "- > 1. x\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "```\n[no](link)\n```\n",
    "`c`",
    "[^n] ",
    "\n[^n]: note\n",
    "\r\n",
    "\n\n",
    "漢字 ",
];

/// Markdown with frontmatter, and some of what no one writes.
fn markdown_documents() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => select(MARKDOWN).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => pieces::documents().prop_map(|mut piece| { piece.truncate(9); piece }),
    ];
    (select(FRONTMATTER), vec(piece, 0..20))
        .prop_map(|(front, pieces)| [front.as_bytes(), &pieces.concat()].concat())
}

fn any_documents() -> impl Strategy<Value = Vec<u8>> {
    let grammar = grammar::documents().prop_map(String::into_bytes);
    // With a byte changed, so that constructs end where nobody expects it.
    let damaged = (
        grammar::documents(),
        any::<prop::sample::Index>(),
        any::<u8>(),
    )
        .prop_map(|(document, place, value)| {
            let mut bytes = document.into_bytes();
            if let Some(byte) = bytes.len().checked_sub(1).map(|last| place.index(last + 1)) {
                bytes[byte] = value;
            }
            bytes
        });
    prop_oneof![
        3 => markdown_documents(),
        3 => grammar,
        1 => damaged,
        1 => pieces::documents(),
        1 => pieces::utf16_documents(),
        1 => vec(any::<u8>(), 0..300),
    ]
}

proptest! {
    #[test]
    fn records_read_back(batches in vec(vec(any_documents(), 0..6), 1..4)) {
        let mut analyzer = BatchAnalyzer::new();
        for batch in batches {
            let record = analyze(&mut analyzer, &batch);
            check(&record, &batch);
            prop_assert_eq!(record, analyze(&mut BatchAnalyzer::new(), &batch));
        }
    }
}
