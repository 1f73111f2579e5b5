//! Hash of a document's bytes.

use sha2::{Digest, Sha256};

/// SHA-256 of the bytes as they are, with the CPU's own instructions where it has them.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
