//! Markdown: what holds for every document, and a second opinion.

mod facts;
mod grammar;
mod joined;
mod oracle;
