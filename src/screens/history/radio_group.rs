//! A choice on this screen: a few words side by side of which one holds.

use leptos::prelude::*;

/// Radio buttons side by side.
#[component]
pub fn RadioGroup(
    /// Tells its radio buttons from those of other groups.
    name: &'static str,
    /// What is chosen, for a screen reader.
    legend: &'static str,
    /// The words.
    words: Vec<&'static str>,
    /// The index that was chosen, if any was.
    chosen: RwSignal<Option<u8>>,
    /// The index that holds until one is chosen.
    #[prop(default = 0)]
    first: u8,
) -> impl IntoView {
    let radio = move |(index, words): (u8, &'static str)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get().unwrap_or(first) == index
                    on:change=move |_| chosen.set(Some(index))
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="legs picks">
            <legend class="heard">{legend}</legend>
            {(0..).zip(words).map(radio).collect_view()}
        </fieldset>
    }
}
