//! Native tests: the session machine rule by rule, its properties for random events, storage, languages and
//! architecture.

#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod analytics;
mod architecture;
mod backup_reminder;
mod dialog_entry;
mod emergency;
mod height;
mod history_list;
mod label_layout;
mod languages;
mod layout;
mod learn;
mod long_session;
mod machine;
mod pain_colours;
mod position_text;
mod properties;
mod read_status;
mod sample;
mod screens;
mod script;
mod session_outcome;
mod speech_queue;
mod storage;
mod svg_markup;
mod track;
mod voice;

use eased::{domain, i18n};

/// The parts of the leg screen that do not need a browser.
#[path = "../../src/screens/leg"]
#[allow(dead_code, reason = "the screen uses more of them than the tests")]
mod leg {
    pub mod coordinates;
    pub mod crop;
    pub mod layout;
    pub mod mark_text;
    pub mod svg_markup;
    #[rustfmt::skip] // Generated.
    pub mod plate;
    pub mod label_layout;
}
