//! Many documents joined into one: the facts of each, moved, however large the whole.

use docaudit_kernel::limits::Limits;
use docaudit_kernel::markdown::{self, ParsedHeading, ParsedLink};
use docaudit_kernel::text::{Position, SourceText};

const DOCUMENT: &str = "\
---
title: frontmatter only at a document's start
---

# A heading {#with-id}

A paragraph with [a link](page.md#part), *emphasis*, `code`, ![an image](picture.png),
[a reference][label], a note[^note], [no reference][nowhere] and https://example.com/bare.

| a | b |
|---|---|
| [cell](cell.md) | **c** |

> - nested [link](nested.md)
>   goes on

<p id=\"anchor\"><a href=\"html.md\">raw</a></p>

Setext
------

```
[not](a-link.md)
```

[label]: defined.md 'title'
[^note]: A note with [its link](note.md).

";

/// So many brackets that those of all, were they of one block, would exceed the limit.
const TIMES: usize = 4_000;

#[test]
fn joined_documents_have_the_facts_of_each() {
    check(DOCUMENT.as_bytes());
}

#[test]
fn positions_behind_invalid_bytes_move_alike() {
    check(&[DOCUMENT.as_bytes(), b"\xFF [behind](it.md) \xE2\x80\n\n"].concat());
}

fn check(document: &[u8]) {
    let joined = document.repeat(TIMES);
    let (one, all) = (SourceText::decode(document), SourceText::decode(&joined));
    let one = markdown::parse(&one, 0, &Limits::DEFAULT);
    let all = markdown::parse(&all, 0, &Limits::DEFAULT);
    assert!(
        one.headings.len() == 3 && one.links.len() >= 8 && !one.undefined_references.is_empty()
    );
    assert_eq!(all.limit, None);
    assert_eq!(all.anchor_ids, one.anchor_ids);
    assert_eq!(all.prose_words, one.prose_words * TIMES as u64);

    let lines = document.iter().filter(|&&byte| byte == b'\n').count();
    let moved = |position: Position, number: usize| Position {
        line: position.line + (number * lines) as u32,
        byte_offset: position.byte_offset + (number * document.len()) as u64,
        ..position
    };
    assert_eq!(all.headings.len(), one.headings.len() * TIMES);
    for (number, headings) in all.headings.chunks(one.headings.len()).enumerate() {
        for (heading, expected) in headings.iter().zip(&one.headings) {
            let position = moved(expected.position, number);
            let expected = ParsedHeading {
                position,
                ..expected.clone()
            };
            assert_eq!(*heading, expected);
        }
    }
    assert_eq!(all.links.len(), one.links.len() * TIMES);
    for (number, links) in all.links.chunks(one.links.len()).enumerate() {
        for (link, expected) in links.iter().zip(&one.links) {
            let position = moved(expected.position, number);
            assert_eq!(
                *link,
                ParsedLink {
                    position,
                    ..expected.clone()
                }
            );
        }
    }
    let references = all.undefined_references.iter().enumerate();
    assert_eq!(
        all.undefined_references.len(),
        one.undefined_references.len() * TIMES
    );
    for (index, reference) in references {
        let number = index / one.undefined_references.len();
        let expected = &one.undefined_references[index % one.undefined_references.len()];
        assert_eq!(reference.position, moved(expected.position, number));
        assert_eq!(reference.label, expected.label);
    }
}
