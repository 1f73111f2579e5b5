//! GFM footnotes: labels of definitions, and marks, which are no text.

use std::borrow::Cow;
use std::collections::HashSet;

use memchr::memmem;

use super::characters::part;
use crate::unicode::fold_case;

/// The footnotes that a document defines.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    labels: HashSet<String>,
}

impl Footnotes {
    pub(super) fn of(labels: &[&str]) -> Self {
        Footnotes {
            labels: labels.iter().map(|label| normalize(label)).collect(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The text without the marks of footnotes that are defined.
    pub(super) fn without_marks<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.labels.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut rest = String::new();
        let mut copied = 0;
        let mut index = 0;
        while let Some(found) = memmem::find(&text.as_bytes()[index..], b"[^") {
            let open = index + found;
            let close = label_end(text, open);
            if let Some(close) = close
                && self
                    .labels
                    .contains(&normalize(part(text, open + 2, close)))
            {
                rest.push_str(part(text, copied, open));
                copied = close + 1;
            }
            index = close.unwrap_or(open + 2);
        }
        if copied == 0 {
            return Cow::Borrowed(text);
        }
        rest.push_str(part(text, copied, text.len()));
        Cow::Owned(rest)
    }
}

/// Labels are compared without regard to case.
fn normalize(label: &str) -> String {
    let fold = |c| {
        if c == '\0' {
            char::REPLACEMENT_CHARACTER
        } else {
            fold_case(c)
        }
    };
    label.chars().map(fold).collect()
}

/// Index of the bracket that ends the label that begins with `[^` here.
pub(super) fn label_end(text: &str, open: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(open + 1) != Some(&b'^') {
        return None;
    }
    let label = &bytes[open + 2..];
    let length = label
        .iter()
        .position(|b| matches!(b, b']' | b' ' | b'\t' | b'['))?;
    (length > 0 && label[length] == b']').then_some(open + 2 + length)
}
