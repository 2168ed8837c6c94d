//! Native tests: the machine rule by rule, laws for random days, the stores, and what keeps the tree tidy.

#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod colours;
mod drawing;
mod height;
mod hour;
mod languages;
mod laws;
mod learn;
mod listing;
mod machine;
mod order;
mod plate;
mod room;
mod sample;
mod script;
mod second_copy;
mod store;
mod teach;
mod tidy;
mod tracks;
mod words;

use eased::{domain, text};

/// The parts of the leg screen that know no page; the room itself needs a browser.
#[path = "../../src/view/leg"]
#[allow(dead_code, reason = "the screen uses more of them than the tests")]
mod leg {
    pub mod crop;
    pub mod decimal;
    pub mod drawing;
    pub mod facts;
    pub mod layout;
    pub mod place;
    #[rustfmt::skip] // Generated.
    pub mod plate;
    pub mod room;
}
