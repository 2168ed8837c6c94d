//! Small pieces that several screens share.

mod dialog;
pub mod focus;
pub mod hold;
pub mod pose;
mod sound_check;
mod status;
pub mod when;

pub use dialog::dialog;
pub use sound_check::sound_check;
pub use status::status;
