//! Eased guides a person through rolling the outer side of the thigh on a foam roller.
//!
//! A tap is an [`Event`](domain::Event); [`domain::update`] turns the model, the event and the time into a new model
//! and a list of effects.
//!
//! - `domain`: the pure core, which decides everything;
//! - `storage`: the stored form, migrations, merging, backups and exports;
//! - `i18n`: phrases and formats of every language;
//! - `platform`: the browser, one file per API;
//! - `components` and `screens`: what people see;
//! - `app`: the dispatch loop that connects them.

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod components;
pub mod domain;
pub mod i18n;
#[cfg(feature = "web")]
pub mod platform;
#[cfg(feature = "web")]
pub mod screens;
pub mod storage;
