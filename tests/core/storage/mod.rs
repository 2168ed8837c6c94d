//! Tests of `storage`: codec, keys, quarantine, reconciliation, import and export.

mod arbitrary;
mod arbitrary_snapshot;
mod atomic_batch;
mod backup;
mod backup_schema;
mod codec;
mod corrupt;
mod csv;
mod eviction;
mod fake_store;
mod fixtures;
mod ics;
mod import;
mod incremental_read;
mod keys;
mod load;
mod quarantine;
mod reconcile;
mod size_budget;
mod time_zone;
mod time_zone_data;
mod unknown_fields;

use proptest::prelude::ProptestConfig;

/// Few cases, because these tests run on every change.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
