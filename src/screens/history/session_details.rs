//! The details of a session: its passes and holds, to read or to correct.

use leptos::{html::Div, prelude::*};

use super::save_status::save_status;
use crate::{
    app::context::use_app,
    components::{
        focus, hold_editor::HoldEditor, hold_line::HoldLine, pass_remarks::PassRemarks,
        save_status_line::SaveStatusLine, session_questions::WorkoutFields,
    },
    domain::{
        history_list::count_eased,
        hold::Hold,
        session::{Pass, Session, SessionId},
    },
    i18n::{Text, formats, history::format_duration},
};

/// The details of an expanded session.
#[component]
pub fn SessionDetails(
    /// The session.
    id: SessionId,
    /// The date and time of the session.
    title: String,
    /// The id of the element that names the session in its row.
    labelled_by: String,
    /// Called when the person deletes it.
    #[prop(into)]
    on_delete: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let h = &app.text.get_untracked().history;
    let is_correcting = RwSignal::new(false);
    // The read-only details are rendered again at every revision. The editable ones are not, so they keep the focus.
    let revision =
        Memo::new(move |_| app.history.with(|history| history.get(id).map(|entry| (entry.rev, entry.crc))));
    let status = Memo::new(move |_| app.history.with(|history| save_status(history, id)));
    view! {
        <section class="session-details" aria-labelledby=labelled_by>
            <div class="session-pane">
                <h3 class="session-title">{title}</h3>
                {move || if is_correcting.get() {
                    view! { <EditableDetails id/> }.into_any()
                } else {
                    revision.get();
                    view! { <ReadOnlyDetails id/> }.into_any()
                }}
                {move || view! { <SaveStatusLine status=status.get()/> }}
                <button
                    type="button"
                    class="session-correct"
                    on:click=move |_| is_correcting.update(|correcting| *correcting = !*correcting)
                >
                    {move || if is_correcting.get() { h.edit.end } else { h.edit.begin }}
                </button>
                <button type="button" class="session-delete" on:click=move |_| on_delete.run(())>
                    {h.delete_session}
                </button>
            </div>
        </section>
    }
}

/// The passes and facts, read-only.
#[component]
fn ReadOnlyDetails(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let session = app.history.with_untracked(|history| history.session(id).cloned())?;
    let holds = |pass: usize| {
        let line = |(number, hold): (usize, &Hold)| {
            view! { <li><HoldLine number hold=hold.clone()/></li> }.into_any()
        };
        (1..).zip(session.holds_in_pass(pass)).map(line).collect()
    };
    let passes = session.passes.iter().enumerate();
    let passes = passes
        .map(|(index, pass)| view! { <PassSection pass=pass.clone() holds=holds(index)/> })
        .collect_view();
    Some(view! {
        <div class="session-passes">{passes}</div>
        <ul class="session-facts">
            {facts(&session, t).into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}
        </ul>
    })
}

/// The passes and facts, editable. Moves the focus to the first field, because the fields are above the button.
#[component]
fn EditableDetails(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let session = app.history.with_untracked(|history| history.session(id).cloned())?;
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(body) = root.get().and_then(|root| root.parent_element()) {
            focus::focus_first(&body, "summary, select, input");
        }
    });
    let holds = |pass: usize| {
        let holds = session.holds.iter().enumerate().filter(|(_, hold)| usize::from(hold.pass) == pass);
        let editor = |(number, (index, _))| view! { <HoldEditor id index number/> }.into_any();
        (1..).zip(holds).map(editor).collect()
    };
    let passes = session.passes.iter().enumerate();
    let passes = passes
        .map(|(index, pass)| view! { <PassSection pass=pass.clone() holds=holds(index)/> })
        .collect_view();
    Some(view! {
        <div class="session-passes" node_ref=root>{passes}</div>
        <div class="session-questions">
            <WorkoutFields id/>
        </div>
    })
}

/// A pass: a dotted line with a number at each hold.
#[component]
fn PassSection(
    /// The pass.
    pass: Pass,
    /// An item for each of its holds.
    holds: Vec<AnyView>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let hold_list = if holds.is_empty() {
        view! { <p class="secondary-text">{t.hold.no_holds}</p> }.into_any()
    } else {
        view! { <ol class="hold-list">{holds}</ol> }.into_any()
    };
    view! {
        <section class="pass">
            <h4>
                {[t.shell.left_leg, t.shell.right_leg][pass.leg.index()]}
                " "
                <span>{format_duration(pass.active_ms)}</span>
            </h4>
            {hold_list}
            <PassRemarks pass=pass.clone()/>
        </section>
    }
}

/// The facts about the whole session.
fn facts(session: &Session, t: &'static Text) -> Vec<String> {
    let h = &t.history;
    let mut facts = vec![h.advance(session.advance)];
    let (eased, total) = count_eased(session);
    facts.extend((total > 0).then(|| h.holds_eased.with_values(&[eased.into(), total.into()])));
    let workout =
        [session.tag.map(|tag| h.tag(tag)), session.sport.map(|sport| h.sport(sport))].into_iter().flatten();
    let workout = formats::join_facts(&workout.collect::<Vec<_>>());
    facts.extend((!workout.is_empty()).then_some(workout));
    facts.extend((!session.roller.is_empty()).then(|| h.roller.with_text(&session.roller)));
    facts.extend(session.knee_before.map(|knee| h.knee_before(knee.pain.score(), knee.minutes)));
    facts.extend(session.knee_after.map(|knee| h.knee_after(knee.pain.score(), knee.minutes)));
    facts
}
