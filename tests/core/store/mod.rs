//! What outlives a reload.

mod all_or_none;
mod any;
mod any_live;
mod backup;
mod calendar;
mod eviction;
mod fakes;
mod fixtures;
mod forms;
mod growth;
mod import;
mod load;
mod names;
mod places;
mod reading;
mod reconcile;
mod schema;
mod set_aside;
mod size;
mod spoilt;
mod table;
mod zones;

use proptest::prelude::ProptestConfig;

/// Few cases: these run on every change.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
