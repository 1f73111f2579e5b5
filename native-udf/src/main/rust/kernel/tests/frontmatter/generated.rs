//! Generated blocks: YAML as people write it, YAML with mistakes, and noise.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::{events, oracle};

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]{1,8}",
        2 => "[a-zé日😀 ,.:#?!'\"\\[\\]{}&*|>%@`\\\\/=~-]{1,10}",
        1 => select(vec!["", "true", "1", "x: y", "- x", "# c", "a #b", "it's", "<<", "?x", "why?"])
            .prop_map(str::to_owned),
    ]
}

fn plain() -> impl Strategy<Value = String> {
    prop_oneof![5 => "[a-z][a-z0-9 ]{0,12}[a-z]", 1 => word()]
}

fn scalar(flow: bool) -> BoxedStrategy<String> {
    let single = word().prop_map(|w| format!("'{}'", w.replace('\'', "''")));
    let double = word().prop_map(|w| format!("{w:?}"));
    let lines = (
        plain(),
        plain(),
        select(vec!["\n  ", "\n\n  ", " \n\t ", "\n"]),
    )
        .prop_map(|(a, b, end)| format!("{a}{end}{b}"));
    let quoted_lines = (
        word(),
        word(),
        select(vec!["\n  ", " \n \n  ", "\\\n  ", "\n"]),
    )
        .prop_map(|(a, b, end)| format!("\"{}{end}{}\"", a.escape_debug(), b.escape_debug()));
    let block = (
        select(vec!["|", "|-", "|+", ">", ">-", ">+", "|2", "> # c"]),
        prop::collection::vec((select(vec!["  ", "   ", "", "\t", " "]), plain()), 0..4),
    )
        .prop_map(|(header, lines)| {
            let body: String = lines
                .iter()
                .map(|(i, text)| format!("\n  {i}{text}"))
                .collect();
            format!("{header}{body}")
        });
    if flow {
        prop_oneof![4 => plain(), 1 => single, 1 => double, 1 => lines].boxed()
    } else {
        prop_oneof![4 => plain(), 1 => single, 1 => double, 1 => lines, 1 => quoted_lines, 2 => block]
            .boxed()
    }
}

fn flow() -> BoxedStrategy<String> {
    let separator = select(vec![", ", ",", ",\n  ", " , # c\n   "]);
    scalar(true)
        .prop_recursive(3, 12, 4, move |inner| {
            let items = (
                prop::collection::vec(inner.clone(), 0..4),
                separator.clone(),
            )
                .prop_map(|(items, separator)| format!("[{}]", items.join(separator)));
            let fields = (
                prop::collection::vec((plain(), inner), 0..3),
                separator.clone(),
            )
                .prop_map(|(fields, separator)| {
                    let fields: Vec<_> = fields.iter().map(|(k, v)| format!("{k}: {v}")).collect();
                    format!("{{{}}}", fields.join(separator))
                });
            prop_oneof![items, fields]
        })
        .boxed()
}

fn indented(text: &str, by: &str) -> String {
    text.replace('\n', &format!("\n{by}"))
}

/// What follows a colon or a dash.
fn node() -> BoxedStrategy<String> {
    let leaf = (
        select(vec!["", "", "", "&a ", "!!str ", "!t &b "]),
        prop_oneof![3 => scalar(false), 1 => flow(), 1 => Just(String::new())],
        select(vec!["", "", " # c", "\n# c", "\n"]),
    )
        .prop_map(|(properties, text, comment)| format!(" {properties}{text}{comment}"));
    leaf.prop_recursive(4, 24, 4, |inner| {
        let mapping = (
            prop::collection::vec((plain(), inner.clone()), 1..4),
            select(vec!["  ", " "]),
        )
            .prop_map(|(fields, by)| {
                let line = |(k, v): &(String, String)| format!("\n{by}{k}:{}", indented(v, by));
                fields.iter().map(line).collect::<String>()
            });
        let sequence =
            (prop::collection::vec(inner, 1..4), select(vec!["  ", ""])).prop_map(|(items, by)| {
                let line = |v: &String| format!("\n{by}-{}", indented(v, &format!("{by}  ")));
                items.iter().map(line).collect::<String>()
            });
        prop_oneof![mapping, sequence]
    })
    .boxed()
}

fn block() -> impl Strategy<Value = String> {
    prop::collection::vec((plain(), node()), 1..4).prop_map(|fields| {
        fields
            .iter()
            .map(|(k, v)| format!("{k}:{v}\n"))
            .collect::<String>()
    })
}

/// With a piece put in somewhere, or taken out.
fn mistaken() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "", " ", "\n", "\t", ":", ": ", "- ", "'", "\"", "[", "]", "{", "}", ",", "#", "|", "? ",
        "&", "*", "!", "%", "---\n", "\r\n", "\u{85}", "\u{feff}", "é", "\\",
    ]);
    (block(), any::<prop::sample::Index>(), piece, 0..3_usize).prop_map(|(text, at, piece, cut)| {
        let chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        let rest = chars.iter().skip(at + cut);
        chars[..at]
            .iter()
            .copied()
            .chain(piece.chars())
            .chain(rest.copied())
            .collect()
    })
}

#[test]
fn saphyr_gives_the_same_nodes() {
    // Always the same blocks: each new difference needs a judge.
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: Config::default().cases.max(6_000),
            failure_persistence: None,
            ..Config::default()
        },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let (mut read, mut compared) = (0, 0);
    let run = |mut text: String, read: &mut u32, compared: &mut u32| {
        // The closing delimiter stands on a line of its own.
        if !text.ends_with('\n') {
            text.push('\n');
        }
        if let Ok(list) = events(&text) {
            *read += 1;
            if let Some(agreement) = oracle::agreement(&text, &list) {
                *compared += 1;
                return agreement.map_err(TestCaseError::fail);
            }
        }
        Ok(())
    };
    let counts = std::cell::RefCell::new((&mut read, &mut compared));
    runner
        .run(&prop_oneof![block(), mistaken()], |text| {
            let mut counts = counts.borrow_mut();
            let (read, compared) = &mut *counts;
            run(text, read, compared)
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(
        read > 1_500 && compared > 1_000,
        "only {read} read and {compared} compared"
    );
}

proptest! {
    #[test]
    fn noise_never_panics(text in "[\\PC\\s]{0,200}") {
        let _ = events(&text);
        let _ = docaudit_kernel::frontmatter::scan(&format!("---\n{text}\n---\n"));
        let _ = docaudit_kernel::frontmatter::scan(&text);
    }

    #[test]
    fn tokens_never_panic(
        tokens in prop::collection::vec(
            select(vec!["a", ":", " ", "\n", "- ", "[", "]", "{", "}", "'", "\"", "\\", "|", ">", "#",
                "&", "*", "!", "?", ",", "\t", "\r\n", "é", "%", "---", "+++", "...", "="]),
            0..40,
        ),
        opening in select(vec!["", "---\n", "+++\n", "{", "a: "]),
    ) {
        let text = opening.to_owned() + &tokens.concat();
        let _ = events(&text);
        let block = docaudit_kernel::frontmatter::scan(&text);
        prop_assert!(block.content_start <= block.content_end && block.content_end <= text.len());
        prop_assert!(!block.terminated || block.content_end <= block.body_start);
        prop_assert!(text.is_char_boundary(block.body_start));
    }
}
