//! Where the destination, title or label of a link ends: counterpart of commonmark-java's
//! `LinkScanner`. All take linear time and go no further than the text.

/// More parentheses open at once make no destination, as in cmark.
const MAX_PARENTHESES: u32 = 32;

/// Index behind the escaped character, where a backslash stands; else behind the backslash.
fn behind_backslash(bytes: &[u8], index: usize) -> usize {
    let escapes = bytes.get(index + 1).is_some_and(u8::is_ascii_punctuation);
    index + if escapes { 2 } else { 1 }
}

/// Index of the bracket that ends a label, or the text's end; none before an opening bracket.
pub(super) fn label_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut index = from;
    while let Some(found) = memchr::memchr3(b'\\', b'[', b']', bytes.get(index..)?) {
        index += found;
        match bytes[index] {
            b'\\' => index = behind_backslash(bytes, index),
            b']' => return Some(index),
            _ => return None,
        }
    }
    Some(bytes.len())
}

/// Index behind a destination that begins here.
pub(super) fn destination_end(bytes: &[u8], from: usize) -> Option<usize> {
    if *bytes.get(from)? != b'<' {
        return bare_destination_end(bytes, from);
    }
    let mut index = from + 1;
    while let Some(&byte) = bytes.get(index) {
        match byte {
            b'\\' => index = behind_backslash(bytes, index),
            b'\n' | b'<' => return None,
            b'>' => return Some(index + 1),
            _ => index += 1,
        }
    }
    None
}

fn bare_destination_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut open = 0;
    let mut index = from;
    while let Some(&byte) = bytes.get(index) {
        match byte {
            b'\\' => index = behind_backslash(bytes, index),
            b'(' => {
                open += 1;
                if open > MAX_PARENTHESES {
                    return None;
                }
                index += 1;
            }
            b')' => {
                if open == 0 {
                    return Some(index);
                }
                open -= 1;
                index += 1;
            }
            // NUL stands for U+FFFD. Those of two bytes are the control characters of Latin-1.
            0x01..=b' ' | 0x7F => return (index > from && open == 0).then_some(index),
            0xC2 if bytes
                .get(index + 1)
                .is_some_and(|b| (0x80..0xA0).contains(b)) =>
            {
                return (index > from && open == 0).then_some(index);
            }
            _ => index += 1,
        }
    }
    (open == 0).then_some(index)
}

/// Index of what ends a title's content, or the text's end; none where it cannot be one.
pub(super) fn title_content_end(bytes: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    let mut index = from;
    while let Some(&byte) = bytes.get(index) {
        if byte == b'\\' {
            index = behind_backslash(bytes, index);
        } else if byte == delimiter {
            return Some(index);
        } else if delimiter == b')' && byte == b'(' {
            return None;
        } else {
            index += 1;
        }
    }
    Some(index.min(bytes.len()))
}

/// What ends a title that begins with this.
pub(super) fn title_delimiter(byte: u8) -> Option<u8> {
    match byte {
        b'"' | b'\'' => Some(byte),
        b'(' => Some(b')'),
        _ => None,
    }
}
