//! Frontmatter: its extent and its YAML events.
