//! Tags and comments within text; the parser gives each in a token of its own.

use std::borrow::Cow;

use super::commonmark::content::Content;
use super::commonmark::inlines::Kind;
use super::html_tags::{HtmlTags, HtmlToken};
use super::inline_reader::{InlineReader, RAW_TEXT};

/// Reads the token of this number, from `span.0` to `span.1` in the content.
///
/// `keep` gives values that outlive the content.
pub(super) fn read<'h, 'a>(
    reader: &mut InlineReader<'a>,
    html: &'h str,
    number: usize,
    content: &Content<'_>,
    span: (usize, usize),
    keep: fn(Cow<'h, str>) -> Cow<'a, str>,
) {
    for token in HtmlTags::of(html) {
        match token {
            HtmlToken::Text { .. } => {}
            HtmlToken::Start(tag) => {
                if !reader.is_shown() {
                    continue;
                }
                let raw = RAW_TEXT
                    .iter()
                    .position(|name| *name == tag.name && !tag.self_closing);
                reader
                    .elements
                    .start_tag(tag, content.source(span.0), &mut reader.facts, keep);
                if let Some(raw) = raw
                    && is_closed(reader, content, number, raw)
                {
                    reader.raw_text = Some(RAW_TEXT[raw]);
                }
            }
            HtmlToken::End { name } => {
                if reader.raw_text.is_some_and(|raw| raw == name) {
                    reader.raw_text = None;
                }
                if reader.is_shown() {
                    reader.elements.end_tag(&name, &mut reader.facts);
                }
            }
            HtmlToken::Comment {
                content: comment, ..
            } => {
                if reader.is_shown() {
                    let last = content.source(span.1) - 1;
                    reader.facts.comment(comment, content.source(span.0), last);
                }
            }
        }
    }
}

/// Whether an end tag follows beside this token: without one, a `<style>` in prose is a slip, not a
/// style sheet.
fn is_closed(
    reader: &mut InlineReader<'_>,
    content: &Content<'_>,
    number: usize,
    raw: usize,
) -> bool {
    if reader.never_closed[raw] {
        return false;
    }
    let name = RAW_TEXT[raw].as_bytes();
    let mut depth = 0_u32;
    for token in reader.parser.tokens.iter().skip(number + 1) {
        match token.kind {
            Kind::Html if depth == 0 => {
                let rest = &content.bytes()[token.start as usize + 1..token.end as usize];
                let close = rest
                    .strip_prefix(b"/")
                    .and_then(|rest| rest.get(..name.len()));
                if close.is_some_and(|close| close.eq_ignore_ascii_case(name)) {
                    return true;
                }
            }
            Kind::Link(_) => depth += 1,
            Kind::LinkEnd(_) => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => break,
            },
            Kind::Run(run) => {
                let run = reader.parser.run(run);
                match depth.checked_sub(run.ends) {
                    Some(outer) => depth = outer + run.starts,
                    None => break,
                }
            }
            _ => {}
        }
    }
    reader.never_closed[raw] = true;
    false
}
