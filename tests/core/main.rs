//! Native tests: the machine rule by rule, laws for random days, the stores, and what keeps the tree tidy.

#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod analytics;
mod architecture;
mod backup_reminder;
mod colours;
mod dialog_entry;
mod drawing;
mod emergency;
mod height;
mod hour;
mod label_layout;
mod languages;
mod learn;
mod listing;
mod machine;
mod places;
mod plate;
mod properties;
mod sample;
mod script;
mod speech_queue;
mod store;
mod tracks;
mod unread;
mod voice;
mod words;

use eased::{domain, i18n};

/// The parts of the leg screen that know no page; the room itself needs a browser.
#[path = "../../src/screens/leg"]
#[allow(dead_code, reason = "the screen uses more of them than the tests")]
mod leg {
    pub mod coordinates;
    pub mod crop;
    pub mod drawing;
    pub mod facts;
    pub mod layout;
    #[rustfmt::skip] // Generated.
    pub mod plate;
    pub mod label_layout;
}
