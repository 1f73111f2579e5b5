//! Frontmatter: its extent, and the events of YAML.
//!
//! What a block means is decided in Java, from either engine's events: types, duplicate keys,
//! aliases, merge keys, schema. TOML and JSON are read in Java alone.
//!
//! YAML that is not valid, and YAML of which the two parsers could make different trees, is
//! *handed over*: the record says so, and Java reads the block as if there were no kernel. So every
//! message about YAML comes from one implementation. See [`yaml_reader`] for what is not.

mod block;
mod field_shape;
mod json_extent;
mod scanner;
mod yaml_block_scalar;
mod yaml_events;
mod yaml_guard;
mod yaml_reader;
mod yaml_scalars;
mod yaml_source;

pub use block::{FrontmatterBlock, FrontmatterFormat};
pub use scanner::scan;
pub use yaml_events::{YamlEvent, YamlEventKind, YamlEventList};
pub use yaml_reader::{HandOver, read_yaml};

use crate::limits::Limits;
use crate::text::{Encoding, SourceText};

/// What the kernel makes of a document's frontmatter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is left to read: there is no frontmatter, it does not end, or it is larger than
    /// [`Limits::max_frontmatter_bytes`].
    Nothing,
    /// The events are in the list.
    Events,
    /// Java reads the block: TOML, JSON, or YAML that the kernel hands over.
    Java(Option<HandOver>),
}

/// The block's length in the document's own bytes, which the limit counts.
pub fn original_bytes(source: &SourceText<'_>, block: &FrontmatterBlock) -> u64 {
    if source.encoding() == Encoding::Utf8 && source.invalid_sequences() == 0 {
        return (block.content_end - block.content_start) as u64;
    }
    source.position(block.content_end).byte_offset
        - source.position(block.content_start).byte_offset
}

/// Reads the frontmatter that [`scan`] found; `events` is emptied first, and holds something only
/// where the answer is [`Reading::Events`].
pub fn read(
    source: &SourceText<'_>,
    block: &FrontmatterBlock,
    limits: &Limits,
    events: &mut YamlEventList,
) -> Reading {
    events.clear();
    if !block.terminated || original_bytes(source, block) > u64::from(limits.max_frontmatter_bytes)
    {
        return Reading::Nothing;
    }
    if block.format != FrontmatterFormat::Yaml {
        return Reading::Java(None);
    }
    let content = source
        .text()
        .get(block.content_start..block.content_end)
        .unwrap_or_default();
    // The opening line is line 1.
    match read_yaml(content, 2, limits, events) {
        Ok(()) => Reading::Events,
        Err(reason) => Reading::Java(Some(reason)),
    }
}
