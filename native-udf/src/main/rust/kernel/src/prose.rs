//! Words of prose that comes in pieces.

use crate::unicode::{self, CJK, LETTER, NUMBER, WHITE_SPACE};

/// The run since the last white space, boundary or CJK character holds a letter or a number.
const WORDY: u16 = (LETTER | NUMBER) as u16;

/// That run is not empty.
const OPEN: u16 = 1 << 8;

/// A CJK character stands before it.
const AFTER_CJK: u16 = 1 << 9;

/// Counts words of prose that comes in pieces.
///
/// A word is a maximal run of characters that are not White_Space, except that each Chinese or
/// Japanese character ([`unicode::is_cjk`]) is a word of its own and ends the run before it. What
/// is left of a run beside such a character is a word only if it holds a letter or a number: `漢字。`
/// are two words, `Java言語` three, `—` one.
///
/// Pieces join: `add("a"); add("b")` is one word, unless [`ProseWords::boundary`] stands between.
/// Linear, constant memory.
#[derive(Clone, Debug, Default)]
pub struct ProseWords {
    ended: u64,
    /// The bits above, and the properties of all characters of the run.
    run: u16,
}

impl ProseWords {
    /// Adds a piece.
    pub fn add(&mut self, text: &str) {
        let mut words = self.ended;
        let mut run = self.run;
        for c in text.chars() {
            let flags = unicode::flags(c);
            if flags & (WHITE_SPACE | CJK) == 0 {
                run |= u16::from(flags) | OPEN;
            } else if flags & CJK == 0 {
                words += u64::from(is_word(run));
                run = 0;
            } else {
                words += if run & WORDY == 0 { 1 } else { 2 };
                run = AFTER_CJK;
            }
        }
        self.ended = words;
        self.run = run;
    }

    /// Ends the word that the last piece left open. Harmless where there is none.
    pub fn boundary(&mut self) {
        self.ended = self.count();
        self.run = 0;
    }

    /// The words so far, one that the last piece left open included.
    pub fn count(&self) -> u64 {
        self.ended + u64::from(is_word(self.run))
    }
}

fn is_word(run: u16) -> bool {
    run & OPEN != 0 && (run & WORDY != 0 || run & AFTER_CJK == 0)
}
