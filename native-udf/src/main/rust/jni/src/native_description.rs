//! What Java's `org.docaudit.nativeudf.NativeDescription` says of this library.

/// Lines `NAME: VALUE` of ASCII: the version, then for each kind of work that has several
/// implementations the one that the libraries beneath choose on this CPU.
pub(crate) fn text() -> String {
    format!(
        "version: {}\nUTF-8: {}\nsearch: {}\nSHA-256: {}\n",
        env!("CARGO_PKG_VERSION"),
        utf8(),
        search(),
        sha256()
    )
}

#[cfg(target_arch = "x86_64")]
mod chosen {
    use std::arch::is_x86_feature_detected as detected;

    /// As `simdutf8::basic` chooses.
    pub(super) fn utf8() -> &'static str {
        if detected!("avx2") {
            "avx2"
        } else if detected!("sse4.2") {
            "sse4.2"
        } else {
            "no vectors"
        }
    }

    /// As `memchr` chooses.
    pub(super) fn search() -> &'static str {
        if detected!("avx2") { "avx2" } else { "sse2" }
    }

    /// As `sha2` chooses.
    pub(super) fn sha256() -> &'static str {
        if detected!("sha") && detected!("sse4.1") {
            "sha-ni"
        } else {
            "no instructions of its own"
        }
    }
}

#[cfg(not(target_arch = "x86_64"))]
mod chosen {
    const BASELINE: &str = "baseline";

    pub(super) fn utf8() -> &'static str {
        BASELINE
    }

    pub(super) fn search() -> &'static str {
        BASELINE
    }

    pub(super) fn sha256() -> &'static str {
        BASELINE
    }
}

use chosen::{search, sha256, utf8};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_name_and_a_value() {
        let text = text();
        let names: Vec<&str> = text
            .lines()
            .map(|line| {
                let (name, value) = line.split_once(": ").unwrap();
                assert!(value.is_ascii() && !value.is_empty());
                name
            })
            .collect();
        assert_eq!(names, ["version", "UTF-8", "search", "SHA-256"]);
    }
}
