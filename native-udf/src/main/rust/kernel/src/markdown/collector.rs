//! Gathers the facts of one document. Indexes are into the document's text.

use std::borrow::Cow;
use std::collections::HashSet;

use super::characters::utf16_length;
use super::complexity::{ComplexityLimit, ComplexityLimits, Exceeded};
use super::directives::{self, Directive};
use super::{LinkSyntax, MarkdownFacts, ParsedHeading, ParsedLink, UndefinedReference};
use crate::prose::ProseWords;
use crate::text::SourceText;

/// A link whose text may still be to come.
pub(super) type Draft = usize;

pub(super) struct FactCollector<'a> {
    source: &'a SourceText<'a>,
    pub(super) prose: ProseWords,
    facts: MarkdownFacts<'a>,
    known_ids: HashSet<Cow<'a, str>>,
    link_characters_left: u64,
    exceeded: Option<Exceeded>,
}

impl<'a> FactCollector<'a> {
    pub(super) fn new(source: &'a SourceText<'a>, limits: &ComplexityLimits) -> Self {
        let bytes = source.text().len();
        FactCollector {
            source,
            prose: ProseWords::default(),
            // Room for what documentation has of them, as growing costs more than reading some.
            facts: MarkdownFacts {
                headings: Vec::with_capacity(bytes / 512),
                links: Vec::with_capacity(bytes / 128),
                ..MarkdownFacts::default()
            },
            known_ids: HashSet::new(),
            link_characters_left: limits.max_link_characters,
            exceeded: None,
        }
    }

    /// The document's text.
    pub(super) fn text(&self) -> &'a str {
        self.source.text()
    }

    pub(super) fn heading(
        &mut self,
        level: u8,
        (text, anchor_text): (Cow<'a, str>, Cow<'a, str>),
        id: Option<Cow<'a, str>>,
        index: usize,
    ) {
        let position = self.source.position(index);
        self.facts.headings.push(ParsedHeading {
            level,
            text,
            anchor_text,
            explicit_id: id,
            position,
        });
    }

    /// Takes up a link at its place in the order; its text follows, if there is one.
    pub(super) fn link(&mut self, index: usize, target: Cow<'a, str>, syntax: LinkSyntax) -> Draft {
        self.charge(&target, index);
        let position = self.source.position(index);
        self.facts.links.push(ParsedLink {
            position,
            text: Cow::Borrowed(""),
            target,
            syntax,
        });
        self.facts.links.len() - 1
    }

    /// `written` is the text before it was folded.
    pub(super) fn link_text(
        &mut self,
        draft: Draft,
        written: &str,
        folded: Cow<'a, str>,
        index: usize,
    ) {
        self.charge(written, index);
        if let Some(link) = self.facts.links.get_mut(draft) {
            link.text = folded;
        }
    }

    pub(super) fn anchor_id(&mut self, id: Cow<'a, str>) {
        if !id.is_empty() && self.known_ids.insert(id.clone()) {
            self.facts.anchor_ids.push(id);
        }
    }

    /// `last` is the index of the comment's last character.
    pub(super) fn comment(&mut self, content: &str, start: usize, last: usize) {
        if !directives::is_possible(content) {
            return;
        }
        if let Some((kind, name, rules)) = directives::parse(content) {
            let position = self.source.position(start);
            let last_line = self.source.line_of(last);
            self.facts.directives.push(Directive {
                kind,
                name,
                rules,
                position,
                last_line,
            });
        }
    }

    pub(super) fn undefined_reference(&mut self, index: usize, label: Cow<'a, str>) {
        let position = self.source.position(index);
        self.facts
            .undefined_references
            .push(UndefinedReference { position, label });
    }

    /// That a limit is exceeded by the facts so far.
    pub(super) fn exceeded(&self) -> Option<Exceeded> {
        self.exceeded
    }

    pub(super) fn into_facts(mut self) -> MarkdownFacts<'a> {
        self.facts.prose_words = self.prose.count();
        self.facts
    }

    fn charge(&mut self, text: &str, index: usize) {
        let characters = utf16_length(text) as u64;
        match self.link_characters_left.checked_sub(characters) {
            Some(left) => self.link_characters_left = left,
            None if self.exceeded.is_none() => {
                self.exceeded = Some(Exceeded {
                    limit: ComplexityLimit::LinkCharacters,
                    index,
                });
            }
            None => {}
        }
    }
}
