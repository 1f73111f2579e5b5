//! Where an object that begins with the document's first character ends: at its matching brace.
//! Counterpart of Java's `JsonExtent`.

use super::block::{FrontmatterBlock, FrontmatterFormat};
use super::field_shape::{is_blank, is_line_end, skip_blanks, skip_line_end};

pub(super) fn scan(text: &str) -> FrontmatterBlock {
    let bytes = text.as_bytes();
    let empty = bytes.get(skip_space(bytes, 1)) == Some(&b'}');
    if !empty && !begins_with_field(bytes) {
        return FrontmatterBlock::NONE;
    }
    let Some(end) = end(bytes) else {
        return FrontmatterBlock::unterminated(FrontmatterFormat::Json, 0, bytes.len());
    };
    let body = skip_blanks(bytes, end);
    match bytes.get(body) {
        None => FrontmatterBlock::terminated(FrontmatterFormat::Json, 0, end, body),
        Some(&b) if is_line_end(b) => {
            let body = skip_line_end(bytes, body);
            FrontmatterBlock::terminated(FrontmatterFormat::Json, 0, end, body)
        }
        // {} within a line of prose is prose; a real field is not, whatever follows the object.
        Some(_) if empty => FrontmatterBlock::NONE,
        Some(_) => FrontmatterBlock::terminated(FrontmatterFormat::Json, 0, end, end),
    }
}

fn begins_with_field(bytes: &[u8]) -> bool {
    let at = skip_space(bytes, 1);
    if bytes.get(at) != Some(&b'"') {
        return false;
    }
    let at = skip_space(bytes, skip_string(bytes, at));
    bytes.get(at) == Some(&b':')
}

/// The index behind the matching brace.
fn end(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = memchr::memchr3(b'"', b'{', b'}', &bytes[at..]) {
        at += found;
        match bytes[at] {
            b'"' => {
                at = skip_string(bytes, at);
                continue;
            }
            b'{' => depth += 1,
            _ => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
        }
        at += 1;
    }
    None
}

/// Behind the closing quote, or at a line end: a forgotten quote must not swallow the document.
fn skip_string(bytes: &[u8], quote: usize) -> usize {
    let mut at = quote + 1;
    while let Some(&b) = bytes.get(at) {
        if b == b'"' {
            return at + 1;
        }
        if is_line_end(b) {
            return at;
        }
        let escapes = b == b'\\' && bytes.get(at + 1).is_some_and(|&next| !is_line_end(next));
        at += if escapes { 2 } else { 1 };
    }
    at
}

fn skip_space(bytes: &[u8], index: usize) -> usize {
    let mut at = index;
    while bytes
        .get(at)
        .is_some_and(|&b| is_blank(b) || is_line_end(b))
    {
        at += 1;
    }
    at
}
