//! Markdown: headings, links, anchors, directives and prose.
//!
//! CommonMark 0.31 with GFM's tables, footnotes and bare URLs. The structure of blocks and inlines
//! comes from [`commonmark`], which keeps to the algorithms of commonmark-java; every rule beyond is
//! defined on source text and that structure, one module for each class of Java's
//! `org.docaudit.analysis.markdown`.

use std::borrow::Cow;

use crate::limits::Limits;
use crate::text::{Position, SourceText};

mod bare_urls;
mod characters;
mod collector;
mod commonmark;
mod complexity;
mod directives;
mod entities;
mod escapes;
mod footnotes;
mod gathered_text;
mod heading_attributes;
mod html_block;
mod html_elements;
mod html_tags;
mod inline_guard;
mod inline_html;
mod inline_reader;
mod occurrences;
mod reader;
mod undefined_references;
mod visible_text;

pub use complexity::ComplexityLimit;
pub use directives::{Directive, DirectiveKind};

/// What a document's Markdown says, each list in the order of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkdownFacts<'a> {
    /// ATX and setext headings.
    pub headings: Vec<ParsedHeading<'a>>,
    /// Links, images, bare URLs, and the `href` and `src` of raw HTML.
    pub links: Vec<ParsedLink<'a>>,
    /// `id` and `name` of raw HTML elements, each once.
    pub anchor_ids: Vec<Cow<'a, str>>,
    /// Comments that give docaudit an order.
    pub directives: Vec<Directive>,
    /// References without a definition.
    pub undefined_references: Vec<UndefinedReference<'a>>,
    /// Words that a reader sees as prose, counted by [`crate::prose::ProseWords`].
    pub prose_words: u64,
    /// Why the document was not read; all other facts are empty then.
    pub limit: Option<LimitExceeded>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedHeading<'a> {
    /// From 1 to 6.
    pub level: u8,
    /// As a reader sees it, white space folded; without raw HTML tags, images, footnote marks and
    /// the attribute block.
    pub text: Cow<'a, str>,
    /// The same text with its white space as it stands, from which the anchor is made.
    pub anchor_text: Cow<'a, str>,
    /// The identifier of an attribute block at the end (`{#id}`), without `#`.
    pub explicit_id: Option<Cow<'a, str>>,
    /// Of its first character that is not white space.
    pub position: Position,
}

/// A link as it stands in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedLink<'a> {
    /// Of the first character of the construct: `[`, `!`, `<`, or the first of a bare URL.
    pub position: Position,
    /// As a reader sees it, white space folded; an image's alternative text; for `href` of an `a`
    /// element what stands up to its end tag in the same block; empty for other elements.
    pub text: Cow<'a, str>,
    /// The destination after backslash escapes and character references are resolved, not
    /// percent-decoded; `mailto:` is put before a bare address, `http://` before `www.`.
    pub target: Cow<'a, str>,
    /// How it is written.
    pub syntax: LinkSyntax,
}

/// How a link is written. The numbers are those of Java's enum of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum LinkSyntax {
    /// `[text](target)`
    Inline = 0,
    /// `[text][label]`, `[label][]` or `[label]`, with a definition.
    Reference = 1,
    /// `<target>` or a bare URL.
    Autolink = 2,
    /// `![text](target)`, and the same with a label.
    Image = 3,
    /// `href` or `src` of raw HTML.
    Html = 4,
}

/// A reference that is written as one, `[text][label]` or `[label][]`, without a definition of its
/// label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndefinedReference<'a> {
    /// Of the first character, `[` or `!`.
    pub position: Position,
    /// As written, white space folded.
    pub label: Cow<'a, str>,
}

/// Why a document was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitExceeded {
    /// What there is too much of.
    pub limit: ComplexityLimit,
    /// The line where that was found, from 1.
    pub line: u32,
}

/// Reads a document's body, which begins at a byte index of the text, where frontmatter ends.
///
/// Positions count from the document's start all the same. Accepts any text, does not recurse over
/// it, and takes time and memory about linear in it: what would not is bounded by
/// [`Limits::max_nesting`] and by [`ComplexityLimit`]s, and a document beyond a bound gives no facts
/// but that. Counterpart of Java's `MarkdownParser`.
pub fn parse<'a>(
    source: &'a SourceText<'a>,
    body_start: usize,
    limits: &Limits,
) -> MarkdownFacts<'a> {
    reader::read(source, body_start, limits.max_nesting).unwrap_or_else(|exceeded| {
        let line = source.line_of(exceeded.index);
        let limit = Some(LimitExceeded {
            limit: exceeded.limit,
            line,
        });
        MarkdownFacts {
            limit,
            ..MarkdownFacts::default()
        }
    })
}
