//! The browser, one file per thing asked of it. Nothing here decides, and nothing here panics: an absent
//! or refusing feature is normal.

pub mod audio;
mod call;
pub mod clock;
pub mod device;
pub mod file;
pub mod haptics;
pub mod lock;
pub mod page;
pub mod rest;
pub mod shelf;
pub mod speech;
mod task;
pub mod ticker;
mod tones;
pub mod wake_lock;
pub mod words;
