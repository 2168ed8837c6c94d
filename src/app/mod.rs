//! The dispatch loop, the context of the components, and the frame around the screens.
//!
//! `boot` reads what the first view needs, makes the `dispatcher` and mounts `layout::App`. Components take the `context` and
//! call `dispatch` (what happened) or `request` (what only the browser can do). The dispatcher changes the model, publishes it
//! to the context's signals and has `effect_runner` carry out the effects; requests go to `request_handler`.
//!
//! `session_and_history` is the lazy part and the only file that names its screens; `lazy_part` is its interface, `lazy` shows
//! it or what is shown until it is loaded, `lazy_state` says how far that is.

mod app_status;
mod bfcache;
mod boot;
pub mod context;
mod dispatcher;
mod dropped_files;
mod effect_runner;
mod files;
mod files_state;
mod intl;
mod language;
pub mod layout;
mod lazy;
mod lazy_part;
mod lazy_state;
mod locale;
mod request_handler;
mod requests;
mod session_and_history;
mod sound;

pub use boot::boot;
