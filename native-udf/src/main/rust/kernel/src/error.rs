//! What can go wrong. No content of a document does; only sizes that Java cannot hold.

use std::fmt;

/// Why a batch has no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KernelError {
    /// The record would be larger than [`crate::record::MAX_BYTES`].
    RecordTooLarge,
}

impl fmt::Display for KernelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KernelError::RecordTooLarge => write!(
                f,
                "the record of this batch is larger than {} bytes; use smaller batches",
                crate::record::MAX_BYTES
            ),
        }
    }
}

impl std::error::Error for KernelError {}
