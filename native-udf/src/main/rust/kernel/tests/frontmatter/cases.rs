//! The cases that Java's tests read too.

use docaudit_kernel::frontmatter::{YamlEvent, YamlEventKind};

use crate::{events, oracle};

const CASES: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../../../transforms/src/test/resources/org/docaudit/analysis/frontmatter/yaml-cases.txt"
));

struct Case<'a> {
    name: &'a str,
    block: String,
    both: bool,
    events: Vec<&'a str>,
}

#[test]
fn cases() {
    let (mut both, mut java) = (0, 0);
    for case in read() {
        let name = case.name;
        match events(&case.block) {
            Ok(list) => {
                assert!(case.both, "{name}: not handed over");
                assert_eq!(
                    list.iter().map(line).collect::<Vec<_>>(),
                    case.events,
                    "{name}"
                );
                both += 1;
            }
            Err(reason) => {
                assert!(!case.both, "{name}: handed over, {reason:?}");
                java += 1;
            }
        }
    }
    assert!(both >= 58 && java >= 70, "{both} and {java} cases");
}

#[test]
fn saphyr_gives_the_same_where_it_accepts_a_case() {
    let (mut same, mut refused) = (0, Vec::new());
    for case in read() {
        if let Ok(list) = events(&case.block) {
            match oracle::agreement(&case.block, &list) {
                Some(Ok(())) => same += 1,
                Some(Err(difference)) => panic!("{}: {difference}", case.name),
                None => refused.push(case.name),
            }
        }
    }
    assert!(same >= 50, "{same} cases");
    // In YAML 1.2 the lines of a value stand further right than its key; Java's tree builder
    // reports an alias without anchor.
    let expected = [
        "double-quoted from the first column",
        "flow collections over lines",
        "flow bracket in the first column",
        "unknown alias",
        "percent sign at a line's start",
    ];
    assert_eq!(refused, expected, "{refused:?}");
}

fn line(event: YamlEvent<'_>) -> String {
    let kind = match event.kind {
        YamlEventKind::MappingStart => "MAPPING_START",
        YamlEventKind::SequenceStart => "SEQUENCE_START",
        YamlEventKind::CollectionEnd => return "COLLECTION_END".to_owned(),
        YamlEventKind::Scalar => "SCALAR",
        YamlEventKind::Alias => "ALIAS",
    };
    let mut text = format!("{kind} {}:{}", event.line, event.column);
    if event.plain {
        text += " plain";
    }
    if let Some(tag) = event.tag {
        text += &format!(" <{tag}>");
    }
    if let Some(anchor) = event.anchor {
        text += &format!(" &{anchor}");
    }
    if matches!(event.kind, YamlEventKind::Scalar | YamlEventKind::Alias) {
        text += &format!(" {}", quoted(event.value));
    }
    text
}

fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text += "\\n",
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' => text += &format!("\\u{:04x}", c as u32),
            c if c.is_control() => text += &format!("\\u{:04x}", c as u32),
            c => text.push(c),
        }
    }
    text + "\""
}

fn read() -> Vec<Case<'static>> {
    let mut cases = Vec::new();
    let mut open: Option<Case<'static>> = None;
    let mut in_block = false;
    for line in CASES.lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            let case = Case {
                name,
                block: String::new(),
                both: false,
                events: Vec::new(),
            };
            cases.extend(open.replace(case));
            in_block = true;
        } else if let Some(case) = &mut open {
            if in_block && (line == "--- both" || line.starts_with("--- java")) {
                case.both = line == "--- both";
                in_block = false;
            } else if in_block {
                case.block.extend(line.chars().map(shown).chain(['\n']));
            } else {
                case.events.push(line);
            }
        }
    }
    cases.extend(open);
    cases
}

fn shown(c: char) -> char {
    match c {
        '␣' => ' ',
        '»' => '\t',
        '←' => '\r',
        '⇔' => '\u{FEFF}',
        '⏎' => '\u{2028}',
        '␀' => '\u{7}',
        c => c,
    }
}
