//! SHA-256 (FIPS 180-4), with the CPU's own instructions where it has them.

use sha2::block_api::compress256;
use sha2::{Digest, Sha256};

/// Bytes of a block.
pub const BLOCK: usize = 64;

/// The hash of all bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Takes the next blocks of a stream into its state, the eight words H of section 6.2.2. Padding is
/// the caller's.
pub fn compress(state: &mut [u32; 8], blocks: &[[u8; BLOCK]]) {
    compress256(state, blocks);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_padded_block_is_the_hash_of_the_specifications_example() {
        let mut block = [0; BLOCK];
        block[..4].copy_from_slice(b"abc\x80");
        block[BLOCK - 1] = 24;
        let mut state = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c,
            0x1f83_d9ab, 0x5be0_cd19,
        ];
        compress(&mut state, &[block]);
        assert_eq!(state.map(u32::to_be_bytes).concat(), sha256(b"abc"));
    }
}
