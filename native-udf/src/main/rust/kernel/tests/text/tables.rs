use docaudit_kernel::unicode;

fn all() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

fn count(property: fn(char) -> bool) -> usize {
    all().filter(|&c| property(c)).count()
}

#[test]
fn white_space_is_the_property_and_nothing_else() {
    let found: Vec<_> = all().filter(|&c| unicode::is_white_space(c)).collect();
    let expected: Vec<_> = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\
        \u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\
        \u{3000}"
        .chars()
        .collect();
    assert_eq!(found, expected);
}

/// Numbers of code points as DerivedGeneralCategory.txt and Scripts.txt of 16.0.0 state them.
#[test]
fn sizes_are_those_of_the_unicode_character_database() {
    assert_eq!(count(unicode::is_letter), 141_028);
    assert_eq!(count(unicode::is_letter_or_mark), 141_028 + 2_501);
    assert_eq!(count(unicode::is_letter_or_number), 141_028 + 1_911);
    assert_eq!(count(unicode::is_cjk), 99_030 + 381 + 321 + 11);
    assert_eq!(count(|c| unicode::fold_case(c) != c), 1_453 + 31);
}

#[test]
fn cjk_takes_the_marks_that_scripts_share_but_no_punctuation() {
    "漢々〆〇ひゝゟカヽヿーｱｰﾞ〱㐀𠀀"
        .chars()
        .for_each(|c| assert!(unicode::is_cjk(c), "{c}"));
    "a、。「」・〜한ㄅ１\u{3099}"
        .chars()
        .for_each(|c| assert!(!unicode::is_cjk(c), "{c}"));
}

#[test]
fn slug_characters() {
    "aZ0_é日١ⅧⒶ‿\u{301}"
        .chars()
        .for_each(|c| assert!(unicode::is_slug_character(c), "{c}"));
    "-. !½²—😀’\u{200d}\0"
        .chars()
        .for_each(|c| assert!(!unicode::is_slug_character(c), "{c}"));
}

#[test]
fn folds_one_character_to_one_and_only_once() {
    let fold = |text: &str| text.chars().map(unicode::fold_case).collect::<String>();
    assert_eq!(fold("AÅ\u{212a}SſLẞßΣςIİ𐐀"), "aåksslßßσσiİ𐐨");
    assert_eq!(
        fold("\u{212b}\u{b5}\u{13a0}\u{ab70}"),
        "\u{e5}\u{3bc}\u{13a0}\u{13a0}"
    );
    for c in all() {
        let folded = unicode::fold_case(c);
        assert_eq!(unicode::fold_case(folded), folded);
    }
}
