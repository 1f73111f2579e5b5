//! Every bound on hostile input, shared with Java.

/// Every bound on hostile input, in one place; both engines obey the same ones.
///
/// Counterpart of Java's `Limits`, which says why each default is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Larger documents are not read. Default 64 MiB.
    pub max_document_bytes: u64,
    /// Block and inline containers open at once. Default 100, where commonmark-java stops.
    pub max_nesting: u32,
    /// Larger frontmatter is not parsed. Default 256 KiB.
    pub max_frontmatter_bytes: u32,
    /// Nested collections in frontmatter. Default 50, as SnakeYAML's.
    pub max_frontmatter_depth: u32,
    /// Nodes of frontmatter after aliases are expanded. Default 100,000.
    pub max_frontmatter_nodes: u32,
}

impl Limits {
    /// Java's `Limits.DEFAULT`.
    pub const DEFAULT: Limits = Limits {
        max_document_bytes: 64 << 20,
        max_nesting: 100,
        max_frontmatter_bytes: 256 << 10,
        max_frontmatter_depth: 50,
        max_frontmatter_nodes: 100_000,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
