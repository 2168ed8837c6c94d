//! The pure core: the state of the app and how it changes. It uses std only, cannot fail, does not read clocks and does
//! not access the browser.
//!
//! [`update`] takes the [`Model`], an [`Event`] and the moment it happened; it changes the model and returns a list of
//! [`Effect`]s. What must last as long as a state (wake lock, ticks) is not an effect: [`subscriptions`] derives it
//! from the model.

pub mod backup_reminder;
pub mod dialog_entry;
pub mod draft;
pub mod ease_statistics;
pub mod effect;
pub mod emergency;
pub mod event;
pub mod heatmap;
pub mod height;
pub mod history;
pub mod history_list;
pub mod hold;
pub mod hold_cue;
pub mod import_preview;
pub mod knee_scores;
pub mod language;
pub mod leg;
pub mod model;
pub mod pacer;
pub mod phase;
pub mod plan;
pub mod planned_tones;
pub mod referral;
pub mod running;
pub mod safety;
pub mod screen;
pub mod session;
pub mod session_display;
pub mod session_id;
pub mod session_snapshot;
pub mod settings;
pub mod speech_queue;
pub mod spot;
pub mod subscriptions;
pub mod time;
pub mod tone;
pub mod track;
pub mod trend;
pub mod unknown_fields;
pub mod update;
pub mod voice;

pub use effect::Effect;
pub use event::Event;
pub use model::Model;
pub use planned_tones::planned_tones;
pub use subscriptions::subscriptions;
pub use time::Now;
pub use update::update;
