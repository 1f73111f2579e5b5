//! What is true of the facts of every document.

use docaudit_kernel::frontmatter;
use docaudit_kernel::limits::Limits;
use docaudit_kernel::markdown::{self, LinkSyntax, MarkdownFacts};
use docaudit_kernel::text::{Position, SourceText};
use proptest::prelude::*;

use crate::grammar;

/// The byte of a valid UTF-8 document that a position names.
fn byte_at(document: &str, position: Position) -> u8 {
    let index = position.byte_offset as usize;
    assert!(document.is_char_boundary(index), "{position:?}");
    let source = SourceText::decode(document.as_bytes());
    let mark = usize::from(source.has_byte_order_mark()) * 3;
    assert_eq!(source.position(index - mark), position);
    document.as_bytes()[index]
}

fn check(document: &str, facts: &MarkdownFacts<'_>) {
    let folded =
        |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").len() <= text.len();
    for link in &facts.links {
        let first = byte_at(document, link.position);
        let begins = match link.syntax {
            LinkSyntax::Inline | LinkSyntax::Reference => first == b'[',
            LinkSyntax::Image => first == b'!',
            LinkSyntax::Html => first == b'<',
            LinkSyntax::Autolink => {
                first == b'<' || first.is_ascii_alphanumeric() || b".-_+".contains(&first)
            }
        };
        assert!(begins && folded(&link.text), "{link:?}");
        assert!(
            link.syntax != LinkSyntax::Autolink || link.target.contains(':'),
            "{link:?}"
        );
    }
    for heading in &facts.headings {
        byte_at(document, heading.position);
        assert!((1..=6).contains(&heading.level) && folded(&heading.text));
    }
    for directive in &facts.directives {
        assert!(matches!(byte_at(document, directive.position), b'<' | b'{'));
        assert!(directive.last_line >= directive.position.line);
    }
    for reference in &facts.undefined_references {
        assert!(matches!(byte_at(document, reference.position), b'[' | b'!'));
    }
    let sorted = |places: &[u64]| places.is_sorted();
    let headings: Vec<_> = facts
        .headings
        .iter()
        .map(|h| h.position.byte_offset)
        .collect();
    let links: Vec<_> = facts.links.iter().map(|l| l.position.byte_offset).collect();
    assert!(sorted(&headings) && sorted(&links));
}

proptest! {
    #[test]
    fn places_are_in_the_document(document in grammar::documents(), mark in any::<bool>()) {
        let document = if mark { format!("\u{feff}{document}") } else { document };
        let source = SourceText::decode(document.as_bytes());
        let body = frontmatter::scan(source.text()).body_start;
        check(&document, &markdown::parse(&source, body, &Limits::DEFAULT));
    }

    #[test]
    fn noise_never_panics(document in "[\\PC\\s]{0,200}") {
        let source = SourceText::decode(document.as_bytes());
        check(&document, &markdown::parse(&source, 0, &Limits::DEFAULT));
    }
}
