//! HTML blocks: links, anchors, comments, and the text between the tags. Counterpart of Java's
//! `HtmlBlockReader`.

use std::borrow::Cow;

use super::characters::part;
use super::collector::FactCollector;
use super::commonmark::content::Content;
use super::complexity::Exceeded;
use super::escapes::decode_references;
use super::html_elements::HtmlElements;
use super::html_tags::{HtmlTags, HtmlToken};

/// Reads the content of a block.
pub(super) fn read_html_block<'a>(
    content: &Content<'_>,
    elements: &mut HtmlElements<'a>,
    facts: &mut FactCollector<'a>,
) -> Result<(), Exceeded> {
    elements.clear();
    facts.prose.boundary();
    let html = content.text();
    match content.stretch(0, html.len()) {
        Some(source) => {
            let html = part(facts.text(), source, source + html.len());
            scan(html, content, elements, facts, |value| value)?;
        }
        None => scan(html, content, elements, facts, |value| {
            Cow::Owned(value.into_owned())
        })?,
    }
    facts.prose.boundary();
    Ok(())
}

fn scan<'h, 'a>(
    html: &'h str,
    content: &Content<'_>,
    elements: &mut HtmlElements<'a>,
    facts: &mut FactCollector<'a>,
    keep: fn(Cow<'h, str>) -> Cow<'a, str>,
) -> Result<(), Exceeded> {
    for token in HtmlTags::of(html) {
        match token {
            HtmlToken::Text { start, end } => {
                let text = decode_references(part(html, start, end));
                if elements.in_anchor() {
                    elements.labels.push(&text, None);
                }
                if !elements.in_code() {
                    facts.prose.add(&text);
                }
            }
            HtmlToken::Start(tag) => {
                let index = content.source(tag.start);
                elements.start_tag(tag, index, facts, keep);
            }
            HtmlToken::End { name } => elements.end_tag(&name, facts),
            HtmlToken::Comment {
                start,
                end,
                content: comment,
            } => {
                facts.comment(comment, content.source(start), content.source(end - 1));
            }
        }
        if let Some(exceeded) = facts.exceeded() {
            return Err(exceeded);
        }
    }
    Ok(())
}
