//! What outlives a reload: names, written forms, and what may be written over what. No browser here.
//!
//! The forms are written down in `docs/stored-form.md`. Nothing read is ever guessed: a value is whole,
//! spoilt (set aside under another name) or from a newer app (hands off).

pub mod backup;
pub mod calendar;
pub mod crc;
pub mod form;
pub mod heard;
pub mod import;
pub mod json;
pub mod keys;
pub mod live;
pub mod load;
pub mod records;
pub mod room;
pub mod rule;
pub mod shelf;
pub mod table;
pub mod union;
