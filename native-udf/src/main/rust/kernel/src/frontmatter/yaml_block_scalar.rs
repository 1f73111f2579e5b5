//! Block scalars: `|` and `>`.

use super::yaml_source::{Step, YamlSource, other};

impl YamlSource<'_> {
    /// Passes a block scalar, up to the line behind it.
    ///
    /// `parent` is the column of the block collection around it. Follows SnakeYAML's
    /// `scanBlockScalar`, so that it gives the same for odd indentation too.
    pub(super) fn block_scalar(&mut self, parent: u32) -> Step<String> {
        let folded = self.peek() == b'>';
        self.at += 1;
        let (chomping, increment) = self.block_header()?;
        self.end_token();
        self.spaces();
        if self.peek() == b'#' && self.byte(self.at - 1) == b' ' {
            self.rest_of_line();
        }
        if !self.line_end() {
            return other();
        }
        let least = parent.max(1) as usize;
        let (indent, mut breaks) = match increment {
            Some(increment) => {
                let indent = least + increment - 1;
                (indent, self.block_breaks(indent))
            }
            None => {
                let (widest, breaks) = self.block_indentation();
                (least.max(widest), breaks)
            }
        };
        let mut text = String::new();
        let mut line_end = false;
        while self.at_content(indent) {
            push_breaks(&mut text, breaks);
            let start = self.at;
            self.rest_of_line();
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            line_end = self.line_end();
            breaks = self.block_breaks(indent);
            if !self.at_content(indent) {
                break;
            }
            let blank = |b| matches!(b, b' ' | b'\t');
            if folded && !blank(self.byte(start)) && !blank(self.peek()) {
                if breaks == 0 {
                    text.push(' ');
                }
            } else {
                text.push('\n');
            }
        }
        if chomping != b'-' && line_end {
            text.push('\n');
        }
        if chomping == b'+' {
            push_breaks(&mut text, breaks);
        }
        Ok(text)
    }

    /// `+`, `-` or 0, and the indentation indicator.
    fn block_header(&mut self) -> Step<(u8, Option<usize>)> {
        let mut chomping = 0;
        let mut increment = None;
        for _ in 0..2 {
            match self.peek() {
                b @ (b'+' | b'-') if chomping == 0 => chomping = b,
                b @ b'1'..=b'9' if increment.is_none() => increment = Some(usize::from(b - b'0')),
                _ => break,
            }
            self.at += 1;
        }
        if matches!(self.peek(), b' ' | b'\n' | b'\r') {
            Ok((chomping, increment))
        } else {
            other()
        }
    }

    /// Whether the cursor stands at this indentation, with something behind it.
    fn at_content(&self, indent: usize) -> bool {
        self.indentation() == indent && !self.at_end()
    }

    /// Passes lines of spaces alone, and the spaces before the first other line; answers the most
    /// spaces on any of them, and the line ends.
    fn block_indentation(&mut self) -> (usize, usize) {
        let mut widest = 0;
        let mut breaks = 0;
        loop {
            self.spaces();
            widest = widest.max(self.indentation());
            if !self.line_end() {
                return (widest, breaks);
            }
            breaks += 1;
        }
    }

    /// Passes empty lines, and spaces up to the indentation; answers the line ends.
    fn block_breaks(&mut self, indent: usize) -> usize {
        let mut breaks = 0;
        loop {
            while self.indentation() < indent && self.peek() == b' ' {
                self.at += 1;
            }
            if !self.line_end() {
                return breaks;
            }
            breaks += 1;
        }
    }
}

fn push_breaks(text: &mut String, breaks: usize) {
    text.extend(std::iter::repeat_n('\n', breaks));
}
