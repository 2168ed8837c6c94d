//! Optional questions about a session: the workout, the roller, the knee.

use leptos::{html::Div, prelude::*};

use super::{answer_chips::AnswerChips, focus, pain_ramp::PainRamp};
use crate::{
    app::context::{AppContext, use_app},
    domain::{
        Event,
        event::Edit,
        history_list::recent_rollers,
        session::{MAX_ROLLER_NAME_CHARS, Session, SessionId, Sport, Tag, normalized_roller_name},
        spot::Pain,
    },
};

/// The tags, in the order of their phrases.
pub const TAGS: [Tag; 3] = [Tag::Before, Tag::After, Tag::RestDay];
const SPORTS: [Sport; 3] = [Sport::Run, Sport::Ride, Sport::Other];

/// The questions after a session.
#[component]
pub fn SessionQuestions(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let history_text = &app.text.get_untracked().history;
    view! {
        <div class="session-questions">
            <h2>{history_text.about_session}</h2>
            <WorkoutFields id/>
            <KneeQuestion
                score=move || session_fact(app, id, |session| session.knee_after.map(|knee| knee.pain))
                on_rate=move |pain| app.dispatch(Event::SessionEdited(id, Edit::KneeAfter(pain)))
            />
        </div>
    }
}

/// The knee score before a session.
#[component]
pub fn KneeScoreQuestion() -> impl IntoView {
    let app = use_app();
    view! {
        <KneeQuestion
            score=move || app.knee_rating.get().map(|knee| knee.pain)
            on_rate=move |pain| app.dispatch(Event::KneeRated(pain))
        />
    }
}

/// The knee score, which is optional.
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
    let history_text = &t.history;
    let question = NodeRef::<Div>::new();
    let is_unrated = Memo::new(move |_| score.get().is_none());
    view! {
        <div class="knee-question" node_ref=question>
            <p aria-hidden="true">{history_text.knee_question}</p>
            <PainRamp label="" name=move || history_text.knee_question.to_owned() score on_rate/>
            <button
                type="button"
                class="plain-button"
                hidden=move || is_unrated.get()
                on:click=move |_| {
                    // The button is hidden when cleared; the focus moves to the question.
                    if let Some(question) = question.get_untracked() {
                        focus::focus_first(&question, "input");
                    }
                    on_rate.run(None);
                }
            >
                {history_text.clear_knee_pain}
            </button>
        </div>
    }
}

/// When relative to a workout, which sport, and on what roller.
#[component]
pub fn WorkoutFields(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let history_text = &app.text.get_untracked().history;
    let set_tag = move |index: Option<usize>| {
        app.dispatch(Event::SessionEdited(id, Edit::Tag(index.map(|index| TAGS[index]))));
    };
    let set_sport = move |index: Option<usize>| {
        app.dispatch(Event::SessionEdited(id, Edit::Sport(index.map(|index| SPORTS[index]))));
    };
    view! {
        <AnswerChips
            legend=history_text.tag_question
            answers=to_strings(&history_text.tags)
            given=move || session_fact(app, id, |session| TAGS.iter().position(|tag| Some(*tag) == session.tag))
            on_answer=set_tag
        />
        <AnswerChips
            legend=history_text.sport_question
            answers=to_strings(&history_text.sports)
            given=move || session_fact(app, id, |session| SPORTS.iter().position(|sport| Some(*sport) == session.sport))
            on_answer=set_sport
        />
        <RollerField id/>
    }
}

fn to_strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|words| (*words).to_owned()).collect()
}

/// Number of recent rollers that are offered as buttons.
const RECENT_ROLLERS: usize = 4;

/// The name of the roller, in the person's words. The next session starts with the same one.
#[component]
fn RollerField(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let history_text = &app.text.get_untracked().history;
    // A property is set each time its closure runs. The memo keeps text that is being typed.
    let roller = Memo::new(move |_| session_fact(app, id, |session| session.roller.clone()));
    // Read once: buttons that reorder while one is pressed would be missed.
    let known = app.history.with_untracked(|history| recent_rollers(history, RECENT_ROLLERS));
    let answers = known.clone();
    let names = known.clone();
    let has_any = !known.is_empty();
    let selected_index = move || roller.with(|roller| known.iter().position(|name| name == roller));
    let set_roller = move |index: Option<usize>| {
        let name = index.map(|index| names[index].clone()).unwrap_or_default();
        app.dispatch(Event::SessionEdited(id, Edit::Roller(name)));
    };
    view! {
        {has_any.then(move || view! {
            <AnswerChips legend=history_text.roller_question answers given=selected_index on_answer=set_roller/>
        })}
        <label class="edit-field">
            <span>{history_text.roller_name_label}</span>
            <input
                type="text"
                dir="auto"
                // `maxlength` counts UTF-16 code units, of which a character has one or two.
                maxlength=(2 * MAX_ROLLER_NAME_CHARS).to_string()
                autocapitalize="none"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="done"
                prop:value=move || roller.get()
                on:change:target=move |event| {
                    let name = normalized_roller_name(&event.target().value());
                    event.target().set_value(&name);
                    app.dispatch(Event::SessionEdited(id, Edit::Roller(name)));
                }
            />
        </label>
    }
}

/// Reads something from the stored session. Tracked.
fn session_fact<T: Default>(app: AppContext, id: SessionId, read: fn(&Session) -> T) -> T {
    app.history.with(|history| history.session(id).map(|session| read(session)).unwrap_or_default())
}
