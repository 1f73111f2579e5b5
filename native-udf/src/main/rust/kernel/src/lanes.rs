//! Counting over neighbouring bytes, in a form that compilers turn into vector instructions of the
//! baseline CPU: no branch, and counters as narrow as the bytes.

/// Bytes side by side; a multiple of every vector's width.
pub(crate) const LANES: usize = 32;

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
