//! What raw HTML elements mean within one block, an HTML block or a paragraph with tags: links,
//! anchors, and which text is code or a link's. Counterpart of Java's `HtmlElements`.

use std::borrow::Cow;

use super::LinkSyntax;
use super::characters::strip;
use super::collector::{Draft, FactCollector};
use super::gathered_text::GatheredText;
use super::html_tags::StartTag;

/// Elements whose `name` is no anchor.
const NAMED_OTHERWISE: [&str; 12] = [
    "button", "details", "fieldset", "form", "input", "meta", "object", "output", "param",
    "select", "slot", "textarea",
];

/// Elements within a line, which end no word.
const PHRASING: [&str; 31] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
];

/// The elements that are open in one block.
#[derive(Debug)]
pub(super) struct HtmlElements<'a> {
    /// Text of the block as links carry it, images' alternative text included; kept only where it
    /// may be a link's.
    pub(super) labels: GatheredText<'a>,
    in_anchor: bool,
    anchor: Option<(Draft, usize)>,
    anchor_text: usize,
    code: usize,
}

impl<'a> HtmlElements<'a> {
    pub(super) fn new(document: &'a str) -> Self {
        HtmlElements {
            labels: GatheredText::new(document),
            in_anchor: false,
            anchor: None,
            anchor_text: 0,
            code: 0,
        }
    }

    /// Starts another block.
    pub(super) fn clear(&mut self) {
        self.labels.clear();
        self.in_anchor = false;
        self.anchor = None;
        self.code = 0;
    }

    pub(super) fn in_anchor(&self) -> bool {
        self.in_anchor
    }

    /// Whether text here is within `code` or `pre`.
    pub(super) fn in_code(&self) -> bool {
        self.code > 0
    }

    /// `keep` gives values that outlive the tag.
    pub(super) fn start_tag<'h>(
        &mut self,
        mut tag: StartTag<'h>,
        index: usize,
        facts: &mut FactCollector<'a>,
        keep: fn(Cow<'h, str>) -> Cow<'a, str>,
    ) {
        let name = &*tag.name;
        if !is_phrasing(name) {
            facts.prose.boundary();
        }
        let is_anchor = name == "a";
        if is_anchor {
            self.end_anchor(facts);
            self.in_anchor = !tag.self_closing;
            self.anchor_text = self.labels.len();
        } else if is_code(name) && !tag.self_closing {
            facts.prose.boundary();
            self.code += 1;
        }
        let named = !NAMED_OTHERWISE.contains(&name);
        let alternative = if name == "img" {
            tag.value("alt").cloned()
        } else {
            None
        };
        for attribute in tag.attributes.drain(..) {
            let Some(value) = attribute.value else {
                continue;
            };
            match &*attribute.name {
                "id" => facts.anchor_id(keep(value)),
                "name" if named => facts.anchor_id(keep(value)),
                "href" | "src" => {
                    let target = strip_value(keep(value));
                    let draft = facts.link(index, target, LinkSyntax::Html);
                    if let Some(alternative) = &alternative {
                        let folded = super::visible_text::fold(alternative).into_owned();
                        facts.link_text(draft, alternative, Cow::Owned(folded), index);
                    } else if is_anchor && self.in_anchor {
                        self.anchor = Some((draft, index));
                    }
                }
                _ => {}
            }
        }
        if let Some(alternative) = alternative {
            self.labels.push(&alternative, None);
        }
    }

    pub(super) fn end_tag(&mut self, name: &str, facts: &mut FactCollector<'a>) {
        if !is_phrasing(name) {
            facts.prose.boundary();
        }
        if name == "a" {
            self.end_anchor(facts);
        } else if is_code(name) && self.code > 0 {
            facts.prose.boundary();
            self.code -= 1;
        }
    }

    fn end_anchor(&mut self, facts: &mut FactCollector<'a>) {
        if let Some((draft, index)) = self.anchor.take() {
            let text = self.labels.folded_since(self.anchor_text);
            facts.link_text(draft, self.labels.since(self.anchor_text), text, index);
        }
        self.in_anchor = false;
    }
}

fn is_phrasing(name: &str) -> bool {
    PHRASING.contains(&name)
}

fn is_code(name: &str) -> bool {
    name == "code" || name == "pre"
}

fn strip_value(value: Cow<'_, str>) -> Cow<'_, str> {
    match value {
        Cow::Borrowed(value) => Cow::Borrowed(strip(value)),
        Cow::Owned(value) => Cow::Owned(strip(&value).to_owned()),
    }
}
