//! What outlives a reload.

mod any;
mod backup;
mod calendar;
mod fakes;
mod fixtures;
mod forms;
mod import;
mod json;
mod load;
mod names;
mod reading;
mod room;
mod schema;
mod size;
mod spoilt;
mod table;
mod union;

use proptest::prelude::ProptestConfig;

/// Few cases: these run on every change.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
