//! Plain and quoted scalars.

use super::yaml_source::{Step, YamlSource, is_space, other};

/// A scalar's value: a piece of the source where it can be.
pub(super) enum Value<'a> {
    Source(&'a str),
    Built(String),
}

impl Value<'_> {
    pub(super) fn text(&self) -> &str {
        match self {
            Value::Source(text) => text,
            Value::Built(text) => text,
        }
    }
}

/// Bytes that may end a plain scalar's text on a line.
const MAY_END_PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let ends = b"\n\r#:?,[]{}\0";
    let mut i = 0;
    while i < ends.len() {
        table[ends[i] as usize] = true;
        i += 1;
    }
    table
};

impl<'a> YamlSource<'a> {
    /// Passes a plain scalar, and the line ends behind it.
    ///
    /// `parent` is the column of the block collection around it; lines that stand further right
    /// continue the scalar. A key has no such lines.
    pub(super) fn plain(&mut self, flow: bool, parent: u32, key: bool) -> Step<Value<'a>> {
        if !self.begins_plain(flow) {
            return other();
        }
        let first = self.plain_line(flow)?;
        if key {
            return Ok(Value::Source(first));
        }
        let mut folded: Option<String> = None;
        while let Some(line_ends) = self.folded_line_ends(flow, parent)? {
            let line = self.plain_line(flow)?;
            let text = folded.get_or_insert_with(|| first.to_owned());
            fold(text, line_ends);
            text.push_str(line);
        }
        Ok(folded.map_or(Value::Source(first), Value::Built))
    }

    fn begins_plain(&self, flow: bool) -> bool {
        match self.peek() {
            indicator @ (b'-' | b'?' | b':') => {
                let next = self.byte(self.at + 1);
                let text = !is_space(next) && next != b'\t' && next != 0;
                text && !(flow && (is_flow(next) || indicator == b':'))
            }
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\''
            | b'"' | b'%' | b'@' | b'`' | 0 => false,
            _ => true,
        }
    }

    /// Passes a plain scalar's text on this line, which is not empty.
    fn plain_line(&mut self, flow: bool) -> Step<&'a str> {
        let start = self.at;
        let mut at = start;
        let mut question = false;
        loop {
            while !MAY_END_PLAIN[usize::from(self.byte(at))] {
                at += 1;
            }
            let ends = match self.byte(at) {
                b'#' => at > start && matches!(self.bytes[at - 1], b' ' | b'\t'),
                b':' => {
                    let next = self.byte(at + 1);
                    is_space(next) || next == b'\t' || next == 0 || (flow && is_flow(next))
                }
                b'?' if flow && !self.is_text(at) => return other(),
                b'?' => {
                    question = flow;
                    false
                }
                b'\n' | b'\r' | 0 => true,
                _ => flow,
            };
            if ends {
                break;
            }
            at += 1;
        }
        while at > start && matches!(self.bytes[at - 1], b' ' | b'\t') {
            at -= 1;
        }
        self.at = at;
        self.end_token();
        match self.text.get(start..at) {
            // Java leaves the `?` of a tag alone, and of what looks like one.
            Some(text) if question && text.contains('!') => other(),
            Some(text) if !text.is_empty() => Ok(text),
            _ => other(),
        }
    }

    /// Whether a `?` of a flow collection is text to both engines, as Java's `StandIns` has it.
    fn is_text(&self, question: usize) -> bool {
        let before = question.checked_sub(1).map_or(b'\n', |at| self.bytes[at]);
        let next = self.byte(question + 1);
        let blank = |b| is_space(b) || b == b'\t';
        !(blank(before) || matches!(before, b',' | b'[' | b'{'))
            || !(blank(next) || next == 0 || is_flow(next))
    }

    /// Passes line ends behind a plain scalar's text; answers how many, if the text goes on.
    fn folded_line_ends(&mut self, flow: bool, parent: u32) -> Step<Option<usize>> {
        let text_end = self.at;
        while matches!(self.peek(), b' ' | b'\t') {
            self.at += 1;
        }
        if !matches!(self.peek(), b'\n' | b'\r') {
            // White space before a comment or an indicator is judged where that is.
            self.at = text_end;
            return Ok(None);
        }
        let mut line_ends = 0;
        while self.line_end() {
            line_ends += 1;
            self.spaces();
        }
        let goes_on = match self.peek() {
            b'\t' => return other(),
            0 | b'#' => false,
            b if flow => !is_flow(b),
            _ => self.place().column > parent,
        };
        if goes_on && self.at_marker() {
            return other();
        }
        Ok(goes_on.then_some(line_ends))
    }

    /// Passes a single-quoted scalar.
    pub(super) fn single_quoted(&mut self) -> Step<Value<'a>> {
        self.indicator(b'\'')?;
        let mut built: Option<String> = None;
        loop {
            let piece = self.quoted_piece(b'\'', b'\'')?;
            let quote = self.peek() == b'\'';
            let ends = quote && self.byte(self.at + 1) != b'\'';
            if ends && built.is_none() {
                self.indicator(b'\'')?;
                return Ok(Value::Source(piece));
            }
            let text = built.get_or_insert_default();
            text.push_str(piece);
            if ends {
                self.indicator(b'\'')?;
                return Ok(Value::Built(built.unwrap_or_default()));
            } else if quote {
                text.push('\'');
                self.at += 2;
            } else {
                self.quoted_line_ends(text, true)?;
            }
        }
    }

    /// Passes a double-quoted scalar.
    pub(super) fn double_quoted(&mut self) -> Step<Value<'a>> {
        self.indicator(b'"')?;
        let mut built: Option<String> = None;
        loop {
            let piece = self.quoted_piece(b'"', b'\\')?;
            let ends = self.peek() == b'"';
            if ends && built.is_none() {
                self.indicator(b'"')?;
                return Ok(Value::Source(piece));
            }
            let text = built.get_or_insert_default();
            text.push_str(piece);
            if ends {
                self.indicator(b'"')?;
                return Ok(Value::Built(built.unwrap_or_default()));
            } else if self.peek() == b'\\' {
                self.at += 1;
                if matches!(self.peek(), b'\n' | b'\r') {
                    self.quoted_line_ends(text, false)?;
                } else {
                    text.push(self.escape()?);
                }
            } else {
                self.quoted_line_ends(text, true)?;
            }
        }
    }

    /// Goes to one of two bytes or a line end; answers the text before, at a line end without its
    /// trailing blanks.
    fn quoted_piece(&mut self, one: u8, two: u8) -> Step<&'a str> {
        let start = self.at;
        let rest = &self.bytes[start..];
        let Some(found) = memchr::memchr3(one, two, b'\n', rest) else {
            return other();
        };
        let mut end = start + found;
        if rest[found] == b'\n' {
            if end > start && self.bytes[end - 1] == b'\r' {
                end -= 1;
            }
            self.at = end;
            while end > start && matches!(self.bytes[end - 1], b' ' | b'\t') {
                end -= 1;
            }
        } else {
            self.at = end;
        }
        self.text.get(start..end).map_or_else(other, Ok)
    }

    /// Passes line ends within quotes and adds what they fold to; a single one that is escaped
    /// folds to nothing.
    fn quoted_line_ends(&mut self, text: &mut String, space: bool) -> Step<()> {
        let mut line_ends = 0;
        while self.line_end() {
            line_ends += 1;
            if self.at_marker() && self.peek() != b'%' {
                return other();
            }
            self.spaces();
        }
        if self.peek() == b'\t' {
            return other();
        }
        if space || line_ends > 1 {
            fold(text, line_ends);
        }
        Ok(())
    }

    /// Passes an escape behind its backslash. An escaped surrogate makes sense in pairs, and in
    /// Java only.
    fn escape(&mut self) -> Step<char> {
        let digits = match self.peek() {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            letter => {
                self.at += 1;
                return simple_escape(letter).map_or_else(other, Ok);
            }
        };
        let start = self.at + 1;
        self.at = start + digits;
        self.text
            .get(start..self.at)
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32)
            .map_or_else(other, Ok)
    }
}

/// Adds what line ends within a scalar fold to.
fn fold(text: &mut String, line_ends: usize) {
    if line_ends == 1 {
        text.push(' ');
    } else {
        text.extend(std::iter::repeat_n('\n', line_ends - 1));
    }
}

fn simple_escape(letter: u8) -> Option<char> {
    Some(match letter {
        b'0' => '\0',
        b'a' => '\u{7}',
        b'b' => '\u{8}',
        b't' => '\t',
        b'n' => '\n',
        b'v' => '\u{B}',
        b'f' => '\u{C}',
        b'r' => '\r',
        b'e' => '\u{1B}',
        b' ' | b'"' | b'/' | b'\\' => char::from(letter),
        b'N' => '\u{85}',
        b'_' => '\u{A0}',
        b'L' => '\u{2028}',
        b'P' => '\u{2029}',
        _ => return None,
    })
}

fn is_flow(b: u8) -> bool {
    matches!(b, b',' | b'[' | b']' | b'{' | b'}')
}
