//! Faults that no real document can cause, for tests of what happens then.

use docaudit_kernel::error::KernelError;

use crate::native_exception::Failure;

/// What begins a document of which the facts of another text are wanted: the one behind this.
const WRONG_FACTS: &[u8] = b"fault:wrong-facts";

/// Panics, fails or changes a document where it begins with an order to do so.
pub(crate) fn inject(documents: &mut [&[u8]]) -> Result<(), Failure> {
    for (number, document) in documents.iter_mut().enumerate() {
        if let Some(other) = document.strip_prefix(WRONG_FACTS) {
            *document = other;
        }
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
