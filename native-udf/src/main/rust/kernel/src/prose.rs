//! Words of prose that comes in pieces.

use crate::eight_bytes::{HIGH, count, load_padded, white_space};
use crate::unicode::{self, CJK, LETTER, NUMBER, WHITE_SPACE, is_ascii_space};

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
/// are two words, `Java言語` three, `—` one. This is decided character by character, never for a
/// document as a whole.
///
/// Pieces join: `add("a"); add("b")` is one word, unless [`ProseWords::boundary`] stands between.
/// Linear, constant memory.
#[derive(Clone, Debug, Default)]
pub struct ProseWords {
    ended: u64,
    /// The bits above, and the properties of the run's characters as far as they matter.
    run: u16,
}

impl ProseWords {
    /// Adds a piece.
    pub fn add(&mut self, text: &str) {
        let mut rest = text;
        while let Some(&byte) = rest.as_bytes().first() {
            // Beside no CJK character every run is a word, whatever it holds.
            let added = if byte.is_ascii() && self.run & AFTER_CJK == 0 {
                self.add_ascii(rest.as_bytes())
            } else {
                self.add_until_ascii(rest)
            };
            rest = rest.get(added..).unwrap_or_default();
        }
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

    /// Adds the ASCII characters in front, eight at a time; returns how many these are.
    fn add_ascii(&mut self, bytes: &[u8]) -> usize {
        // The byte before, as the lowest of a mask: no white space.
        let mut in_word = if self.run & OPEN == 0 { 0 } else { HIGH & 0xFF };
        let mut at = 0;
        let (eights, _) = bytes.as_chunks();
        for eight in eights.iter().map(|&eight| u64::from_le_bytes(eight)) {
            if eight & HIGH != 0 {
                break;
            }
            let spaces = white_space(eight);
            let in_words = spaces ^ HIGH;
            self.ended += count(spaces & (in_words << 8 | in_word));
            in_word = in_words >> 56;
            at += 8;
        }
        let last = load_padded(bytes, at);
        let ascii = ((last & HIGH).trailing_zeros() as usize / 8).min(bytes.len() - at);
        if ascii > 0 {
            // Bits of the bytes behind those go over the edge.
            let aside = 64 - 8 * ascii as u32;
            let spaces = white_space(last) << aside;
            let in_words = (white_space(last) ^ HIGH) << aside;
            self.ended += count(spaces & (in_words << 8 | in_word << aside));
            in_word = in_words >> 56;
            at += ascii;
        }
        self.run = if in_word == 0 {
            0
        } else {
            self.run_at_end(&bytes[..at])
        };
        at
    }

    /// The run that ASCII characters leave open.
    fn run_at_end(&self, bytes: &[u8]) -> u16 {
        let telling = |byte: &&u8| byte.is_ascii_alphanumeric() || is_ascii_space(**byte);
        match bytes.iter().rev().find(telling) {
            Some(&byte) if is_ascii_space(byte) => OPEN,
            Some(_) => OPEN | WORDY,
            None => self.run | OPEN,
        }
    }

    /// Adds characters up to where [`ProseWords::add_ascii`] can go on; returns their bytes.
    fn add_until_ascii(&mut self, text: &str) -> usize {
        let mut run = self.run;
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            let flags = unicode::flags(c);
            if flags & (WHITE_SPACE | CJK) == 0 {
                run |= u16::from(flags) | OPEN;
            } else if flags & CJK == 0 {
                self.ended += u64::from(is_word(run));
                run = 0;
            } else {
                self.ended += if run & WORDY == 0 { 1 } else { 2 };
                run = AFTER_CJK;
            }
            let next_is_ascii = chars.as_str().as_bytes().first().is_some_and(u8::is_ascii);
            if next_is_ascii && run & AFTER_CJK == 0 {
                break;
            }
        }
        self.run = run;
        text.len() - chars.as_str().len()
    }
}

fn is_word(run: u16) -> bool {
    run & OPEN != 0 && (run & WORDY != 0 || run & AFTER_CJK == 0)
}
