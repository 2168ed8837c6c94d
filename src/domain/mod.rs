//! What is true and how it changes: std only, cannot fail, never asks the time and never touches a browser.
//!
//! The way in is [`update`]: a model, an [`Event`] and the moment it happened become a new model and a list
//! of [`Effect`]s. What should hold for as long as a state lasts (screen awake, ticks) is not an order but
//! a wish, read off the model by [`subscriptions`].

pub mod backup_reminder;
pub mod cues;
pub mod dialog_entry;
pub mod draft;
pub mod ease;
pub mod effect;
pub mod emergency;
pub mod event;
pub mod heatmap;
pub mod height;
pub mod history;
pub mod history_list;
pub mod hold;
pub mod import_preview;
pub mod knee;
pub mod language;
pub mod leg;
pub mod live;
pub mod model;
pub mod pace;
pub mod phase;
pub mod plan;
pub mod referral;
pub mod running;
pub mod safety;
pub mod session;
pub mod session_display;
pub mod session_id;
pub mod settings;
pub mod speech_queue;
pub mod spot;
pub mod subscriptions;
pub mod time;
pub mod track;
pub mod trend;
pub mod unknown_fields;
pub mod update;
pub mod voice;

pub use cues::cues;
pub use effect::Effect;
pub use event::Event;
pub use model::Model;
pub use subscriptions::subscriptions;
pub use time::Now;
pub use update::update;
