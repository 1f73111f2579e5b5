//! Where frontmatter stands.

/// How frontmatter is written. The numbers are those of Java's enum of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum FrontmatterFormat {
    /// There is none.
    None = 0,
    /// Between `---` lines.
    Yaml = 1,
    /// Between `+++` lines.
    Toml = 2,
    /// An object that begins with the document's first character.
    Json = 3,
}

/// Where frontmatter stands in a document. Indexes are bytes of the decoded text.
///
/// Frontmatter opens on line 1 or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontmatterBlock {
    /// How it is written.
    pub format: FrontmatterFormat,
    /// Where the content begins: behind the opening line, or for JSON at the brace.
    pub content_start: usize,
    /// Where the content ends: at the closing line, or behind the closing brace.
    pub content_end: usize,
    /// Where the Markdown begins: behind the closing line; 0 where there is no frontmatter or it
    /// never ends, so that all of the document is read as Markdown.
    pub body_start: usize,
    /// Whether the closing delimiter is there; false where there is no frontmatter.
    pub terminated: bool,
}

impl FrontmatterBlock {
    /// No frontmatter.
    pub const NONE: FrontmatterBlock = FrontmatterBlock {
        format: FrontmatterFormat::None,
        content_start: 0,
        content_end: 0,
        body_start: 0,
        terminated: false,
    };

    pub(super) fn terminated(
        format: FrontmatterFormat,
        content_start: usize,
        content_end: usize,
        body_start: usize,
    ) -> Self {
        Self {
            format,
            content_start,
            content_end,
            body_start,
            terminated: true,
        }
    }

    pub(super) fn unterminated(
        format: FrontmatterFormat,
        content_start: usize,
        content_end: usize,
    ) -> Self {
        Self {
            format,
            content_start,
            content_end,
            body_start: 0,
            terminated: false,
        }
    }
}
