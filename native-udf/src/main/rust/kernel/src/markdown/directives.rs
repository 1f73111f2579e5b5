//! Comments that give docaudit an order.

use memchr::memmem;

use super::characters::strip;
use crate::text::Position;
use crate::unicode::is_ascii_space;

pub(super) const PREFIX: &str = "docaudit-";

/// A comment that gives docaudit an order: `<!-- docaudit-ignore-next-line link/missing-file -->`,
/// or the same in MDX's comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// What it orders.
    pub kind: DirectiveKind,
    /// As written, such as `docaudit-ignore-line`.
    pub name: String,
    /// Identifiers of rules as written; none means all.
    pub rules: Vec<String>,
    /// Of the comment's first character.
    pub position: Position,
    /// Line of the comment's last character, from 1.
    pub last_line: u32,
}

/// What a directive orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum DirectiveKind {
    /// `docaudit-ignore-next-line`
    IgnoreNextLine = 0,
    /// `docaudit-ignore-line`
    IgnoreLine = 1,
    /// `docaudit-ignore-start`
    IgnoreStart = 2,
    /// `docaudit-ignore-end`
    IgnoreEnd = 3,
    /// Begins with `docaudit-`, but means nothing.
    Unknown = 4,
}

impl DirectiveKind {
    fn of(name: &str) -> DirectiveKind {
        match name {
            "docaudit-ignore-next-line" => DirectiveKind::IgnoreNextLine,
            "docaudit-ignore-line" => DirectiveKind::IgnoreLine,
            "docaudit-ignore-start" => DirectiveKind::IgnoreStart,
            "docaudit-ignore-end" => DirectiveKind::IgnoreEnd,
            _ => DirectiveKind::Unknown,
        }
    }
}

/// Whether a comment's content may be a directive.
pub(super) fn is_possible(content: &str) -> bool {
    memmem::find(content.as_bytes(), PREFIX.as_bytes()).is_some()
}

/// The name and the rules of the directive that this content gives.
pub(super) fn parse(content: &str) -> Option<(DirectiveKind, String, Vec<String>)> {
    let order = strip(content);
    if !order.starts_with(PREFIX) {
        return None;
    }
    let separates = |c: char| c == ',' || u8::try_from(c).is_ok_and(is_ascii_space);
    let mut words = order
        .split(separates)
        .filter(|word| !word.is_empty())
        .map(str::to_owned);
    let name = words.next()?;
    Some((DirectiveKind::of(&name), name, words.collect()))
}
