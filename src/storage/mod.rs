//! What outlives a reload: names, written forms, and what may be written over what. No browser here.
//!
//! The forms are written down in `docs/stored-form.md`. Nothing read is ever guessed: a value is whole,
//! spoilt (set aside under another name) or from a newer app (hands off).

pub mod backup;
pub mod checksum;
pub mod codec;
pub mod csv;
pub mod eviction;
pub mod file;
pub mod ics;
pub mod import;
pub mod item;
pub mod key_value_store;
pub mod keys;
mod legacy_rows;
pub mod live;
pub mod load;
pub mod overwrite_policy;
pub mod reconcile;
pub mod records;
pub mod set_aside;
pub mod storage_event;
pub mod time_zone;
