//! The person's height, as they like to write it.

use leptos::prelude::*;

use super::change;
use crate::{
    domain::{
        height::{Height, read_height},
        settings::Settings,
    },
    view::ctx::ctx,
};

/// The field, what it is good for, and what is wrong with what was typed.
#[component]
pub fn HeightField(settings: Memo<Settings>) -> impl IntoView {
    let ctx = ctx();
    let kept = Memo::new(move |_| settings.get().height_cm);
    let typed = RwSignal::new(written(kept.get_untracked()));
    // Another tab, or the second store, may know it later than this page was opened.
    Effect::new(move || typed.set(written(kept.get())));
    let wrong = RwSignal::new(false);
    let read = move |_| {
        let height = read_height(&typed.get_untracked());
        wrong.set(height == Height::Unclear);
        let height_cm = match height {
            Height::Cm(cm) => Some(cm),
            Height::Unsaid => None,
            // What was known stays known while the field is put right.
            Height::Unclear => return,
        };
        typed.set(written(height_cm));
        change(ctx, |s| s.height_cm = height_cm);
    };
    view! {
        <div class="field">
            <label for="height">{move || ctx.t().settings.height}</label>
            <input
                type="text"
                id="height"
                inputmode="decimal"
                autocomplete="off"
                enterkeyhint="done"
                aria-describedby="height-note height-wrong"
                aria-invalid=move || wrong.get().to_string()
                prop:value=typed
                on:input=move |ev| {
                    typed.set(event_target_value(&ev));
                    wrong.set(false);
                }
                on:change=read
            />
            <small id="height-note">{move || ctx.t().settings.height_note}</small>
            <p id="height-wrong" class="field-wrong" role="alert">
                {move || wrong.get().then(|| ctx.t().settings.height_wrong)}
            </p>
        </div>
    }
}

fn written(height_cm: Option<u8>) -> String {
    height_cm.map(|cm| cm.to_string()).unwrap_or_default()
}
