//! Autolinks in angle brackets (CommonMark 0.31.2, section 6.5).

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Autolink {
    /// An absolute URI.
    Uri,
    /// An address, to which `mailto:` belongs.
    Email,
}

/// The autolink that begins with the `<` here, and the offset behind it.
pub(super) fn autolink(bytes: &[u8], at: usize) -> Option<(Autolink, usize)> {
    let rest = &bytes[at + 1..];
    // Most angles begin a tag: its name ends with what no scheme or address holds.
    let first = *rest.first()?;
    if !(first.is_ascii_alphanumeric() || is_local(first)) {
        return None;
    }
    let length = memchr::memchr2(b'<', b'>', rest)?;
    if rest[length] == b'<' {
        return None;
    }
    let content = &rest[..length];
    let kind = if is_uri(content) {
        Autolink::Uri
    } else if is_email(content) {
        Autolink::Email
    } else {
        return None;
    };
    Some((kind, at + 1 + length + 1))
}

fn is_uri(content: &[u8]) -> bool {
    let in_scheme = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'+' | b'-');
    let scheme = content.iter().take_while(|&b| in_scheme(b)).count();
    (2..=32).contains(&scheme)
        && content[0].is_ascii_alphabetic()
        && content.get(scheme) == Some(&b':')
        && !content[scheme..].iter().any(|&b| b <= b' ')
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

fn is_email(content: &[u8]) -> bool {
    let Some(at) = memchr::memchr(b'@', content) else {
        return false;
    };
    let (local, domain) = (&content[..at], &content[at + 1..]);
    !local.is_empty()
        && local.iter().all(|&b| is_local(b))
        && domain.split(|&b| b == b'.').all(is_label)
}

fn is_label(label: &[u8]) -> bool {
    let (Some(first), Some(last)) = (label.first(), label.last()) else {
        return false;
    };
    label.len() <= 63
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
        && label
            .iter()
            .all(|&b| b.is_ascii_alphanumeric() || b == b'-')
}
