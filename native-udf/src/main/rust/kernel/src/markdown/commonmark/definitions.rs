//! Link reference definitions at the start of a paragraph, read line by line: counterpart of
//! commonmark-java's `LinkReferenceDefinitionParser`.

use super::destinations::{destination_end, label_end, title_content_end, title_delimiter};
use super::labels::{Definitions, MAX_LABEL, normalize};
use crate::markdown::characters::utf16_length;
use crate::markdown::escapes::unescape_destination;
use crate::unicode::is_ascii_space;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing but definitions so far; one may start here.
    #[default]
    Start,
    /// Within `[label]`.
    Label,
    /// Behind `[label]:`.
    Destination,
    /// Behind the destination.
    StartTitle,
    /// Within a title.
    Title,
    /// What follows is no definition.
    Paragraph,
}

/// The state of the paragraph that is open.
#[derive(Debug, Default)]
pub(super) struct DefinitionParser<'a> {
    state: State,
    label: String,
    normalized: String,
    destination: &'a str,
    /// What ends the title.
    delimiter: u8,
    /// Label and destination make a definition, whatever becomes of the title.
    valid: bool,
}

impl<'a> DefinitionParser<'a> {
    /// For a paragraph whose first line begins with this byte.
    pub(super) fn start(&mut self, first: u8) {
        // Most paragraphs begin with a letter, and define nothing.
        let possible = first == b'[' || is_ascii_space(first);
        self.state = if possible {
            State::Start
        } else {
            State::Paragraph
        };
        self.valid = false;
    }

    /// Whether every line is text from here on.
    #[inline]
    pub(super) fn is_done(&self) -> bool {
        self.state == State::Paragraph
    }

    /// Reads a line; true where it and all lines before it belong to definitions.
    pub(super) fn line(&mut self, line: &'a str, definitions: &mut Definitions<'a>) -> bool {
        let mut consumed = false;
        let mut at = 0;
        while at < line.len() {
            let next = match self.state {
                State::Start => self.start_definition(line, at, definitions),
                State::Label => self.label(line, at),
                State::Destination => self.destination(line, at, &mut consumed),
                State::StartTitle => self.start_title(line, at),
                State::Title => self.title(line, at, &mut consumed),
                State::Paragraph => None,
            };
            let Some(next) = next else {
                self.state = State::Paragraph;
                self.finish(definitions);
                break;
            };
            at = next;
        }
        consumed
    }

    /// Ends the paragraph, or the definition that is open.
    pub(super) fn finish(&mut self, definitions: &mut Definitions<'a>) {
        if self.valid {
            self.valid = false;
            let label = std::mem::take(&mut self.normalized);
            let mut destination = unescape_destination(self.destination);
            if destination.contains('\0') {
                destination = destination.replace('\0', "\u{fffd}").into();
            }
            definitions.add(label, destination);
        }
    }

    fn start_definition(
        &mut self,
        line: &'a str,
        at: usize,
        definitions: &mut Definitions<'a>,
    ) -> Option<usize> {
        self.finish(definitions);
        let at = skip_space(line, at);
        if line.as_bytes().get(at) != Some(&b'[') {
            return None;
        }
        self.state = State::Label;
        self.label.clear();
        if at + 1 == line.len() {
            self.label.push('\n');
        }
        Some(at + 1)
    }

    fn label(&mut self, line: &'a str, at: usize) -> Option<usize> {
        let end = label_end(line.as_bytes(), at)?;
        self.label.push_str(&line[at..end]);
        if end == line.len() {
            self.label.push('\n');
            return Some(end);
        }
        if line.as_bytes().get(end + 1) != Some(&b':') || utf16_length(&self.label) > MAX_LABEL {
            return None;
        }
        self.normalized = normalize(&self.label, usize::MAX).filter(|label| !label.is_empty())?;
        self.state = State::Destination;
        Some(skip_space(line, end + 2))
    }

    fn destination(&mut self, line: &'a str, at: usize, consumed: &mut bool) -> Option<usize> {
        let start = skip_space(line, at);
        let end = destination_end(line.as_bytes(), start)?;
        let written = &line[start..end];
        let within = written
            .strip_prefix('<')
            .map(|rest| &rest[..rest.len() - 1]);
        self.destination = within.unwrap_or(written);
        let next = skip_space(line, end);
        if next == line.len() {
            self.valid = true;
            *consumed = true;
        } else if next == end {
            return None;
        }
        self.state = State::StartTitle;
        Some(next)
    }

    fn start_title(&mut self, line: &'a str, at: usize) -> Option<usize> {
        let at = skip_space(line, at);
        let Some(&byte) = line.as_bytes().get(at) else {
            self.state = State::Start;
            return Some(at);
        };
        match title_delimiter(byte) {
            Some(delimiter) => {
                self.delimiter = delimiter;
                self.state = State::Title;
                Some(at + 1)
            }
            None => {
                self.state = State::Start;
                Some(at)
            }
        }
    }

    fn title(&mut self, line: &'a str, at: usize, consumed: &mut bool) -> Option<usize> {
        let end = title_content_end(line.as_bytes(), at, self.delimiter)?;
        if end == line.len() {
            return Some(end);
        }
        if skip_space(line, end + 1) < line.len() {
            return None;
        }
        self.valid = true;
        *consumed = true;
        self.state = State::Start;
        Some(line.len())
    }
}

fn skip_space(line: &str, from: usize) -> usize {
    let rest = line.as_bytes().get(from..).unwrap_or_default();
    from + rest.iter().take_while(|&&b| is_ascii_space(b)).count()
}
