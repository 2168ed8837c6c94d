//! The session screen: a session in progress, its end and summary, and the panels for an interrupted session
//! and for one in another tab.

mod big_tap;
mod control;
mod controls;
mod felt_wrong;
mod instructions;
mod keyboard;
mod mini_leg;
mod pain_question;
mod phase_pictures;
mod resume_button;
mod screen;
mod stop_question;
mod summary;
mod text_width;
mod timer_dial;
mod view_model;

use leptos::prelude::*;

use self::screen::SessionScreen;

/// The view of the screen.
pub fn view() -> AnyView {
    view! { <SessionScreen/> }.into_any()
}
