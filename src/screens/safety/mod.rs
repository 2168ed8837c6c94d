//! Safety: the gate before a session, the safety page "When to get help", and notices about stored data.

mod close_button;
pub mod gate;
mod notices;
mod safety_page;
mod seen_items;

pub use notices::{Notices, may_update_app};
pub use safety_page::{HelpSigns, SafetyPage, SignList};
