//! Finds the frontmatter of a document, without parsing it. Counterpart of Java's
//! `FrontmatterScanner`, which says what is frontmatter and what only looks like it.

use super::block::{FrontmatterBlock, FrontmatterFormat};
use super::{field_shape, json_extent};

/// The frontmatter of a decoded document.
///
/// Linear in the document; one that begins with none of the delimiters costs nothing.
pub fn scan(text: &str) -> FrontmatterBlock {
    match text.as_bytes().first() {
        Some(b'-') => scan_lines(text, FrontmatterFormat::Yaml),
        Some(b'+') => scan_lines(text, FrontmatterFormat::Toml),
        Some(b'{') => json_extent::scan(text),
        _ => FrontmatterBlock::NONE,
    }
}

fn scan_lines(text: &str, format: FrontmatterFormat) -> FrontmatterBlock {
    let bytes = text.as_bytes();
    let yaml = format == FrontmatterFormat::Yaml;
    let mark = if yaml { b'-' } else { b'+' };
    let start = field_shape::next_line(bytes, 0);
    if start == 0 || !is_delimiter(bytes, 0, mark) || !ends_line(bytes, start) {
        return FrontmatterBlock::NONE;
    }
    let mut line = start;
    loop {
        if is_delimiter(bytes, line, mark) || (yaml && is_delimiter(bytes, line, b'.')) {
            if yaml && !field_shape::opens_yaml(text, start, line) {
                return FrontmatterBlock::NONE;
            }
            let body = field_shape::next_line(bytes, line);
            return FrontmatterBlock::terminated(format, start, line, body);
        }
        if line == bytes.len() {
            break;
        }
        line = field_shape::next_line(bytes, line);
    }
    if field_shape::looks_unterminated(text, start, format) {
        FrontmatterBlock::unterminated(format, start, bytes.len())
    } else {
        FrontmatterBlock::NONE
    }
}

/// Whether the byte before an index belongs to a line end.
fn ends_line(bytes: &[u8], index: usize) -> bool {
    index > 0 && field_shape::is_line_end(bytes[index - 1])
}

/// Whether a line consists of the character three times, then spaces or tabs only.
fn is_delimiter(bytes: &[u8], line: usize, mark: u8) -> bool {
    let Some(rest) = bytes[line..].strip_prefix(&[mark, mark, mark]) else {
        return false;
    };
    field_shape::is_blank_line(rest, 0)
}
