//! Finds what is written as a full or collapsed reference in text where the parser found none, and
//! so has no definition. Counterpart of Java's `UndefinedReferences`, which says what is left out.

use std::borrow::Cow;

use super::characters::{part, utf16_length};
use super::collector::FactCollector;
use super::visible_text::fold;
use crate::unicode::{is_letter, is_letter_or_number, is_white_space};

/// Stands for what is not text.
const OPAQUE: char = '\u{fffc}';

/// CommonMark's bound on labels, in UTF-16 code units.
const MAX_LABEL: usize = 999;

/// Footnotes, and what stands in grammars and in indexing by expressions.
const NO_LABEL_BEGINS: &str = "^,;:|*+-=?<>(){}~$%&";

/// A block's text, in which each code span, tag, link and image is one character; and where its
/// stretches stand in the document.
#[derive(Debug, Default)]
pub(super) struct ReferenceText {
    text: String,
    /// Offsets in the text and in the document, ascending.
    stretches: Vec<(usize, usize)>,
    open: Vec<usize>,
}

impl ReferenceText {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.stretches.clear();
    }

    /// Adds what stands in the document from there on.
    pub(super) fn push(&mut self, written: &str, index: usize) {
        self.stretches.push((self.text.len(), index));
        self.text.push_str(written);
    }

    pub(super) fn push_break(&mut self) {
        self.text.push('\n');
    }

    pub(super) fn push_opaque(&mut self, index: usize) {
        self.stretches.push((self.text.len(), index));
        self.text.push(OPAQUE);
    }

    /// Gives every reference to the facts.
    pub(super) fn report(&mut self, facts: &mut FactCollector<'_>) {
        let mut open = std::mem::take(&mut self.open);
        open.clear();
        let bytes = self.text.as_bytes();
        let mut index = 0;
        while let Some(found) = memchr::memchr3(b'\\', b'[', b']', &bytes[index..]) {
            index += found;
            match bytes[index] {
                b'\\' => index = (index + 1).min(bytes.len() - 1),
                b'[' => open.push(index),
                _ => {
                    if let Some(start) = open.pop()
                        && bytes.get(index + 1) == Some(&b'[')
                    {
                        index = self.chain(start, index, facts) - 1;
                    }
                }
            }
            index += 1;
        }
        self.open = open;
    }

    /// Reads what follows the first brackets' text; returns the offset to go on from.
    fn chain(&self, start: usize, close: usize, facts: &mut FactCollector<'_>) -> usize {
        let bytes = self.text.as_bytes();
        let mut links = 0;
        let mut next = close + 1;
        let mut label = (0, 0);
        while bytes.get(next) == Some(&b'[') {
            let Some(end) = self.label_end(next + 1) else {
                break;
            };
            if links == 0 {
                label = (next + 1, end);
            }
            links += 1;
            next = end + 1;
        }
        let goes_on = matches!(bytes.get(next), Some(b'(' | b'['));
        if links == 1 && !goes_on && self.starts_freely(start) {
            self.check(start, close, label, facts);
        }
        next
    }

    fn check(
        &self,
        start: usize,
        close: usize,
        label: (usize, usize),
        facts: &mut FactCollector<'_>,
    ) {
        let written = part(&self.text, start + 1, close);
        let collapsed = label.0 == label.1;
        let (from, to) = if collapsed { (start + 1, close) } else { label };
        let meant = self
            .code((from, to), facts.text())
            .unwrap_or(part(&self.text, from, to));
        let single = |text: &str| utf16_length(text) == 1;
        if utf16_length(meant) > MAX_LABEL
            || written.chars().all(is_white_space)
            || meant.chars().all(is_white_space)
            || (collapsed && meant.contains('['))
            || meant.contains(OPAQUE)
            || written.starts_with('^')
            || meant.starts_with(|c| NO_LABEL_BEGINS.contains(c))
            || (!has_letter(written) && !has_letter(meant))
            || (single(written) && single(meant) && !written.starts_with(OPAQUE))
            || is_character_class(written)
            || is_character_class(meant)
        {
            return;
        }
        let image = start > 0 && self.text.as_bytes()[start - 1] == b'!';
        let label = Cow::Owned(fold(meant).into_owned());
        facts.undefined_reference(self.source(start - usize::from(image)), label);
    }

    /// A label that is one placeholder, as written, where that is a code span of one line.
    fn code<'s>(&self, (start, end): (usize, usize), source: &'s str) -> Option<&'s str> {
        if end - start != OPAQUE.len_utf8() || !self.text[start..end].starts_with(OPAQUE) {
            return None;
        }
        let label = part(source, self.source(start), self.source(end));
        let ends = |c| matches!(c, '[' | ']' | '\n' | '\r');
        (label.starts_with('`') && !label.contains(ends)).then_some(label)
    }

    fn starts_freely(&self, start: usize) -> bool {
        // Emphasis is looked through: *array*[i][j] is indexing all the same.
        let before = part(&self.text, 0, start)
            .trim_end_matches(['*', '_'])
            .chars()
            .next_back();
        before.is_none_or(|c| {
            // Java asks for half of a character beyond the BMP, which is no letter.
            !matches!(c, ']' | ')' | '\\' | OPAQUE)
                && (c.len_utf16() == 2 || !is_letter_or_number(c))
        })
    }

    /// Offset of the bracket that closes a label that begins here.
    fn label_end(&self, from: usize) -> Option<usize> {
        let mut escaped = false;
        let mut units = 0;
        for (offset, c) in self.text.get(from..)?.char_indices() {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                ']' => return Some(from + offset),
                '[' => return None,
                _ => {}
            }
            units += c.len_utf16();
            if units > MAX_LABEL {
                return None;
            }
        }
        None
    }

    fn source(&self, offset: usize) -> usize {
        let behind = self
            .stretches
            .partition_point(|&(start, _)| start <= offset);
        let stretch = behind
            .checked_sub(1)
            .and_then(|number| self.stretches.get(number));
        stretch.map_or(0, |&(start, source)| source + (offset - start))
    }
}

fn has_letter(text: &str) -> bool {
    text.chars().any(|c| is_letter(c) || c == OPAQUE)
}

/// A range such as `a-z` stands in it, and neither white space nor a word.
fn is_character_class(text: &str) -> bool {
    let bytes = text.as_bytes();
    let range = bytes
        .windows(3)
        .any(|w| w[1] == b'-' && w[0].is_ascii_alphanumeric() && w[2].is_ascii_alphanumeric());
    let word = bytes
        .windows(3)
        .any(|w| w.iter().all(u8::is_ascii_alphanumeric));
    range && !word && !text.chars().any(is_white_space)
}
