use docaudit_kernel::text::{Encoding, Position, SourceText};
use proptest::prelude::*;

use crate::pieces::{documents, texts, utf16_documents};

fn position(line: u32, column: u32, byte_offset: u64) -> Position {
    Position {
        line,
        column,
        byte_offset,
    }
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let marked = format!("\u{feff}{text}");
    match encoding {
        Encoding::Utf8 => marked.into_bytes(),
        Encoding::Utf16Le => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

#[test]
fn ascii_positions() {
    let source = SourceText::decode(b"ab\ncd\r\nef\rg");
    assert_eq!(source.text(), "ab\ncd\r\nef\rg");
    assert_eq!(source.encoding(), Encoding::Utf8);
    assert!(!source.has_byte_order_mark());
    assert_eq!(source.lines(), 4);
    assert_eq!(source.position(0), position(1, 1, 0));
    assert_eq!(source.position(2), position(1, 3, 2));
    assert_eq!(source.position(3), position(2, 1, 3));
    assert_eq!(source.position(6), position(2, 4, 6));
    assert_eq!(source.position(7), position(3, 1, 7));
    assert_eq!(source.position(10), position(4, 1, 10));
    assert_eq!(source.position(11), position(4, 2, 11));
    assert_eq!(
        source.position(12),
        position(4, 2, 11),
        "the end, for what is behind it"
    );
    assert_eq!(source.line_start(3), 7);
    assert_eq!([source.line_start(0), source.line_start(5)], [11, 11]);
}

#[test]
fn counts_lines() {
    let cases = [
        ("", 0),
        ("a", 1),
        ("\n", 1),
        ("a\n", 1),
        ("a\nb", 2),
        ("\r\n", 1),
        ("\n\r", 2),
        ("\r\r", 2),
        ("\r\na", 2),
        ("a\u{85}b\u{2028}c\u{c}d\u{b}e", 1),
    ];
    for (text, lines) in cases {
        assert_eq!(
            SourceText::decode(text.as_bytes()).lines(),
            lines,
            "{text:?}"
        );
    }
}

#[test]
fn counts_columns_in_code_points_and_offsets_in_bytes() {
    let document = encode("é𝒳x\n日b", Encoding::Utf8);
    let source = SourceText::decode(&document);
    assert!(source.has_byte_order_mark());
    assert_eq!(source.text(), "é𝒳x\n日b");
    let places = [0, 2, 3, 6, 8, 11, 12].map(|index| source.position(index));
    let expected = [
        position(1, 1, 3),
        position(1, 2, 5),
        position(1, 2, 5),
        position(1, 3, 9),
        position(2, 1, 11),
        position(2, 2, 14),
        position(2, 3, 15),
    ];
    assert_eq!(places, expected);
}

/// The examples of The Unicode Standard 16.0, tables 3-8 to 3-11, and ends of input.
#[test]
fn replaces_invalid_bytes() {
    let cases: [(&[u8], &str, u32, i64); 19] = [
        (b"\x41\xC0\x80\xE2", "A???", 3, 1),
        (b"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "????????A", 8, 0),
        (b"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "????????A", 8, 0),
        (b"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "?????A??B", 7, 0),
        (b"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "????A", 4, 0),
        (b"\x41\xE2", "A?", 1, 1),
        (b"\x41\xF0\x9F\x98", "A?", 1, 1),
        (b"\xEF\xBF\xBD", "?", 0, -1),
        (b"\xEF\xBF\xBD\x80", "??", 1, 3),
        (b"\xEF\xBB\xBF\x80", "?", 1, 3),
        (b"\xEF\xBB\xBF\xEF\xBB\xBF", "\u{feff}", 0, -1),
        (b"\xFE\xFF\xD8\x00", "?", 1, 2),
        (b"\xFE\xFF\x00\x41\xDC\x00\x00\x42", "A?B", 1, 4),
        (b"\xFE\xFF\xD8\x00\xD8\x00\x00\x41", "??A", 2, 2),
        (b"\xFE\xFF\x00\x41\xDB", "A?", 1, 4),
        (b"\xFE\xFF\xD8\x00\x41", "?", 1, 2),
        (b"\xFF\xFE\x00\xD8", "?", 1, 2),
        (b"\xFF\xFE\x3D\xD8\x00\xDE", "😀", 0, -1),
        (b"\xFE\xFF", "", 0, -1),
    ];
    for (bytes, text, invalid, first) in cases {
        let source = SourceText::decode(bytes);
        assert_eq!(source.text(), text.replace('?', "\u{fffd}"), "{bytes:x?}");
        assert_eq!(source.invalid_sequences(), invalid, "{bytes:x?}");
        let offset = source
            .first_invalid()
            .map_or(-1, |place| place.byte_offset as i64);
        assert_eq!(offset, first, "{bytes:x?}");
    }
}

/// An odd last byte belongs to the last character, as does a high surrogate before it.
#[test]
fn end_of_odd_utf16() {
    let cases: [(&[u8], u32, u64); 4] = [
        (b"\xFE\xFF\x00\x41\xDB", 3, 5),
        (b"\xFE\xFF\xD8\x00\x41", 2, 5),
        (b"\xFE\xFF\x00\x41\xD8\x00\x41", 3, 7),
        (b"\xFE\xFF\xDB", 2, 3),
    ];
    for (bytes, column, byte_offset) in cases {
        let source = SourceText::decode(bytes);
        let end = source.position(source.text().len());
        assert_eq!(end, position(1, column, byte_offset), "{bytes:x?}");
    }
}

#[test]
fn offsets_behind_invalid_bytes_stay_exact() {
    let source = SourceText::decode(b"\xF0\x9F\x98A\xFF\x0A\xE2B");
    assert_eq!(source.text(), "\u{fffd}A\u{fffd}\n\u{fffd}B");
    assert_eq!(source.position(3), position(1, 2, 3));
    assert_eq!(source.position(8), position(2, 1, 6));
    assert_eq!(source.position(11), position(2, 2, 7));
    assert_eq!(source.position(12), position(2, 3, 8));
}

/// Every place of a text, counted by walking over it.
fn walk(text: &str, first_byte: usize, mut width: impl FnMut(char) -> usize) -> Vec<Position> {
    let mut places = vec![];
    let (mut line, mut column, mut offset) = (1, 1, first_byte);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        places.extend(vec![position(line, column, offset as u64); c.len_utf8()]);
        offset += width(c);
        column += 1;
        if c == '\n' || (c == '\r' && chars.peek() != Some(&'\n')) {
            line += 1;
            column = 1;
        }
    }
    places.push(position(line, column, offset as u64));
    places
}

fn check_places(source: &SourceText<'_>, expected: &[Position]) {
    let text = source.text();
    assert_eq!(expected.len(), text.len() + 1);
    for (index, &place) in expected.iter().enumerate() {
        assert_eq!(source.position(index), place, "at {index} of {text:?}");
        assert_eq!(source.line_of(index), place.line);
        let start = source.line_start(place.line);
        assert_eq!(
            source.position(start),
            position(place.line, 1, expected[start].byte_offset)
        );
    }
    let last = source.line_of(text.len());
    let open = source.line_start(last) < text.len();
    assert_eq!(source.lines(), if open { last } else { last - 1 });
}

proptest! {
    #[test]
    fn decodes_as_the_standard_library_and_knows_each_place(document in documents()) {
        let utf16 = document.starts_with(b"\xFE\xFF") || document.starts_with(b"\xFF\xFE");
        prop_assume!(!utf16);
        let source = SourceText::decode(&document);
        let mark = if source.has_byte_order_mark() { 3 } else { 0 };
        prop_assert_eq!(source.text(), String::from_utf8_lossy(&document[mark..]));
        let mut widths = vec![];
        let mut first_invalid = None;
        for chunk in document[mark..].utf8_chunks() {
            widths.extend(chunk.valid().chars().map(char::len_utf8));
            if !chunk.invalid().is_empty() {
                first_invalid.get_or_insert(mark + widths.iter().sum::<usize>());
                widths.push(chunk.invalid().len());
            }
        }
        let mut widths = widths.into_iter();
        check_places(&source, &walk(source.text(), mark, |_| widths.next().unwrap()));
        let offset = source.first_invalid().map(|place| place.byte_offset as usize);
        prop_assert_eq!(offset, first_invalid);
    }

    #[test]
    fn reads_utf16_like_utf8(text in texts()) {
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
            let document = encode(&text, encoding);
            let source = SourceText::decode(&document);
            prop_assert_eq!(source.text(), &text);
            prop_assert_eq!(source.encoding(), encoding);
            prop_assert_eq!(source.first_invalid(), None);
            check_places(&source, &walk(&text, 2, |c| 2 * c.len_utf16()));
        }
    }

    #[test]
    fn any_utf16_decodes_to_the_document_s_end(document in utf16_documents()) {
        let source = SourceText::decode(&document);
        let text = source.text();
        prop_assert_eq!(source.position(text.len()).byte_offset as usize, document.len());
        let replaced = text.chars().filter(|&c| c == '\u{fffd}').count();
        prop_assert!(source.invalid_sequences() as usize <= replaced);
        prop_assert_eq!(source.first_invalid().is_none(), source.invalid_sequences() == 0);
        let mut units = 0;
        let first = source.first_invalid().map(|place| place.byte_offset as usize);
        for c in text.chars() {
            if Some(2 + 2 * units) == first {
                prop_assert_eq!(c, '\u{fffd}');
            }
            units += c.len_utf16();
        }
    }
}
