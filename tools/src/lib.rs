//! Native build tools of Eased: the drawing, the site build, size limits, the local server, the benchmark.

pub mod bench;
#[cfg(test)]
#[path = "../tests/consistency.rs"]
mod consistency;
pub mod crate_sizes;
mod csp;
pub mod digest;
pub mod draw;
mod licences;
pub mod locale;
mod minify;
mod page;
#[cfg(test)]
#[path = "../tests/paths.rs"]
mod paths;
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
