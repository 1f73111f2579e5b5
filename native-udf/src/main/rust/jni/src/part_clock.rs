//! How long the parts of a batch take.

use std::time::Instant;

use docaudit_kernel::batch::{Part, Progress};

/// One document in so many is measured: to look at the clock takes about 25 ns, six times a
/// document, and a small document 2 µs.
const EVERY: usize = 8;

/// The clock that the kernel itself does not have.
pub(crate) struct PartClock {
    nanos: [u64; Part::COUNT],
    measures: bool,
    last: Instant,
    bytes: u64,
    measured_bytes: u64,
}

impl PartClock {
    pub(crate) fn start() -> Self {
        PartClock {
            nanos: [0; Part::COUNT],
            measures: false,
            last: Instant::now(),
            bytes: 0,
            measured_bytes: 0,
        }
    }

    /// Nanoseconds of each part. What documents took is estimated from those measured, by bytes.
    pub(crate) fn nanos(&self) -> [u64; Part::COUNT] {
        self.nanos
    }
}

impl Progress for PartClock {
    fn document(&mut self, number: usize, bytes: usize) {
        self.bytes += bytes as u64;
        self.measures = number.is_multiple_of(EVERY);
        if self.measures {
            self.measured_bytes += bytes as u64;
            self.last = Instant::now();
        }
    }

    fn ended(&mut self, part: Part) {
        if self.measures {
            let now = Instant::now();
            self.nanos[part as usize] += (now - self.last).as_nanos() as u64;
            self.last = now;
        }
    }

    fn documents_end(&mut self) {
        let scale = |nanos: u64| {
            let estimate =
                u128::from(nanos) * u128::from(self.bytes) / u128::from(self.measured_bytes.max(1));
            u64::try_from(estimate).unwrap_or(u64::MAX)
        };
        self.nanos = self.nanos.map(scale);
        self.measures = true;
        self.last = Instant::now();
    }
}

#[cfg(test)]
mod tests {
    use std::thread::sleep;
    use std::time::Duration;

    use super::*;

    #[test]
    fn scales_what_was_measured_of_documents_by_their_bytes() {
        let mut clock = PartClock::start();
        for (number, bytes) in [30, 10, 20].into_iter().enumerate() {
            clock.document(number, bytes);
            if number == 0 {
                sleep(Duration::from_micros(50));
            }
            clock.ended(Part::Markdown);
        }
        let measured = clock.nanos();
        assert!(measured[Part::Markdown as usize] >= 50_000);
        clock.documents_end();
        let markdown = measured[Part::Markdown as usize] * 2;
        clock.ended(Part::Frequencies);
        let frequencies = clock.nanos()[Part::Frequencies as usize];
        assert!(frequencies > 0);
        assert_eq!(clock.nanos(), [0, 0, frequencies, 0, markdown]);
    }

    #[test]
    fn a_batch_without_bytes_takes_no_time() {
        let mut clock = PartClock::start();
        clock.documents_end();
        assert_eq!(clock.nanos(), [0; Part::COUNT]);
    }
}
