//! Faults that no real document can cause, for tests of what happens then.

use docaudit_kernel::error::KernelError;

use crate::native_exception::Failure;

/// Panics or fails where a document begins with an order to do so.
pub(crate) fn inject(documents: &[&[u8]]) -> Result<(), Failure> {
    for (number, document) in documents.iter().enumerate() {
        if document.starts_with(b"fault:formatted-panic") {
            panic!("document {number} orders a panic");
        }
        if document.starts_with(b"fault:panic") {
            panic!("a document orders a panic");
        }
        if document.starts_with(b"fault:too-large") {
            return Err(KernelError::RecordTooLarge.into());
        }
    }
    Ok(())
}

/// Whether the environment orders this library to be of another ABI.
pub(crate) fn another_abi() -> bool {
    std::env::var_os("DOCAUDIT_FAULT_ABI").is_some()
}
