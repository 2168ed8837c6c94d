//! Imports a backup: validated as a whole, compared with the history, and merged by revision. Importing is idempotent.

mod contents;
mod encoding;
mod entries;
mod merge;
mod raw_export;
mod reader;
mod snapshot;
mod split;

pub use self::{
    contents::{Backup, ImportedRevision},
    merge::{covers_history, merge, merge_step, preview, preview_step},
    reader::ImportReader,
    split::MAX_FILE_BYTES,
};
use crate::domain::import_preview::ImportError;

/// Reads a whole file at once.
///
/// # Errors
/// As [`ImportReader::step`].
pub fn read(text: &str) -> Result<Backup, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ImportReader::from_text(text.to_owned());
    loop {
        if let Some(backup) = reader.step(usize::MAX / 2)? {
            return Ok(backup);
        }
    }
}
