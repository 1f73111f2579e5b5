//! The packed form, byte by byte.

use docaudit_kernel::frontmatter::YamlEventKind;

use crate::events;

#[test]
fn packed_form() {
    let list = events("a: &x !!str b\n\nc: [*x]\n").expect("plain YAML");
    let expected = [
        &[0, 2, 1][..],
        &[3 | 8, 0, 1, 1, b'a'],
        &[3 | 8 | 16 | 32, 0, 4, 1, b'b', 21],
        b"tag:yaml.org,2002:str",
        &[1, b'x'],
        &[3 | 8, 2, 1, 1, b'c'],
        &[1, 0, 4],
        &[4, 0, 5, 1, b'x'],
        &[2],
        &[2],
    ]
    .concat();
    assert_eq!(list.packed(), expected);
    assert_eq!(list.len(), 8);
}

#[test]
fn long_texts_and_columns_take_more_bytes() {
    let value = "x".repeat(300);
    let block = format!("{}: {value}\n", "k".repeat(200));
    let list = events(&block).expect("plain YAML");
    let scalar = list.iter().nth(2).expect("three events");
    assert_eq!(scalar.kind, YamlEventKind::Scalar);
    assert_eq!((scalar.line, scalar.column), (2, 203));
    assert_eq!(scalar.value, value);
}

#[test]
fn handed_over_leaves_nothing() {
    let mut list = events("a: b\n").expect("plain YAML");
    let limits = docaudit_kernel::limits::Limits::DEFAULT;
    let answer = docaudit_kernel::frontmatter::read_yaml("a: b\nc\n", 2, &limits, &mut list);
    assert!(answer.is_err());
    assert!(list.is_empty() && list.packed().is_empty());
}
