//! The session screen: a session in progress, its end, its summary, and a session that was left behind or runs elsewhere.

mod big_tap;
mod control;
mod controls;
mod instructions;
mod keys;
mod mini_leg;
mod pain;
mod pause;
mod resume_button;
mod screen;
mod shapes;
mod summary;
mod text_fit;
mod timer_dial;
mod view_model;
mod wrong;

pub use screen::SessionScreen;
