//! The attribute block at the end of a heading, as kramdown, Pandoc, Hugo and Docusaurus read it:
//! `{#id}`, `{#id .class key=value}`, `{: #id}`.

use super::characters::{part, strip, strip_end};
use super::commonmark::content::Content;
use super::commonmark::inlines::{InlineParser, Kind};
use super::escapes::push_resolved;
use crate::unicode::is_ascii_space;

#[derive(Clone, Copy, Debug)]
pub(super) struct HeadingAttributes<'t> {
    /// Offset of the brace in the heading's text.
    pub(super) start: usize,
    /// The first identifier, without `#`.
    pub(super) id: &'t str,
}

impl<'t> HeadingAttributes<'t> {
    /// The block that ends this text; one without an identifier is plain text.
    pub(super) fn at_end_of(text: &'t str) -> Option<Self> {
        let heading = strip_end(text);
        let start = heading.rfind('{')?;
        let content = heading[start + 1..].strip_suffix('}')?;
        if content.contains('}') {
            return None;
        }
        let mut id = None;
        // As Java splits: one empty word where there is none, which is no attribute.
        let words = strip(content).split(|c: char| u8::try_from(c).is_ok_and(is_ascii_space));
        for word in words.filter(|word| !word.is_empty()) {
            match word.strip_prefix('#') {
                Some(name) if !name.is_empty() => id = id.or(Some(name)),
                _ if word.starts_with(['.', ':']) || word.find('=').is_some_and(|at| at > 0) => {}
                _ => return None,
            }
        }
        id.map(|id| HeadingAttributes { start, id })
    }
}

/// The block that ends the text behind the last thing in a heading that is not text; the start is
/// an offset in that text.
///
/// Escapes or references within the block, or before its brace, make it plain text.
pub(super) fn find_attributes<'a>(
    parser: &InlineParser,
    content: &Content<'_>,
    document: &'a str,
) -> Option<HeadingAttributes<'a>> {
    let text = content.text();
    if !strip_end(text).ends_with('}') {
        return None;
    }
    let start = last_text_start(parser, text.len());
    let last = literal(parser, text, start);
    let attributes = HeadingAttributes::at_end_of(&last)?;
    let block = strip_end(part(&last, attributes.start, last.len()));
    let written = strip_end(part(
        document,
        content.source(start),
        content.source(text.len()),
    ));
    let before = written.strip_suffix(block)?;
    let id = HeadingAttributes::at_end_of(part(written, before.len(), written.len()))?.id;
    (!before.ends_with('\\')).then_some(HeadingAttributes {
        start: attributes.start,
        id,
    })
}

/// Offset of the text that ends the content: behind the last token that is no text, or behind the
/// last end of emphasis.
fn last_text_start(parser: &InlineParser, end: usize) -> usize {
    let mut start = end;
    for token in parser.tokens.iter().rev() {
        match token.kind {
            Kind::Text { .. } | Kind::Escape | Kind::Entity => {}
            Kind::Run(number) => {
                let run = parser.run(number);
                if run.starts > 0 {
                    break;
                }
                if run.ends > 0 {
                    return (token.start + run.closing) as usize;
                }
            }
            _ => break,
        }
        start = token.start as usize;
    }
    start
}

/// The text that the tokens from an offset on stand for.
fn literal(parser: &InlineParser, text: &str, from: usize) -> String {
    let mut literal = String::new();
    for token in &parser.tokens {
        let (start, end) = ((token.start as usize).max(from), token.end as usize);
        if end <= from {
            continue;
        }
        match token.kind {
            Kind::Text { end: written } => literal.push_str(part(text, start, written as usize)),
            Kind::Escape => literal.push_str(part(text, start + 1, end)),
            Kind::Entity => push_resolved(part(text, start, end), &mut literal),
            _ => literal.push_str(part(text, start, end)),
        }
    }
    literal
}
