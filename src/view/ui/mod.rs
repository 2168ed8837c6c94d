//! Small pieces that several screens share.

mod dialog;
pub mod focus;
pub mod pose;
mod status;
pub mod when;

pub use dialog::dialog;
pub use status::status;
