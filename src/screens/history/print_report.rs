//! One page for a clinician: on the screen only its button is seen, on paper only the page.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use super::{
    knee::{KneeChart, score_table},
    map::LegMaps,
    table::DataTable,
    trend_section::{TrendSection, place},
};
use crate::{
    app::context::{AppContext, use_app},
    components::live_region::told_again,
    domain::{
        ease::{Ease, ease, pains},
        heatmap::{Since, heat},
        history_list::{local_ms, tenths_a_week},
        hold::{Ending, Hold, Reason},
        knee::scores,
        leg::Leg,
        session::{Pass, Session},
        spot::Pain,
        track::Track,
    },
    i18n::{Text, date, formats, weeks::short},
};

/// Most rows of each table: what one page holds.
const SPOTS: usize = 10;
const KNEES: usize = 6;
/// Most sessions of the knee's chart.
const KNEES_DRAWN: usize = 40;
const STOPS: usize = 6;

/// The button. The page is made when it is first printed.
#[component]
pub fn PrintSection(
    /// The tracks of both legs.
    tracks: StoredValue<[Vec<Track>; 2]>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let is_wanted = RwSignal::new(false);
    let refusals = RwSignal::new(0_u32);
    view! {
        <div class="weeks-part">
            <button
                type="button"
                on:click:target=move |event| {
                    is_wanted.set(true);
                    let button = event.target();
                    // The page is rendered in a microtask too, one that is queued before this one.
                    queue_microtask(move || {
                        if print_page_of(&button) {
                            refusals.set(0);
                        } else {
                            refusals.update(|refusals| *refusals += 1);
                        }
                    });
                }
            >
                {t.history.weeks.report.print}
            </button>
            <p class="field-wrong" role="alert" translate="no">
                {move || match refusals.get() {
                    0 => String::new(),
                    number => told_again(number, t.history.weeks.report.cannot_print),
                }}
            </p>
            {move || is_wanted.get().then(|| view! { <PrintReport tracks/> })}
        </div>
    }
}

/// Prints, and says whether the browser can. Some, such as Firefox on Android, have no `window.print`.
fn print_page_of(element: &Element) -> bool {
    let window = element.owner_document().and_then(|document| document.default_view());
    window.is_some_and(|window| window.print().is_ok())
}

/// The page.
#[component]
fn PrintReport(
    /// The tracks of both legs.
    tracks: StoredValue<[Vec<Track>; 2]>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let weeks = &t.history.weeks;
    let words = &weeks.report;
    let (sessions, heats) =
        app.history.with_untracked(|history| (history.newest_first(), heat(history, &Since::Ever.days(0))));
    let date = |session: Option<&Arc<Session>>| session.map(|s| start_date(s)).unwrap_or_default();
    let range =
        words.range.with(&[date(sessions.last()).as_str().into(), date(sessions.first()).as_str().into()]);
    let range = formats::facts(&[t.history.sessions.of(sessions.len()), range]) + ".";
    let often = app.history.with_untracked(|history| tenths_a_week(history, app.today.get_untracked())).map(
        |tenths| words.per_week.words(&formats::current().tenths(u32::try_from(tenths).unwrap_or(u32::MAX))),
    );
    let printed = words
        .printed
        .words(&date::day_and_year(app.moment(app.now.with_untracked(|now| now.unix_ms)).local_ms()));
    let scores = app.history.with_untracked(scores);
    let chart = scores[scores.len().saturating_sub(KNEES_DRAWN)..].to_vec();
    let spot_rows = spot_rows(tracks, t);
    view! {
        <article class="clinician">
            <header class="clinician-head">
                <h1>{words.title}</h1>
                <p class="clinician-name">{words.name}<span></span></p>
            </header>
            <p>
                <b>{words.not_a_diagnosis}</b>
                " "
                {[Some(range), often, Some(printed)].into_iter().flatten().collect::<Vec<_>>().join(" ")}
            </p>
            {(!is_whole(app)).then(|| view! { <p><b>{t.files.unread_on_paper}</b></p> })}
            <StopsTable sessions/>
            <TrendSection title=weeks.spots.title>
                <DataTable heads=words.heads.into() rows=spot_rows/>
                <p class="soft">{words.note}</p>
            </TrendSection>
            <div class="clinician-map">
                <div>
                    <LegMaps heats name="paper"/>
                </div>
                {(!chart.is_empty()).then(|| view! {
                    <TrendSection title=weeks.knee.title>
                        <KneeChart scores=chart.clone()/>
                    </TrendSection>
                })}
            </div>
            <KneeTable/>
        </article>
    }
}

/// Whether no store has more than is known. One that cannot be used is as good as none.
fn is_whole(app: AppContext) -> bool {
    !app.trouble.get_untracked().read.is_waiting()
}

/// The spots with the most sessions of both legs, hip to knee.
fn spot_rows(tracks: StoredValue<[Vec<Track>; 2]>, t: &'static Text) -> Vec<Vec<String>> {
    let app = use_app();
    tracks.with_value(|tracks| {
        let all = || tracks.iter().flatten();
        let more = |this: &Track| all().filter(|other| other.visits.len() > this.visits.len()).count();
        let row = |track: &Track| {
            app.history
                .with_untracked(|history| spot_row(track, &ease(history, track), pains(history, track), t))
        };
        all().filter(|track| more(track) < SPOTS).take(SPOTS).map(row).collect()
    })
}

fn spot_row(track: &Track, ease: &Ease, pains: [Option<u32>; 2], t: &'static Text) -> Vec<String> {
    let weeks = &t.history.weeks;
    let none = || weeks.none.to_owned();
    let mut trend = weeks.spots.verdict(ease.verdict).to_owned();
    if let Some(more) = weeks.spots.verdict_more(ease).filter(|_| ease.median_ms.is_some()) {
        trend = formats::facts(&[trend, more]);
    }
    if ease.older > 0 {
        trend.push_str("; ");
        trend.push_str(&weeks.spots.older.of(ease.older));
    }
    vec![
        t.history.sides[track.leg.index()].to_owned(),
        place(track.position, t),
        weeks.report.of.with(&[ease.eased.into(), ease.points.len().into()]),
        ease.median_ms.map_or_else(none, short),
        ease.middle_ms.map_or_else(none, |half| half.map(short).join("–")),
        if pains == [None; 2] {
            none()
        } else {
            pains
                .map(|pain| pain.map_or_else(none, |pain| formats::current().number(pain)))
                .join(if formats::current().is_rtl() { " ← " } else { " → " })
        },
        trend,
    ]
}

/// The knee's newest scores, if there are any, below the heading of their chart.
#[component]
fn KneeTable() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let all = app.history.with_untracked(scores);
    let (heads, rows) = score_table(&all[all.len().saturating_sub(KNEES)..], t);
    (!all.is_empty()).then(|| {
        view! {
            <div class="weeks-part">
                <DataTable heads rows/>
                {newest_only(all.len(), KNEES, t)}
            </div>
        }
    })
}

/// What ended before its time because it felt wrong, or because the session was stopped.
#[derive(Clone, Copy)]
enum Stop<'a> {
    /// A hold.
    Hold(&'a Hold),
    /// "This feels wrong" while rolling that leg, which belongs to no spot.
    Rolling(Leg, Option<Reason>),
}

/// The stops of a session: while rolling, then in a hold.
fn stops(session: &Session) -> impl Iterator<Item = Stop<'_>> {
    let rolling = |pass: &Pass| {
        let leg = pass.leg;
        pass.felt_wrong.clone().into_iter().map(move |reason| Stop::Rolling(leg, reason))
    };
    let holds = session.holds.iter().filter(|hold| matches!(hold.ending, Ending::Stopped(_)));
    session.passes.iter().flat_map(rolling).chain(holds.map(Stop::Hold))
}

/// The holds that were stopped, with the reasons.
#[component]
fn StopsTable(
    /// All sessions, newest first.
    sessions: Vec<Arc<Session>>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.weeks.report;
    let all: Vec<(&Session, Stop)> =
        sessions.iter().flat_map(|session| stops(session).map(|stop| (&**session, stop))).collect();
    if all.is_empty() && !is_whole(use_app()) {
        return ().into_any();
    }
    if all.is_empty() {
        return view! { <TrendSection title=words.stops><p>{words.no_stops}</p></TrendSection> }.into_any();
    }
    let score = |pain: Option<Pain>| {
        pain.map_or_else(|| t.history.weeks.none.to_owned(), |pain| formats::number(pain.score().into()))
    };
    let none = || t.history.weeks.none.to_owned();
    let row = |(session, stop): &(&Session, Stop)| {
        let (leg, at, ending, pains) = match stop {
            Stop::Hold(hold) => {
                let leg = session.passes.get(usize::from(hold.pass)).map(|pass| pass.leg);
                (leg, place(hold.position, t), hold.ending, [hold.pain_press, hold.pain_ease])
            }
            Stop::Rolling(leg, reason) => (Some(*leg), none(), Ending::Stopped(*reason), [None; 2]),
        };
        let leg = leg.map(|leg| t.history.sides[leg.index()]).unwrap_or_default();
        let [press, eased] = pains.map(score);
        vec![start_date(session), leg.to_owned(), at, t.hold.ending(ending).to_owned(), press, eased]
    };
    let rows = all.iter().take(STOPS).map(row).collect();
    let [leg, place, ..] = words.heads;
    let [press, eased] = words.pain_heads;
    let [date, _, ending, _] = t.history.weeks.spots.heads;
    let note = newest_only(all.len(), STOPS, t);
    view! {
        <TrendSection title=words.stops>
            <DataTable heads=vec![date, leg, place, ending, press, eased] rows/>
            {note}
        </TrendSection>
    }
    .into_any()
}

/// The day on which a session began.
fn start_date(session: &Session) -> String {
    date::day_and_year(local_ms(session.start_unix_ms, session.utc_offset_min))
}

/// That a table leaves the older ones out, if it does.
fn newest_only(all: usize, most: usize, t: &'static Text) -> Option<impl IntoView + use<>> {
    (all > most).then(|| view! { <p class="soft">{t.history.weeks.report.newest.of(most)}</p> })
}
