//! How often each word occurs, and in how many documents, over a batch of documents.

use crate::eight_bytes::load;
use crate::lanes::{WINDOW, any, bits};
use crate::unicode;
use crate::word_table::{ShortWord, WordTable};

/// The longest word that is counted, in bytes of its case-folded UTF-8.
pub const MAX_WORD_BYTES: usize = 256;

/// A window and the longest short word that may begin in its last byte.
const WINDOW_AND_WORD: usize = WINDOW + ShortWord::MAX_BYTES;

const RIGHT_SINGLE_QUOTATION_MARK: char = '\u{2019}';

/// How often each word occurs, and in how many documents, over a batch of documents.
///
/// A word begins with a letter and goes on with letters and marks (General_Category L, M); an
/// apostrophe, U+0027 or U+2019, between two of these belongs to it and counts as U+0027. Case is
/// folded by simple case folding. Marks that follow no letter are no words. A word of more than
/// [`MAX_WORD_BYTES`] is left out whole.
///
/// Linear; about 50 bytes a distinct word. Words come in the order of their first occurrences.
#[derive(Debug, Default)]
pub struct WordFrequencies {
    table: WordTable,
    /// A word that is not short, folded so far.
    word: String,
    document: u32,
}

impl WordFrequencies {
    /// An empty table.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts the words of the next document.
    pub fn add_document(&mut self, text: &str) {
        self.document = self.document.wrapping_add(1);
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(window) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            at += self.add_window(text, at, window);
        }
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            // Zeros end the last word, and are no part of another.
            let mut window = [0; WINDOW_AND_WORD];
            window
                .iter_mut()
                .zip(rest)
                .for_each(|(to, from)| *to = *from);
            at += self.add_window(text, at, &window);
        }
    }

    /// Distinct words.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.table.len() == 0
    }

    /// Visits each distinct word once: its UTF-8, its occurrences, the documents that have it.
    pub fn for_each(&self, visit: impl FnMut(&[u8], u64, u32)) {
        self.table.for_each(visit);
    }

    /// Forgets all words, but keeps most of the memory for the next batch.
    pub fn clear(&mut self) {
        self.table.clear();
        self.document = 0;
    }

    /// Counts the words that end in a window of the text; returns how far it is done, at least 1.
    #[inline(always)]
    fn add_window(&mut self, text: &str, at: usize, window: &[u8; WINDOW_AND_WORD]) -> usize {
        if !window[0].is_ascii() {
            return self.add_from_non_ascii(text, at) - at;
        }
        let Some(bytes) = window.first_chunk() else {
            return WINDOW;
        };
        let masks = Masks::of(bytes);
        let ends = !masks.letters & (masks.letters << 1);
        // The first place that needs more than ASCII letters stops the fast way.
        let stop = masks.stops.trailing_zeros();
        let before_stop = (1u64.checked_shl(stop).unwrap_or(0)).wrapping_sub(1);
        let mut starts = masks.letters & !(masks.letters << 1);
        let mut ends = ends & before_stop;
        while ends != 0 {
            let start = starts.trailing_zeros() as usize;
            let length = ends.trailing_zeros() as usize - start;
            starts &= starts.wrapping_sub(1);
            ends &= ends - 1;
            if length <= ShortWord::MAX_BYTES {
                let word = ShortWord::lower(load(window, start), load(window, start + 8), length);
                self.table.add_short(word, self.document);
            } else {
                self.add_word(text, at + start);
            }
        }
        let start = starts.trailing_zeros();
        if start < stop || (start == stop && stop < WINDOW as u32) {
            // A word that goes on: into the next window, unless it fills this one or needs more.
            return match start {
                1.. if stop == WINDOW as u32 => start as usize,
                _ => self.add_word(text, at + start as usize) - at,
            };
        }
        if stop < WINDOW as u32 {
            return self.add_from_non_ascii(text, at + stop as usize) - at;
        }
        WINDOW
    }

    /// Counts words from a character beyond ASCII on; returns where the next ASCII letter stands, or
    /// the text's end.
    fn add_from_non_ascii(&mut self, text: &str, from: usize) -> usize {
        let bytes = text.as_bytes();
        let mut at = from;
        while bytes.get(at).is_some_and(|b| !b.is_ascii_alphabetic()) {
            at = match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if unicode::is_letter(c) => self.add_word(text, at),
                Some(c) => at + c.len_utf8(),
                None => at + 1,
            };
        }
        at
    }

    /// Any word that begins at `from`; returns where it ends.
    #[inline(never)]
    fn add_word(&mut self, text: &str, from: usize) -> usize {
        let rest = text.get(from..).unwrap_or_default();
        self.word.clear();
        let mut chars = rest.chars();
        let mut end = rest.len();
        while let Some(c) = chars.next() {
            let is_part = |c: char| unicode::is_letter_or_mark(c);
            let folded = if is_part(c) {
                unicode::fold_case(c)
            } else if (c == '\'' || c == RIGHT_SINGLE_QUOTATION_MARK)
                && chars.clone().next().is_some_and(is_part)
            {
                '\''
            } else {
                end -= chars.as_str().len() + c.len_utf8();
                break;
            };
            if self.word.len() <= MAX_WORD_BYTES {
                self.word.push(folded);
            }
        }
        if !self.word.is_empty() && self.word.len() <= MAX_WORD_BYTES {
            self.table.add(self.word.as_bytes(), self.document);
        }
        from + end.max(1)
    }
}

/// What stands in a window, a bit a byte.
struct Masks {
    letters: u64,
    /// Where a word has to be read character by character: beyond ASCII, and at an apostrophe that
    /// may stand within a word.
    stops: u64,
}

impl Masks {
    #[inline(always)]
    fn of(window: &[u8; WINDOW]) -> Masks {
        let letters = bits(window, |byte| byte.is_ascii_alphabetic());
        let stops = if any(window, |byte| !byte.is_ascii() | (byte == b'\'')) {
            stops(window, letters)
        } else {
            0
        };
        Masks { letters, stops }
    }
}

fn stops(window: &[u8; WINDOW], letters: u64) -> u64 {
    let apostrophes = bits(window, |byte| byte == b'\'');
    let non_ascii = bits(window, |byte| !byte.is_ascii());
    let before_letter = ((letters | non_ascii) >> 1) | 1 << (WINDOW - 1);
    non_ascii | apostrophes & (letters << 1) & before_letter
}
