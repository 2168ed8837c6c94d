//! The native side of Eased: the drawing, the finished site, its weight, the local server, the benchmark.

#[cfg(test)]
#[path = "../tests/agreements.rs"]
mod agreements;
pub mod bench;
pub mod crates;
mod csp;
pub mod digest;
pub mod draw;
mod licences;
pub mod locale;
mod minify;
mod page;
pub mod publish;
pub mod serve;
pub mod site;
pub mod sizes;
mod static_pages;
#[cfg(test)]
#[path = "../tests/supply_chain.rs"]
mod supply_chain;
mod sw_manifest;
mod wasm_pipeline;
