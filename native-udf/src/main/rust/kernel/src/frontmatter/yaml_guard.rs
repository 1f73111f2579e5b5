//! Which characters a block may hold.

use super::yaml_reader::HandOver;

/// Passes blocks that hold only characters which mean the same everywhere; answers whether the
/// block is ASCII.
///
/// Handed over are characters that YAML does not admit, which Java reports; NEL, LS and PS, which
/// are line ends in YAML 1.1 only, and the noncharacters by which Java exchanges them and others;
/// U+FEFF, which has no column in SnakeYAML; a CR that no LF follows.
pub(super) fn check(content: &str) -> Result<bool, HandOver> {
    let bytes = content.as_bytes();
    let mut refused = false;
    let mut all = 0;
    let mut carriage_returns = false;
    for &b in bytes {
        refused |= (b < b' ' && b != b'\n' && b != b'\t' && b != b'\r') | (b == 0x7F);
        carriage_returns |= b == b'\r';
        all |= b;
    }
    let ascii = all < 0x80;
    let admitted = !refused
        && (!carriage_returns || crlf_only(bytes))
        && (ascii || content.chars().all(is_plain));
    if admitted {
        Ok(ascii)
    } else {
        Err(HandOver::Character)
    }
}

fn crlf_only(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1) == Some(&b'\n'))
}

fn is_plain(c: char) -> bool {
    !matches!(
        c,
        '\u{80}'..='\u{9F}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{FDD0}'..='\u{FDD4}'
            | '\u{FEFF}'
            | '\u{FFFE}'
            | '\u{FFFF}'
    )
}
