//! The screens of the app, one module each.

pub mod history;
pub mod learn;
pub mod leg;
pub mod safety;
pub mod session;
pub mod settings;
pub mod welcome;
