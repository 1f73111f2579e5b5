//! Analyzers between two batches, with the working memory that they keep.
//!
//! A call takes one, and gives it back after success only: what a panic or an error left behind is
//! dropped. So there are no handles in Java, and never more analyzers than calls at once.

use std::sync::{Mutex, PoisonError};

use docaudit_kernel::batch::BatchAnalyzer;
use docaudit_kernel::error::KernelError;

use crate::native_exception::Failure;

/// A record buffer larger than this is not kept.
const KEPT_RECORD_BYTES: usize = 8 << 20;

static IDLE: Mutex<Vec<Analyzer>> = Mutex::new(Vec::new());

/// A kernel with the buffer that its records are made in.
#[derive(Default)]
struct Analyzer {
    kernel: BatchAnalyzer,
    record: Vec<u8>,
}

/// Has a record made by an analyzer, and passes it to `consume`.
pub(crate) fn analyze<T>(
    make: impl FnOnce(&mut BatchAnalyzer, &mut Vec<u8>) -> Result<(), KernelError>,
    consume: impl FnOnce(&[u8]) -> T,
) -> Result<T, Failure> {
    let mut analyzer = idle().pop().unwrap_or_default();
    make(&mut analyzer.kernel, &mut analyzer.record)?;
    let consumed = consume(&analyzer.record);
    analyzer.record.clear();
    analyzer.record.shrink_to(KEPT_RECORD_BYTES);
    idle().push(analyzer);
    Ok(consumed)
}

fn idle() -> std::sync::MutexGuard<'static, Vec<Analyzer>> {
    // Nothing panics while it is locked.
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}
