//! Blocks that hurt parsers: at most linear, never a panic.

use std::time::{Duration, Instant};

use docaudit_kernel::frontmatter::{HandOver, YamlEventList, read_yaml};
use docaudit_kernel::limits::Limits;

use crate::events;

/// A hang guard, not a measurement: each takes milliseconds.
const GENEROUS: Duration = Duration::from_secs(20);

#[test]
fn repeated_tokens() {
    let tokens = [
        "[",
        "{",
        "{a: ",
        "- ",
        "? ",
        ": ",
        "a: ",
        "[a, ",
        "a\n",
        "\n",
        " \n",
        "'",
        "\"",
        "\"\\",
        "''",
        "&a ",
        "*a ",
        "!t ",
        "!!",
        "#",
        " #",
        "|\n ",
        ">\n ",
        "é: ",
        "[é, ",
        "?",
        "a? ",
        "-",
        "---",
        "%",
        "\\/",
        "- - ",
        "a: [\n",
        "'\n",
        "\"\n\n",
        "x: |\n  y\n",
        "a: &a [*a]\n",
        "\t",
        "\r\n",
        ",",
        "]",
        "}",
        "a:\n- ",
        "  ",
        "<<: *a\n",
        "\u{10FFFF}",
    ];
    for head in [
        "", "a: ", "a:\n  ", "a:\n- ", "a: [", "a: {", "a: '", "a: \"", "a: |\n  ",
    ] {
        for token in tokens {
            let begin = Instant::now();
            let mut block = head.to_owned();
            block.push_str(&token.repeat(256 * 1024 / token.len()));
            block.push('\n');
            let _ = events(&block);
            assert!(begin.elapsed() < GENEROUS, "{head:?} {token:?}");
        }
    }
}

#[test]
fn growing_indentation() {
    let mut block = String::new();
    for depth in 0..700 {
        block.push_str(&" ".repeat(depth));
        block.push_str("a:\n");
    }
    assert_eq!(events(&block).err(), Some(HandOver::Depth));
}

#[test]
fn depth_is_limited_as_in_java() {
    let nested = |depth: usize| format!("a: {}{}\n", "[".repeat(depth), "]".repeat(depth));
    assert!(events(&nested(49)).is_ok());
    assert_eq!(events(&nested(50)).err(), Some(HandOver::Depth));
    assert_eq!(events(&nested(100_000)).err(), Some(HandOver::Depth));
}

#[test]
fn nodes_are_limited() {
    let limits = Limits {
        max_frontmatter_nodes: 5,
        ..Limits::DEFAULT
    };
    let mut list = YamlEventList::new();
    assert_eq!(read_yaml("a: b\nc: d\n", 2, &limits, &mut list), Ok(()));
    let more = read_yaml("a: b\nc: d\ne: f\n", 2, &limits, &mut list);
    assert_eq!(more, Err(HandOver::Nodes));
}

#[test]
fn long_keys_are_handed_over() {
    let block = |length: usize| format!("{}: v\n", "k".repeat(length));
    assert!(events(&block(1_000)).is_ok());
    assert_eq!(events(&block(1_001)).err(), Some(HandOver::Construct));
}

#[test]
fn blocks_without_a_last_line_end() {
    for block in [
        "a",
        "a:",
        "a: b",
        "a: 'b",
        "a: |",
        "a: |\n  b",
        "a: &x",
        "a: [",
        "-",
        "\"",
        "\\",
    ] {
        let _ = events(block);
    }
}
