//! A place in a line, with its column: tabs go to the next multiple of four.

/// Columns of indentation that make code.
pub(super) const CODE_INDENT: usize = 4;

/// A line and how much of it the containers have taken. Indexes are into the whole text.
#[derive(Debug, Default)]
pub(super) struct Cursor {
    pub(super) end: usize,
    pub(super) index: usize,
    pub(super) column: usize,
    /// The index is at a tab, of which a part is taken already.
    pub(super) in_tab: bool,
    /// The first character from the index on that is neither space nor tab; the end if there is
    /// none.
    pub(super) next: usize,
    pub(super) next_column: usize,
}

impl Cursor {
    pub(super) fn start(&mut self, start: usize, end: usize) {
        self.end = end;
        self.index = start;
        self.column = 0;
        self.in_tab = false;
    }

    /// Looks for the next character that is neither space nor tab.
    #[inline]
    pub(super) fn find_next(&mut self, bytes: &[u8]) {
        let mut index = self.index;
        let mut column = self.column;
        for &byte in &bytes[index..self.end] {
            match byte {
                b' ' => column += 1,
                b'\t' => column = after_tab(column),
                _ => break,
            }
            index += 1;
        }
        self.next = index;
        self.next_column = column;
    }

    pub(super) fn is_blank(&self) -> bool {
        self.next == self.end
    }

    /// Columns from here to that character.
    pub(super) fn indent(&self) -> usize {
        self.next_column - self.column
    }

    /// Goes on to that character.
    #[inline]
    pub(super) fn skip_to_next(&mut self) {
        if self.next != self.index {
            self.index = self.next;
            self.column = self.next_column;
            self.in_tab = false;
        }
    }

    /// Goes on to an index behind that character.
    pub(super) fn skip_to(&mut self, bytes: &[u8], index: usize) {
        self.skip_to_next();
        while self.index < index && self.index < self.end {
            self.advance(bytes);
        }
        self.in_tab = false;
    }

    /// Goes on to a column, which may be within a tab.
    pub(super) fn skip_to_column(&mut self, bytes: &[u8], column: usize) {
        if column >= self.next_column {
            self.index = self.next;
            self.column = self.next_column;
        }
        while self.column < column && self.index < self.end {
            self.advance(bytes);
        }
        self.in_tab = self.column > column;
        if self.in_tab {
            self.index -= 1;
            self.column = column;
        }
    }

    /// Steps over one byte. Columns are counted in UTF-16 code units, as Java does.
    fn advance(&mut self, bytes: &[u8]) {
        self.column = match bytes[self.index] {
            b'\t' => after_tab(self.column),
            0x80..=0xBF => self.column,
            0xF0.. => self.column + 2,
            _ => self.column + 1,
        };
        self.index += 1;
    }

    /// Spaces that stand for what is left of the tab at the index.
    pub(super) fn spaces_of_tab(&self) -> usize {
        if self.in_tab {
            after_tab(self.column) - self.column
        } else {
            0
        }
    }
}

pub(super) fn after_tab(column: usize) -> usize {
    column + 4 - column % 4
}
