//! The summary: what was done, whether it is kept, and what may be corrected.

use leptos::{html, prelude::*};

use super::{held::Held, mat::side};
use crate::{
    domain::{
        Event, Model,
        event::Edit,
        history::Kept,
        leg::Leg,
        phase::Name,
        running::Running,
        session::{Session, SessionId},
        spot::Placed,
    },
    text::history::span,
    view::{
        ctx::{Ask, ctx},
        ui::focus,
    },
};

/// The session that has just ended, as it is kept: edits show at once.
#[component]
pub fn Summary() -> impl IntoView {
    let ctx = ctx();
    let (id, leg) = ctx.model.with_untracked(|m| m.running().map(|r| (r.id, r.course.leg)))?;
    let legs = ctx.part(move |m| legs(m, id));
    let title = NodeRef::<html::H1>::new();
    title.on_load(|title| focus::offer(&title));
    Some(view! {
        <main class="summary" data-phase="done" data-leg=side(leg)>
            <header class="masthead">
                <h1 class="title" tabindex="-1" node_ref=title>
                    {move || (ctx.t().session.word)(Name::Done)}
                </h1>
            </header>
            {move || match legs.get() {
                None => view! { <p>{ctx.t().session.summary.nothing}</p> }.into_any(),
                Some(legs) => {
                    let legs = legs.into_iter().enumerate();
                    let legs = legs.map(|(pass, holds)| view! { <Pass id pass holds /> }).collect_view();
                    view! {
                        <KeptLine id />
                        <div class="summary-legs">{legs}</div>
                        <PlacesRight id />
                    }
                    .into_any()
                }
            }}
            <Buttons />
        </main>
    })
}

/// The indices of each pass's holds. They never change, so that corrections keep what they stand in.
fn legs(model: &Model, id: SessionId) -> Option<Vec<Vec<usize>>> {
    let session = model.history.session(id)?;
    let of_pass = |pass: usize| {
        let holds = session.holds.iter().enumerate();
        holds.filter(|(_, h)| usize::from(h.pass) == pass).map(|(i, _)| i).collect()
    };
    Some((0..session.passes.len()).map(of_pass).collect())
}

/// One leg: its time beside the last one, and its holds.
#[component]
fn Pass(id: SessionId, pass: usize, holds: Vec<usize>) -> impl IntoView {
    let ctx = ctx();
    let times = ctx.part(move |m| {
        let session = m.history.session(id)?;
        let this = session.passes.get(pass)?;
        Some((this.leg, this.active_ms, last_time_ms(m, session, this.leg)))
    });
    let heading = move || {
        let t = ctx.t();
        let (leg, active_ms, last_ms) = times.get()?;
        let leg = [t.shell.left_leg, t.shell.right_leg][leg.index()];
        let last = last_ms.map(|ms| view! { <p class="soft">{(t.session.summary.last_time)(&span(ms))}</p> });
        Some(view! {
            <h2>{leg} " " <span>{span(active_ms)}</span></h2>
            {last}
        })
    };
    let none = holds.is_empty();
    let lines = holds.into_iter().enumerate().map(|(at, hold)| view! { <Held id hold number=at + 1 /> });
    view! {
        <section class="pass">
            {heading}
            {move || none.then(|| view! { <p class="soft">{ctx.t().history.no_holds}</p> })}
            <ol class="way">{lines.collect_view()}</ol>
        </section>
    }
}

/// How long the same leg took in the session before this one.
fn last_time_ms(model: &Model, session: &Session, leg: Leg) -> Option<u32> {
    let earlier = |s: &&Session| s.id != session.id && s.start_unix_ms < session.start_unix_ms;
    let all = model.history.entries().filter_map(|(id, _)| model.history.session(id));
    all.map(|s| &**s)
        .filter(earlier)
        .filter_map(|s| Some((s.start_unix_ms, s.passes.iter().find(|p| p.leg == leg)?.active_ms)))
        .max()
        .map(|(_, active_ms)| active_ms)
}

/// Whether the session is kept. It is written already, so nobody is asked.
#[component]
fn KeptLine(id: SessionId) -> impl IntoView {
    let ctx = ctx();
    let kept = ctx.part(move |m| m.history.get(id).map_or(Kept::Pending, |e| e.kept));
    move || {
        let t = ctx.t();
        let h = &t.history;
        let (words, why) = match kept.get() {
            Kept::Pending => return view! { <p class="soft">{t.session.summary.saving}</p> }.into_any(),
            Kept::Both => return view! { <p class="kept">{h.kept_both}</p> }.into_any(),
            Kept::One => (h.kept_one, h.kept_one_why),
            Kept::Nowhere => (h.kept_nowhere, h.kept_nowhere_why),
        };
        view! {
            <div class="not-kept">
                <p><b>{words}</b> " " {why}</p>
                <button type="button" on:click=move |_| ctx.ask(Ask::Backup)>
                    {t.safety.notices.export_backup}
                </button>
            </div>
        }
        .into_any()
    }
}

/// Guessed places take no part in the map over weeks until somebody says that they are right.
#[component]
fn PlacesRight(id: SessionId) -> impl IntoView {
    let ctx = ctx();
    let guessed = ctx.part(move |m| {
        m.history.session(id).is_some_and(|s| s.holds.iter().any(|h| h.placed == Placed::Paced))
    });
    move || {
        guessed.get().then(|| {
            let t = &ctx.t().session.summary;
            view! {
                <div class="places-right">
                    <p>{t.places_guessed}</p>
                    <button type="button" on:click=move |_| ctx.send(Event::Edited(id, Edit::PlacesRight))>
                        {t.places_right}
                    </button>
                </div>
            }
        })
    }
}

/// The way on, and for a while the way back.
#[component]
fn Buttons() -> impl IntoView {
    let ctx = ctx();
    let can_undo = ctx.part(|m| m.running().is_some_and(Running::can_undo));
    view! {
        <div class="action-bar summary-buttons">
            {move || {
                can_undo.get().then(|| {
                    view! {
                        <button type="button" class="summary-undo" on:click=move |_| ctx.send(Event::Undone)>
                            {move || ctx.t().leg.undo}
                        </button>
                    }
                })
            }}
            <button type="button" class="action" on:click=move |_| ctx.send(Event::Left)>
                {move || ctx.t().session.summary.done}
            </button>
        </div>
    }
}
