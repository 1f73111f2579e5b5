//! The inline content of one block: counterpart of commonmark-java's `InlineParserImpl`.
//!
//! Where that makes a tree, this makes a flat list of tokens in the order of the text; what nests is
//! told by tokens that start and end it, and by how much of a run of `*` or `_` ends and starts
//! emphasis. The buffers are kept from block to block.

use super::autolinks::autolink;
use super::code_spans::CodeSpans;
use super::content::Content;
use super::html_inline::HtmlInline;
use super::labels::Definitions;
use super::lines::offset;
use crate::markdown::characters::is_blank;
use crate::markdown::escapes::{Numeric, numeric};

pub(in crate::markdown) use super::autolinks::Autolink;
pub(in crate::markdown) use super::delimiters::Run;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Kind {
    /// Characters as they are, up to the index that is given.
    Text { end: u32 },
    /// A backslash and what it escapes.
    Escape,
    /// A character reference.
    Entity,
    /// A line end, hard or soft.
    Break,
    /// A code span between this many backticks.
    Code { backticks: u32 },
    /// A tag, comment, declaration, instruction or CDATA section.
    Html,
    /// `<…>`
    Autolink(Autolink),
    /// A run of `*` or `_`, which stands in [`InlineParser::runs`].
    Run(u32),
    /// What starts the link or image in [`InlineParser::links`]: `[` or `![`.
    Link(u32),
    /// What ends it: from `]` to its own end.
    LinkEnd(u32),
}

/// A stretch of a block's content; all of them together make up the content.
#[derive(Clone, Copy, Debug)]
pub(in crate::markdown) struct Token {
    pub(in crate::markdown) kind: Kind,
    pub(in crate::markdown) start: u32,
    pub(in crate::markdown) end: u32,
}

/// Where a link leads.
#[derive(Clone, Copy, Debug)]
pub(in crate::markdown) enum Destination {
    /// To what stands there in the content, without angle brackets, not yet resolved.
    Inline { start: u32, end: u32 },
    /// To where the definition of this number leads.
    Defined(u32),
}

#[derive(Clone, Copy, Debug)]
pub(in crate::markdown) struct Link {
    pub(in crate::markdown) image: bool,
    pub(in crate::markdown) destination: Destination,
    /// Offset behind it.
    pub(in crate::markdown) end: u32,
}

/// Parses one block after the other.
#[derive(Debug, Default)]
pub(in crate::markdown) struct InlineParser {
    pub(in crate::markdown) tokens: Vec<Token>,
    pub(in crate::markdown) links: Vec<Link>,
    pub(super) delimiters: super::delimiters::Delimiters,
    pub(super) brackets: super::brackets::Brackets,
    code_spans: CodeSpans,
    html: HtmlInline,
    pub(super) max_nesting: u32,
}

/// Bytes that may be more than text.
static SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut index = 0;
    let bytes = b"\n!&*<[\\]_`";
    while index < bytes.len() {
        special[bytes[index] as usize] = true;
        index += 1;
    }
    special
};

/// Index of the first special byte from an index on; the text's end if there is none.
#[inline]
fn next_special(bytes: &[u8], from: usize) -> usize {
    let rest = &bytes[from..];
    let is_special = |&byte: &u8| SPECIAL[usize::from(byte)];
    // One branch for four bytes.
    let (fours, _) = rest.as_chunks::<4>();
    let plain = 4 * fours
        .iter()
        .take_while(|four| !four.iter().fold(false, |any, byte| any | is_special(byte)))
        .count();
    let behind = rest[plain..].iter().position(is_special);
    behind.map_or(bytes.len(), |length| from + plain + length)
}

impl InlineParser {
    pub(in crate::markdown) fn new(max_nesting: u32) -> Self {
        InlineParser {
            tokens: Vec::with_capacity(64),
            max_nesting,
            ..Self::default()
        }
    }

    /// The run of a token.
    pub(in crate::markdown) fn run(&self, number: u32) -> Run {
        self.delimiters.run(number)
    }

    /// Replaces the tokens by those of this content.
    pub(in crate::markdown) fn parse(
        &mut self,
        content: &Content<'_>,
        definitions: &Definitions<'_>,
    ) {
        self.tokens.clear();
        self.links.clear();
        self.delimiters.clear();
        self.brackets.clear();
        self.code_spans.clear();
        self.html.clear();
        let text = content.text();
        let bytes = content.bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at = match byte {
                b'\n' => self.token(Kind::Break, at, at + 1),
                b'[' => self.open_bracket(at, false),
                b'!' if bytes.get(at + 1) == Some(&b'[') => self.open_bracket(at, true),
                b']' => self.close_bracket(text, at, definitions),
                b'\\' => self.backslash(bytes, at),
                b'`' => self.backticks(bytes, at),
                b'*' | b'_' => self.delimiter_run(text, at, byte),
                b'&' => match entity_end(bytes, at) {
                    Some(end) => self.token(Kind::Entity, at, end),
                    None => self.text(bytes, at),
                },
                b'<' => self.angle(bytes, at),
                _ => self.text(bytes, at),
            };
        }
        if !self.delimiters.is_empty() {
            self.process_delimiters(None);
        }
    }

    #[inline]
    pub(super) fn token(&mut self, kind: Kind, start: usize, end: usize) -> usize {
        self.tokens.push(Token {
            kind,
            start: offset(start),
            end: offset(end),
        });
        end
    }

    /// Characters up to the next special one; the first may be special in vain.
    #[inline]
    fn text(&mut self, bytes: &[u8], start: usize) -> usize {
        let end = next_special(bytes, start + 1);
        // White space at the end of a line or block is no text.
        let written = &bytes[start..end];
        let trailing = match bytes.get(end) {
            Some(b'\n') => written.iter().rev().take_while(|&&b| b == b' ').count(),
            Some(_) => 0,
            None => written.iter().rev().take_while(|&&b| is_blank(b)).count(),
        };
        self.token(
            Kind::Text {
                end: offset(end - trailing),
            },
            start,
            end,
        )
    }

    fn backslash(&mut self, bytes: &[u8], at: usize) -> usize {
        match bytes.get(at + 1) {
            Some(b'\n') => self.token(Kind::Break, at, at + 2),
            Some(next) if next.is_ascii_punctuation() => self.token(Kind::Escape, at, at + 2),
            _ => self.token(
                Kind::Text {
                    end: offset(at + 1),
                },
                at,
                at + 1,
            ),
        }
    }

    fn backticks(&mut self, bytes: &[u8], at: usize) -> usize {
        let length = bytes[at..].iter().take_while(|&&b| b == b'`').count();
        let behind = at + length;
        match self.code_spans.closing(bytes, behind, length) {
            Some(closing) => {
                let kind = Kind::Code {
                    backticks: offset(length),
                };
                self.token(kind, at, closing + length)
            }
            None => self.token(
                Kind::Text {
                    end: offset(behind),
                },
                at,
                behind,
            ),
        }
    }

    fn angle(&mut self, bytes: &[u8], at: usize) -> usize {
        if let Some((kind, end)) = autolink(bytes, at) {
            return self.token(Kind::Autolink(kind), at, end);
        }
        match self.html.end(bytes, at) {
            Some(end) => self.token(Kind::Html, at, end),
            None => self.text(bytes, at),
        }
    }
}

/// Index behind the character reference that begins here.
fn entity_end(bytes: &[u8], at: usize) -> Option<usize> {
    let body = &bytes[at + 1..];
    match body.first()? {
        b'#' => {
            let length = memchr::memchr(b';', &body[..body.len().min(10)])?;
            let body = std::str::from_utf8(&body[..length]).ok()?;
            matches!(numeric(body), Some(Numeric::Value(_))).then_some(at + 1 + length + 1)
        }
        first if first.is_ascii_alphabetic() => {
            let length = body
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            (body.get(length) == Some(&b';')).then_some(at + 1 + length + 1)
        }
        _ => None,
    }
}
