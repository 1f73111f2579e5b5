//! A cursor in a block of YAML: white space, comments, indicators, tags and anchors, with lines
//! and columns.

use super::yaml_reader::HandOver;

/// A place in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// From 1.
    pub(super) line: u32,
    /// From 1, in code points.
    pub(super) column: u32,
}

/// A node's tag and anchor.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties<'a> {
    pub(super) tag: Option<String>,
    pub(super) anchor: Option<&'a str>,
    /// Where the first of them stands; none where there are neither.
    pub(super) place: Option<Place>,
    /// Whether a line ends behind them.
    pub(super) line_end: bool,
}

/// Result of a step; an error means that Java has to read the block.
pub(super) type Step<T> = Result<T, HandOver>;

/// Anything that is not of the part of YAML read here.
pub(super) fn other<T>() -> Step<T> {
    Err(HandOver::Construct)
}

/// A cursor in a block that [`super::yaml_guard::check`] passed. It never goes back.
pub(super) struct YamlSource<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) line: u32,
    /// The line on which the last token ended.
    token_line: u32,
    line_start: usize,
    ascii: bool,
    counted: usize,
    counted_column: u32,
}

impl<'a> YamlSource<'a> {
    pub(super) fn new(text: &'a str, ascii: bool, first_line: u32) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            line: first_line,
            token_line: first_line,
            line_start: 0,
            ascii,
            counted: 0,
            counted_column: 1,
        }
    }

    /// The byte at the cursor, 0 at the end.
    #[inline]
    pub(super) fn peek(&self) -> u8 {
        self.byte(self.at)
    }

    /// Any byte, 0 behind the end: the guard lets no NUL pass.
    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    pub(super) fn at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// Where the cursor stands. Amortized constant.
    #[inline]
    pub(super) fn place(&mut self) -> Place {
        let column = if self.ascii {
            (self.at - self.line_start) as u32 + 1
        } else {
            let passed = &self.bytes[self.counted..self.at];
            let characters = passed.iter().filter(|&&b| b & 0xC0 != 0x80).count();
            self.counted = self.at;
            self.counted_column += characters as u32;
            self.counted_column
        };
        Place {
            line: self.line,
            column,
        }
    }

    /// Passes a line end, if one is here.
    #[inline]
    pub(super) fn line_end(&mut self) -> bool {
        match self.peek() {
            b'\n' => self.at += 1,
            b'\r' => self.at += 2,
            _ => return false,
        }
        self.line += 1;
        self.line_start = self.at;
        self.counted = self.at;
        self.counted_column = 1;
        true
    }

    #[inline]
    pub(super) fn spaces(&mut self) {
        while self.peek() == b' ' {
            self.at += 1;
        }
    }

    /// Passes spaces, line ends and comments; answers whether a line ended since the last token.
    ///
    /// No tabs: SnakeYAML refuses most of those that YAML 1.2 admits. No directives and document
    /// markers.
    pub(super) fn gap(&mut self) -> Step<bool> {
        loop {
            self.spaces();
            match self.peek() {
                b'\n' | b'\r' => {
                    self.line_end();
                }
                b'#' => {
                    if self.at > self.line_start && self.byte(self.at - 1) != b' ' {
                        return other();
                    }
                    self.rest_of_line();
                }
                b'\t' => return other(),
                _ if self.at_marker() => return other(),
                _ => return Ok(self.line > self.token_line),
            }
        }
    }

    /// Bytes since the line began.
    pub(super) fn indentation(&self) -> usize {
        self.at - self.line_start
    }

    /// Whether a directive or a document marker may begin here.
    pub(super) fn at_marker(&self) -> bool {
        self.at == self.line_start
            && match self.peek() {
                b'%' => true,
                b'-' => self.bytes[self.at..].starts_with(b"---"),
                b'.' => self.bytes[self.at..].starts_with(b"..."),
                _ => false,
            }
    }

    /// Goes to the next line end.
    pub(super) fn rest_of_line(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
    }

    /// Passes an indicator.
    #[inline]
    pub(super) fn indicator(&mut self, indicator: u8) -> Step<()> {
        if self.peek() != indicator {
            return other();
        }
        self.at += 1;
        self.end_token();
        Ok(())
    }

    /// Notes that a token ends here.
    #[inline]
    pub(super) fn end_token(&mut self) {
        self.token_line = self.line;
    }

    /// Whether an indicator is here that white space follows.
    #[inline]
    pub(super) fn at_indicator(&self, indicator: u8) -> bool {
        self.peek() == indicator && is_space(self.byte(self.at + 1))
    }

    /// Passes a node's tag and anchor, which stand on one line, and white space behind them.
    pub(super) fn properties(&mut self, flow: bool) -> Step<Properties<'a>> {
        let mut found = Properties::default();
        loop {
            let place = self.place();
            match self.peek() {
                b'&' if found.anchor.is_none() => {
                    self.at += 1;
                    found.anchor = Some(self.name()?);
                }
                b'!' if found.tag.is_none() => found.tag = Some(self.tag()?),
                _ => return Ok(found),
            }
            found.place.get_or_insert(place);
            self.end_token();
            let next = self.peek();
            let in_flow = flow && found.tag.is_none() && ends_flow_node(next);
            if !in_flow && !is_space(next) {
                return other();
            }
            if self.gap()? {
                found.line_end = true;
                return Ok(found);
            }
        }
    }

    /// Passes an alias; answers its name.
    pub(super) fn alias(&mut self, flow: bool) -> Step<&'a str> {
        self.indicator(b'*')?;
        let name = self.name()?;
        let next = self.peek();
        if is_space(next) || (flow && ends_flow_node(next)) {
            Ok(name)
        } else {
            other()
        }
    }

    /// Other characters than these end a name in one parser and not in the other.
    fn name(&mut self) -> Step<&'a str> {
        let start = self.at;
        while matches!(self.peek(), b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'_' | b'-') {
            self.at += 1;
        }
        match self.text.get(start..self.at) {
            Some(name) if !name.is_empty() => Ok(name),
            _ => other(),
        }
    }

    /// `!`, `!name` or `!!name`, resolved.
    fn tag(&mut self) -> Step<String> {
        self.indicator(b'!')?;
        if is_space(self.peek()) {
            return Ok("!".to_owned());
        }
        let prefix = if self.peek() == b'!' {
            self.at += 1;
            "tag:yaml.org,2002:"
        } else {
            "!"
        };
        Ok([prefix, self.name()?].concat())
    }
}

/// A space, or a line end's first byte.
#[inline]
pub(super) fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\n' | b'\r')
}

pub(super) fn ends_flow_node(b: u8) -> bool {
    matches!(b, b',' | b']' | b'}')
}
