//! A grammar of Markdown as people write it, with a slip here and there: blocks in blocks, spans in
//! spans.

#![allow(dead_code)] // not every suite needs all

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const WORDS: &[&str] = &[
    "word",
    "two words",
    "é",
    "漢字",
    "😀",
    "it's",
    "a_b_c",
    "1.5",
    "x-y",
];

/// What CommonMark alone has a meaning for.
const SPANS: &[&str] = &[
    "`code`",
    "`` a`b ``",
    "<https://a.example/b>",
    "&amp;",
    "&copy;",
    "&#x41;",
    "&nope;",
    "\\*",
    "\\[",
    "  \n",
    "\\\n",
    "\n",
    "![",
    "[",
    "]",
    "](",
    "*",
    "_",
    "`",
    "<",
    "!",
];

/// What else has a meaning here, and tabs, which other parsers count differently in containers.
const MORE_SPANS: &[&str] = &[
    "\t",
    "<m@a.example>",
    "<a href=\"e.md\">",
    "</a>",
    "<b id=f>",
    "https://a.example/g?h=i&j.",
    "www.a.example/(k)",
    "m.n@a.example",
    "[^1]",
    "<!-- z -->",
    "<!-- docaudit-ignore-line -->",
    "{{ x }}",
    "~~s~~",
    "|",
    "\r",
    "\0",
    "\u{2028}",
    "\u{a0}",
    "\u{feff}",
];

const LABELS: &[&str] = &["a", "A", "b c", "`a`", "ẞ", "ß", "*d*", "e\\]f", " g "];

const FORMS: &[&str] = &[
    "*%*",
    "**%**",
    "_%_",
    "***%**",
    "[%](a.md)",
    "[%](<b c> \"t\")",
    "![%](d.png 'u')",
    "[%](#e)",
    "[%](f(g)h)",
    "[%][a]",
    "![%][]",
    "[%](",
    "**%*",
    "[![%](i.png)](j.md)",
];

const HTML: &[&str] = &[
    "<div id=a>\n%\n</div>",
    "<a name=\"b\" href='c.md'>%",
    "<!-- % -->",
    "<pre>\n%</pre>",
    "<script>%",
    "<!-- docaudit-ignore-next-line link/missing-file -->\n%",
    "{/* % */}",
    "<img src=d.png alt=\"%\">",
    "[^1]: %\n\n    %",
    "# % {#id .class}",
];

fn span(more: bool) -> BoxedStrategy<String> {
    let reference = (
        select(LABELS),
        select(LABELS),
        select(&["[%]", "[%][]", "[%][!]"][..]),
    )
        .prop_map(|(one, other, form)| form.replace('%', one).replace('!', other));
    let word = select(WORDS).prop_map(|word| format!("{word} "));
    let own = select(if more { MORE_SPANS } else { SPANS }).prop_map(str::to_owned);
    let leaf = prop_oneof![
        6 => word,
        3 => select(SPANS).prop_map(str::to_owned),
        1 => own,
        2 => reference,
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        (select(FORMS), vec(inner, 1..4))
            .prop_map(|(form, parts)| form.replace('%', &parts.concat()))
    })
    .boxed()
}

fn spans(more: bool) -> BoxedStrategy<String> {
    vec(span(more), 1..6)
        .prop_map(|parts| parts.concat())
        .boxed()
}

/// Lines of blocks, without a line end behind the last.
fn block(more: bool) -> BoxedStrategy<String> {
    let heading = (
        select(&["# ", "## ", "###### ", "#", "  # ", "####### "][..]),
        spans(more),
        select(&["", " #", "\n===", "\n---"][..]),
    )
        .prop_map(|(mark, text, end)| format!("{mark}{text}{end}"));
    let code = (select(&["```", "~~~ md", "    "][..]), spans(more))
        .prop_map(|(fence, text)| format!("{fence}{text}\n{text}\n{}\n", fence.trim()));
    let definition = (
        select(LABELS),
        select(&["/url", "<a b>", "c.md 'title'", "", "d \"open", "#e\n  (t)"][..]),
    )
        .prop_map(|(label, target)| format!("[{label}]: {target}\n"));
    let rule = select(&["---", "***", "- - -", ""][..]).prop_map(str::to_owned);
    let html = (select(HTML), spans(more)).prop_map(|(form, text)| form.replace('%', &text));
    let leaf = prop_oneof![
        6 => spans(more).prop_map(|text| text + "\n"),
        3 => heading,
        1 => code,
        2 => definition,
        1 => rule,
        if more { 2 } else { 0 } => html,
    ];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        let marks = [
            ("> ", "> "),
            ("- ", "  "),
            ("* ", "  "),
            ("1. ", "   "),
            ("10) ", "    "),
            ("- ", ""),
            (">", ""),
            (
                if more { "-\t" } else { "+ " },
                if more { "\t" } else { "  " },
            ),
            ("-    ", "     "),
        ];
        (select(marks.to_vec()), vec(inner, 1..4)).prop_map(|((first, next), blocks)| {
            format!(
                "{first}{}",
                blocks.join("\n").replace('\n', &format!("\n{next}"))
            )
        })
    })
    .boxed()
}

/// Documents that mean the same to every parser of CommonMark.
pub fn commonmark() -> impl Strategy<Value = String> {
    vec(block(false), 1..8).prop_map(|blocks| blocks.join("\n") + "\n")
}

/// Documents with frontmatter, HTML, footnotes, bare URLs and line ends of all kinds.
pub fn documents() -> impl Strategy<Value = String> {
    let frontmatter = select(
        &[
            "",
            "",
            "---\na: b\nc: [d, 'e']\n---\n",
            "---\n- f\n",
            "+++\na = 1\n+++\n",
        ][..],
    );
    let table = Just("| a | [b](c) |\n|---|:-:|\n| \\| `d` | e\n".to_owned());
    let line_end = select(&["\n", "\n", "\r\n", "\r"][..]);
    let blocks = vec(prop_oneof![9 => block(true), 1 => table], 1..8);
    (frontmatter, blocks, line_end)
        .prop_map(|(front, blocks, end)| (front.to_owned() + &blocks.join("\n")).replace('\n', end))
}
