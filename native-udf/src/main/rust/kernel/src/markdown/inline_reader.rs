//! Reads the inline content of one paragraph, heading or table cell after the other. Counterpart of
//! Java's `InlineReader`.
//!
//! Source text that is not in code, tags, links or images is gathered into runs of one line each,
//! emphasis markers included; bare URLs and MDX comments are looked for in these, undefined
//! references in all of a block's runs together.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::LinkSyntax;
use super::bare_urls::{BareUrls, Candidates};
use super::characters::part;
use super::collector::{Draft, FactCollector};
use super::commonmark::content::Content;
use super::commonmark::inlines::{Autolink, Destination, InlineParser, Kind, Run, Token};
use super::commonmark::labels::Definitions;
use super::complexity::Exceeded;
use super::escapes::{
    Numeric, character, numeric, push_resolved, surrogate_pair, unescape, unescape_destination,
};
use super::footnotes::Footnotes;
use super::gathered_text::GatheredText;
use super::heading_attributes::{HeadingAttributes, find_attributes};
use super::html_elements::HtmlElements;
use super::occurrences::Occurrences;
use super::undefined_references::ReferenceText;

/// A link or image whose end is to come; it has no draft where it does not count.
#[derive(Clone, Copy, Debug)]
struct Frame {
    draft: Option<(Draft, usize)>,
    text_start: usize,
}

/// What is read of one document, and the state of the block that is being read.
pub(super) struct InlineReader<'a> {
    pub(super) facts: FactCollector<'a>,
    pub(super) elements: HtmlElements<'a>,
    /// A heading's text, without alternative texts of images.
    pub(super) heading: GatheredText<'a>,
    pub(super) attributes: Option<HeadingAttributes<'a>>,
    pub(super) parser: InlineParser,
    text: &'a str,
    footnotes: Footnotes,
    bracket_pairs: Occurrences<'a>,
    mdx_comments: Occurrences<'a>,
    bare_urls: Candidates<'a>,
    references: ReferenceText,
    has_references: bool,
    in_heading: bool,
    frames: Vec<Frame>,
    images: u32,
    run: Option<(usize, usize)>,
    /// The `script` or `style` whose content this is.
    pub(super) raw_text: Option<&'static str>,
    /// Elements for which no end tag follows, so that looking for one stays linear.
    pub(super) never_closed: [bool; 2],
    /// Adjacent pieces of text, where a rule needs all of it.
    joined: String,
    joins: bool,
}

static BRACKET_PAIRS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("]["));
static MDX_COMMENTS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("{/*"));

/// Elements whose content is neither Markdown nor text.
pub(super) const RAW_TEXT: [&str; 2] = ["script", "style"];

impl<'a> InlineReader<'a> {
    pub(super) fn new(facts: FactCollector<'a>, footnotes: Footnotes, max_nesting: u32) -> Self {
        let text = facts.text();
        InlineReader {
            facts,
            elements: HtmlElements::new(text),
            heading: GatheredText::new(text),
            attributes: None,
            parser: InlineParser::new(max_nesting),
            text,
            footnotes,
            bracket_pairs: Occurrences::of(text, &BRACKET_PAIRS),
            mdx_comments: Occurrences::of(text, &MDX_COMMENTS),
            bare_urls: Candidates::of(text),
            references: ReferenceText::default(),
            has_references: false,
            in_heading: false,
            frames: Vec::new(),
            images: 0,
            run: None,
            raw_text: None,
            never_closed: [false; 2],
            joined: String::new(),
            joins: false,
        }
    }

    /// Parses and reads the content of a heading, whose text and attributes it leaves.
    pub(super) fn read_heading(
        &mut self,
        content: &Content<'_>,
        definitions: &Definitions<'a>,
    ) -> Result<(), Exceeded> {
        self.parser.parse(content, definitions);
        self.attributes = find_attributes(&self.parser, content, self.text);
        self.heading.clear();
        self.in_heading = true;
        let result = self.read_tokens(content, definitions);
        self.in_heading = false;
        result
    }

    /// Parses and reads the content of a paragraph or cell.
    pub(super) fn read(
        &mut self,
        content: &Content<'_>,
        definitions: &Definitions<'a>,
    ) -> Result<(), Exceeded> {
        self.parser.parse(content, definitions);
        self.attributes = None;
        self.read_tokens(content, definitions)
    }

    fn read_tokens(
        &mut self,
        content: &Content<'_>,
        definitions: &Definitions<'a>,
    ) -> Result<(), Exceeded> {
        let bytes = content.bytes();
        self.elements.clear();
        self.never_closed = [false; 2];
        self.raw_text = None;
        // What a mark of a footnote is made of may be escaped.
        self.joins = self.attributes.is_some()
            || (!self.footnotes.is_empty() && memchr::memchr2(b'^', b'&', bytes).is_some());
        let start = content.source(0);
        self.has_references = self
            .bracket_pairs
            .within(start, content.source(bytes.len()));
        if self.has_references {
            self.references.clear();
        }
        self.facts.prose.boundary();
        let mut index = 0;
        while let Some(&token) = self.parser.tokens.get(index) {
            index += self.token(token, index, content, definitions);
            if let Some(exceeded) = self.facts.exceeded() {
                return Err(exceeded);
            }
        }
        self.flush(true);
        self.end_run();
        self.frames.clear();
        self.images = 0;
        if self.has_references {
            self.references.report(&mut self.facts);
        }
        self.facts.prose.boundary();
        Ok(())
    }

    /// Reads a token; returns how many were read.
    fn token(
        &mut self,
        token: Token,
        index: usize,
        content: &Content<'_>,
        definitions: &Definitions<'a>,
    ) -> usize {
        let (start, end) = (token.start as usize, token.end as usize);
        match token.kind {
            Kind::Text { end: written } => {
                self.extend_run(content.source(start), content.source(end));
                self.literal(content, start, written as usize);
            }
            Kind::Escape => {
                self.extend_run(content.source(start), content.source(end));
                self.literal(content, start + 1, end);
            }
            Kind::Entity => return self.entity(token, index, content),
            Kind::Run(number) => self.delimiter_run(self.parser.run(number), start, end, content),
            Kind::Break => {
                self.flush(false);
                self.line_break();
            }
            Kind::Code { backticks } => {
                self.flush(false);
                self.end_run();
                self.stand_in(content.source(start));
                self.code(
                    content,
                    start + backticks as usize,
                    end - backticks as usize,
                );
            }
            Kind::Html => {
                self.flush(false);
                self.end_run();
                let source = content.source(start);
                self.stand_in(source);
                self.html(index, content, start, end);
            }
            Kind::Autolink(kind) => {
                self.flush(false);
                let uri = self.keep(content, start + 1, end - 1);
                let target = match kind {
                    Autolink::Uri => uri,
                    Autolink::Email => Cow::Owned(["mailto:", &*uri].concat()),
                };
                self.enter_link(content.source(start), target, LinkSyntax::Autolink);
                self.literal(content, start + 1, end - 1);
                self.flush(false);
                self.leave_link();
            }
            Kind::Link(number) => self.link(number, content, start, definitions),
            Kind::LinkEnd(number) => {
                self.flush(false);
                if self.parser.links[number as usize].image {
                    self.images -= 1;
                    self.facts.prose.boundary();
                }
                self.leave_link();
            }
        }
        1
    }

    /// The content as it stands in the document, or a copy.
    fn keep(&self, content: &Content<'_>, start: usize, end: usize) -> Cow<'a, str> {
        match content.stretch(start, end) {
            Some(source) => Cow::Borrowed(part(self.text, source, source + (end - start))),
            None => Cow::Owned(part(content.text(), start, end).to_owned()),
        }
    }

    fn link(
        &mut self,
        number: u32,
        content: &Content<'_>,
        start: usize,
        definitions: &Definitions<'a>,
    ) {
        self.flush(false);
        let link = self.parser.links[number as usize];
        let (target, syntax) = match link.destination {
            Destination::Inline { start, end } => {
                let target = match self.keep(content, start as usize, end as usize) {
                    Cow::Borrowed(written) => unescape_destination(written),
                    Cow::Owned(written) => Cow::Owned(unescape_destination(&written).into_owned()),
                };
                (target, LinkSyntax::Inline)
            }
            Destination::Defined(number) => {
                (definitions.destination(number), LinkSyntax::Reference)
            }
        };
        let syntax = if link.image {
            LinkSyntax::Image
        } else {
            syntax
        };
        self.enter_link(content.source(start), target, syntax);
        if link.image {
            self.images += 1;
            self.facts.prose.boundary();
        }
    }

    fn enter_link(&mut self, index: usize, target: Cow<'a, str>, syntax: LinkSyntax) {
        self.end_run();
        self.stand_in(index);
        let draft = self
            .is_shown()
            .then(|| (self.facts.link(index, target, syntax), index));
        self.frames.push(Frame {
            draft,
            text_start: self.elements.labels.len(),
        });
    }

    fn leave_link(&mut self) {
        let Some(Frame { draft, text_start }) = self.frames.pop() else {
            return;
        };
        if let Some((draft, index)) = draft {
            let labels = &self.elements.labels;
            let folded = labels.folded_since(text_start);
            self.facts
                .link_text(draft, labels.since(text_start), folded, index);
        }
    }

    /// Of an image's description only the text is shown, of a script nothing.
    pub(super) fn is_shown(&self) -> bool {
        self.images == 0 && self.raw_text.is_none()
    }

    /// Characters of the content that are text.
    fn literal(&mut self, content: &Content<'_>, start: usize, end: usize) {
        if self.raw_text.is_some() {
            return;
        }
        let literal = part(content.text(), start, end);
        if self.joins {
            self.joined.push_str(literal);
        } else {
            self.show(literal, || content.stretch(start, end));
        }
    }

    /// Gives text to whatever gathers it; the source is asked for only if needed.
    fn show(&mut self, literal: &str, source: impl FnOnce() -> Option<usize>) {
        let labelled = !self.frames.is_empty() || self.elements.in_anchor();
        if self.images == 0 && !self.elements.in_code() {
            self.facts.prose.add(literal);
        }
        if !labelled && !self.in_heading {
            return;
        }
        let source = source();
        if labelled {
            self.elements.labels.push(literal, source);
        }
        if self.in_heading && self.images == 0 {
            self.heading.push(literal, source);
        }
    }

    /// Shows the text that was joined, where another thing than text follows.
    fn flush(&mut self, at_end: bool) {
        if self.joined.is_empty() {
            return;
        }
        let mut joined = std::mem::take(&mut self.joined);
        if let Some(attributes) = self.attributes.filter(|_| at_end) {
            joined.truncate(attributes.start);
        }
        let rest = match self.footnotes.without_marks(&joined) {
            Cow::Owned(rest) => Some(rest),
            Cow::Borrowed(_) => None,
        };
        self.show(rest.as_deref().unwrap_or(&joined), || None);
        joined.clear();
        self.joined = joined;
    }

    /// Reads a character reference; returns how many were read.
    fn entity(&mut self, token: Token, index: usize, content: &Content<'_>) -> usize {
        let (start, end) = (token.start as usize, token.end as usize);
        self.extend_run(content.source(start), content.source(end));
        let body = part(content.text(), start + 1, end - 1);
        let mut resolved = String::new();
        let mut count = 1;
        match numeric(body) {
            Some(Numeric::Value(code_point)) => {
                let next = self
                    .parser
                    .tokens
                    .get(index + 1)
                    .filter(|t| t.kind == Kind::Entity);
                let pair = next.and_then(|next| {
                    let body = part(
                        content.text(),
                        next.start as usize + 1,
                        next.end as usize - 1,
                    );
                    let Some(Numeric::Value(low)) = numeric(body) else {
                        return None;
                    };
                    Some((surrogate_pair(code_point, low)?, next.end as usize))
                });
                // As in commonmark-java, whose texts are UTF-16, two halves make one character.
                resolved.push(pair.map_or_else(|| character(code_point), |(c, _)| c));
                if let Some((_, end)) = pair {
                    self.extend_run(content.source(start), content.source(end));
                    count = 2;
                }
            }
            _ => push_resolved(part(content.text(), start, end), &mut resolved),
        }
        if self.raw_text.is_none() {
            if self.joins {
                self.joined.push_str(&resolved);
            } else {
                self.show(&resolved, || None);
            }
        }
        count
    }

    fn delimiter_run(&mut self, run: Run, start: usize, end: usize, content: &Content<'_>) {
        let source = |offset: u32| content.source(start + offset as usize);
        let length = u32::try_from(end - start).unwrap_or(u32::MAX);
        if run.ends > 0 {
            self.flush(false);
            self.extend_run(source(run.innermost_closing), source(run.closing));
        }
        let text_end = length - run.opening;
        if run.closing < text_end {
            self.extend_run(source(run.closing), source(text_end));
            self.literal(
                content,
                start + run.closing as usize,
                start + text_end as usize,
            );
        }
        if run.starts > 0 {
            self.flush(false);
            self.extend_run(source(text_end), source(length - run.innermost_opening));
        }
    }

    fn line_break(&mut self) {
        self.end_run();
        if self.has_references {
            self.references.push_break();
        }
        self.facts.prose.boundary();
        if !self.frames.is_empty() || self.elements.in_anchor() {
            self.elements.labels.push(" ", None);
        }
        if self.in_heading {
            self.heading.push("\n", None);
        }
    }

    fn code(&mut self, content: &Content<'_>, start: usize, end: usize) {
        self.facts.prose.boundary();
        let labelled = !self.frames.is_empty() || self.elements.in_anchor();
        let headed = self.in_heading && self.images == 0;
        if self.raw_text.is_some() || !(labelled || headed) {
            return;
        }
        let mut written = part(content.text(), start, end);
        let is_space = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\n'));
        let bytes = written.as_bytes();
        let spaced = bytes.len() >= 3
            && is_space(bytes.first())
            && is_space(bytes.last())
            && !bytes.iter().all(|byte| is_space(Some(byte)));
        let (start, end) = if spaced {
            (start + 1, end - 1)
        } else {
            (start, end)
        };
        written = part(content.text(), start, end);
        let source = content.stretch(start, end);
        if memchr::memchr(b'\n', written.as_bytes()).is_some() {
            self.push_code(&written.replace('\n', " "), None, labelled, headed);
        } else {
            self.push_code(written, source, labelled, headed);
        }
    }

    fn push_code(&mut self, code: &str, source: Option<usize>, labelled: bool, headed: bool) {
        if labelled {
            self.elements.labels.push(code, source);
        }
        if headed {
            self.heading.push(code, source);
        }
    }

    fn html(&mut self, index: usize, content: &Content<'_>, start: usize, end: usize) {
        match self.keep(content, start, end) {
            Cow::Borrowed(html) => {
                super::inline_html::read(self, html, index, content, (start, end), |value| value);
            }
            Cow::Owned(html) => {
                let keep = |value: Cow<'_, str>| Cow::Owned(value.into_owned());
                super::inline_html::read(self, &html, index, content, (start, end), keep);
            }
        }
    }

    /// Puts a placeholder where undefined references are looked for.
    fn stand_in(&mut self, index: usize) {
        if self.has_references && self.frames.is_empty() {
            self.references.push_opaque(index);
        }
    }

    #[inline]
    fn extend_run(&mut self, from: usize, to: usize) {
        if self.frames.is_empty() {
            self.run = match self.run {
                None => Some((from, to)),
                Some((start, end)) => Some((start, end.max(to))),
            };
        }
    }

    fn end_run(&mut self) {
        if let Some((start, end)) = self.run.take()
            && self.raw_text.is_none()
        {
            self.whole_run(start, end);
        }
    }

    fn whole_run(&mut self, start: usize, end: usize) {
        if self.has_references {
            self.references.push(part(self.text, start, end), start);
        }
        let possible = self.bare_urls.within(start, end);
        if possible && !self.elements.in_anchor() && !self.elements.in_code() {
            for url in BareUrls::of(self.text, start, end) {
                let draft = self.facts.link(url.start, url.target, LinkSyntax::Autolink);
                let written = unescape(part(self.text, url.start, url.end));
                let folded = match &written {
                    Cow::Borrowed(written) => super::visible_text::fold(written),
                    Cow::Owned(written) => {
                        Cow::Owned(super::visible_text::fold(written).into_owned())
                    }
                };
                self.facts.link_text(draft, &written, folded, url.start);
            }
        }
        if self.mdx_comments.within(start, end) {
            self.mdx_comments_of(start, end);
        }
    }

    fn mdx_comments_of(&mut self, start: usize, end: usize) {
        let run = part(self.text, start, end);
        let mut from = 0;
        while let Some(open) = run[from..].find("{/*").map(|at| from + at) {
            let Some(length) = run[open + 3..].find("*/}") else {
                return;
            };
            let close = open + 3 + length;
            self.facts
                .comment(&run[open + 3..close], start + open, start + close);
            from = close;
        }
    }
}
