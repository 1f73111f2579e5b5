//! What a panic said, and where.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static LOCATION: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps panics off standard error, and remembers where they happened. This library has a standard
/// library of its own, so nobody else's panics are concerned.
pub(crate) fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        panic::set_hook(Box::new(|info| {
            let location = info.location().map(ToString::to_string);
            // Not there any more while a thread ends.
            let _ = LOCATION.try_with(|place| place.replace(location));
        }));
    });
}

/// The message of this thread's last panic, formatted ones included.
pub(crate) fn message(payload: Box<dyn Any + Send>) -> String {
    let said = match (
        payload.downcast_ref::<&'static str>(),
        payload.downcast_ref::<String>(),
    ) {
        (Some(text), _) => (*text).to_owned(),
        (_, Some(text)) => text.clone(),
        _ => "a panic without a message".to_owned(),
    };
    // Dropping a payload may panic again.
    if let Err(again) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        std::mem::forget(again);
    }
    match LOCATION.try_with(RefCell::take) {
        Ok(Some(location)) => format!("{said} (at {location})"),
        _ => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(panics: impl FnOnce() + panic::UnwindSafe) -> String {
        message(panic::catch_unwind(panics).expect_err("it panics"))
    }

    #[test]
    fn every_panic_keeps_its_message_and_place() {
        keep_quiet();
        let here = format!("(at {}:", file!());
        let number = 7;
        let formatted = said(|| panic!("document {number}"));
        assert!(
            formatted.starts_with(&format!("document 7 {here}")),
            "{formatted}"
        );
        let constant = said(|| panic!("boom"));
        assert!(constant.starts_with(&format!("boom {here}")), "{constant}");
        let other = said(|| panic::panic_any(7));
        assert!(
            other.starts_with("a panic without a message (at "),
            "{other}"
        );
    }

    #[test]
    fn a_payload_that_panics_when_dropped_is_let_go() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("dropped");
            }
        }
        keep_quiet();
        let bomb = said(|| panic::panic_any(Bomb));
        assert!(bomb.starts_with("a panic without a message"), "{bomb}");
    }
}
