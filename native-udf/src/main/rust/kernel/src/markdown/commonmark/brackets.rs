//! Brackets that may make links and images, and the links that they make.

use super::delimiters::Number;
use super::destinations::{destination_end, label_end, title_content_end, title_delimiter};
use super::html_start::skip_space;
use super::inlines::{Destination, InlineParser, Kind, Link};
use super::labels::{Definitions, MAX_LABEL};
use super::lines::offset;
use crate::markdown::characters::utf16_length;

/// `[` or `![`.
#[derive(Clone, Copy, Debug)]
struct Bracket {
    token: usize,
    /// Offset behind it.
    content: usize,
    image: bool,
    /// The last delimiter run before it.
    delimiter: Option<Number>,
    /// Another bracket was opened behind it.
    bracket_after: bool,
    /// How deep emphasis, links and images nest within it so far.
    depth: u32,
}

/// Those of one block that are open.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    open: Vec<Bracket>,
    /// As many of the first as no link may be made of, since there is one behind them.
    around_link: usize,
}

impl Brackets {
    pub(super) fn clear(&mut self) {
        self.open.clear();
        self.around_link = 0;
    }

    /// Notes something within the innermost that nests this deep.
    pub(super) fn note_depth(&mut self, depth: u32) {
        if let Some(bracket) = self.open.last_mut() {
            bracket.depth = bracket.depth.max(depth);
        }
    }

    fn push(&mut self, bracket: Bracket) {
        if let Some(last) = self.open.last_mut() {
            last.bracket_after = true;
        }
        self.open.push(bracket);
    }

    fn pop(&mut self) -> Option<Bracket> {
        let bracket = self.open.pop()?;
        self.around_link = self.around_link.min(self.open.len());
        self.note_depth(bracket.depth);
        Some(bracket)
    }

    /// The innermost, if a link or image can be made of it.
    fn usable(&self) -> Option<Bracket> {
        let bracket = self.open.last()?;
        (bracket.image || self.open.len() > self.around_link).then_some(*bracket)
    }
}

impl InlineParser {
    pub(super) fn open_bracket(&mut self, at: usize, image: bool) -> usize {
        let content = at + if image { 2 } else { 1 };
        self.brackets.push(Bracket {
            token: self.tokens.len(),
            content,
            image,
            delimiter: self.delimiters.last(),
            bracket_after: false,
            depth: 0,
        });
        self.token(
            Kind::Text {
                end: offset(content),
            },
            at,
            content,
        )
    }

    pub(super) fn close_bracket(
        &mut self,
        text: &str,
        at: usize,
        definitions: &Definitions<'_>,
    ) -> usize {
        let link = self
            .brackets
            .usable()
            .and_then(|opener| Some((opener, link(text, at, &opener, definitions)?)))
            .filter(|(opener, _)| opener.depth < self.max_nesting);
        if let Some((opener, link)) = link {
            return self.wrap(opener, link, at);
        }
        self.brackets.pop();
        self.token(
            Kind::Text {
                end: offset(at + 1),
            },
            at,
            at + 1,
        )
    }

    /// Makes a link or image of everything from the opener on.
    fn wrap(&mut self, opener: Bracket, link: Link, at: usize) -> usize {
        self.process_delimiters(opener.delimiter);
        let number = offset(self.links.len());
        let end = link.end as usize;
        self.links.push(link);
        self.tokens[opener.token].kind = Kind::Link(number);
        let depth = self.brackets.pop().map_or(0, |bracket| bracket.depth) + 1;
        self.brackets.note_depth(depth);
        self.delimiters.note_depth(depth);
        if !opener.image {
            self.brackets.around_link = self.brackets.open.len();
        }
        self.token(Kind::LinkEnd(number), at, end)
    }
}

/// The link or image that the bracket at this offset closes.
fn link(text: &str, at: usize, opener: &Bracket, definitions: &Definitions<'_>) -> Option<Link> {
    let bytes = text.as_bytes();
    let image = opener.image;
    if let Some((destination, end)) = inline_destination(bytes, at + 1) {
        return Some(Link {
            image,
            destination,
            end: offset(end),
        });
    }
    let label = label(text, at + 1);
    let named = label.filter(|(_, name)| !name.is_empty());
    if named.is_none() && opener.bracket_after && !image {
        return None;
    }
    let name = named.map_or_else(
        || text.get(opener.content..at).unwrap_or_default(),
        |(_, name)| name,
    );
    let destination = Destination::Defined(definitions.find(name)?);
    let end = label.map_or(at + 1, |(end, _)| end);
    Some(Link {
        image,
        destination,
        end: offset(end),
    })
}

/// Destination, and offset behind the closing parenthesis, of `(destination "title")`.
fn inline_destination(bytes: &[u8], at: usize) -> Option<(Destination, usize)> {
    if bytes.get(at) != Some(&b'(') {
        return None;
    }
    let start = skip_space(bytes, at + 1);
    let end = destination_end(bytes, start)?;
    let angles = usize::from(bytes.get(start) == Some(&b'<'));
    let destination = Destination::Inline {
        start: offset(start + angles),
        end: offset(end - angles),
    };
    let mut next = skip_space(bytes, end);
    if next > end
        && let Some(delimiter) = bytes.get(next).and_then(|&byte| title_delimiter(byte))
    {
        next = title_content_end(bytes, next + 1, delimiter)?;
        if next == bytes.len() {
            return None;
        }
        next = skip_space(bytes, next + 1);
    }
    (bytes.get(next) == Some(&b')')).then_some((destination, next + 1))
}

/// The label in brackets that begins here, and the offset behind it.
fn label(text: &str, at: usize) -> Option<(usize, &str)> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'[') {
        return None;
    }
    let end = label_end(bytes, at + 1)?;
    let label = text.get(at + 1..end)?;
    let closed = end < bytes.len();
    (closed && utf16_length(label) <= MAX_LABEL).then_some((end + 1, label))
}
