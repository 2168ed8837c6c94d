//! What happened in one session: each leg in the order begun, each hold and how it ended.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    domain::{history::Kept, listing::eased_of, session::Session},
    text::{Text, history::span},
    view::{
        ctx::{Ask, ctx},
        ui::hold::hold_line,
    },
};

/// An opened session.
#[component]
pub fn Details(session: Arc<Session>, kept: Memo<Kept>, on_delete: impl Fn() + 'static) -> impl IntoView {
    let ctx = ctx();
    view! {
        <div class="sitting-body">
            {move || {
                let t = ctx.t();
                let passes = (0..session.passes.len()).map(|pass| pass_view(&session, pass, t)).collect::<Vec<_>>();
                view! {
                    <div class="sitting-passes">{passes}</div>
                    <ul class="sitting-facts">
                        {facts(&session, t).into_iter().map(|fact| view! { <li>{fact}</li> }).collect::<Vec<_>>()}
                    </ul>
                }
            }}
            <KeptLine kept />
            <button type="button" class="sitting-delete" on:click=move |_| on_delete()>
                {move || ctx.t().history.delete}
            </button>
        </div>
    }
}

/// One leg, drawn as the way down: a dotted line with a number at each hold.
fn pass_view(session: &Session, index: usize, t: &'static Text) -> impl IntoView + use<> {
    let pass = session.passes[index];
    let leg = [t.shell.left_leg, t.shell.right_leg][pass.leg.index()];
    let holds: Vec<_> = session
        .holds_of(index)
        .enumerate()
        .map(|(at, hold)| view! { <li>{hold_line(at + 1, hold, t)}</li> })
        .collect();
    let way = if holds.is_empty() {
        view! { <p class="soft">{t.history.no_holds}</p> }.into_any()
    } else {
        view! { <ol class="way">{holds}</ol> }.into_any()
    };
    view! {
        <section class="pass">
            <h3>{leg} " " <span>{span(pass.active_ms)}</span></h3>
            {way}
            {pass.end.map(|end| view! { <p class="way-end">{(t.history.pass_end)(end)}</p> })}
        </section>
    }
}

/// What is true of the whole session.
fn facts(session: &Session, t: &'static Text) -> Vec<String> {
    let h = &t.history;
    let mut facts = vec![(h.advance)(session.advance)];
    let (eased, of) = eased_of(session);
    facts.extend((of > 0).then(|| (h.eased)(eased, of)));
    let workout = [session.tag.map(h.tag), session.sport.map(h.sport)].into_iter().flatten();
    let workout = workout.collect::<Vec<_>>().join(", ");
    facts.extend((!workout.is_empty()).then_some(workout));
    let knees = [session.knee_before, session.knee_after].into_iter().flatten();
    facts.extend(knees.map(|knee| (h.knee)(knee.pain.score(), knee.minutes)));
    facts
}

/// Where the session is kept; amber where that is not both places.
#[component]
fn KeptLine(kept: Memo<Kept>) -> impl IntoView {
    let ctx = ctx();
    move || {
        let t = ctx.t();
        let (words, why) = match kept.get() {
            Kept::Pending => return None,
            Kept::Both => return Some(view! { <p class="kept">{t.history.kept_both}</p> }.into_any()),
            Kept::One => (t.history.kept_one, t.history.kept_one_why),
            Kept::Nowhere => (t.history.kept_nowhere, t.history.kept_nowhere_why),
        };
        Some(
            view! {
                <div class="not-kept">
                    <p><b>{words}</b> " " {why}</p>
                    <button type="button" on:click=move |_| ctx.ask(Ask::Backup)>
                        {t.safety.notices.export_backup}
                    </button>
                </div>
            }
            .into_any(),
        )
    }
}
