//! What the session screen shows at each stage, and the layout of a session in progress.

use leptos::{html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::{
    big_tap::BigTap,
    control::Control,
    controls::Controls,
    instructions::Instructions,
    keys,
    mini_leg::MiniLeg,
    pain::PainQuestion,
    summary::SessionSummary,
    text_fit,
    timer_dial::TimerDial,
    view_model::{SessionView, use_session_view},
    wrong::FeltWrong,
};
use crate::{
    app::context::use_app,
    components::{
        focus,
        leg_attribute::leg_attribute,
        resume_panel::{ElsewherePanel, ResumePanel},
        session_stage::SessionStage,
    },
    domain::{
        Event,
        phase::{Name, PressureAdvice},
        running::Running,
    },
};

/// The session screen at the stage that the session has now. It is made anew when the [`SessionStage`] changes.
#[component]
pub fn SessionScreen() -> impl IntoView {
    let app = use_app();
    keys::listen(app);
    match app.session.with_untracked(SessionStage::of) {
        SessionStage::InProgress => view! { <SessionInProgress/> }.into_any(),
        SessionStage::Farewell => view! { <Farewell/> }.into_any(),
        SessionStage::Summary => app
            .running_untracked(|running| (running.id, running.course.leg))
            .map(|(id, leg)| view! { <SessionSummary id leg/> })
            .into_any(),
        SessionStage::LeftBehind => view! { <PanelPage><ResumePanel/></PanelPage> }.into_any(),
        SessionStage::Elsewhere => view! { <PanelPage><ElsewherePanel/></PanelPage> }.into_any(),
        // The app leaves this screen at once.
        SessionStage::Empty => view! { <main></main> }.into_any(),
    }
}

/// A page around a panel that is shown instead of the session.
#[component]
fn PanelPage(children: Children) -> impl IntoView {
    view! {
        <main class="aside">
            <header class="masthead">
                <h1 class="wordmark" translate="no" tabindex="-1">"Eased"</h1>
            </header>
            {children()}
        </main>
    }
}

/// A session in progress: side and phase, the number or the leg, what a tap does, what to do, and the buttons. After "This
/// feels wrong" that has the screen to itself.
#[component]
fn SessionInProgress() -> impl IntoView {
    let session = SessionView::provide();
    let layout = NodeRef::<Div>::new();
    let wrong = Memo::new(move |_| session.get().wrong_step());
    keep_focus(session, layout);
    view! {
        <main
            class="session"
            class:is-turned=move || session.get().turned
            class:is-early=move || session.get().is_early
            class:is-at-spot=move || session.get().spot_here.is_some()
            class:is-resting=move || session.get().rest.is_some()
            class:is-off-roller=move || session.get().off_roller
            class:is-leaving=move || session.get().advice == Some(PressureAdvice::LeaveSpot)
            data-phase=move || phase_attribute(session.get().name)
            data-leg=move || leg_attribute(session.get().leg)
            data-side=move || leg_attribute(session.get().side)
            translate="no"
            on:contextmenu=|event| event.prevent_default()
            on:click=|event| release_focus(&event)
        >
            <div class="mat-turn" node_ref=layout>
                {move || match wrong.get() {
                    Some(step) => view! { <FeltWrong step/> }.into_any(),
                    None => view! { <Mat/> }.into_any(),
                }}
            </div>
        </main>
    }
}

/// What is shown while nothing feels wrong.
#[component]
fn Mat() -> impl IntoView {
    let session = use_session_view();
    // While rolling the leg is the display, and while legs are changed neither is the one in hand.
    let shows_leg = Memo::new(move |_| matches!(session.get().name, Name::Hold | Name::Paused));
    view! {
        <div class="mat">
            <SideAndPhase/>
            {move || shows_leg.get().then(|| view! { <MiniLeg/> })}
            <TimerDial/>
            <Instructions/>
            <BigTap/>
            <PainQuestion/>
            <Controls/>
        </div>
    }
}

/// The heading: the side, and the phase in one word.
#[component]
fn SideAndPhase() -> impl IntoView {
    let t = &use_app().text.get_untracked().session_screen;
    let session = use_session_view();
    let side = move || t.sides[session.get().side.index()];
    let word = move || {
        let session = session.get();
        match (session.spot_here, session.rest) {
            _ if session.name == Name::Paused => t.words.paused,
            (Some(_), _) => t.stop_here,
            (None, Some(_)) => t.wait,
            (None, None) => t.words.of(session.name),
        }
    };
    let changes = Memo::new(move |_| session.get().under == Name::Switch);
    view! {
        <h1
            class="mat-head"
            class:is-changing=move || changes.get()
            style=("--side-ems", move || text_fit::whole(side()))
            style=("--word-ems", move || text_fit::whole(word()))
        >
            <span class="mat-side">{move || side()}</span>
            " "
            <span class="mat-word">{move || word()}</span>
        </h1>
    }
}

/// The end, before the summary: whoever still lies on the roller comes off it first.
#[component]
fn Farewell() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let leg = app.running_untracked(|running| running.course.leg);
    let turned = leg.is_some_and(|leg| app.settings.with_untracked(|settings| settings.turned(leg)));
    let both = app.running_untracked(|running| running.course.did_both_legs()) == Some(true);
    let can_undo = Memo::new(move |_| app.running(Running::can_undo).unwrap_or_default());
    let [off, both_done, over] = t.farewell;
    view! {
        <main
            class="session"
            class:is-turned=turned
            data-phase=phase_attribute(Name::Done)
            data-leg=leg.map(leg_attribute)
            translate="no"
        >
            <div class="mat-turn">
                <div class="wrong is-farewell">
                    <h1 class="wrong-title">{off}</h1>
                    <p class="wrong-lead">{if both { both_done } else { over }}</p>
                    <div class="wrong-bar">
                        {move || can_undo.get().then(|| view! {
                            <Control class="control is-undo" words=t.undo event=Event::Undone/>
                        })}
                    </div>
                </div>
            </div>
        </main>
    }
}

/// Gives the focus to the phase's main control when the one that had it is gone.
fn keep_focus(session: Memo<SessionView>, layout: NodeRef<Div>) {
    let app = use_app();
    Effect::new(move |_| {
        session.get();
        app.safety_page.track();
        let Some(layout) = layout.get() else { return };
        // One frame later the controls are those of the phase.
        request_animation_frame(move || {
            let main_control = layout.query_selector("[data-first]").ok().flatten();
            if let Some(main_control) = main_control.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                focus::offer(&main_control);
            }
        });
    });
}

/// A control that was pressed with a finger or a mouse gives up the focus, so that the next key is the big tap
/// again. A dialog that the press has opened keeps its focus.
fn release_focus(event: &MouseEvent) {
    // A click that a key or a screen reader made has no detail.
    let by_pointer = event.detail() > 0;
    let pressed = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(pressed) = pressed.filter(|_| by_pointer) else { return };
    let screen = pressed.closest(".session").ok().flatten();
    if let (Some(screen), Some(focused)) = (screen, focus::holder(&pressed))
        && screen.contains(Some(&focused))
    {
        focused.blur().ok();
    }
}

/// A phase as `data-phase` names it.
const fn phase_attribute(name: Name) -> &'static str {
    match name {
        Name::Position => "position",
        Name::Roll => "roll",
        Name::Hold => "hold",
        Name::Switch => "switch",
        Name::Paused => "paused",
        Name::Done => "done",
    }
}
