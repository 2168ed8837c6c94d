//! Small pieces that several screens share.

pub mod backup;
mod dialog;
pub mod focus;
pub mod hold;
mod status;
pub mod when;

pub use dialog::Dialog;
pub use status::Status;
