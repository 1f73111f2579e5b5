//! Runs of `*` and `_`, and the emphasis that they make: the algorithm of CommonMark 0.31.2's
//! appendix, as commonmark-java has it.

use super::flanking::{is_punctuation, is_white_space};
use super::inlines::{InlineParser, Kind};
use super::lines::offset;

/// Numbers the runs of a block, in order.
pub(super) type Number = u32;

const NONE: Number = u32::MAX;

/// What became of a run: from its left, characters that end emphasis; then such that are text; then
/// such that start emphasis.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::markdown) struct Run {
    /// Characters that end emphasis, those of the innermost, and how many there end.
    pub(in crate::markdown) closing: u32,
    pub(in crate::markdown) innermost_closing: u32,
    pub(in crate::markdown) ends: u32,
    /// Characters that start emphasis, those of the innermost, and how many there start.
    pub(in crate::markdown) opening: u32,
    pub(in crate::markdown) innermost_opening: u32,
    pub(in crate::markdown) starts: u32,
}

#[derive(Clone, Copy, Debug)]
struct Delimiter {
    run: Run,
    character: u8,
    can_open: bool,
    can_close: bool,
    original_length: u32,
    /// Characters that are neither start nor end so far.
    length: u32,
    /// Those not done with make a list.
    previous: Number,
    next: Number,
    /// How deep anything nests that stands between this and the next on the list.
    depth_behind: u32,
}

/// Those of one block.
#[derive(Debug)]
pub(super) struct Delimiters {
    all: Vec<Delimiter>,
    last: Number,
}

impl Default for Delimiters {
    fn default() -> Self {
        Delimiters {
            all: Vec::new(),
            last: NONE,
        }
    }
}

impl Delimiters {
    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.last = NONE;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn run(&self, number: Number) -> Run {
        self.all
            .get(number as usize)
            .map_or_else(Run::default, |delimiter| delimiter.run)
    }

    pub(super) fn last(&self) -> Option<Number> {
        (self.last != NONE).then_some(self.last)
    }

    /// Notes something behind the last that nests this deep.
    pub(super) fn note_depth(&mut self, depth: u32) {
        self.note_depth_behind(self.last, depth);
    }

    fn note_depth_behind(&mut self, number: Number, depth: u32) {
        if let Some(delimiter) = self.all.get_mut(number as usize) {
            delimiter.depth_behind = delimiter.depth_behind.max(depth);
        }
    }

    fn get(&self, number: Number) -> &Delimiter {
        &self.all[number as usize]
    }

    fn push(&mut self, delimiter: Delimiter) -> Number {
        let number = offset(self.all.len());
        if let Some(last) = self.all.get_mut(self.last as usize) {
            last.next = number;
        }
        self.all.push(delimiter);
        self.last = number;
        number
    }

    /// Takes one off the list.
    fn remove(&mut self, number: Number) {
        let Delimiter {
            previous,
            next,
            depth_behind,
            ..
        } = *self.get(number);
        self.note_depth_behind(previous, depth_behind);
        if let Some(delimiter) = self.all.get_mut(previous as usize) {
            delimiter.next = next;
        }
        match self.all.get_mut(next as usize) {
            Some(delimiter) => delimiter.previous = previous,
            None => self.last = previous,
        }
    }

    /// How many characters of each make emphasis of what is between; 0 if they do not match.
    fn matched(&self, opener: Number, closer: Number) -> u32 {
        let (opener, closer) = (self.get(opener), self.get(closer));
        // The rule of three: runs that can do both do not match where that would be odd.
        let odd = (opener.can_close || closer.can_open)
            && closer.original_length % 3 != 0
            && (opener.original_length + closer.original_length) % 3 == 0;
        if !opener.can_open || opener.character != closer.character || odd {
            return 0;
        }
        if opener.length >= 2 && closer.length >= 2 {
            2
        } else {
            1
        }
    }
}

impl InlineParser {
    /// Reads the run that begins here.
    pub(super) fn delimiter_run(&mut self, text: &str, at: usize, character: u8) -> usize {
        let bytes = text.as_bytes();
        let length = bytes[at..].iter().take_while(|&&b| b == character).count();
        let end = at + length;
        let before = neighbour(bytes[..at].last(), || text[..at].chars().next_back());
        let after = neighbour(bytes.get(end), || text[end..].chars().next());
        let left = !after.space && (!after.punctuation || before.space || before.punctuation);
        let right = !before.space && (!before.punctuation || after.space || after.punctuation);
        let (can_open, can_close) = if character == b'_' {
            (
                left && (!right || before.punctuation),
                right && (!left || after.punctuation),
            )
        } else {
            (left, right)
        };
        let number = self.delimiters.push(Delimiter {
            run: Run::default(),
            character,
            can_open,
            can_close,
            original_length: offset(length),
            length: offset(length),
            previous: self.delimiters.last,
            next: NONE,
            depth_behind: 0,
        });
        self.token(Kind::Run(number), at, end)
    }

    /// Makes emphasis of the runs behind the bottom, and takes all of them off the list.
    pub(super) fn process_delimiters(&mut self, bottom: Option<Number>) {
        let bottom = bottom.unwrap_or(NONE);
        let mut bottoms = [NONE; 12];
        let mut closer = self.first_behind(bottom);
        while closer != NONE {
            let Delimiter {
                character,
                can_open,
                can_close,
                original_length,
                previous,
                next,
                ..
            } = *self.delimiters.get(closer);
            if !can_close {
                closer = next;
                continue;
            }
            let class = original_length % 3 + if can_open { 3 } else { 0 };
            let class = class as usize + if character == b'_' { 6 } else { 0 };
            let Some((opener, used, depth)) = self.find_opener(closer, bottom, bottoms[class])
            else {
                bottoms[class] = previous;
                if !can_open {
                    self.delimiters.remove(closer);
                }
                closer = next;
                continue;
            };
            self.emphasize(opener, closer, used, depth + 1);
            if self.delimiters.get(closer).length == 0 {
                closer = self.delimiters.get(closer).next;
            }
        }
        while self.delimiters.last != NONE && self.delimiters.last != bottom {
            self.delimiters.remove(self.delimiters.last);
        }
    }

    fn first_behind(&self, bottom: Number) -> Number {
        let mut first = self.delimiters.last;
        if first == bottom {
            return NONE;
        }
        while first != NONE && self.delimiters.get(first).previous != bottom {
            first = self.delimiters.get(first).previous;
        }
        first
    }

    /// The nearest opener, the characters that match, and how deep anything nests between.
    fn find_opener(
        &self,
        closer: Number,
        bottom: Number,
        class_bottom: Number,
    ) -> Option<(Number, u32, u32)> {
        let mut depth = 0;
        let mut opener = self.delimiters.get(closer).previous;
        while opener != NONE && opener != bottom && opener != class_bottom {
            let Delimiter {
                depth_behind,
                previous,
                ..
            } = *self.delimiters.get(opener);
            depth = depth.max(depth_behind);
            if depth >= self.max_nesting {
                return None;
            }
            let used = self.delimiters.matched(opener, closer);
            if used > 0 {
                return Some((opener, used, depth));
            }
            opener = previous;
        }
        None
    }

    fn emphasize(&mut self, opener: Number, closer: Number, used: u32, depth: u32) {
        let delimiters = &mut self.delimiters;
        let start = &mut delimiters.all[opener as usize];
        start.length -= used;
        if start.run.starts == 0 {
            start.run.innermost_opening = used;
        }
        start.run.opening += used;
        start.run.starts += 1;
        let end = &mut delimiters.all[closer as usize];
        end.length -= used;
        if end.run.ends == 0 {
            end.run.innermost_closing = used;
        }
        end.run.closing += used;
        end.run.ends += 1;
        let mut between = end.previous;
        while between != opener {
            let previous = delimiters.get(between).previous;
            delimiters.remove(between);
            between = previous;
        }
        delimiters.note_depth_behind(opener, depth);
        self.brackets.note_depth(depth);
        if delimiters.get(opener).length == 0 {
            delimiters.remove(opener);
        }
        if delimiters.get(closer).length == 0 {
            // Its link to the next stays.
            delimiters.remove(closer);
        }
    }
}

struct Neighbour {
    space: bool,
    punctuation: bool,
}

/// What the character beside a run is; the start or end of the block counts as both.
fn neighbour(byte: Option<&u8>, character: impl Fn() -> Option<char>) -> Neighbour {
    match byte {
        None => Neighbour {
            space: true,
            punctuation: true,
        },
        Some(byte) if byte.is_ascii() => Neighbour {
            space: matches!(byte, b'\t' | b'\n' | 0xC | b'\r' | b' '),
            punctuation: byte.is_ascii_punctuation(),
        },
        Some(_) => {
            let c = character().unwrap_or(char::REPLACEMENT_CHARACTER);
            Neighbour {
                space: is_white_space(c),
                punctuation: is_punctuation(c),
            }
        }
    }
}
