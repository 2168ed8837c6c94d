//! The native side of Eased: the drawing, the finished site, its weight, the local server, the benchmark.

#[cfg(test)]
mod agreements;
pub mod bench;
pub mod digest;
pub mod dist;
pub mod draw;
pub mod glue;
pub mod page;
pub mod policy;
pub mod program;
pub mod publish;
pub mod serve;
pub mod sizes;
pub mod split;
pub mod squeeze;
pub mod wasm;
pub mod worker;
