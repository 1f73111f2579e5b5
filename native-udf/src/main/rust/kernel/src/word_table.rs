//! Words in UTF-8 with their counts, in the order of their first occurrence: an open-addressing hash
//! table without an object a word.

use std::hash::{BuildHasher, Hasher, RandomState};

use crate::eight_bytes::{LOWER, load, load_padded};

/// Slots of an empty table.
const FIRST_SLOTS: usize = 1 << 12;

/// A table of more slots is not kept for the next batch.
const KEPT_SLOTS: usize = 1 << 18;

/// The highest byte of `second` where a word stands in the arena: no byte of UTF-8.
const IN_ARENA: u64 = 0xFF << 56;

const LENGTH_BITS: u32 = 16;

/// A word of at most 16 bytes, the first lowest, zeros behind its end. Words have no zero byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShortWord {
    first: u64,
    second: u64,
}

impl ShortWord {
    pub(crate) const MAX_BYTES: usize = 16;

    /// The first `length` of 16 bytes, which are ASCII letters, in lower case.
    #[inline(always)]
    pub(crate) fn lower(first: u64, second: u64, length: usize) -> ShortWord {
        let [first_mask, second_mask] = MASKS[length & 31];
        ShortWord {
            first: (first | LOWER) & first_mask,
            second: (second | LOWER) & second_mask,
        }
    }

    fn of(word: &[u8]) -> Option<ShortWord> {
        if word.len() > Self::MAX_BYTES {
            return None;
        }
        Some(ShortWord {
            first: load_padded(word, 0),
            second: load_padded(word, 8),
        })
    }
}

/// For each length, which bits of 16 bytes belong to a word; up to 31 to need no check.
static MASKS: [[u64; 2]; 32] = {
    let mut masks = [[u64::MAX; 2]; 32];
    let mut length = 0;
    while length < ShortWord::MAX_BYTES {
        let mask = u128::MAX >> (128 - 8 * length as u32 - 8) >> 8;
        masks[length] = [mask as u64, (mask >> 64) as u64];
        length += 1;
    }
    masks
};

/// One distinct word. 32 bytes, so that one cache line answers for most words.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// As in [`ShortWord`]; of a longer word the hash, and its place in the arena.
    word: ShortWord,
    count: u64,
    documents: u32,
    last_document: u32,
}

#[derive(Debug)]
pub(crate) struct WordTable {
    /// Seeded anew in each table, so that no document can be written to make its words collide.
    /// Nothing that can be observed depends on it.
    seeds: [u64; 2],
    /// Number of an entry, from 1; 0 for an empty slot. At most half of the slots are taken.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    /// The words of more than 16 bytes.
    arena: Vec<u8>,
}

impl Default for WordTable {
    fn default() -> Self {
        let random = RandomState::new();
        let seed = |number| {
            let mut hasher = random.build_hasher();
            hasher.write_u64(number);
            hasher.finish()
        };
        WordTable {
            seeds: [seed(0), seed(1)],
            slots: vec![0; FIRST_SLOTS],
            entries: Vec::with_capacity(FIRST_SLOTS / 2),
            arena: Vec::new(),
        }
    }
}

impl WordTable {
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn clear(&mut self) {
        if self.slots.len() > KEPT_SLOTS {
            *self = WordTable::default();
            return;
        }
        self.slots.fill(0);
        self.entries.clear();
        self.arena.clear();
    }

    /// Counts one occurrence of a word; the document's number changes with each document.
    pub(crate) fn add(&mut self, word: &[u8], document: u32) {
        match ShortWord::of(word) {
            Some(short) => self.add_short(short, document),
            None => self.add_long(word, document),
        }
    }

    #[inline(always)]
    pub(crate) fn add_short(&mut self, word: ShortWord, document: u32) {
        let mask = self.slots.len() - 1;
        let mut slot = self.hash(word) as usize & mask;
        loop {
            let number = self.slots[slot] as usize;
            let Some(entry) = self.entries.get_mut(number.wrapping_sub(1)) else {
                break;
            };
            if entry.word == word {
                entry.occurred(document);
                return;
            }
            slot = (slot + 1) & mask;
        }
        self.insert(slot, word, document);
    }

    #[inline(never)]
    fn add_long(&mut self, word: &[u8], document: u32) {
        let first = self.hash_long(word);
        let key = |second| ShortWord { first, second };
        let mask = self.slots.len() - 1;
        let mut slot = self.hash(key(IN_ARENA)) as usize & mask;
        loop {
            let number = self.slots[slot] as usize;
            let Some(entry) = self.entries.get_mut(number.wrapping_sub(1)) else {
                break;
            };
            if entry.word.first == first && in_arena(&self.arena, entry.word) == Some(word) {
                entry.occurred(document);
                return;
            }
            slot = (slot + 1) & mask;
        }
        let place = IN_ARENA | (self.arena.len() as u64) << LENGTH_BITS | word.len() as u64;
        self.arena.extend_from_slice(word);
        self.insert(slot, key(place), document);
    }

    /// Visits every word once.
    pub(crate) fn for_each(&self, mut visit: impl FnMut(&[u8], u64, u32)) {
        for entry in &self.entries {
            let ShortWord { first, second } = entry.word;
            let mut bytes = [0; ShortWord::MAX_BYTES];
            let word = in_arena(&self.arena, entry.word).unwrap_or_else(|| {
                let both = u128::from(second) << 64 | u128::from(first);
                bytes = both.to_le_bytes();
                let length = ShortWord::MAX_BYTES - both.leading_zeros() as usize / 8;
                &bytes[..length]
            });
            visit(word, entry.count, entry.documents);
        }
    }

    #[inline(never)]
    fn insert(&mut self, slot: usize, word: ShortWord, document: u32) {
        self.entries.push(Entry {
            word,
            count: 1,
            documents: 1,
            last_document: document,
        });
        self.slots[slot] = self.entries.len() as u32;
        if self.entries.len() * 2 > self.slots.len() {
            self.grow();
        }
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots = vec![0; mask + 1];
        for (number, entry) in (1..).zip(&self.entries) {
            let ShortWord { first, second } = entry.word;
            let second = if second >= IN_ARENA { IN_ARENA } else { second };
            let mut slot = self.hash(ShortWord { first, second }) as usize & mask;
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = number;
        }
    }

    /// Both halves of a 128-bit product, as wyhash does.
    #[inline(always)]
    fn hash(&self, word: ShortWord) -> u64 {
        mix(word.first ^ self.seeds[0], word.second ^ self.seeds[1])
    }

    fn hash_long(&self, word: &[u8]) -> u64 {
        let mut hash = self.seeds[0] ^ word.len() as u64;
        let (eights, _) = word.as_chunks::<8>();
        for &eight in eights {
            hash = mix(u64::from_le_bytes(eight) ^ hash, self.seeds[1]);
        }
        // The last eight bytes, of which some have been mixed in already.
        mix(
            load(word, word.len().saturating_sub(8)) ^ hash,
            self.seeds[1],
        )
    }
}

impl Entry {
    #[inline(always)]
    fn occurred(&mut self, document: u32) {
        self.count += 1;
        self.documents += u32::from(self.last_document != document);
        self.last_document = document;
    }
}

#[inline(always)]
fn in_arena(arena: &[u8], word: ShortWord) -> Option<&[u8]> {
    if word.second < IN_ARENA {
        return None;
    }
    let place = word.second & !IN_ARENA;
    let start = (place >> LENGTH_BITS) as usize;
    arena.get(start..start + (place & ((1 << LENGTH_BITS) - 1)) as usize)
}

#[inline(always)]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product >> 64) as u64 ^ product as u64
}
