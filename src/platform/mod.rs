//! The browser, one file per thing asked of it. Nothing here decides, and nothing here panics: an absent
//! or refusing feature is normal.

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
pub mod patience;
pub mod speech;
pub mod storage;
pub mod ticker;
pub mod time_slice;
mod tones;
mod unstable_api;
pub mod wake_lock;
