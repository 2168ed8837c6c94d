//! Eased guides a person through rolling the outer side of the thigh on a foam roller.
//!
//! Read in this order: `app` is the loop, `domain` decides, `effect` does, `store` keeps, `text` says
//! and `view` shows. A tap is an event; `domain::update` turns model, event and time into a new model
//! and a list of effects.

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
