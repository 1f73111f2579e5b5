//! The seven ways in which an HTML block starts (CommonMark 0.31.2, section 4.6).

use memchr::memmem;

use crate::unicode::is_ascii_space;

/// What ends an HTML block; it is looked for on every line, the first included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HtmlEnd {
    /// The end tag of any element whose content is raw text.
    RawText,
    /// `-->`
    Comment,
    /// `?>`
    Instruction,
    /// `>`
    Declaration,
    /// `]]>`
    Cdata,
    /// A blank line.
    Blank,
}

const RAW_TEXT: [&str; 4] = ["script", "pre", "style", "textarea"];

/// Ascending.
static BLOCKS: [&str; 62] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

/// What ends the block that starts with this rest of a line, which begins with `<`.
///
/// `interrupts` says that a paragraph is open, which a tag that names no block cannot end.
pub(super) fn html_start(line: &[u8], interrupts: bool) -> Option<HtmlEnd> {
    let rest = line.get(1..)?;
    match rest.first()? {
        b'!' => declaration(rest),
        b'?' => Some(HtmlEnd::Instruction),
        _ if starts_raw_text(rest) => Some(HtmlEnd::RawText),
        _ if starts_block(rest) || (!interrupts && is_whole_tag(line)) => Some(HtmlEnd::Blank),
        _ => None,
    }
}

fn declaration(rest: &[u8]) -> Option<HtmlEnd> {
    if rest.starts_with(b"!--") {
        Some(HtmlEnd::Comment)
    } else if rest.get(1).is_some_and(u8::is_ascii_alphabetic) {
        Some(HtmlEnd::Declaration)
    } else if rest.starts_with(b"![CDATA[") {
        Some(HtmlEnd::Cdata)
    } else {
        None
    }
}

/// Whether a line of a block, from its start, holds what ends it.
pub(super) fn ends_html(end: HtmlEnd, line: &[u8]) -> bool {
    match end {
        HtmlEnd::RawText => memmem::find_iter(line, b"</").any(|at| ends_raw_text(&line[at + 2..])),
        HtmlEnd::Comment => memmem::find(line, b"-->").is_some(),
        HtmlEnd::Instruction => memmem::find(line, b"?>").is_some(),
        HtmlEnd::Declaration => memchr::memchr(b'>', line).is_some(),
        HtmlEnd::Cdata => memmem::find(line, b"]]>").is_some(),
        HtmlEnd::Blank => false,
    }
}

fn ends_raw_text(rest: &[u8]) -> bool {
    RAW_TEXT
        .iter()
        .any(|name| behind_name(rest, name).is_some_and(|r| r.first() == Some(&b'>')))
}

fn starts_raw_text(rest: &[u8]) -> bool {
    RAW_TEXT.iter().any(|name| {
        behind_name(rest, name)
            .is_some_and(|r| r.first().is_none_or(|&b| b == b'>' || is_ascii_space(b)) || ends(r))
    })
}

fn starts_block(rest: &[u8]) -> bool {
    let rest = rest.strip_prefix(b"/").unwrap_or(rest);
    let length = rest
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric())
        .count();
    let (name, behind) = rest.split_at(length);
    let known = length <= 10 && {
        let mut lower = [0; 10];
        lower[..length].copy_from_slice(name);
        lower.make_ascii_lowercase();
        BLOCKS
            .binary_search_by(|known| known.as_bytes().cmp(&lower[..length]))
            .is_ok()
    };
    known
        && match behind {
            [] | [b'>', ..] | [b'/', b'>', ..] => true,
            [byte, ..] => is_ascii_space(*byte) || ends(behind),
        }
}

fn behind_name<'l>(rest: &'l [u8], name: &str) -> Option<&'l [u8]> {
    let (start, behind) = rest.split_at_checked(name.len())?;
    start
        .eq_ignore_ascii_case(name.as_bytes())
        .then_some(behind)
}

/// Where `$` of Java's regular expressions matches: before a line terminator that ends the text.
fn ends(rest: &[u8]) -> bool {
    matches!(rest, [] | [0xC2, 0x85] | [0xE2, 0x80, 0xA8 | 0xA9])
}

/// One start or end tag, and white space behind it.
fn is_whole_tag(line: &[u8]) -> bool {
    let behind = match line.get(1) {
        Some(b'/') => end_tag(line),
        // NUL stands for U+FFFD.
        _ => start_tag(line, 1, |b| matches!(b, 1..=b' ')),
    };
    behind.and_then(|at| line.get(at..)).is_some_and(|rest| {
        let spaces = rest.iter().take_while(|&&b| is_ascii_space(b)).count();
        ends(&rest[spaces..])
    })
}

fn end_tag(line: &[u8]) -> Option<usize> {
    let at = skip_space(line, tag_name(line, 2)?);
    (line.get(at) == Some(&b'>')).then_some(at + 1)
}

/// Offset behind the start tag whose name begins here.
///
/// `is_space` ends a value without quotes.
pub(super) fn start_tag(text: &[u8], name: usize, is_space: fn(u8) -> bool) -> Option<usize> {
    let mut at = tag_name(text, name)?;
    while let Some(next) = attribute(text, at, is_space) {
        at = next;
    }
    at = skip_space(text, at);
    if text.get(at) == Some(&b'/') {
        at += 1;
    }
    (text.get(at) == Some(&b'>')).then_some(at + 1)
}

fn tag_name(text: &[u8], from: usize) -> Option<usize> {
    text.get(from).filter(|b| b.is_ascii_alphabetic())?;
    Some(skip(text, from, |b| b.is_ascii_alphanumeric() || b == b'-'))
}

fn attribute(text: &[u8], from: usize, is_space: fn(u8) -> bool) -> Option<usize> {
    let name = skip_space(text, from);
    let first = *text.get(name)?;
    if name == from || !(first.is_ascii_alphabetic() || first == b'_' || first == b':') {
        return None;
    }
    let in_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'.' | b'_' | b'-');
    let end = skip(text, name, in_name);
    Some(attribute_value(text, end, is_space).unwrap_or(end))
}

fn attribute_value(text: &[u8], from: usize, is_space: fn(u8) -> bool) -> Option<usize> {
    let equals = skip_space(text, from);
    if text.get(equals) != Some(&b'=') {
        return None;
    }
    let start = skip_space(text, equals + 1);
    let quote = *text.get(start)?;
    if quote == b'"' || quote == b'\'' {
        let length = memchr::memchr(quote, &text[start + 1..])?;
        return Some(start + 1 + length + 1);
    }
    let ends = |b| matches!(b, b'"' | b'\'' | b'=' | b'<' | b'>' | b'`') || is_space(b);
    let end = skip(text, start, |b| !ends(b));
    (end > start).then_some(end)
}

pub(super) fn skip_space(text: &[u8], from: usize) -> usize {
    skip(text, from, is_ascii_space)
}

pub(super) fn skip(text: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|&&b| wanted(b)).count()
}
