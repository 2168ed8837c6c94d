//! What a person may say about a session: the workout it belongs to, the roller, the knee. None has to be answered.

use leptos::{html::Div, prelude::*};

use super::{answer_chips::AnswerChips, focus, pain_ramp::PainRamp};
use crate::{
    app::context::{AppContext, use_app},
    domain::{
        Event,
        event::Edit,
        history_list::recent_rollers,
        session::{ROLLER_LEN, Session, SessionId, Sport, Tag, roller_name},
        spot::Pain,
    },
};

/// The tags, in the order of their phrases.
pub const TAGS: [Tag; 3] = [Tag::Before, Tag::After, Tag::Rest];
const SPORTS: [Sport; 3] = [Sport::Run, Sport::Ride, Sport::Other];

/// What is asked when a session is over.
#[component]
pub fn SessionQuestions(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let h = &app.text.get_untracked().history;
    view! {
        <div class="about-session">
            <h2>{h.about}</h2>
            <WorkoutFields id/>
            <KneeQuestion
                score=move || fact(app, id, |session| session.knee_after.map(|knee| knee.pain))
                on_rate=move |pain| app.dispatch(Event::Edited(id, Edit::KneeAfter(pain)))
            />
        </div>
    }
}

/// How the knee is before a session.
#[component]
pub fn KneeNow() -> impl IntoView {
    let app = use_app();
    view! {
        <KneeQuestion
            score=move || app.knee_now.get().map(|knee| knee.pain)
            on_rate=move |pain| app.dispatch(Event::KneeRated(pain))
        />
    }
}

/// The knee's score, which nobody has to give.
#[component]
fn KneeQuestion(
    /// The score that was given.
    #[prop(into)]
    score: Signal<Option<Pain>>,
    /// Called with the score that the person gives.
    #[prop(into)]
    on_rate: Callback<Option<Pain>>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let h = &t.history;
    let question = NodeRef::<Div>::new();
    let is_unrated = Memo::new(move |_| score.get().is_none());
    view! {
        <div class="knee-ask" node_ref=question>
            <p aria-hidden="true">{h.knee_ask}</p>
            <PainRamp label="" name=move || h.knee_ask.to_owned() score on_rate/>
            <button
                type="button"
                class="quiet"
                hidden=move || is_unrated.get()
                on:click=move |_| {
                    // The button goes, the focus stays with the question.
                    if let Some(question) = question.get_untracked() {
                        focus::first(&question, "input");
                    }
                    on_rate.run(None);
                }
            >
                {h.knee_clear}
            </button>
        </div>
    }
}

/// When, relative to a workout, which, and on what roller.
#[component]
pub fn WorkoutFields(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let h = &app.text.get_untracked().history;
    let tell_tag = move |index: Option<usize>| {
        app.dispatch(Event::Edited(id, Edit::Tag(index.map(|index| TAGS[index]))));
    };
    let tell_sport = move |index: Option<usize>| {
        app.dispatch(Event::Edited(id, Edit::Sport(index.map(|index| SPORTS[index]))));
    };
    view! {
        <AnswerChips
            legend=h.tag_ask
            answers=owned(&h.tags)
            given=move || fact(app, id, |session| TAGS.iter().position(|tag| Some(*tag) == session.tag))
            on_answer=tell_tag
        />
        <AnswerChips
            legend=h.sport_ask
            answers=owned(&h.sports)
            given=move || fact(app, id, |session| SPORTS.iter().position(|sport| Some(*sport) == session.sport))
            on_answer=tell_sport
        />
        <RollerField id/>
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|words| (*words).to_owned()).collect()
}

/// Rollers that were used are one tap away.
const ROLLERS: usize = 4;

/// The person's own word for the roller. The next session has the same one.
#[component]
fn RollerField(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let h = &app.text.get_untracked().history;
    // A property is written each time its closure runs. The memo keeps what is being typed.
    let roller = Memo::new(move |_| fact(app, id, |session| session.roller.clone()));
    // As they are now: chips that change their order when one is pressed would be missed.
    let known = app.history.with_untracked(|history| recent_rollers(history, ROLLERS));
    let answers = known.clone();
    let names = known.clone();
    let is_any = !known.is_empty();
    let given = move || roller.with(|roller| known.iter().position(|name| name == roller));
    let tell = move |index: Option<usize>| {
        let name = index.map(|index| names[index].clone()).unwrap_or_default();
        app.dispatch(Event::Edited(id, Edit::Roller(name)));
    };
    view! {
        {is_any.then(move || view! { <AnswerChips legend=h.roller_which answers given on_answer=tell/> })}
        <label class="correct-field">
            <span>{h.roller_ask}</span>
            <input
                type="text"
                dir="auto"
                // The browser counts UTF-16 units, of which a character has one or two.
                maxlength=(2 * ROLLER_LEN).to_string()
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="done"
                prop:value=move || roller.get()
                on:change:target=move |event| {
                    let name = roller_name(&event.target().value());
                    event.target().set_value(&name);
                    app.dispatch(Event::Edited(id, Edit::Roller(name)));
                }
            />
        </label>
    }
}

/// What is stored about a session. Tracked.
fn fact<T: Default>(app: AppContext, id: SessionId, read: fn(&Session) -> T) -> T {
    app.history.with(|history| history.session(id).map(|session| read(session)).unwrap_or_default())
}
