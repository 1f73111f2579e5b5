//! Raw HTML within text (CommonMark 0.31.2, section 6.6).

use memchr::{memchr, memmem};

use super::html_start::{skip, skip_space, start_tag};
use crate::unicode::is_ascii_space;

/// What is known of one block: what was looked for to its end in vain is not looked for again.
#[derive(Debug, Default)]
pub(super) struct HtmlInline {
    no_instruction_end: bool,
    no_comment_end: bool,
    no_cdata_end: bool,
    no_declaration_end: bool,
}

impl HtmlInline {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Offset behind the construct that begins with the `<` here.
    pub(super) fn end(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let start = at + 1;
        match *bytes.get(start)? {
            b'/' => closing_tag(bytes, start + 1),
            b'?' => find(bytes, start + 1, b"?>", &mut self.no_instruction_end),
            b'!' => self.declaration(bytes, start + 1),
            byte if byte.is_ascii_alphabetic() => start_tag(bytes, start, is_ascii_space),
            _ => None,
        }
    }

    fn declaration(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let rest = &bytes[at..];
        if rest.starts_with(b"-") {
            self.comment(bytes, at)
        } else if rest.starts_with(b"[") {
            if self.no_cdata_end || !rest.starts_with(b"[CDATA[") {
                return None;
            }
            find(bytes, at + 7, b"]]>", &mut self.no_cdata_end)
        } else if rest.first().is_some_and(u8::is_ascii_alphabetic) && !self.no_declaration_end {
            let name = skip(bytes, at, |b| b.is_ascii_alphabetic());
            find(bytes, name, b">", &mut self.no_declaration_end)
        } else {
            None
        }
    }

    fn comment(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let rest = &bytes[at..];
        if self.no_comment_end || !rest.starts_with(b"--") {
            return None;
        }
        let content = at + 2;
        if rest[2..].starts_with(b">") {
            return Some(content + 1);
        }
        if rest[2..].starts_with(b"->") {
            return Some(content + 2);
        }
        find(bytes, content, b"-->", &mut self.no_comment_end)
    }
}

fn find(bytes: &[u8], from: usize, wanted: &[u8], missing: &mut bool) -> Option<usize> {
    if *missing {
        return None;
    }
    let rest = bytes.get(from..)?;
    let found = match wanted {
        [byte] => memchr(*byte, rest),
        _ => memmem::find(rest, wanted),
    };
    *missing = found.is_none();
    found.map(|length| from + length + wanted.len())
}

fn closing_tag(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at).filter(|b| b.is_ascii_alphabetic())?;
    let name = skip(bytes, at, |b| b.is_ascii_alphanumeric() || b == b'-');
    let end = skip_space(bytes, name);
    (bytes.get(end) == Some(&b'>')).then_some(end + 1)
}
