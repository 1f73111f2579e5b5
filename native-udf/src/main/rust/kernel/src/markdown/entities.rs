//! The named character references of HTML that end with a semicolon.

/// One line each, in the order of bytes: the name, then its code points in hexadecimal.
///
/// The list of the HTML standard, `https://html.spec.whatwg.org/entities.json`.
static ENTITIES: &str = include_str!("../../data/html-entities.txt");

/// Appends what `&name;` stands for; false where there is no such name.
pub(super) fn push_entity(name: &str, to: &mut String) -> bool {
    let Some(code_points) = find(name) else {
        return false;
    };
    let digits = code_points.split_ascii_whitespace();
    to.extend(digits.filter_map(|d| char::from_u32(u32::from_str_radix(d, 16).ok()?)));
    true
}

fn find(name: &str) -> Option<&'static str> {
    let bytes = ENTITIES.as_bytes();
    let mut low = 0;
    let mut high = bytes.len();
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memchr::memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
        let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at);
        let (found, code_points) = ENTITIES[start..end].split_once(' ')?;
        match found.cmp(name) {
            std::cmp::Ordering::Equal => return Some(code_points),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_no_other() {
        let mut seen = 0;
        for line in ENTITIES.lines() {
            let (name, _) = line.split_once(' ').unwrap();
            let mut text = String::new();
            assert!(push_entity(name, &mut text) && !text.is_empty(), "{name}");
            seen += 1;
        }
        assert_eq!(seen, 2125);
        for name in ["", "a", "amp ", "AAA", "zzzz", "nbs", "nbspp"] {
            assert!(!push_entity(name, &mut String::new()), "{name}");
        }
    }
}
