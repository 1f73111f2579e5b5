//! CommonMark 0.31.2 and GFM's tables, by the algorithms of commonmark-java 0.32, which is the
//! reference where a specification leaves room.
//!
//! [`blocks`] reads the lines of a document into leaves: paragraphs, headings, HTML blocks and
//! tables, each with its lines. [`inlines`] reads the content of one leaf into a flat list of
//! tokens. Neither keeps what no fact comes from. The work is linear but for what
//! [`crate::markdown::complexity`] and [`crate::markdown::inline_guard`] bound.

mod autolinks;
pub(super) mod blocks;
mod brackets;
mod code_spans;
pub(super) mod content;
mod cursor;
mod definitions;
mod delimiters;
mod destinations;
mod flanking;
mod html_inline;
mod html_start;
pub(super) mod inlines;
pub(super) mod labels;
pub(super) mod lines;
mod starts;
pub(super) mod tables;
