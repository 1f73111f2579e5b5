//! Where frontmatter begins and ends.

use docaudit_kernel::frontmatter::{self, FrontmatterFormat, Reading, YamlEventList, scan};
use docaudit_kernel::limits::Limits;
use docaudit_kernel::text::SourceText;

/// The content between the delimiters, and the body.
fn parts(document: &str) -> Option<(FrontmatterFormat, &str, &str)> {
    let block = scan(document);
    (block.format != FrontmatterFormat::None).then(|| {
        let content = &document[block.content_start..block.content_end];
        let body = if block.terminated {
            &document[block.body_start..]
        } else {
            "unterminated"
        };
        (block.format, content, body)
    })
}

#[test]
fn yaml() {
    let yaml = FrontmatterFormat::Yaml;
    let cases = [
        ("---\na: b\n---\nBody", "a: b\n", "Body"),
        ("---\r\na: b\r\n---\r\nBody", "a: b\r\n", "Body"),
        ("---\ra: b\r---\rBody", "a: b\r", "Body"),
        ("--- \t\na: b\n--- \nBody", "a: b\n", "Body"),
        ("---\na: b\n...\nBody", "a: b\n", "Body"),
        ("---\n---", "", ""),
        ("---\na: b\n---", "a: b\n", ""),
        ("---\n\n\n# c\na: b\n---\n", "\n\n# c\na: b\n", ""),
        ("---\n# c\n\na: b\n---\n", "# c\n\na: b\n", ""),
        ("---\n# c\n---\n", "# c\n", ""),
        ("---\n\nनाम: x\n---\n", "\nनाम: x\n", ""),
        ("---\n\n\"a b\": x\n---\n", "\n\"a b\": x\n", ""),
    ];
    for (document, content, body) in cases {
        assert_eq!(parts(document), Some((yaml, content, body)), "{document:?}");
    }
}

#[test]
fn yaml_without_end() {
    let yaml = FrontmatterFormat::Yaml;
    let document = "---\ntitle: x\ntags:\n- a\n\nText\n";
    assert_eq!(
        parts(document),
        Some((yaml, &document[4..], "unterminated"))
    );
    let cases = [
        "---",
        "---\n",
        "---\nText\n",
        "---\na: b\nText\n",
        "----\na: b\n----\n",
        " ---\na: b\n---\n",
        "---\n\nText\n\n---\n",
        "---\n# Heading\n\nText\n---\n",
        "--- a: b\n---\n",
        "",
    ];
    for document in cases {
        assert_eq!(parts(document), None, "{document:?}");
    }
}

#[test]
fn names_are_limited_in_utf16_units() {
    let block = |name: &str| parts(&format!("---\n\n{name}: x\n---\n")).is_some();
    assert!(block(&"n".repeat(80)) && !block(&"n".repeat(81)));
    assert!(block(&"𝑛".repeat(40)) && !block(&"𝑛".repeat(41)));
    assert!(block(&format!("'{}'", " ".repeat(78))) && !block(&format!("'{}'", " ".repeat(79))));
}

#[test]
fn toml_and_json() {
    let toml = FrontmatterFormat::Toml;
    let json = FrontmatterFormat::Json;
    assert_eq!(parts("+++\na = 1\n+++\nB"), Some((toml, "a = 1\n", "B")));
    assert_eq!(
        parts("+++\n[a]\nb = 1\n"),
        Some((toml, "[a]\nb = 1\n", "unterminated"))
    );
    assert_eq!(
        parts("{\"a\": {\"b\": \"}\"}}\nB"),
        Some((json, "{\"a\": {\"b\": \"}\"}}", "B"))
    );
    assert_eq!(
        parts("{ \"a\\\"\" : 1 } B"),
        Some((json, "{ \"a\\\"\" : 1 }", " B"))
    );
    assert_eq!(parts("{}\nB"), Some((json, "{}", "B")));
    assert_eq!(
        parts("{\"a\": 1\n"),
        Some((json, "{\"a\": 1\n", "unterminated"))
    );
    for document in ["{} B", "{a: 1}", "{% raw %}", "{{ x }}", "{", "{\"a\" 1}"] {
        assert_eq!(parts(document), None, "{document:?}");
    }
}

#[test]
fn what_is_left_to_java() {
    let read = |bytes: &[u8], limits: &Limits| {
        let source = SourceText::decode(bytes);
        let block = scan(source.text());
        frontmatter::read(&source, &block, limits, &mut YamlEventList::new())
    };
    let defaults = Limits::DEFAULT;
    assert_eq!(read(b"---\na: b\n---\n", &defaults), Reading::Events);
    assert_eq!(read(b"Text", &defaults), Reading::Nothing);
    assert_eq!(read(b"---\na: b\n", &defaults), Reading::Nothing);
    assert_eq!(read(b"+++\na = 1\n+++\n", &defaults), Reading::Java(None));
    assert!(matches!(
        read(b"---\na\n---\n", &defaults),
        Reading::Java(Some(_))
    ));
    // The limit counts the document's own bytes: 5 here, though U+FFFD has three.
    let small = Limits {
        max_frontmatter_bytes: 5,
        ..defaults
    };
    assert_eq!(read(b"---\na: \xFF\n---\n", &small), Reading::Events);
    assert_eq!(read(b"---\na: bc\n---\n", &small), Reading::Nothing);
}
