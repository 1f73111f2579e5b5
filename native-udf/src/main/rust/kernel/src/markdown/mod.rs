//! Markdown: headings, links, anchors, directives and prose.
