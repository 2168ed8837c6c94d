//! A setting that is a number: a native slider with a button at either end.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::settings_access::change_setting;
use crate::{
    app::context::use_app,
    domain::settings::Settings,
    i18n::{
        Text,
        phrase::{Setting, Template},
    },
};

/// The change by one press of a button or key.
const STEP: u8 = 5;

/// A number in the settings, and how to read and write it.
pub struct NumberSetting {
    /// The label.
    pub label: fn(&'static Text) -> &'static str,
    /// An explanation, if the label needs one.
    pub note: Option<fn(&'static Text) -> &'static str>,
    /// Minimum and maximum.
    pub range: RangeInclusive<u8>,
    /// Formats the number.
    pub format: fn(u8) -> String,
    /// Reads it.
    pub get: fn(&Settings) -> u8,
    /// Writes it.
    pub set: fn(&mut Settings, u8),
}

/// The slider with its name, its value and its buttons.
#[component]
pub fn NumberSlider(id: &'static str, setting: &'static NumberSetting) -> impl IntoView {
    let app = use_app();
    let (min, max) = (*setting.range.start(), *setting.range.end());
    let stored = move || app.settings.with(setting.get);
    // While the slider moves: the number that was stored at the start of the move, and the number that it shows. The
    // number is stored when the slider is released. If another tab stores a number in the meantime, that one is shown.
    let moving = RwSignal::new(None::<(u8, u8)>);
    let shown = move || {
        let stored = stored();
        moving.get().filter(|(before, _)| *before == stored).map_or(stored, |(_, shown)| shown)
    };
    // The screen stays mounted when the language changes.
    let words = move || {
        app.text.track();
        (setting.format)(shown())
    };
    let choose = move |number: u8| {
        change_setting(app, |settings| (setting.set)(settings, number.clamp(min, max)));
        moving.set(None);
    };
    let step_button =
        move |sign: &'static str, name: fn(&'static Text) -> Template<Setting>, step: fn(u8, u8) -> u8| {
            let label = move || {
                let t = app.text.get();
                name(t).with_text((setting.label)(t))
            };
            view! {
                <button type="button" aria-label=label on:click=move |_| choose(step(untrack(stored), STEP))>
                    {sign}
                </button>
            }
        };
    view! {
        <div class="number-slider">
            <label for=id>{app.phrase(setting.label)}</label>
            <output for=id aria-hidden="true">{words}</output>
            {step_button("−", |t| t.settings.decrease, u8::saturating_sub)}
            <input
                type="range"
                id=id
                min=min
                max=max
                step=STEP
                aria-valuetext=words
                prop:value=move || shown().to_string()
                on:input:target=move |event| {
                    if let Ok(number) = event.target().value().parse() {
                        moving.set(Some((untrack(stored), number)));
                    }
                }
                on:change:target=move |event| {
                    if let Ok(number) = event.target().value().parse() {
                        choose(number);
                    }
                }
            />
            {step_button("+", |t| t.settings.increase, u8::saturating_add)}
            {setting.note.map(|note| view! { <small>{app.phrase(note)}</small> })}
        </div>
    }
}
