//! A block's YAML events, packed as the record holds them.
//!
//! ```text
//! events  = event*
//! event   = head, node?
//! head    = u8            bits 0-2 kind, 3 plain, 4 has a tag, 5 has an anchor
//! node    = line, column, text?, tag?, anchor?      absent for COLLECTION_END
//! line    = varint        lines behind that of the event before; the first counts from line 0
//! column  = varint        from 1, in code points
//! text, tag, anchor = varint length in bytes, UTF-8; text for SCALAR and ALIAS
//! varint  = LEB128, unsigned
//! ```
//!
//! Document events are left out: a block that is not one implicit document is handed over.

use crate::record::push_varint;

/// What an event says. The numbers stand in the packed form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum YamlEventKind {
    /// A mapping begins.
    MappingStart = 0,
    /// A sequence begins.
    SequenceStart = 1,
    /// The mapping or sequence that began last ends.
    CollectionEnd = 2,
    /// A scalar.
    Scalar = 3,
    /// An alias; its name is the value.
    Alias = 4,
}

/// One event, as Java's `YamlEvent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YamlEvent<'a> {
    /// What it says.
    pub kind: YamlEventKind,
    /// Where the node begins in the document, from 1; 0 for an end.
    pub line: u32,
    /// From 1, in code points; 0 for an end.
    pub column: u32,
    /// A scalar's value with escapes and folding undone; an alias' name; else empty.
    pub value: &'a str,
    /// Whether a scalar is written without quotes and not as a block.
    pub plain: bool,
    /// The tag in full (`tag:yaml.org,2002:str`, `!local`, `!`).
    pub tag: Option<&'a str>,
    /// The anchor's name.
    pub anchor: Option<&'a str>,
}

const PLAIN: u8 = 1 << 3;
const HAS_TAG: u8 = 1 << 4;
const HAS_ANCHOR: u8 = 1 << 5;

/// The events of one block, packed. To be reused from block to block.
#[derive(Clone, Debug, Default)]
pub struct YamlEventList {
    packed: Vec<u8>,
    len: u32,
    nodes: u32,
    line: u32,
}

impl YamlEventList {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// The packed form, as the module describes it.
    pub fn packed(&self) -> &[u8] {
        &self.packed
    }

    /// How many events there are.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether there are none: the block has no content but comments.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The events again.
    pub fn iter(&self) -> impl Iterator<Item = YamlEvent<'_>> {
        let mut unpacking = Unpacking {
            packed: &self.packed,
            line: 0,
        };
        std::iter::from_fn(move || unpacking.event())
    }

    pub(super) fn clear(&mut self) {
        self.packed.clear();
        self.len = 0;
        self.nodes = 0;
        self.line = 0;
    }

    /// How many of them are no ends.
    pub(super) fn nodes(&self) -> u32 {
        self.nodes
    }

    /// Adds the end of a collection.
    pub(super) fn end(&mut self) {
        self.len += 1;
        self.packed.push(YamlEventKind::CollectionEnd as u8);
    }

    /// Adds a node. Lines must not fall.
    pub(super) fn push(&mut self, event: &YamlEvent<'_>) {
        self.len += 1;
        self.nodes += 1;
        let mut head = event.kind as u8;
        head |= if event.plain { PLAIN } else { 0 };
        head |= if event.tag.is_some() { HAS_TAG } else { 0 };
        head |= if event.anchor.is_some() {
            HAS_ANCHOR
        } else {
            0
        };
        self.packed.push(head);
        self.varint(event.line.saturating_sub(self.line));
        self.line = event.line;
        self.varint(event.column);
        if matches!(event.kind, YamlEventKind::Scalar | YamlEventKind::Alias) {
            self.text(event.value);
        }
        for text in event.tag.iter().chain(event.anchor.iter()) {
            self.text(text);
        }
    }

    fn text(&mut self, text: &str) {
        self.varint(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.packed.extend_from_slice(text.as_bytes());
    }

    fn varint(&mut self, value: u32) {
        push_varint(&mut self.packed, value.into());
    }
}

struct Unpacking<'a> {
    packed: &'a [u8],
    line: u32,
}

impl<'a> Unpacking<'a> {
    fn event(&mut self) -> Option<YamlEvent<'a>> {
        let (&head, rest) = self.packed.split_first()?;
        self.packed = rest;
        let kind = match head & 7 {
            0 => YamlEventKind::MappingStart,
            1 => YamlEventKind::SequenceStart,
            2 => YamlEventKind::CollectionEnd,
            3 => YamlEventKind::Scalar,
            _ => YamlEventKind::Alias,
        };
        let mut event = YamlEvent {
            kind,
            line: 0,
            column: 0,
            value: "",
            plain: head & PLAIN != 0,
            tag: None,
            anchor: None,
        };
        if kind != YamlEventKind::CollectionEnd {
            self.line += self.varint()?;
            event.line = self.line;
            event.column = self.varint()?;
            if matches!(kind, YamlEventKind::Scalar | YamlEventKind::Alias) {
                event.value = self.text()?;
            }
            if head & HAS_TAG != 0 {
                event.tag = Some(self.text()?);
            }
            if head & HAS_ANCHOR != 0 {
                event.anchor = Some(self.text()?);
            }
        }
        Some(event)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.varint()? as usize;
        let (text, rest) = self.packed.split_at_checked(length)?;
        self.packed = rest;
        std::str::from_utf8(text).ok()
    }

    fn varint(&mut self) -> Option<u32> {
        let mut value = 0;
        let mut shift = 0;
        loop {
            let (&b, rest) = self.packed.split_first()?;
            self.packed = rest;
            value |= u32::from(b & 0x7F).checked_shl(shift)?;
            if b < 0x80 {
                return Some(value);
            }
            shift += 7;
        }
    }
}
