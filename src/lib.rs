//! Eased guides a person through rolling the outer side of the thigh on a foam roller.
//!
//! Read in this order: `app` is the loop, `domain` decides, `effect` does, `store` keeps, `text` says
//! and `view` shows. A tap is an event; `domain::step` turns model, event and time into a new model
//! and a list of effects.

#[cfg(feature = "web")]
pub mod app;
pub mod domain;
#[cfg(feature = "web")]
pub mod effect;
pub mod store;
pub mod text;
#[cfg(feature = "web")]
pub mod view;
