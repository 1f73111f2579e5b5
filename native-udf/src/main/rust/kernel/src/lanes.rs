//! Tests of many bytes side by side, in a form that compilers turn into vector instructions of the
//! baseline CPU: no branch, and counters as narrow as the bytes.

/// Bytes side by side; a multiple of every vector's width.
pub(crate) const LANES: usize = 32;

/// Gathers the lowest bits of eight bytes in the highest byte, the first byte's bit lowest.
const GATHER: u64 = 0x0102_0408_1020_4080;

type Lanes = [u8; LANES];

/// Blocks that a lane's counter of eight bits can take.
const BLOCKS: usize = 255;

const NUMBERS: Lanes = {
    let mut numbers = [0; LANES];
    let mut lane = 0;
    while lane < LANES {
        numbers[lane] = lane as u8;
        lane += 1;
    }
    numbers
};

/// Counts the neighbours `(byte, next)` for which `is` holds.
#[inline(always)]
pub(crate) fn count_pairs(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> u64 {
    let Some(nexts) = bytes.get(1..) else {
        return 0;
    };
    let firsts = &bytes[..nexts.len()];
    let (Some(last_firsts), Some(last_nexts)) = (firsts.last_chunk(), nexts.last_chunk()) else {
        let pairs = firsts.iter().zip(nexts);
        return pairs
            .map(|(&first, &next)| u64::from(is(first, next)))
            .sum();
    };
    let mut count = 0;
    let (first_blocks, rest) = firsts.as_chunks::<LANES>();
    let (next_blocks, _) = nexts.as_chunks::<LANES>();
    for (firsts, nexts) in first_blocks.chunks(BLOCKS).zip(next_blocks.chunks(BLOCKS)) {
        let mut lanes = [0; LANES];
        for (first, next) in firsts.iter().zip(nexts) {
            add(&mut lanes, first, next, 0, &is);
        }
        count += sum(&lanes);
    }
    // The last block again, but only what is not in a whole one.
    let mut lanes = [0; LANES];
    add(
        &mut lanes,
        last_firsts,
        last_nexts,
        (LANES - rest.len()) as u8,
        &is,
    );
    count + sum(&lanes)
}

/// Bytes that have a bit each in one word.
pub(crate) const WINDOW: usize = 64;

/// The bytes of a window for which `is` holds, a bit a byte, the first lowest.
#[inline(always)]
pub(crate) fn bits(window: &[u8; WINDOW], is: impl Fn(u8) -> bool) -> u64 {
    let mut ones = [0; WINDOW];
    for lane in 0..WINDOW {
        ones[lane] = u8::from(is(window[lane]));
    }
    let (eights, _) = ones.as_chunks();
    eights.iter().rev().fold(0, |all, &eight| {
        all << 8 | u64::from_le_bytes(eight).wrapping_mul(GATHER) >> 56
    })
}

/// Whether `is` holds for any byte of a window.
#[inline(always)]
pub(crate) fn any(window: &[u8; WINDOW], is: impl Fn(u8) -> bool) -> bool {
    window.iter().fold(0, |any, &byte| any | u8::from(is(byte))) != 0
}

/// Counts in each lane from `from` on.
#[inline(always)]
fn add(counts: &mut Lanes, first: &Lanes, next: &Lanes, from: u8, is: &impl Fn(u8, u8) -> bool) {
    for lane in 0..LANES {
        counts[lane] += u8::from(is(first[lane], next[lane]) & (NUMBERS[lane] >= from));
    }
}

#[inline(always)]
fn sum(lanes: &Lanes) -> u64 {
    lanes.iter().map(|&lane| u64::from(lane)).sum()
}
