//! The app: the dispatch loop, the context of the components, and the layout around the screens.
//!
//! [`boot()`] reads what the first view needs, creates the `dispatcher` and mounts `layout::App`. Components use the
//! `context`: they dispatch events (what happened) and make requests (what only the browser can do). The dispatcher
//! updates the model and the context's signals; `effect_runner` runs the effects, `subscription_runner` and
//! `appearance` then make the browser match the model; `request_handler` handles the requests.
//!
//! `session_and_history` is the lazy part and the only file that refers to its views; `lazy_part` is its interface,
//! `lazy` shows its views or a loading page, `lazy_state` is its loading state.

mod app_status;
mod appearance;
mod bfcache;
mod boot;
pub mod context;
mod context_writer;
mod dispatcher;
mod dropped_files;
mod effect_runner;
mod files;
mod files_state;
mod intl;
pub mod layout;
mod lazy;
mod lazy_part;
mod lazy_state;
mod locale;
mod request_handler;
mod requests;
mod session_and_history;
mod session_lock;
mod sound;
mod stored_state;
mod subscription_runner;
mod tasks;

pub use boot::boot;
