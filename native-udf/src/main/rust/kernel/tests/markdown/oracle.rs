//! pulldown-cmark, another reader of CommonMark, as a second opinion on headings and links.

use std::cell::Cell;

use docaudit_kernel::limits::Limits;
use docaudit_kernel::markdown::{self, LinkSyntax};
use docaudit_kernel::text::SourceText;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::grammar;

#[derive(Debug, PartialEq, Eq)]
struct Facts {
    headings: Vec<u8>,
    links: Vec<(LinkSyntax, String, u64)>,
}

fn ours(document: &str) -> Facts {
    let source = SourceText::decode(document.as_bytes());
    let facts = markdown::parse(&source, 0, &Limits::DEFAULT);
    let links = facts.links.iter();
    Facts {
        headings: facts.headings.iter().map(|heading| heading.level).collect(),
        links: links
            .map(|link| {
                let target = link.target.clone().into_owned();
                (link.syntax, target, link.position.byte_offset)
            })
            .collect(),
    }
}

/// What stands in an image's alternative text is text alone, here.
fn theirs(document: &str) -> Facts {
    let mut facts = Facts {
        headings: Vec::new(),
        links: Vec::new(),
    };
    let mut images = 0;
    for (event, range) in Parser::new_ext(document, Options::ENABLE_TABLES).into_offset_iter() {
        let mut add = |syntax, target: CowStr<'_>| {
            if images == 0 {
                let place = range.start as u64;
                facts.links.push((syntax, target.into_string(), place));
            }
        };
        match event {
            Event::Start(Tag::Heading { level, .. }) => facts.headings.push(level as u8),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => add(
                match link_type {
                    LinkType::Inline => LinkSyntax::Inline,
                    LinkType::Autolink | LinkType::Email => LinkSyntax::Autolink,
                    _ => LinkSyntax::Reference,
                },
                dest_url,
            ),
            Event::Start(Tag::Image { dest_url, .. }) => {
                add(LinkSyntax::Image, dest_url);
                images += 1;
            }
            Event::End(TagEnd::Image) => images -= 1,
            _ => {}
        }
    }
    facts
}

/// Where pulldown-cmark is known to differ: it does not take `[a]` for a reference before an escaped
/// bracket, as the specification has it, nor an empty label for a label, as cmark has it.
fn is_disputed(document: &str) -> bool {
    let empty_label = |(at, _): (usize, &str)| {
        let rest = &document[at + 2..];
        let blank = |c: char| c.is_whitespace() || c == '>';
        rest.starts_with(blank) && rest.trim_start_matches(blank).starts_with(']')
    };
    document.contains("]\\[") || document.match_indices("][").any(empty_label)
}

#[test]
fn pulldown_cmark_finds_the_same() {
    let compared = Cell::new(0);
    // Always the same documents: each new difference needs a judge.
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: Config::default().cases.max(4_000),
            failure_persistence: None,
            ..Config::default()
        },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    runner
        .run(&grammar::commonmark(), |document| {
            if is_disputed(&document) {
                return Ok(());
            }
            let (ours, theirs) = (ours(&document), theirs(&document));
            compared.set(compared.get() + ours.links.len() + ours.headings.len());
            prop_assert_eq!(ours, theirs);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(compared.get() > 1_000, "only {} compared", compared.get());
}
