//! Select fields for optional facts: the first option is "none".

use leptos::prelude::*;

use crate::{app::context::use_app, domain::spot::Pain, i18n::formats};

/// A labelled `<select>`. Options are counted from 0.
#[component]
pub fn SelectField(
    /// The label.
    #[prop(into)]
    label: String,
    /// The texts of the options.
    options: Vec<String>,
    /// The index of the selected option.
    #[prop(into)]
    selected: Signal<u8>,
    /// Called with the index of the option that the person selects.
    #[prop(into)]
    on_select: Callback<u8>,
) -> impl IntoView {
    // A property is set each time its closure runs. The memo avoids writing to an open list.
    let selected = Memo::new(move |_| selected.get());
    let option = move |(index, words): (u8, String)| {
        view! {
            <option value=index.to_string() prop:selected=move || selected.get() == index>
                {words}
            </option>
        }
    };
    view! {
        <label class="edit-field">
            <span>{label}</span>
            <select on:change:target=move |event| {
                if let Ok(index) = event.target().value().parse() {
                    on_select.run(index);
                }
            }>{(0..).zip(options).map(option).collect_view()}</select>
        </label>
    }
}

/// A select field for a score of 0 to 10, or none.
#[component]
pub fn PainSelect(
    /// The field's label.
    #[prop(into)]
    label: String,
    /// The stored score.
    #[prop(into)]
    score: Signal<Option<Pain>>,
    /// Called with the score that the person selects.
    #[prop(into)]
    on_rate: Callback<Option<Pain>>,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().history;
    let words = |score: u8| match score {
        0 => t.no_pain.to_owned(),
        Pain::MAX => t.worst_pain.to_owned(),
        _ => formats::number(score.into()),
    };
    let options = [t.no_answer.to_owned()].into_iter().chain((0..=Pain::MAX).map(words)).collect();
    view! {
        <SelectField
            label
            options
            selected=move || score.get().map_or(0, |pain| pain.score() + 1)
            on_select=move |index: u8| on_rate.run(index.checked_sub(1).and_then(Pain::new))
        />
    }
}

/// The texts of a list whose first option is none of the others.
pub fn options_with_none(none: &str, others: &[&str]) -> Vec<String> {
    [none].iter().chain(others).map(|words| (*words).to_owned()).collect()
}

/// The index of the option for `value`, in a list whose first option is none of `all`.
pub fn index_of<T: PartialEq + Copy>(all: &[T], value: Option<T>) -> u8 {
    let index = all.iter().position(|option| Some(*option) == value).map_or(0, |index| index + 1);
    u8::try_from(index).unwrap_or(0)
}

/// The value of the option with this index, the inverse of [`index_of`].
pub fn value_at<T: Copy>(all: &[T], index: u8) -> Option<T> {
    all.get(usize::from(index).checked_sub(1)?).copied()
}
