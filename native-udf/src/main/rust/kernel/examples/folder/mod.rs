//! The Markdown documents of a folder.

use std::fs;
use std::path::Path;

/// Adds the documents beneath a folder, in the order of their paths.
pub(crate) fn read(folder: &Path, documents: &mut Vec<Vec<u8>>) -> std::io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            read(&path, documents)?;
        } else if path.extension().is_some_and(|e| e == "md") {
            documents.push(fs::read(path)?);
        }
    }
    Ok(())
}
