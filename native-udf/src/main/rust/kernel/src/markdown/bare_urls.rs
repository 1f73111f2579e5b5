//! GFM's extended autolinks (spec 0.29-gfm, section 6.9) in a run of source text. Counterpart of
//! Java's `BareUrls`, which says where the rules come from.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::characters::part;
use super::escapes::unescape;
use super::occurrences::Occurrences;
use crate::unicode::{is_letter_or_number, is_white_space};

/// cmark-gfm accepts underscores at the end of hosts with more labels than this.
const LONG_HOST: usize = 10;

static SCHEMES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("://"));
static HOSTS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("www."));
static ADDRESSES: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("@"));

/// Tells runs that can hold a URL from the many that cannot.
#[derive(Debug)]
pub(super) struct Candidates<'a> {
    schemes: Occurrences<'a>,
    hosts: Occurrences<'a>,
    addresses: Occurrences<'a>,
}

impl<'a> Candidates<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Candidates {
            schemes: Occurrences::of(text, &SCHEMES),
            hosts: Occurrences::of(text, &HOSTS),
            addresses: Occurrences::of(text, &ADDRESSES),
        }
    }

    #[inline]
    pub(super) fn within(&mut self, start: usize, end: usize) -> bool {
        self.schemes.within(start, end)
            || self.hosts.within(start, end)
            || self.addresses.within(start, end)
    }
}

/// A URL: where it stands in the scanned text, and where it leads.
#[derive(Clone, Debug)]
pub(super) struct BareUrl<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) target: Cow<'a, str>,
}

/// The URLs of a stretch of text, in order; what stands before it is looked at as context.
#[derive(Debug)]
pub(super) struct BareUrls<'a> {
    text: &'a str,
    bytes: &'a [u8],
    start: usize,
    end: usize,
    consumed: usize,
    index: usize,
}

impl<'a> BareUrls<'a> {
    pub(super) fn of(text: &'a str, start: usize, end: usize) -> Self {
        BareUrls {
            text,
            bytes: text.as_bytes(),
            start,
            end,
            consumed: start,
            index: start,
        }
    }

    fn at_scheme(&self, colon: usize) -> Option<BareUrl<'a>> {
        if !self.bytes[colon..].starts_with(b"://") || colon + 3 >= self.end {
            return None;
        }
        let before = &self.bytes[self.consumed..colon];
        let letters = before
            .iter()
            .rev()
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        let start = colon - letters;
        let name = &self.bytes[start..colon];
        let known: [&[u8]; 3] = [b"http", b"https", b"ftp"];
        if !known.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            return None;
        }
        if start == self.start && start > 0 && self.bytes[start - 1].is_ascii_alphabetic() {
            return None;
        }
        let host_end = self.host_end(colon + 3, false)?;
        self.url(start, host_end, "")
    }

    fn at_www(&self, index: usize) -> Option<BareUrl<'a>> {
        if !self.bytes[index..].starts_with(b"www.") || index + 4 >= self.end {
            return None;
        }
        let before = part(self.text, 0, index).chars().next_back();
        if !before.is_none_or(|c| matches!(c, '*' | '_' | '~' | '(') || is_white_space(c)) {
            return None;
        }
        let host_end = self.host_end(index, true)?;
        if host_end <= index + 4 {
            None
        } else {
            self.url(index, host_end, "http://")
        }
    }

    /// Index behind a valid domain that begins here.
    fn host_end(&self, from: usize, period_needed: bool) -> Option<usize> {
        let mut periods = 0;
        let mut underscores_before = 0;
        let mut underscores = 0;
        let mut end = from;
        for c in part(self.text, from, self.end).chars() {
            match c {
                '_' => underscores += 1,
                '.' => {
                    underscores_before = underscores;
                    underscores = 0;
                    periods += 1;
                }
                '-' => {}
                _ if is_letter_or_number(c) => {}
                _ => break,
            }
            end += c.len_utf8();
        }
        let named = end > from && !matches!(self.bytes[from], b'.' | b'-');
        let underscored = (underscores > 0 || underscores_before > 0) && periods <= LONG_HOST;
        (named && !underscored && (periods > 0 || !period_needed)).then_some(end)
    }

    fn url(&self, start: usize, host_end: usize, prefix: &str) -> Option<BareUrl<'a>> {
        let (mut round, mut square, mut curly) = (0_i64, 0_i64, 0_i64);
        let mut end = host_end;
        for c in part(self.text, host_end, self.end).chars() {
            match c {
                '(' => round += 1,
                ')' => round -= 1,
                '[' => square += 1,
                '{' => curly += 1,
                ']' => square -= 1,
                '}' => curly -= 1,
                _ => {}
            }
            let foreign = c == '<' || is_white_space(c) || is_cjk_punctuation(c);
            if foreign || square < 0 || curly < 0 {
                break;
            }
            end += c.len_utf8();
        }
        let end = self.trim_end(start, end, -round);
        if end <= start {
            return None;
        }
        let written = unescape(part(self.text, start, end));
        let target = if prefix.is_empty() {
            written
        } else {
            Cow::Owned(prefix.to_owned() + &written)
        };
        Some(BareUrl { start, end, target })
    }

    /// The end without what belongs to the sentence around the URL.
    ///
    /// `surplus` is the number of closing parentheses beyond the opening ones.
    fn trim_end(&self, start: usize, end: usize, surplus: i64) -> usize {
        let mut last = end;
        let mut closing = surplus;
        while last > start {
            match self.bytes[last - 1] {
                b')' if closing <= 0 => break,
                b')' => {
                    closing -= 1;
                    last -= 1;
                }
                b';' => last = self.before_reference(start, last),
                b'?' | b'!' | b'.' | b',' | b':' | b'*' | b'_' | b'~' | b'\'' | b'"' | b'`'
                | b'\\' => {
                    last -= 1;
                }
                _ => break,
            }
        }
        last
    }

    /// What ends like a character reference is left out whole, any other semicolon alone.
    fn before_reference(&self, start: usize, end: usize) -> usize {
        let before = &self.bytes[start..end - 1];
        let letters = before
            .iter()
            .rev()
            .take_while(|b| b.is_ascii_alphanumeric())
            .count();
        let ampersand = end - 1 - letters;
        let reference = letters > 0 && ampersand > start && self.bytes[ampersand - 1] == b'&';
        if reference { ampersand - 1 } else { end - 1 }
    }

    fn at_address(&self, at: usize) -> Option<BareUrl<'a>> {
        let before = &self.bytes[self.consumed..at];
        let local = at - before.iter().rev().take_while(|&&b| is_local(b)).count();
        if local == at {
            return None;
        }
        let mut end = at + 1;
        let mut periods = 0;
        while end < self.end {
            let byte = self.bytes[end];
            let period = byte == b'.'
                && self.bytes[..self.end]
                    .get(end + 1)
                    .is_some_and(u8::is_ascii_alphanumeric);
            if !period && !byte.is_ascii_alphanumeric() && byte != b'-' && byte != b'_' {
                break;
            }
            periods += usize::from(period);
            end += 1;
        }
        if periods == 0 || matches!(self.bytes[end - 1], b'-' | b'_') {
            return None;
        }
        for scheme in ["mailto:", "xmpp:"] {
            let start = local
                .checked_sub(scheme.len())
                .filter(|&start| start >= self.consumed);
            if let Some(start) = start
                && part(self.text, start, local) == scheme
            {
                let target = Cow::Borrowed(part(self.text, start, end));
                return Some(BareUrl { start, end, target });
            }
        }
        let target = Cow::Owned(["mailto:", part(self.text, local, end)].concat());
        Some(BareUrl {
            start: local,
            end,
            target,
        })
    }
}

impl<'a> Iterator for BareUrls<'a> {
    type Item = BareUrl<'a>;

    fn next(&mut self) -> Option<BareUrl<'a>> {
        while self.index < self.end {
            let rest = &self.bytes[self.index..self.end];
            let index = self.index + memchr::memchr3(b':', b'w', b'@', rest)?;
            let found = match self.bytes[index] {
                b':' => self.at_scheme(index),
                b'w' => self.at_www(index),
                _ => self.at_address(index),
            };
            self.index = index + 1;
            if let Some(url) = found {
                self.consumed = url.end;
                self.index = url.end;
                return Some(url);
            }
        }
        None
    }
}

/// CJK symbols and punctuation, and the fullwidth forms that are neither letter nor digit.
fn is_cjk_punctuation(c: char) -> bool {
    matches!(
        c,
        '\u{3000}'..='\u{303f}'
            | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}'
    )
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+')
}
