//! saphyr-parser, a parser of YAML 1.2 that passes the yaml-test-suite, as a second opinion.

use docaudit_kernel::frontmatter::{YamlEvent, YamlEventKind, YamlEventList};
use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

/// Whether saphyr-parser gives the same nodes; none where it refuses the block.
pub fn agreement(block: &str, events: &YamlEventList) -> Option<Result<(), String>> {
    let mut theirs = Vec::new();
    for event in Parser::new_from_str(block) {
        let (event, span) = event.ok()?;
        let place = (span.start.line() as u32 + 1, span.start.col() as u32 + 1);
        theirs.extend(node(event, place));
    }
    let ours: Vec<_> = events.iter().map(ours).collect();
    let count = ours.len().max(theirs.len());
    for at in 0..count {
        let (our, their) = (ours.get(at), theirs.get(at));
        if our != their {
            return Some(Err(format!("{block:?}: {our:?} but saphyr has {their:?}")));
        }
    }
    Some(Ok(()))
}

#[derive(Debug, PartialEq)]
struct Node {
    kind: YamlEventKind,
    value: String,
    plain: bool,
    tag: Option<String>,
    anchored: bool,
    /// Where text of one line is, and for collections: saphyr-parser puts others elsewhere.
    place: Option<(u32, u32)>,
}

fn ours(event: YamlEvent<'_>) -> Node {
    let alias = event.kind == YamlEventKind::Alias;
    let end = event.kind == YamlEventKind::CollectionEnd;
    let placed = !end && (event.plain && !event.value.is_empty());
    Node {
        kind: event.kind,
        value: if alias {
            String::new()
        } else {
            event.value.to_owned()
        },
        plain: event.plain,
        tag: event.tag.map(str::to_owned),
        anchored: event.anchor.is_some(),
        place: placed.then_some((event.line, event.column)),
    }
}

fn node(event: Event<'_>, place: (u32, u32)) -> Option<Node> {
    let tag = |tag: Option<std::borrow::Cow<'_, Tag>>| {
        tag.map(|tag| [tag.handle.as_str(), tag.suffix.as_str()].concat())
    };
    let mut node = Node {
        kind: YamlEventKind::CollectionEnd,
        value: String::new(),
        plain: false,
        tag: None,
        anchored: false,
        place: None,
    };
    match event {
        Event::Scalar(value, style, anchor, its_tag) => {
            node.kind = YamlEventKind::Scalar;
            node.plain = style == ScalarStyle::Plain;
            node.place = (node.plain && !value.is_empty()).then_some(place);
            node.value = value.into_owned();
            node.tag = tag(its_tag);
            node.anchored = anchor > 0;
        }
        Event::MappingStart(anchor, its_tag) => {
            node.kind = YamlEventKind::MappingStart;
            node.tag = tag(its_tag);
            node.anchored = anchor > 0;
        }
        Event::SequenceStart(anchor, its_tag) => {
            node.kind = YamlEventKind::SequenceStart;
            node.tag = tag(its_tag);
            node.anchored = anchor > 0;
        }
        Event::Alias(_) => node.kind = YamlEventKind::Alias,
        Event::MappingEnd | Event::SequenceEnd => {}
        _ => return None,
    }
    Some(node)
}
