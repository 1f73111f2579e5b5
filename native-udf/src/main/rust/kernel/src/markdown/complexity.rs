//! Adds up, line by line and before the parser sees the line, what would make a CommonMark parser
//! slow or its results large. Counterpart of Java's `ComplexityGuard` and `ComplexityLimits`.

use std::fmt;

use super::characters::utf16_length;

/// A bound on what makes reading Markdown slow or large out of proportion to the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ComplexityLimit {
    /// Sum over the lines of the containers open there, as estimated from above.
    ContainerLines = 0,
    /// Columns of the delimiter row times rows, over all tables.
    TableCells = 1,
    /// What the brackets and emphasis of all blocks can cost the inline parser.
    Inlines = 2,
    /// Block quotes, list items and footnotes in each other.
    Nesting = 3,
    /// Characters of all link texts and targets.
    LinkCharacters = 4,
}

impl fmt::Display for ComplexityLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ComplexityLimit::ContainerLines => "lines in nested block quotes and lists",
            ComplexityLimit::TableCells => "table cells",
            ComplexityLimit::Inlines => "brackets or emphasis in one block",
            ComplexityLimit::Nesting => "nested block quotes and lists",
            ComplexityLimit::LinkCharacters => "characters of link targets and texts",
        })
    }
}

/// That a limit is exceeded, and where.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exceeded {
    pub(super) limit: ComplexityLimit,
    /// Index in the text that was parsed.
    pub(super) index: usize,
}

/// The bounds of one document. Counted in UTF-16 code units, as Java does.
#[derive(Clone, Copy, Debug)]
pub(super) struct ComplexityLimits {
    pub(super) max_container_lines: u64,
    pub(super) max_table_cells: u64,
    pub(super) max_link_characters: u64,
}

/// What the brackets and emphasis of a document may cost, in the steps of the inline guard.
pub(super) const MAX_INLINE_WORK: i64 = 1_000_000_000;

/// Steps that each character adds to that.
pub(super) const INLINE_WORK_A_CHARACTER: i64 = 250;

impl ComplexityLimits {
    pub(super) fn of(text: &str) -> Self {
        // Below this, the length does not matter.
        let characters = if text.len() <= 200_000 {
            0
        } else {
            utf16_length(text) as u64
        };
        ComplexityLimits {
            max_container_lines: (characters / 2).max(1_000_000),
            max_table_cells: characters.max(200_000),
            max_link_characters: (4 * characters).max(1_000_000),
        }
    }
}

/// The sums over the lines so far.
///
/// Containers of a line are estimated from above: markers at its start plus half of the columns of
/// indentation, or those of the line before where no blank line stands between, but no more than
/// those before and the markers. Cells of a table are the columns of a delimiter row times the
/// lines with a pipe up to the next blank line.
pub(super) struct ComplexityGuard<'a> {
    bytes: &'a [u8],
    limits: ComplexityLimits,
    max_nesting: u64,
    container_lines: u64,
    containers: u64,
    after_blank: bool,
    cells: u64,
    columns: u64,
}

struct Prefix {
    markers: u64,
    indentation: u64,
    content: usize,
}

impl<'a> ComplexityGuard<'a> {
    pub(super) fn new(text: &'a str, max_nesting: u32, limits: ComplexityLimits) -> Self {
        ComplexityGuard {
            bytes: text.as_bytes(),
            limits,
            max_nesting: u64::from(max_nesting),
            container_lines: 0,
            containers: 0,
            after_blank: true,
            cells: 0,
            columns: 0,
        }
    }

    /// Adds a line, which ends before its line end.
    #[inline]
    pub(super) fn line(&mut self, start: usize, end: usize) -> Result<(), Exceeded> {
        // Without containers or a table open, a line that is empty or begins with neither white
        // space, a marker nor a cell changes nothing but this.
        let empty = start == end;
        let plain = empty
            || !matches!(
                self.bytes[start],
                b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'[' | b'0'..=b'9' | b'|' | b':'
            );
        if plain && self.containers == 0 && self.columns == 0 {
            self.after_blank = empty;
            return Ok(());
        }
        self.any_line(start, end)
    }

    fn any_line(&mut self, start: usize, end: usize) -> Result<(), Exceeded> {
        let prefix = self.prefix(start, end);
        let blank = prefix.content >= end;
        let matched = prefix.markers + prefix.indentation / 2;
        // A blank line closes no list, and a paragraph's next line may be lazy.
        let open = if self.after_blank && !blank {
            matched
        } else {
            matched.max(self.containers)
        };
        // Only a marker opens one.
        self.containers = open.min(self.containers + prefix.markers);
        self.after_blank = blank;
        if blank {
            self.columns = 0;
        } else {
            self.count_cells(prefix.content, end);
        }
        self.container_lines += self.containers.min(self.max_nesting);
        if self.container_lines > self.limits.max_container_lines {
            return Err(Exceeded {
                limit: ComplexityLimit::ContainerLines,
                index: start,
            });
        }
        if self.cells > self.limits.max_table_cells {
            return Err(Exceeded {
                limit: ComplexityLimit::TableCells,
                index: start,
            });
        }
        Ok(())
    }

    fn prefix(&self, start: usize, end: usize) -> Prefix {
        let mut prefix = Prefix {
            markers: 0,
            indentation: 0,
            content: start,
        };
        while prefix.content < end {
            match self.bytes[prefix.content] {
                b' ' => {
                    prefix.indentation += 1;
                    prefix.content += 1;
                }
                b'\t' => {
                    prefix.indentation += 4;
                    prefix.content += 1;
                }
                byte => match self.behind_marker(byte, prefix.content, end) {
                    Some(behind) => {
                        prefix.markers += 1;
                        prefix.content = behind;
                    }
                    None => break,
                },
            }
        }
        prefix
    }

    /// Index behind the container marker that stands here.
    fn behind_marker(&self, byte: u8, index: usize, end: usize) -> Option<usize> {
        match byte {
            b'>' => Some(index + 1),
            b'-' | b'*' | b'+' => self.space_or_end(index + 1, end),
            b'[' if index + 1 < end && self.bytes[index + 1] == b'^' => {
                let label = &self.bytes[index + 2..end];
                let length = memchr::memchr2(b']', b' ', label)?;
                label[length..]
                    .starts_with(b"]:")
                    .then_some(index + 2 + length + 2)
            }
            b'0'..=b'9' => {
                let digits = self.bytes[index..end].iter().take(9);
                let behind = index + digits.take_while(|b| b.is_ascii_digit()).count();
                let delimiter = self.bytes[..end].get(behind);
                matches!(delimiter, Some(b'.' | b')'))
                    .then(|| self.space_or_end(behind + 1, end))?
            }
            _ => None,
        }
    }

    fn space_or_end(&self, index: usize, end: usize) -> Option<usize> {
        let space = matches!(self.bytes[..end].get(index), None | Some(b' ' | b'\t'));
        space.then_some(index)
    }

    fn count_cells(&mut self, content: usize, end: usize) {
        let mut pipe = false;
        let mut delimiters = true;
        let mut groups = 0;
        let mut before = b'|';
        for &byte in &self.bytes[content..end] {
            pipe |= byte == b'|';
            if !matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t') {
                delimiters = false;
                if pipe || self.columns == 0 {
                    break;
                }
            }
            if byte == b'-' && before != b'-' {
                groups += 1;
            }
            before = byte;
        }
        if delimiters && groups > 0 && (pipe || groups == 1) {
            self.columns = self.columns.max(groups);
        }
        // Cells are made for body rows; the delimiter row stands for the header's.
        if pipe {
            self.cells += self.columns;
        }
    }
}
