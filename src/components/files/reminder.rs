//! A calendar reminder: days, a time, and the calendar file.

use leptos::{html::Input, prelude::*};

use crate::{
    app::context::{AppRequest, FilesRequest, use_app},
    i18n::date,
};

/// Default days as a bit mask from Monday: Monday, Wednesday and Friday.
const DEFAULT_DAYS: u8 = 0b001_0101;
const DEFAULT_TIME: &str = "18:00";

/// The form that makes a calendar file.
#[component]
pub fn CalendarReminder() -> impl IntoView {
    let app = use_app();
    let days = RwSignal::new(DEFAULT_DAYS);
    let incomplete = RwSignal::new(false);
    let time = NodeRef::<Input>::new();
    let save = move |_| {
        let Some(time) = time.get_untracked() else { return };
        let days = days.get_untracked();
        let minute = minute_of_day(&time.value()).filter(|_| days > 0);
        incomplete.set(minute.is_none());
        if let Some(minute) = minute {
            app.request(AppRequest::Files(FilesRequest::ExportReminder { days, minute }));
        }
    };
    view! {
        <section class="reminder">
            <h2>{app.phrase(|t| t.files.reminder.title)}</h2>
            <p class="settings-text">{app.phrase(|t| t.files.reminder.note)}</p>
            <fieldset class="choice">
                <legend>{app.phrase(|t| t.files.reminder.days)}</legend>
                {(0..7).map(|day| view! { <WeekdayCheckbox day days/> }).collect_view()}
            </fieldset>
            <div class="field">
                <label for="reminder-time">{app.phrase(|t| t.files.reminder.time)}</label>
                <input node_ref=time type="time" id="reminder-time" value=DEFAULT_TIME/>
            </div>
            <button type="button" on:click=save>{app.phrase(|t| t.files.reminder.save)}</button>
            <p class="field-error" role="status" translate="no">
                {move || if incomplete.get() { app.text.get().files.reminder.incomplete } else { "" }}
            </p>
        </section>
    }
}

/// A day of the week, counted from Monday.
#[component]
fn WeekdayCheckbox(
    /// The day of the week, from 0 for Monday.
    day: u8,
    /// The chosen days as a bit mask.
    days: RwSignal<u8>,
) -> impl IntoView {
    let app = use_app();
    let bit = 1 << day;
    // Settings stays mounted when the language changes.
    let name = move || {
        app.text.track();
        date::weekday(day)
    };
    view! {
        <label class="radio-option">
            <input
                type="checkbox"
                prop:checked=move || days.get() & bit != 0
                on:change=move |_| days.update(|days| *days ^= bit)
            />
            <span>{name}</span>
        </label>
    }
}

/// Parses minutes after midnight from "18:05", the format of the input in every language.
fn minute_of_day(time: &str) -> Option<u16> {
    let number = |part: Option<&str>| part?.parse::<u16>().ok();
    let minute = number(time.get(..2))? * 60 + number(time.get(3..5))?;
    (minute < 1_440).then_some(minute)
}
