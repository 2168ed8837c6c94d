//! What the person has to know about the stores and the app, quietly, with what can be done about it.

use crate::{
    domain::history::{Body, Kept},
    text::safety::NoticesText,
    view::{
        ctx::{Ask, Ctx, Task, ctx},
        dom::{El, el},
    },
};

/// Something to know, with the button that helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notice {
    NotKept(usize),
    Newer,
    SetAside(u32),
    UpdateWaits,
}

/// The banners; none while there is nothing to say.
pub fn notices() -> El {
    let ctx = ctx();
    // The place is always there, so that the banners come and go in it.
    el("div").class("notices-place").switch(
        move || known(ctx),
        move |(known, update_waits)| (!known.is_empty()).then(|| banners(ctx, known, update_waits)),
    )
}

/// What there is to say, and whether a new version of the app waits.
fn known(ctx: Ctx) -> (Vec<Notice>, bool) {
    let update_waits = ctx.device().update_waits;
    let known = ctx.read(|m| {
        let lost = |kept, full: bool| kept == Kept::Nowhere && full;
        let nowhere =
            m.history.entries().filter(|(_, e)| lost(e.kept, matches!(e.body, Body::Full(_)))).count();
        [
            (nowhere > 0).then_some(Notice::NotKept(nowhere)),
            m.trouble.newer.then_some(Notice::Newer),
            (m.trouble.set_aside > 0).then_some(Notice::SetAside(m.trouble.set_aside)),
            update_waits.then_some(Notice::UpdateWaits),
        ]
    });
    (known.into_iter().flatten().collect(), update_waits)
}

fn banners(ctx: Ctx, known: Vec<Notice>, update_waits: bool) -> El {
    let t = &ctx.words().safety.notices;
    let banner = move |notice: Notice| {
        let ask = match notice {
            Notice::UpdateWaits => Ask::Update,
            Notice::Newer if update_waits => Ask::Update,
            Notice::NotKept(_) | Notice::Newer | Notice::SetAside(_) => Ask::Do(Task::Backup),
        };
        let word = if ask == Ask::Update { t.update } else { t.export_backup };
        el("li")
            .class(if matches!(notice, Notice::NotKept(_)) { "notice is-grave" } else { "notice" })
            .child(el("p").text(words(t, notice)))
            .child(el("button").attr("type", "button").text(word).click(move || ctx.ask(ask)))
    };
    el("ul").class("notices").attr("aria-label", t.region).children(known.into_iter().map(banner))
}

fn words(text: &NoticesText, notice: Notice) -> String {
    match notice {
        Notice::NotKept(n) => text.not_kept.of(n),
        Notice::Newer => text.newer.to_owned(),
        Notice::SetAside(n) => text.set_aside.of(n),
        Notice::UpdateWaits => text.update_waits.to_owned(),
    }
}
