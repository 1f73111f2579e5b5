//! Facts of Markdown documents, read out of their bytes.
//!
//! Pure functions over memory: no I/O, no threads, no unsafe code, no clock. No content makes them
//! panic, nothing recurses over input, and time is about linear in its size. The Java classes in
//! `org.docaudit.analysis` are the reference: for the same bytes and limits both give equal facts.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod batch;
pub mod error;
pub mod frequencies;
pub mod frontmatter;
pub mod hash;
pub mod limits;
pub mod markdown;
pub mod prose;
pub mod record;
pub mod text;
pub mod unicode;
pub mod words;

mod decode;
mod eight_bytes;
mod lanes;
mod line_starts;
mod offset_map;
mod word_table;
