//! A segmented control: radio buttons side by side.

use leptos::prelude::*;

/// Radio buttons side by side.
#[component]
pub fn RadioGroup(
    /// The `name` attribute, unique on the page.
    name: &'static str,
    /// The legend, for screen readers only.
    legend: &'static str,
    /// The labels.
    labels: Vec<&'static str>,
    /// The selected index; `None` until the person selects one.
    chosen: RwSignal<Option<u8>>,
    /// The index that is selected by default.
    #[prop(default = 0)]
    default_index: u8,
) -> impl IntoView {
    let radio = move |(index, label): (u8, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get().unwrap_or(default_index) == index
                    on:change=move |_| chosen.set(Some(index))
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented-control radio-group">
            <legend class="visually-hidden">{legend}</legend>
            {(0..).zip(labels).map(radio).collect_view()}
        </fieldset>
    }
}
