//! One session: a line that opens, or the line that says it was deleted.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::{List, details::Details};
use crate::{
    domain::{
        Event,
        history::{Body, Kept},
        listing::local_ms,
        session::{PassEnd, Session, SessionId},
    },
    text::{Text, history::span},
    view::{ctx::ctx, ui::when::When},
};

/// One session of the list.
#[component]
pub fn Sitting(id: SessionId, list: List, when: When) -> impl IntoView {
    let ctx = ctx();
    let of_entry = move || {
        list.print.get();
        ctx.model.with_untracked(|m| m.history.get(id).cloned())
    };
    let body = Memo::new(move |_| {
        of_entry().and_then(|e| match e.body {
            Body::Full(session) => Some((session, true)),
            Body::Deleted(_) => e.full.map(|(_, session)| (session, false)),
        })
    });
    let kept = Memo::new(move |_| of_entry().map_or(Kept::Pending, |e| e.kept));
    // Set by deleting and bringing back here, so that the focus stays where the line is.
    let touched = RwSignal::new(false);
    view! {
        <li>
            {move || match body.get() {
                Some((session, true)) => view! { <Line session kept list when touched /> }.into_any(),
                Some((session, false)) => view! { <Gone session when touched /> }.into_any(),
                None => ().into_any(),
            }}
        </li>
    }
}

/// The session as one line; its details are made when it is first opened.
#[component]
fn Line(
    session: Arc<Session>,
    kept: Memo<Kept>,
    list: List,
    when: When,
    touched: RwSignal<bool>,
) -> impl IntoView {
    let ctx = ctx();
    let id = session.id;
    let open = list.newest == Some(id);
    let opened = RwSignal::new(open);
    let summary = NodeRef::<html::Summary>::new();
    summary.on_load(move |line| {
        let awaited = list.awaited.get_untracked() == Some(id);
        if awaited || touched.get_untracked() {
            list.awaited.set(None);
            line.focus().ok();
        }
    });
    let head = {
        let session = session.clone();
        move || head(&session, ctx.t(), when)
    };
    let delete = move || {
        touched.set(true);
        ctx.send(Event::Deleted(id));
    };
    view! {
        <details class="sitting" open=open on:toggle=move |_| opened.set(true)>
            <summary node_ref=summary>
                {head}
                {move || match kept.get() {
                    Kept::One => Some(ctx.t().history.kept_one),
                    Kept::Nowhere => Some(ctx.t().history.kept_nowhere),
                    Kept::Pending | Kept::Both => None,
                }
                .map(|words| view! { <span class="sitting-flag is-caution">{words}</span> })}
            </summary>
            {move || opened.get().then(|| {
                view! { <Details session=session.clone() kept on_delete=delete /> }
            })}
        </details>
    }
}

/// Date, time of day, legs, and what did not go to the end.
fn head(session: &Session, t: &'static Text, when: When) -> impl IntoView + use<> {
    let at = local_ms(session.start_unix_ms, session.utc_offset_min);
    let (day, time) = (when.day(at), when.time(at));
    let legs: Vec<_> = session
        .passes
        .iter()
        .map(|pass| view! { <span>{t.history.sides[pass.leg.index()]} " " {span(pass.active_ms)}</span> })
        .collect();
    let ended = |end| session.passes.iter().any(|p| p.end == Some(end));
    let flag = if ended(PassEnd::Interrupted) {
        Some(t.history.interrupted)
    } else {
        ended(PassEnd::Stopped).then_some(t.history.stopped)
    };
    view! {
        <span class="sitting-when"><b>{day}</b> " " <span>{time}</span></span>
        <span class="sitting-legs">{legs} " " <span>{(t.history.spots)(session.holds.len())}</span></span>
        {flag.map(|words| view! { <span class="sitting-flag">{words}</span> })}
    }
}

/// The line of a session that was deleted since the app was opened.
#[component]
fn Gone(session: Arc<Session>, when: When, touched: RwSignal<bool>) -> impl IntoView {
    let ctx = ctx();
    let id = session.id;
    let at = local_ms(session.start_unix_ms, session.utc_offset_min);
    let words = move || {
        let date = format!("{}, {}", when.day(at), when.time(at));
        (ctx.t().history.deleted)(&date)
    };
    let undo = NodeRef::<html::Button>::new();
    undo.on_load(move |button| {
        if touched.get_untracked() {
            button.focus().ok();
        }
    });
    let bring_back = move |_| {
        touched.set(true);
        ctx.send(Event::BroughtBack(id));
    };
    view! {
        <div class="gone">
            <p>{words}</p>
            <button type="button" node_ref=undo on:click=bring_back>{move || ctx.t().leg.undo}</button>
        </div>
    }
}
