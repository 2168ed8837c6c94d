//! What a person may say about a session: the workout it belongs to, the roller, the knee. None has to be answered.

use leptos::prelude::*;

use super::select_field::{PainSelect, SelectField, index_of, options_with_none, value_at};
use crate::{
    app::context::{AppContext, use_app},
    domain::{
        Event,
        event::Edit,
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

/// The knee's score, which one tap puts away. The same button brings the question back, so that the keyboard and a
/// screen reader keep their place.
#[component]
fn KneeQuestion(
    /// The score that was given.
    #[prop(into)]
    score: Signal<Option<Pain>>,
    /// Called with the score that the person selects.
    #[prop(into)]
    on_rate: Callback<Option<Pain>>,
) -> impl IntoView {
    let h = &use_app().text.get_untracked().history;
    let is_skipped = RwSignal::new(false);
    let can_skip = Memo::new(move |_| score.get().is_none());
    view! {
        <div class="knee-ask">
            {move || (!is_skipped.get()).then(|| view! { <PainSelect label=h.knee_ask score on_rate/> })}
            {move || can_skip.get().then(|| view! {
                <button type="button" class="quiet" on:click=move |_| is_skipped.update(|skipped| *skipped = !*skipped)>
                    {move || if is_skipped.get() { h.knee_rate } else { h.skip }}
                </button>
            })}
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
    view! {
        <SelectField
            label=h.tag_ask
            options=options_with_none(h.unsaid, &h.tags)
            selected=move || fact(app, id, |session| index_of(&TAGS, session.tag))
            on_select=move |index| app.dispatch(Event::Edited(id, Edit::Tag(value_at(&TAGS, index))))
        />
        <SelectField
            label=h.sport_ask
            options=options_with_none(h.unsaid, &h.sports)
            selected=move || fact(app, id, |session| index_of(&SPORTS, session.sport))
            on_select=move |index| app.dispatch(Event::Edited(id, Edit::Sport(value_at(&SPORTS, index))))
        />
        <RollerField id/>
    }
}

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
    view! {
        <label class="correct-field">
            <span>{h.roller_ask}</span>
            <input
                type="text"
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
