//! The browser's APIs, one file each. Nothing here makes product decisions, and nothing here panics: a missing or
//! refused feature is normal.

pub mod audio;
pub mod clock;
pub mod device;
pub mod file;
pub mod file_drop;
pub mod haptics;
pub mod language_file;
pub mod lock;
pub mod navigation;
pub mod page;
pub mod speech;
pub mod storage;
pub mod ticker;
pub mod time_slice;
pub mod timeout;
mod tones;
mod unstable_api;
pub mod wake_lock;
