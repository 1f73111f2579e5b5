//! Which backticks close a code span (CommonMark 0.31.2, section 6.1).

use std::collections::HashMap;

/// What is known of the backticks of one block.
#[derive(Debug, Default)]
pub(super) struct CodeSpans {
    /// Offset of the last run of each length; complete once the end was reached.
    last: HashMap<usize, usize>,
    reached_end: bool,
}

impl CodeSpans {
    pub(super) fn clear(&mut self) {
        if self.reached_end {
            self.last.clear();
            self.reached_end = false;
        }
    }

    /// Offset of the first run of this length from an offset on, which is behind a run.
    pub(super) fn closing(&mut self, bytes: &[u8], from: usize, length: usize) -> Option<usize> {
        if self.reached_end && self.last.get(&length).is_none_or(|&last| last < from) {
            return None;
        }
        let mut at = from;
        while let Some(found) = memchr::memchr(b'`', &bytes[at..]) {
            let start = at + found;
            let run = bytes[start..].iter().take_while(|&&b| b == b'`').count();
            if run == length {
                return Some(start);
            }
            at = start + run;
        }
        if !self.reached_end {
            self.reached_end = true;
            self.remember(bytes, from);
        }
        None
    }

    fn remember(&mut self, bytes: &[u8], from: usize) {
        let mut at = from;
        while let Some(found) = memchr::memchr(b'`', &bytes[at..]) {
            let start = at + found;
            let run = bytes[start..].iter().take_while(|&&b| b == b'`').count();
            self.last.insert(run, start);
            at = start + run;
        }
    }
}
