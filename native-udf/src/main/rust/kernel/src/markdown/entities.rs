//! The named character references of HTML that end with a semicolon.

use std::sync::OnceLock;

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

/// The code points of a name.
fn find(name: &str) -> Option<&'static str> {
    static TABLE: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        ENTITIES
            .lines()
            .filter_map(|line| line.split_once(' '))
            .collect()
    });
    let found = table.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
    Some(table.get(found)?.1)
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
