//! Labels of link reference definitions, and what they define.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::lines::offset;
use crate::markdown::characters::utf16_length;

/// Longer labels, in UTF-16 code units, define nothing (CommonMark 0.31.2, section 4.7).
pub(super) const MAX_LABEL: usize = 999;

/// The definitions of a document; the first of several with one label counts.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Definitions<'a> {
    numbers: HashMap<String, u32>,
    destinations: Vec<Cow<'a, str>>,
    /// Bytes of the longest label.
    longest: usize,
}

impl<'a> Definitions<'a> {
    /// Adds a definition.
    ///
    /// `label` is normalized, `destination` resolved.
    pub(super) fn add(&mut self, label: String, destination: Cow<'a, str>) {
        self.longest = self.longest.max(label.len());
        if let Entry::Vacant(vacant) = self.numbers.entry(label) {
            vacant.insert(offset(self.destinations.len()));
            self.destinations.push(destination);
        }
    }

    /// The number of the definition of a label, as written.
    pub(super) fn find(&self, label: &str) -> Option<u32> {
        if self.numbers.is_empty() || (label.len() > MAX_LABEL && utf16_length(label) > MAX_LABEL) {
            return None;
        }
        self.numbers.get(&normalize(label, self.longest)?).copied()
    }

    /// Where a definition leads.
    pub(in crate::markdown) fn destination(&self, number: u32) -> Cow<'a, str> {
        self.destinations
            .get(number as usize)
            .cloned()
            .unwrap_or_default()
    }
}

/// The form in which labels are compared, as commonmark-java makes it: lower case and then upper
/// case, white space collapsed. None where it has more bytes than `longest`.
pub(super) fn normalize(label: &str, longest: usize) -> Option<String> {
    let trimmed = label.trim_matches(|c| c <= ' ' && c != '\0');
    if trimmed.is_ascii() {
        return collapse(trimmed.chars().map(|c| c.to_ascii_uppercase()), longest);
    }
    if !trimmed.chars().any(is_cased_since_unicode_13) {
        // As a whole, since a sigma at the end of a word has a lower case of its own.
        let cased = trimmed.to_lowercase().to_uppercase();
        return collapse(cased.chars(), longest);
    }
    // Java 17 knows no case of these, so they stay as they are.
    let mut cased = String::with_capacity(trimmed.len());
    for part in trimmed.split_inclusive(is_cased_since_unicode_13) {
        let end = part.trim_end_matches(is_cased_since_unicode_13).len();
        cased.push_str(&part[..end].to_lowercase().to_uppercase());
        cased.push_str(&part[end..]);
    }
    collapse(cased.chars(), longest)
}

fn collapse(label: impl Iterator<Item = char>, longest: usize) -> Option<String> {
    let mut collapsed = String::new();
    let mut space = false;
    for c in label {
        if matches!(c, ' ' | '\t' | '\r' | '\n') {
            space = true;
            continue;
        }
        if space {
            collapsed.push(' ');
            space = false;
        }
        collapsed.push(if c == '\0' {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        });
        if collapsed.len() > longest {
            return None;
        }
    }
    if space {
        collapsed.push(' ');
    }
    Some(collapsed)
}

/// Letters whose case is younger than Java 17's Unicode 13.0 (UnicodeData.txt of 14.0 to 16.0).
fn is_cased_since_unicode_13(c: char) -> bool {
    matches!(
        c,
        '\u{19b}' | '\u{264}' | '\u{1c89}' | '\u{1c8a}' | '\u{2c2f}' | '\u{2c5f}'
            | '\u{a7c0}' | '\u{a7c1}' | '\u{a7cb}'..='\u{a7cd}' | '\u{a7d0}' | '\u{a7d1}'
            | '\u{a7d6}'..='\u{a7dc}' | '\u{10570}'..='\u{105bc}' | '\u{10d50}'..='\u{10d65}'
            | '\u{10d70}'..='\u{10d85}'
    )
}
