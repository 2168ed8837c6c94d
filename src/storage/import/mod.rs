//! A backup comes back: read as a whole or not at all, laid beside what is here, and merged by the order of
//! revisions. Nothing of it is guessed, and to do it twice is to do it once.

mod contents;
mod encoding;
mod entries;
mod live;
mod merge;
mod reader;
mod rescue;
mod split;

pub use self::{
    contents::{Backup, Revision},
    merge::{covers, merge_some, merged, preview, preview_some},
    reader::ImportReader,
    split::MOST_BYTES,
};
use crate::domain::import_preview::Refusal;

/// Reads a whole file in one go.
///
/// # Errors
/// As [`ImportReader::step`].
pub fn read(text: &str) -> Result<Backup, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ImportReader::of_text(text.to_owned());
    loop {
        if let Some(backup) = reader.step(usize::MAX / 2)? {
            return Ok(backup);
        }
    }
}
