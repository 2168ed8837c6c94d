//! The storage format, independent of the browser: keys, codec, overwrite policy, reconciliation, import and export.
//!
//! `docs/storage-format.md` documents it. Nothing is guessed: a stored value is valid, corrupt (moved to quarantine) or
//! written by a newer app (left unchanged).

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
pub mod load;
pub mod overwrite_policy;
pub mod quarantine;
pub mod reconcile;
pub mod records;
pub mod snapshot;
pub mod storage_event;
pub mod time_zone;
