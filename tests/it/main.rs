//! Native tests: the machine rule by rule, laws for random days, the stores, and what keeps the tree tidy.

#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

mod height;
mod laws;
mod learn;
mod listing;
mod machine;
mod room;
mod script;
mod store;
mod tidy;
mod words;
