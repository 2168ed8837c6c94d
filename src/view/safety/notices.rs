//! What the person has to know about the stores and the app, quietly, with what can be done about it.

use leptos::prelude::*;

use crate::{
    domain::{
        history::{Body, Kept},
        listing,
    },
    text::safety::NoticesText,
    view::ctx::{Ask, ctx},
};

/// Something to know, with the button that helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notice {
    NotKept(usize),
    Newer,
    SetAside(u32),
    UpdateWaits,
}

/// The place for banners. It takes no room while there is nothing to say.
#[component]
pub fn Notices() -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().safety.notices;
    let print = ctx.part(|m| listing::print(&m.history));
    let trouble = ctx.part(|m| m.trouble);
    let notices = Memo::new(move |_| {
        print.get();
        let nowhere = ctx.model.with_untracked(|m| {
            let lost = |kept, full: bool| kept == Kept::Nowhere && full;
            m.history.entries().filter(|(_, e)| lost(e.kept, matches!(e.body, Body::Full(_)))).count()
        });
        let trouble = trouble.get();
        [
            (nowhere > 0).then_some(Notice::NotKept(nowhere)),
            trouble.newer.then_some(Notice::Newer),
            (trouble.set_aside > 0).then_some(Notice::SetAside(trouble.set_aside)),
            ctx.device.get().update_waits.then_some(Notice::UpdateWaits),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
    });
    let update_waits = move || ctx.device.get().update_waits;
    let banner = move |notice: Notice| {
        let ask = match notice {
            Notice::UpdateWaits => Ask::Update,
            Notice::Newer if update_waits() => Ask::Update,
            Notice::NotKept(_) | Notice::Newer | Notice::SetAside(_) => Ask::Backup,
        };
        view! {
            <li class="notice" class:is-grave=matches!(notice, Notice::NotKept(_))>
                <p>{words(t, notice)}</p>
                <button type="button" on:click=move |_| ctx.ask(ask)>
                    {if ask == Ask::Update { t.update } else { t.export_backup }}
                </button>
            </li>
        }
    };
    view! {
        {move || {
            let notices = notices.get();
            (!notices.is_empty()).then(|| view! {
                <ul class="notices" aria-label=t.region>
                    {notices.into_iter().map(banner).collect_view()}
                </ul>
            })
        }}
    }
}

fn words(text: &NoticesText, notice: Notice) -> String {
    match notice {
        Notice::NotKept(n) => (text.not_kept)(n),
        Notice::Newer => text.newer.to_owned(),
        Notice::SetAside(n) => (text.set_aside)(n),
        Notice::UpdateWaits => text.update_waits.to_owned(),
    }
}
