//! Reads the part of YAML that frontmatter is written in.
//!
//! Java hands every event to the same tree builder, whichever parser it comes from, so a block
//! needs not be read here: whatever does not clearly belong to this part, errors above all, is
//! handed over, and SnakeYAML decides. Within the part, this is what SnakeYAML 2.7 gives, places
//! included; saphyr-parser, which reads YAML 1.2, gives the same nodes wherever it accepts them.
//!
//! Read are block and flow collections, scalars of all five styles, anchors, aliases, core and
//! local tags, comments. Handed over although valid:
//!
//! * a root that is no mapping, directives, document markers;
//! * keys with `? `, with an anchor, tag or alias, that are collections, absent, or longer than
//!   1,000 bytes; single pairs in `[ ]`;
//! * tabs, other than within text and at the end of a plain line;
//! * tags other than `!`, `!name` and `!!name`; names of anchors with other characters than ASCII
//!   letters, digits, `-` and `_`.

use super::yaml_events::{YamlEvent, YamlEventKind, YamlEventList};
use super::yaml_guard;
use super::yaml_scalars::Value;
use super::yaml_source::{Place, Properties, Step, YamlSource, ends_flow_node, is_space, other};
use crate::limits::Limits;

/// Why Java has to read a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum HandOver {
    /// An error, or a construct that is not read here.
    Construct = 1,
    /// A character that YAML does not admit, or that is a line end in YAML 1.1 only.
    Character = 2,
    /// Nested deeper than [`Limits::max_frontmatter_depth`].
    Depth = 3,
    /// More nodes than [`Limits::max_frontmatter_nodes`].
    Nodes = 4,
}

/// SnakeYAML admits 1,024 characters up to the colon.
const MAX_KEY: usize = 1_000;

/// Reads one block, whose first line is the document's line `first_line`, into an empty list.
///
/// Linear in the block; stops at once where a limit is exceeded. The list is empty after an error.
pub fn read_yaml(
    content: &str,
    first_line: u32,
    limits: &Limits,
    events: &mut YamlEventList,
) -> Result<(), HandOver> {
    let result = yaml_guard::check(content).and_then(|ascii| {
        let reader = YamlReader {
            source: YamlSource::new(content, ascii, first_line),
            frames: Vec::new(),
            events,
            limits,
        };
        reader.read()
    });
    if result.is_err() {
        events.clear();
    }
    result
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    BlockMapping,
    BlockSequence,
    FlowMapping,
    FlowSequence,
}

/// An open collection.
#[derive(Clone, Copy)]
struct Frame {
    kind: Kind,
    /// Of the innermost block collection, this one included; 0 where there is none.
    column: u32,
    /// Whether nothing of it is passed yet.
    first: bool,
    /// In a mapping whose value comes next: where it would stand if nothing is written.
    value: Option<Place>,
}

/// Where a node stands.
#[derive(Clone, Copy)]
struct Context {
    /// The column of the block collection around it.
    column: u32,
    flow: bool,
    /// Whether a block collection may begin here.
    block: bool,
    /// Whether it is a block mapping's value, whose sequence needs no indentation.
    indentless: bool,
}

struct YamlReader<'a, 'e> {
    source: YamlSource<'a>,
    frames: Vec<Frame>,
    events: &'e mut YamlEventList,
    limits: &'e Limits,
}

impl<'a> YamlReader<'a, '_> {
    fn read(mut self) -> Step<()> {
        self.source.gap()?;
        if self.source.at_end() {
            return Ok(());
        }
        self.node(Context {
            column: 0,
            flow: false,
            block: true,
            indentless: false,
        })?;
        if self.events.iter().next().map(|root| root.kind) != Some(YamlEventKind::MappingStart) {
            return other();
        }
        while let Some(&frame) = self.frames.last() {
            match frame.kind {
                Kind::BlockMapping => self.block_mapping(frame)?,
                Kind::BlockSequence => self.block_sequence(frame)?,
                Kind::FlowMapping => self.flow_mapping(frame)?,
                Kind::FlowSequence => self.flow_sequence(frame)?,
            }
            if self.events.nodes() > self.limits.max_frontmatter_nodes {
                return Err(HandOver::Nodes);
            }
        }
        self.source.gap()?;
        if self.source.at_end() {
            Ok(())
        } else {
            other()
        }
    }

    fn block_mapping(&mut self, frame: Frame) -> Step<()> {
        if let Some(place) = frame.value {
            return self.block_value(frame.column, place);
        }
        if !self.next_of_block(frame)? {
            self.close();
            return Ok(());
        }
        let place = self.source.place();
        let start = self.source.at;
        let line = self.source.line;
        let key = self.key(false)?;
        self.scalar(place, key.0.text(), key.1, &Properties::default());
        if self.source.line != line || !self.colon(false, start)? {
            return other();
        }
        Ok(())
    }

    fn block_value(&mut self, column: u32, absent: Place) -> Step<()> {
        let line_end = self.source.gap()?;
        let here = self.source.place();
        let indentless = line_end && here.column == column && self.source.at_indicator(b'-');
        self.value_found();
        if self.source.at_end() || (line_end && here.column <= column && !indentless) {
            self.absent(absent);
            return Ok(());
        }
        self.node(Context {
            column,
            flow: false,
            block: line_end,
            indentless: true,
        })
    }

    fn block_sequence(&mut self, frame: Frame) -> Step<()> {
        let more = self.next_of_block(frame)?;
        if !more || !self.source.at_indicator(b'-') {
            // What stands in the same column may be the next key of the mapping around it.
            let around = self.frames.len().checked_sub(2).map(|at| self.frames[at]);
            let key_follows = around.is_some_and(|around| {
                around.kind == Kind::BlockMapping && around.column == frame.column
            });
            if more && !key_follows {
                return other();
            }
            self.close();
            return Ok(());
        }
        self.source.indicator(b'-')?;
        let absent = self.source.place();
        let line_end = self.source.gap()?;
        if self.source.at_end() || (line_end && self.source.place().column <= frame.column) {
            self.absent(absent);
            return Ok(());
        }
        self.node(Context {
            column: frame.column,
            flow: false,
            block: true,
            indentless: false,
        })
    }

    /// Whether a block goes on: its next key or item stands on a new line, in its column.
    fn next_of_block(&mut self, frame: Frame) -> Step<bool> {
        if frame.first {
            self.passed_first();
            return Ok(true);
        }
        let line_end = self.source.gap()?;
        let column = self.source.place().column;
        if self.source.at_end() || (line_end && column < frame.column) {
            return Ok(false);
        }
        if line_end && column == frame.column {
            Ok(true)
        } else {
            other()
        }
    }

    fn flow_sequence(&mut self, frame: Frame) -> Step<()> {
        if !self.next_of_flow(frame, b']')? {
            return Ok(());
        }
        self.node(Context {
            column: frame.column,
            flow: true,
            block: false,
            indentless: false,
        })
    }

    fn flow_mapping(&mut self, frame: Frame) -> Step<()> {
        if let Some(place) = frame.value {
            self.value_found();
            self.source.gap()?;
            if ends_flow_node(self.source.peek()) {
                self.absent(place);
                return Ok(());
            }
            return self.node(Context {
                column: frame.column,
                flow: true,
                block: false,
                indentless: false,
            });
        }
        if !self.next_of_flow(frame, b'}')? {
            return Ok(());
        }
        let place = self.source.place();
        let start = self.source.at;
        let line = self.source.line;
        let key = self.key(true)?;
        self.scalar(place, key.0.text(), key.1, &Properties::default());
        if self.source.line != line {
            return other();
        }
        if !self.colon(true, start)? {
            self.source.gap()?;
            if !ends_flow_node(self.source.peek()) {
                return other();
            }
            let place = self.source.place();
            self.absent(place);
        }
        Ok(())
    }

    /// Whether a flow collection goes on; closes it where not.
    fn next_of_flow(&mut self, frame: Frame, closing: u8) -> Step<bool> {
        self.passed_first();
        self.source.gap()?;
        if !frame.first && self.source.peek() == b',' {
            self.source.indicator(b',')?;
            self.source.gap()?;
        } else if !frame.first && self.source.peek() != closing {
            return other();
        }
        if self.source.peek() != closing {
            return Ok(true);
        }
        self.source.indicator(closing)?;
        self.close();
        Ok(false)
    }

    /// A node of which something is written.
    fn node(&mut self, context: Context) -> Step<()> {
        let Context { column, flow, .. } = context;
        let start = self.source.place();
        let properties = match self.source.peek() {
            b'&' | b'!' => self.source.properties(flow)?,
            _ => Properties::default(),
        };
        let place = properties.place.unwrap_or(start);
        let here = self.source.place();
        let indentless =
            context.indentless && here.column == column && self.source.at_indicator(b'-');
        let at_end = if flow {
            ends_flow_node(self.source.peek())
        } else {
            self.source.at_end() || (properties.line_end && here.column <= column && !indentless)
        };
        if properties.place.is_some() && at_end {
            self.scalar(place, "", true, &properties);
            return Ok(());
        }
        // Only block collections stand on another line than their properties, and always do.
        let block = (context.block || properties.line_end)
            && !flow
            && properties.place.is_some() == properties.line_end;
        let only_block = properties.line_end;
        match self.source.peek() {
            b'-' if block && self.source.at_indicator(b'-') => {
                self.open(Kind::BlockSequence, here.column, place, &properties)
            }
            b'{' | b'[' if !only_block => {
                let bracket = self.source.peek();
                self.source.indicator(bracket)?;
                let kind = if bracket == b'{' {
                    Kind::FlowMapping
                } else {
                    Kind::FlowSequence
                };
                self.open(kind, column, place, &properties)
            }
            b'*' if properties.place.is_none() => {
                let name = self.source.alias(flow)?;
                self.push(YamlEventKind::Alias, place, name, false, &properties);
                Ok(())
            }
            b'|' | b'>' if !flow && !only_block => {
                let text = self.source.block_scalar(column)?;
                self.scalar(place, &text, false, &properties);
                Ok(())
            }
            _ => self.scalar_or_key(context, place, &properties, block),
        }
    }

    /// A plain or quoted scalar, or the block mapping whose first key it is.
    fn scalar_or_key(
        &mut self,
        context: Context,
        place: Place,
        properties: &Properties<'a>,
        block: bool,
    ) -> Step<()> {
        let here = self.source.place();
        let start = self.source.at;
        let (value, plain) = match self.source.peek() {
            b'"' => (self.source.double_quoted()?, false),
            b'\'' => (self.source.single_quoted()?, false),
            _ => (
                self.source.plain(context.flow, context.column, false)?,
                true,
            ),
        };
        if !context.flow && self.source.line == here.line {
            self.source.spaces();
            if self.source.at_indicator(b':') {
                if !block {
                    return other();
                }
                self.open(Kind::BlockMapping, here.column, place, properties)?;
                self.passed_first();
                self.scalar(here, value.text(), plain, &Properties::default());
                self.colon(false, start)?;
                return Ok(());
            }
        }
        if properties.line_end {
            return other();
        }
        self.scalar(place, value.text(), plain, properties);
        Ok(())
    }

    /// A key, and whether it is plain.
    fn key(&mut self, flow: bool) -> Step<(Value<'a>, bool)> {
        Ok(match self.source.peek() {
            b'"' => (self.source.double_quoted()?, false),
            b'\'' => (self.source.single_quoted()?, false),
            _ => (self.source.plain(flow, 0, true)?, true),
        })
    }

    /// Passes the colon behind a key that began at `start`; answers whether there is one.
    fn colon(&mut self, flow: bool, start: usize) -> Step<bool> {
        self.source.spaces();
        if self.source.at - start > MAX_KEY {
            return other();
        }
        if self.source.peek() != b':' {
            return Ok(false);
        }
        self.source.indicator(b':')?;
        if !flow && !is_space(self.source.peek()) {
            return other();
        }
        let place = self.source.place();
        if let Some(frame) = self.frames.last_mut() {
            frame.value = Some(place);
        }
        Ok(true)
    }

    fn open(
        &mut self,
        kind: Kind,
        column: u32,
        place: Place,
        properties: &Properties<'_>,
    ) -> Step<()> {
        if self.frames.len() >= self.limits.max_frontmatter_depth as usize {
            return Err(HandOver::Depth);
        }
        let event = match kind {
            Kind::BlockMapping | Kind::FlowMapping => YamlEventKind::MappingStart,
            Kind::BlockSequence | Kind::FlowSequence => YamlEventKind::SequenceStart,
        };
        self.push(event, place, "", false, properties);
        self.frames.push(Frame {
            kind,
            column,
            first: true,
            value: None,
        });
        Ok(())
    }

    fn close(&mut self) {
        self.frames.pop();
        self.events.end();
    }

    fn passed_first(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.first = false;
        }
    }

    fn value_found(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.value = None;
        }
    }

    fn absent(&mut self, place: Place) {
        self.scalar(place, "", true, &Properties::default());
    }

    fn scalar(&mut self, place: Place, value: &str, plain: bool, properties: &Properties<'_>) {
        self.push(YamlEventKind::Scalar, place, value, plain, properties);
    }

    fn push(
        &mut self,
        kind: YamlEventKind,
        place: Place,
        value: &str,
        plain: bool,
        properties: &Properties<'_>,
    ) {
        self.events.push(&YamlEvent {
            kind,
            line: place.line,
            column: place.column,
            value,
            plain,
            tag: properties.tag.as_deref(),
            anchor: properties.anchor,
        });
    }
}
