//! A question with its answers as toggle buttons: a tap gives an answer, a second tap clears it.

use leptos::prelude::*;

/// The question and its answers.
#[component]
pub fn AnswerChips(
    /// The question.
    legend: &'static str,
    /// The texts of the answers.
    #[prop(into)]
    answers: Signal<Vec<String>>,
    /// The index of the given answer.
    #[prop(into)]
    given: Signal<Option<usize>>,
    /// Called with the index of the answer, or with `None` when it is cleared.
    #[prop(into)]
    on_answer: Callback<Option<usize>>,
) -> impl IntoView {
    let chip = move |(index, words): (usize, String)| {
        let is_given = move || given.get() == Some(index);
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || is_given().to_string()
                on:click=move |_| on_answer.run((!untrack(is_given)).then_some(index))
            >
                {words}
            </button>
        }
    };
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            <For each=move || answers.get().into_iter().enumerate() key=|answer| answer.clone() let(answer)>
                {chip(answer)}
            </For>
        </fieldset>
    }
}
