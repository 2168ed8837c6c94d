//! The reminder: chosen days, a time, and the calendar file.

use leptos::{html::Input, prelude::*};

use crate::{
    app::context::{AppRequest, FilesRequest, use_app},
    i18n::date,
};

/// Monday, Wednesday and Friday: every other day, to begin with.
const DAYS: u8 = 0b001_0101;
const TIME: &str = "18:00";

/// The form that makes a calendar file.
#[component]
pub fn Reminder() -> impl IntoView {
    let app = use_app();
    let days = RwSignal::new(DAYS);
    let incomplete = RwSignal::new(false);
    let time = NodeRef::<Input>::new();
    let save = move |_| {
        let Some(time) = time.get_untracked() else { return };
        let days = days.get_untracked();
        let minute = minute_of_day(&time.value()).filter(|_| days > 0);
        incomplete.set(minute.is_none());
        if let Some(minute) = minute {
            app.request(AppRequest::Files(FilesRequest::Reminder { days, minute }));
        }
    };
    view! {
        <section class="reminder">
            <h2>{app.phrase(|t| t.files.reminder.title)}</h2>
            <p class="settings-words">{app.phrase(|t| t.files.reminder.note)}</p>
            <fieldset class="choice">
                <legend>{app.phrase(|t| t.files.reminder.days)}</legend>
                {(0..7).map(|day| view! { <DayBox day days/> }).collect_view()}
            </fieldset>
            <div class="field">
                <label for="reminder-time">{app.phrase(|t| t.files.reminder.time)}</label>
                <input node_ref=time type="time" id="reminder-time" value=TIME/>
            </div>
            <button type="button" on:click=save>{app.phrase(|t| t.files.reminder.save)}</button>
            <p class="field-wrong" role="status" translate="no">
                {move || if incomplete.get() { app.text.get().files.reminder.incomplete } else { "" }}
            </p>
        </section>
    }
}

/// A day of the week, counted from Monday.
#[component]
fn DayBox(day: u8, days: RwSignal<u8>) -> impl IntoView {
    let app = use_app();
    let bit = 1 << day;
    // Settings stays mounted when the language changes.
    let name = move || {
        app.text.track();
        date::weekday(day)
    };
    view! {
        <label class="pick">
            <input
                type="checkbox"
                prop:checked=move || days.get() & bit != 0
                on:change=move |_| days.update(|days| *days ^= bit)
            />
            <span>{name}</span>
        </label>
    }
}

/// Minutes after midnight of "18:05", as the input gives it in every language.
fn minute_of_day(time: &str) -> Option<u16> {
    let number = |part: Option<&str>| part?.parse::<u16>().ok();
    let minute = number(time.get(..2))? * 60 + number(time.get(3..5))?;
    (minute < 1_440).then_some(minute)
}
