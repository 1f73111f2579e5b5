//! Character references and backslash escapes (CommonMark 0.31.2, sections 2.4 and 2.5).

use std::borrow::Cow;

use super::entities::push_entity;

/// The longest name of HTML, `CounterClockwiseContourIntegral`, has 31 letters.
const MAX_REFERENCE: usize = 34;

/// Resolves character references, as in HTML attributes; only those that end in `;`.
pub(super) fn decode_references(text: &str) -> Cow<'_, str> {
    match memchr::memchr(b'&', text.as_bytes()) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(Decoder::new(text).decode(false, false)),
    }
}

/// Resolves character references and backslash escapes in a bare URL.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    match memchr::memchr2(b'&', b'\\', text.as_bytes()) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(Decoder::new(text).decode(true, false)),
    }
}

/// The same in a link destination, where commonmark-java makes one character of a reference to a
/// high surrogate and one to a low surrogate right behind it.
pub(super) fn unescape_destination(text: &str) -> Cow<'_, str> {
    match memchr::memchr2(b'&', b'\\', text.as_bytes()) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(Decoder::new(text).decode(true, true)),
    }
}

struct Decoder<'t> {
    text: &'t str,
    decoded: String,
    /// The high surrogate that the last reference stood for, and what was decoded with it.
    high: Option<(u32, usize)>,
}

impl<'t> Decoder<'t> {
    fn new(text: &'t str) -> Self {
        Decoder {
            text,
            decoded: String::with_capacity(text.len()),
            high: None,
        }
    }

    fn decode(mut self, backslashes: bool, pairs: bool) -> String {
        let bytes = self.text.as_bytes();
        let mut copied = 0;
        let mut index = 0;
        while let Some(found) = memchr::memchr2(b'&', b'\\', &bytes[index..]) {
            index += found;
            if bytes[index] == b'&' {
                if let Some(end) = reference_end(bytes, index) {
                    self.decoded.push_str(&self.text[copied..index]);
                    self.push_reference(&self.text[index..end], pairs);
                    index = end;
                    copied = end;
                    continue;
                }
            } else if backslashes && bytes.get(index + 1).is_some_and(u8::is_ascii_punctuation) {
                self.decoded.push_str(&self.text[copied..index]);
                copied = index + 1;
                index += 1;
            }
            index += 1;
        }
        self.decoded.push_str(&self.text[copied..]);
        self.decoded
    }

    /// Appends what a reference stands for, or the reference itself.
    fn push_reference(&mut self, reference: &str, pairs: bool) {
        let body = &reference[1..reference.len() - 1];
        match numeric(body) {
            Some(Numeric::Value(code_point)) => {
                let high = self
                    .high
                    .filter(|&(_, length)| pairs && length == self.decoded.len());
                if let Some(c) = high.and_then(|(high, _)| surrogate_pair(high, code_point)) {
                    self.decoded.pop();
                    self.decoded.push(c);
                } else {
                    self.decoded.push(character(code_point));
                    self.high = Some((code_point, self.decoded.len()));
                }
            }
            _ => push_resolved(reference, &mut self.decoded),
        }
    }
}

/// Appends what a reference in text stands for, or the reference itself.
pub(super) fn push_resolved(reference: &str, to: &mut String) {
    let body = &reference[1..reference.len() - 1];
    match numeric(body) {
        Some(Numeric::Value(code_point)) => to.push(character(code_point)),
        None if push_entity(body, to) => {}
        _ => to.push_str(reference),
    }
}

/// The character of this number; U+FFFD for 0, for surrogates and for what lies beyond Unicode.
pub(super) fn character(code_point: u32) -> char {
    char::from_u32(code_point)
        .filter(|&c| c != '\0')
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The character that two surrogates make in UTF-16.
pub(super) fn surrogate_pair(high: u32, low: u32) -> Option<char> {
    let pair = (0xD800..0xDC00).contains(&high) && (0xDC00..0xE000).contains(&low);
    if pair {
        char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    } else {
        None
    }
}

/// Index behind the `;` of what looks like a reference that begins here.
fn reference_end(bytes: &[u8], start: usize) -> Option<usize> {
    let body = bytes.get(start + 1..)?;
    let number = usize::from(body.first() == Some(&b'#'));
    let name = body.get(number..)?;
    let length = name
        .iter()
        .take(MAX_REFERENCE)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let end = start + 1 + number + length;
    let whole = number + length > 0 && end - start < MAX_REFERENCE && bytes.get(end) == Some(&b';');
    whole.then_some(end + 1)
}

/// What stands between `&#` and `;`.
pub(super) enum Numeric {
    /// A code point, or a number beyond them.
    Value(u32),
    /// No digits, too many, or others.
    Malformed,
}

/// Reads the body of a numeric reference, `#35` or `#x23`; none where it begins otherwise.
///
/// CommonMark allows 6 hexadecimal or 7 decimal digits.
pub(super) fn numeric(body: &str) -> Option<Numeric> {
    let number = body.strip_prefix('#')?;
    let hexadecimal = number.strip_prefix(['x', 'X']);
    let (digits, radix, most) = match hexadecimal {
        Some(digits) => (digits, 16, 6),
        None => (number, 10, 7),
    };
    let allowed = |b: u8| char::from(b).is_digit(radix);
    if digits.is_empty() || digits.len() > most || !digits.bytes().all(allowed) {
        return Some(Numeric::Malformed);
    }
    let value = u32::from_str_radix(digits, radix);
    Some(value.map_or(Numeric::Malformed, Numeric::Value))
}
