//! Scans raw HTML into tags, comments and text, as forgiving as a browser (HTML standard, section
//! 13.2.5) where CommonMark leaves HTML alone. Counterpart of Java's `HtmlTags`.

use std::borrow::Cow;

use memchr::{memchr, memmem};

use super::characters::part;
use super::escapes::decode_references;

/// What a scan finds. Offsets are into the scanned text.
#[derive(Debug)]
pub(super) enum HtmlToken<'h> {
    Text {
        start: usize,
        end: usize,
    },
    Start(StartTag<'h>),
    End {
        name: Cow<'h, str>,
    },
    Comment {
        start: usize,
        end: usize,
        content: &'h str,
    },
}

#[derive(Debug)]
pub(super) struct Attribute<'h> {
    pub(super) name: Cow<'h, str>,
    /// Resolved; none where there is none or where it is a JSX expression.
    pub(super) value: Option<Cow<'h, str>>,
}

#[derive(Debug)]
pub(super) struct StartTag<'h> {
    /// In lower case, as the names of attributes.
    pub(super) name: Cow<'h, str>,
    pub(super) attributes: Vec<Attribute<'h>>,
    pub(super) self_closing: bool,
    pub(super) start: usize,
}

impl<'h> StartTag<'h> {
    /// The first value of this attribute.
    pub(super) fn value(&self, attribute: &str) -> Option<&Cow<'h, str>> {
        let found = self
            .attributes
            .iter()
            .find(|candidate| candidate.name == attribute)?;
        found.value.as_ref()
    }
}

/// What stands in these is neither tag nor text.
const RAW_TEXT_ELEMENTS: [&str; 3] = ["script", "style", "textarea"];

/// One scan.
#[derive(Debug)]
pub(super) struct HtmlTags<'h> {
    html: &'h str,
    bytes: &'h [u8],
    index: usize,
    text_start: usize,
    /// Found behind the text that was given last.
    pending: Option<HtmlToken<'h>>,
    /// Set once no brace closes what is left, so that looking for one stays linear.
    braces_unbalanced: bool,
}

impl<'h> HtmlTags<'h> {
    pub(super) fn of(html: &'h str) -> Self {
        let bytes = html.as_bytes();
        HtmlTags {
            html,
            bytes,
            index: 0,
            text_start: 0,
            pending: None,
            braces_unbalanced: false,
        }
    }

    /// Goes on behind this offset; what was skipped is not text.
    fn resume(&mut self, end: usize) {
        self.index = end;
        self.text_start = end;
    }

    fn skip_to(&mut self, terminator: &[u8]) {
        let found = memmem::find(&self.bytes[self.index..], terminator);
        self.resume(found.map_or(self.bytes.len(), |at| self.index + at + terminator.len()));
    }

    fn comment(&mut self, open: usize) -> Option<HtmlToken<'h>> {
        let content = open + 4;
        let rest = &self.bytes[content..];
        if rest.starts_with(b">") || rest.starts_with(b"->") {
            self.resume(content + 1 + usize::from(rest.starts_with(b"-")));
            return None;
        }
        let Some(length) = memmem::find(rest, b"-->") else {
            self.resume(self.bytes.len());
            return None;
        };
        let end = content + length;
        self.resume(end + 3);
        let content = part(self.html, content, end);
        Some(HtmlToken::Comment {
            start: open,
            end: end + 3,
            content,
        })
    }

    fn end_tag(&mut self, open: usize) -> Option<HtmlToken<'h>> {
        let name_end = self.name_end(open + 2);
        let end = memchr(b'>', &self.bytes[name_end..]).map(|length| name_end + length);
        self.resume(end.map_or(self.bytes.len(), |end| end + 1));
        end?;
        let name = self.lower(open + 2, name_end);
        (!name.is_empty()).then_some(HtmlToken::End { name })
    }

    fn start_tag(&mut self, open: usize) -> Option<HtmlToken<'h>> {
        self.index = self.name_end(open + 1);
        let name = self.lower(open + 1, self.index);
        let mut attributes = Vec::new();
        loop {
            self.skip_while(|byte| is_space(byte) || byte == b'/');
            match self.bytes.get(self.index) {
                None => {
                    self.resume(self.index);
                    return None;
                }
                Some(b'>') => break,
                Some(_) => attributes.push(self.attribute()),
            }
        }
        let self_closing = self.bytes[self.index - 1] == b'/';
        self.resume(self.index + 1);
        if !self_closing && RAW_TEXT_ELEMENTS.contains(&&*name) {
            self.resume(self.raw_text_end(&name));
        }
        Some(HtmlToken::Start(StartTag {
            name,
            attributes,
            self_closing,
            start: open,
        }))
    }

    fn attribute(&mut self) -> Attribute<'h> {
        let start = self.index;
        // As in the standard, a name may begin with =, so that each turn consumes something.
        self.index += 1;
        self.skip_while(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        let name = self.lower(start, self.index);
        self.skip_while(is_space);
        if self.bytes.get(self.index) != Some(&b'=') {
            return Attribute { name, value: None };
        }
        self.index += 1;
        self.skip_while(is_space);
        let value = if self.index < self.bytes.len() {
            self.value()
        } else {
            None
        };
        Attribute { name, value }
    }

    fn value(&mut self) -> Option<Cow<'h, str>> {
        let start = self.index;
        let quote = self.bytes[start];
        if quote == b'"' || quote == b'\'' {
            let length = memchr(quote, &self.bytes[start + 1..]);
            self.index = length.map_or(self.bytes.len(), |length| start + 1 + length + 1);
            return length
                .map(|length| decode_references(part(self.html, start + 1, start + 1 + length)));
        }
        if quote == b'{'
            && let Some(end) = self.matching_brace(start)
        {
            self.index = end + 1;
            return None;
        }
        self.skip_while(|byte| !is_space(byte) && byte != b'>');
        // In <a href=x/> the slash belongs to the value by the standard, but never to the link
        // meant.
        let mut end = self.index;
        let slash = end > start + 1 && self.bytes[end - 1] == b'/' && self.bytes[start] != b'/';
        if slash && self.bytes.get(self.index) == Some(&b'>') {
            end -= 1;
        }
        (quote != b'{').then(|| decode_references(part(self.html, start, end)))
    }

    fn matching_brace(&mut self, open: usize) -> Option<usize> {
        if self.braces_unbalanced {
            return None;
        }
        let mut depth = 0_usize;
        for at in memchr::memchr2_iter(b'{', b'}', &self.bytes[open..]) {
            if self.bytes[open + at] == b'{' {
                depth += 1;
            } else {
                depth -= 1;
                if depth == 0 {
                    return Some(open + at);
                }
            }
        }
        self.braces_unbalanced = true;
        None
    }

    fn raw_text_end(&self, name: &str) -> usize {
        let rest = &self.bytes[self.index..];
        memmem::find_iter(rest, b"</")
            .find(|&at| {
                let close = rest.get(at + 2..at + 2 + name.len());
                close.is_some_and(|close| close.eq_ignore_ascii_case(name.as_bytes()))
            })
            .map_or(self.bytes.len(), |at| self.index + at)
    }

    fn name_end(&self, from: usize) -> usize {
        let rest = &self.bytes[from.min(self.bytes.len())..];
        let ends = |&b: &u8| is_space(b) || b == b'>' || b == b'/';
        rest.iter()
            .position(ends)
            .map_or(self.bytes.len(), |length| from + length)
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) {
        let rest = &self.bytes[self.index..];
        self.index += rest.iter().take_while(|&&byte| wanted(byte)).count();
    }

    fn lower(&self, start: usize, end: usize) -> Cow<'h, str> {
        let name = part(self.html, start, end);
        if name.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(name.to_ascii_lowercase())
        } else {
            Cow::Borrowed(name)
        }
    }

    /// What begins with the `<` here; none where that is text or is left out.
    fn markup(&mut self, open: usize) -> Markup<'h> {
        self.index = open + 1;
        let rest = &self.bytes[open + 1..];
        match rest {
            [b'/', ..] => Markup::of(self.end_tag(open)),
            [b'!', b'-', b'-', ..] => Markup::of(self.comment(open)),
            _ if rest.starts_with(b"![CDATA[") => self.skipped(b"]]>"),
            [b'?', ..] => self.skipped(b"?>"),
            [b'!', ..] => self.skipped(b">"),
            [byte, ..] if byte.is_ascii_alphabetic() => Markup::of(self.start_tag(open)),
            _ => Markup::None,
        }
    }

    fn skipped(&mut self, terminator: &[u8]) -> Markup<'h> {
        self.skip_to(terminator);
        Markup::Skipped
    }
}

enum Markup<'h> {
    None,
    Skipped,
    Token(HtmlToken<'h>),
}

impl<'h> Markup<'h> {
    fn of(token: Option<HtmlToken<'h>>) -> Self {
        token.map_or(Markup::Skipped, Markup::Token)
    }
}

impl<'h> Iterator for HtmlTags<'h> {
    type Item = HtmlToken<'h>;

    fn next(&mut self) -> Option<HtmlToken<'h>> {
        if let Some(token) = self.pending.take() {
            return Some(token);
        }
        loop {
            let found = self
                .bytes
                .get(self.index..)
                .and_then(|rest| memchr(b'<', rest));
            let open = found.map_or(self.bytes.len(), |length| self.index + length);
            let start = self.text_start;
            if open + 1 >= self.bytes.len() {
                let end = self.bytes.len();
                self.resume(end);
                return (start < end).then_some(HtmlToken::Text { start, end });
            }
            match self.markup(open) {
                Markup::None => {}
                Markup::Skipped if start < open => {
                    return Some(HtmlToken::Text { start, end: open });
                }
                Markup::Skipped => {}
                Markup::Token(token) if start < open => {
                    self.pending = Some(token);
                    return Some(HtmlToken::Text { start, end: open });
                }
                Markup::Token(token) => return Some(token),
            }
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | 0xC | b'\r')
}
