//! What is there for safety: the gate before a session, the page "When to get help", and the notices about what is
//! stored.

mod close_button;
pub mod gate;
mod gate_reading;
mod notices;
mod safety_page;

pub use notices::{Notices, is_free};
pub use safety_page::{HelpSigns, SafetyPage, SignList};
