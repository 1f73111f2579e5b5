//! Whether lines look like fields of frontmatter or like Markdown. Counterpart of Java's
//! `FieldShape`.

use super::block::FrontmatterFormat;
use crate::unicode;

/// Longer names are prose. Counted in UTF-16 code units, as in Java.
const MAX_NAME: usize = 80;

/// Whether a terminated `---` block is frontmatter. It is, unless its content begins like Markdown
/// after a thematic break: with a blank line or a heading, which is a comment in YAML, and what
/// follows that is no field. After a blank line, comments must lead to a field without a gap.
pub(super) fn opens_yaml(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let mut line = start;
    while line < end && is_blank_line(bytes, line) {
        line = next_line(bytes, line);
    }
    let gap = line > start;
    if line >= end || (!gap && bytes[line] != b'#') {
        return true;
    }
    line = skip_comments(bytes, line);
    while !gap && line < end && (is_blank_line(bytes, line) || bytes[line] == b'#') {
        line = next_line(bytes, line);
    }
    if line >= end {
        !gap
    } else {
        is_yaml_field(text, line) || bytes[line] == b'{'
    }
}

/// Whether an opening delimiter without a closing one was meant as one: the next lines that are
/// not blank, up to a blank one, look like fields, the first for certain.
pub(super) fn looks_unterminated(text: &str, start: usize, format: FrontmatterFormat) -> bool {
    let bytes = text.as_bytes();
    let mut line = start;
    while line < bytes.len() && is_blank_line(bytes, line) {
        line = next_line(bytes, line);
    }
    line = skip_comments(bytes, line);
    if line >= bytes.len() || !is_field(text, line, format) {
        return false;
    }
    while line < bytes.len() && !is_blank_line(bytes, line) {
        let continues = matches!(bytes[line], b' ' | b'\t' | b'-' | b'#' | b']' | b'}');
        if !continues && !is_field(text, line, format) {
            return false;
        }
        line = next_line(bytes, line);
    }
    true
}

fn is_field(text: &str, line: usize, format: FrontmatterFormat) -> bool {
    if format == FrontmatterFormat::Toml {
        is_toml_field(text, line)
    } else {
        is_yaml_field(text, line)
    }
}

fn skip_comments(bytes: &[u8], line: usize) -> usize {
    let mut at = line;
    while bytes.get(at) == Some(&b'#') {
        at = next_line(bytes, at);
    }
    at
}

/// `name:` at the line's start, quoted or of name characters, then white space.
fn is_yaml_field(text: &str, line: usize) -> bool {
    let bytes = text.as_bytes();
    let end = skip_name(text, line);
    end > line
        && bytes.get(end) == Some(&b':')
        && bytes
            .get(end + 1)
            .is_none_or(|&b| is_blank(b) || is_line_end(b))
}

/// `name =`, or a table's header.
fn is_toml_field(text: &str, line: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes[line] == b'[' {
        return true;
    }
    let end = skip_blanks(bytes, skip_name(text, line));
    end > line && bytes.get(end) == Some(&b'=')
}

fn skip_name(text: &str, line: usize) -> usize {
    let rest = &text[line..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let mut units = 0;
    for (at, c) in rest.char_indices() {
        if units >= MAX_NAME {
            return if quote.is_some() { line } else { line + at };
        }
        match quote {
            Some(quote) if at > 0 && c == quote => return line + at + 1,
            Some(_) if c == '\n' || c == '\r' => return line,
            None if !is_name_character(c) => return line + at,
            _ => {}
        }
        units += c.len_utf16();
    }
    if quote.is_some() { line } else { text.len() }
}

fn is_name_character(c: char) -> bool {
    matches!(c, '-' | '.' | '/' | '$') || unicode::is_slug_character(c)
}

pub(super) fn is_blank_line(bytes: &[u8], line: usize) -> bool {
    bytes
        .get(skip_blanks(bytes, line))
        .is_none_or(|&b| is_line_end(b))
}

/// The start of the line behind the one that an index lies in, or the text's length.
pub(super) fn next_line(bytes: &[u8], index: usize) -> usize {
    match memchr::memchr2(b'\n', b'\r', &bytes[index..]) {
        Some(found) => skip_line_end(bytes, index + found),
        None => bytes.len(),
    }
}

/// The index behind the line end that begins at an index.
pub(super) fn skip_line_end(bytes: &[u8], at: usize) -> usize {
    let pair = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
    if pair { at + 2 } else { at + 1 }
}

pub(super) fn skip_blanks(bytes: &[u8], index: usize) -> usize {
    let mut at = index;
    while bytes.get(at).copied().is_some_and(is_blank) {
        at += 1;
    }
    at
}

pub(super) fn is_blank(b: u8) -> bool {
    b == b' ' || b == b'\t'
}

pub(super) fn is_line_end(b: u8) -> bool {
    b == b'\n' || b == b'\r'
}
