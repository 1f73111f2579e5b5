//! Frontmatter: its extent, and YAML against cases shared with Java and against saphyr-parser.

mod cases;
mod generated;
mod hostile;
mod oracle;
mod packed;
mod scanner;

use docaudit_kernel::frontmatter::{HandOver, YamlEventList, read_yaml};
use docaudit_kernel::limits::Limits;

/// The events of a block whose first line is line 2.
fn events(block: &str) -> Result<YamlEventList, HandOver> {
    let mut events = YamlEventList::new();
    read_yaml(block, 2, &Limits::DEFAULT, &mut events).map(|()| events)
}
