//! Hashes of bytes.

use sha2::block_api::compress256;
use sha2::{Digest, Sha256};

/// Bytes of a block of SHA-256.
pub const BLOCK: usize = 64;

/// SHA-256 of the bytes as they are, with the CPU's own instructions where it has them.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Takes blocks into a hash value of SHA-256 (FIPS 180-4, section 6.2.2), with the CPU's own
/// instructions where it has them. Padding is the caller's.
pub fn compress(value: &mut [u32; 8], blocks: &[[u8; BLOCK]]) {
    compress256(value, blocks);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_give_the_hash_of_their_bytes() {
        let mut value = [
            0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
            0x5be0cd19,
        ];
        let text = [7; 2 * BLOCK];
        let mut padding = [0; BLOCK];
        padding[0] = 0x80;
        padding[BLOCK - 8..].copy_from_slice(&(text.len() as u64 * 8).to_be_bytes());
        compress(&mut value, &[[7; BLOCK], [7; BLOCK]]);
        compress(&mut value, &[padding]);
        let hash: Vec<u8> = value.iter().flat_map(|word| word.to_be_bytes()).collect();
        assert_eq!(hash, sha256(&text));
    }
}
