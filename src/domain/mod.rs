//! What is true and how it changes: std only, cannot fail, never asks the time and never touches a browser.
//!
//! The way in is [`step`]: a model, an [`Event`] and the moment it happened become a new model and a list
//! of [`Effect`]s. What should hold for as long as a state lasts (screen awake, ticks) is not an order but
//! a wish, read off the model by [`wants`].

pub mod bring;
pub mod cues;
pub mod digits;
pub mod draft;
pub mod ease;
pub mod effect;
pub mod event;
pub mod heat;
pub mod height;
pub mod history;
pub mod hold;
pub mod knee;
pub mod leg;
pub mod listing;
pub mod live;
pub mod model;
pub mod order;
pub mod pace;
pub mod phase;
pub mod plan;
pub mod prompt;
pub mod running;
pub mod safety;
pub mod second_copy;
pub mod session;
pub mod settings;
pub mod spot;
pub mod step;
pub mod time;
pub mod track;
pub mod trend;
pub mod wants;

pub use cues::cues;
pub use effect::Effect;
pub use event::Event;
pub use model::Model;
pub use step::step;
pub use time::Now;
pub use wants::wants;
