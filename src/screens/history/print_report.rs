//! The printed report for a clinician. On the screen only its button is visible; in print only the report.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use super::{
    heatmap::LegHeatmaps,
    knee::{KneeChart, score_table},
    table::DataTable,
    trend_section::{TrendSection, place},
};
use crate::{
    app::context::{AppContext, use_app},
    components::live_region::distinct_announcement,
    domain::{
        ease_statistics::{EaseStatistics, ease_statistics, median_pains},
        heatmap::{Period, leg_heatmaps},
        history_list::{local_ms, sessions_per_week_tenths},
        hold::{Ending, Hold, StopReason},
        knee_scores::knee_scores,
        leg::Leg,
        session::{Pass, Session},
        spot::Pain,
        track::Track,
    },
    i18n::{Text, date, formats, trends::format_hold_time},
};

/// The maximum number of rows of each table, so that the report fits on one page.
const MAX_SPOT_ROWS: usize = 10;
const MAX_KNEE_ROWS: usize = 6;
/// The chart of knee scores shows at most this many sessions, the newest.
const MAX_KNEE_CHART_SESSIONS: usize = 40;
const MAX_STOP_ROWS: usize = 6;

/// The print button. The report is rendered when it is first printed.
#[component]
pub fn PrintSection(
    /// The tracks of both legs.
    tracks: StoredValue<[Vec<Track>; 2]>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let is_wanted = RwSignal::new(false);
    let print_errors = RwSignal::new(0_u32);
    view! {
        <div class="trend-section">
            <button
                type="button"
                on:click:target=move |event| {
                    is_wanted.set(true);
                    let button = event.target();
                    // The report is rendered in a microtask that was queued before this one.
                    queue_microtask(move || {
                        if print_page_of(&button) {
                            print_errors.set(0);
                        } else {
                            print_errors.update(|print_errors| *print_errors += 1);
                        }
                    });
                }
            >
                {t.history.trends.report.print}
            </button>
            <p class="field-error" role="alert" translate="no">
                {move || match print_errors.get() {
                    0 => String::new(),
                    number => distinct_announcement(number, t.history.trends.report.cannot_print),
                }}
            </p>
            {move || is_wanted.get().then(|| view! { <PrintReport tracks/> })}
        </div>
    }
}

/// Prints the page. Returns false if the browser cannot: Firefox on Android, for example, has no `window.print`.
fn print_page_of(element: &Element) -> bool {
    let window = element.owner_document().and_then(|document| document.default_view());
    window.is_some_and(|window| window.print().is_ok())
}

/// The report.
#[component]
fn PrintReport(
    /// The tracks of both legs.
    tracks: StoredValue<[Vec<Track>; 2]>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let trends_text = &t.history.trends;
    let report_text = &trends_text.report;
    let (sessions, heatmaps) = app.history.with_untracked(|history| {
        (history.sessions_newest_first(), leg_heatmaps(history, &Period::AllTime.days_until(0)))
    });
    let date = |session: Option<&Arc<Session>>| session.map(|s| start_date(s)).unwrap_or_default();
    let range = report_text
        .date_range
        .with_values(&[date(sessions.last()).as_str().into(), date(sessions.first()).as_str().into()]);
    let range = formats::join_facts(&[t.history.session_count.for_count(sessions.len()), range]) + ".";
    let frequency_sentence = app
        .history
        .with_untracked(|history| sessions_per_week_tenths(history, app.today.get_untracked()))
        .map(|tenths| {
            report_text
                .sessions_per_week
                .with_text(&formats::current().tenths(u32::try_from(tenths).unwrap_or(u32::MAX)))
        });
    let printed = report_text
        .printed_on
        .with_text(&date::day_and_year(app.moment(app.now.with_untracked(|now| now.unix_ms)).local_ms()));
    let scores = app.history.with_untracked(knee_scores);
    let chart = scores[scores.len().saturating_sub(MAX_KNEE_CHART_SESSIONS)..].to_vec();
    let spot_rows = spot_rows(tracks, t);
    view! {
        <article class="report">
            <header class="report-header">
                <h1>{report_text.title}</h1>
                <p class="report-name">{report_text.name_label}<span></span></p>
            </header>
            <p>
                <b>{report_text.not_a_diagnosis}</b>
                " "
                {[Some(range), frequency_sentence, Some(printed)].into_iter().flatten().collect::<Vec<_>>().join(" ")}
            </p>
            {(!is_history_complete(app)).then(|| view! { <p><b>{t.files.report_incomplete}</b></p> })}
            <StopsTable sessions/>
            <TrendSection title=trends_text.spots.title>
                <DataTable heads=report_text.spot_heads.into() rows=spot_rows/>
                <p class="secondary-text">{report_text.spot_table_note}</p>
            </TrendSection>
            <div class="report-heatmap">
                <div>
                    <LegHeatmaps heatmaps name="paper"/>
                </div>
                {(!chart.is_empty()).then(|| view! {
                    <TrendSection title=trends_text.knee.title>
                        <KneeChart scores=chart.clone()/>
                    </TrendSection>
                })}
            </div>
            <KneeTable/>
        </article>
    }
}

/// Whether all stores have been read. A store that cannot be used counts as read.
fn is_history_complete(app: AppContext) -> bool {
    !app.storage_health.get_untracked().read.is_waiting()
}

/// The rows of the spots with the most sessions, left leg first, hip to knee.
fn spot_rows(tracks: StoredValue<[Vec<Track>; 2]>, t: &'static Text) -> Vec<Vec<String>> {
    let app = use_app();
    tracks.with_value(|tracks| {
        let all_tracks = || tracks.iter().flatten();
        let longer_count =
            |track: &Track| all_tracks().filter(|other| other.sessions.len() > track.sessions.len()).count();
        let row = |track: &Track| {
            app.history.with_untracked(|history| {
                spot_row(track, &ease_statistics(history, track), median_pains(history, track), t)
            })
        };
        all_tracks()
            .filter(|track| longer_count(track) < MAX_SPOT_ROWS)
            .take(MAX_SPOT_ROWS)
            .map(row)
            .collect()
    })
}

fn spot_row(
    track: &Track,
    statistics: &EaseStatistics,
    pains: [Option<u32>; 2],
    t: &'static Text,
) -> Vec<String> {
    let trends_text = &t.history.trends;
    let none = || trends_text.no_value.to_owned();
    let mut trend = trends_text.spots.verdict(statistics.verdict).to_owned();
    if let Some(change) =
        trends_text.spots.verdict_change(statistics).filter(|_| statistics.median_ms.is_some())
    {
        trend = formats::join_facts(&[trend, change]);
    }
    if statistics.older_count > 0 {
        trend.push_str("; ");
        trend.push_str(&trends_text.spots.older_not_compared.for_count(statistics.older_count));
    }
    vec![
        t.history.sides[track.leg.index()].to_owned(),
        place(track.position, t),
        trends_text
            .report
            .eased_of_total
            .with_values(&[statistics.eased_count.into(), statistics.points.len().into()]),
        statistics.median_ms.map_or_else(none, format_hold_time),
        statistics.quartiles_ms.map_or_else(none, |half| half.map(format_hold_time).join("–")),
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

/// The table of the newest knee scores, if there are any.
#[component]
fn KneeTable() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let scores = app.history.with_untracked(knee_scores);
    let (heads, rows) = score_table(&scores[scores.len().saturating_sub(MAX_KNEE_ROWS)..], t);
    (!scores.is_empty()).then(|| {
        view! {
            <div class="trend-section">
                <DataTable heads rows/>
                {newest_only(scores.len(), MAX_KNEE_ROWS, t)}
            </div>
        }
    })
}

/// Something that was stopped because it felt wrong or because the session was stopped.
#[derive(Clone, Copy)]
enum Stop<'a> {
    /// A hold.
    Hold(&'a Hold),
    /// "This feels wrong" while rolling this leg, not at a spot.
    Rolling(Leg, Option<StopReason>),
}

/// The stops of a session: first those while rolling, then the holds.
fn stops(session: &Session) -> impl Iterator<Item = Stop<'_>> {
    let rolling = |pass: &Pass| {
        let leg = pass.leg;
        pass.felt_wrong.clone().into_iter().map(move |reason| Stop::Rolling(leg, reason))
    };
    let holds = session.holds.iter().filter(|hold| matches!(hold.ending, Ending::Stopped(_)));
    session.passes.iter().flat_map(rolling).chain(holds.map(Stop::Hold))
}

/// The table of stops, with the reasons.
#[component]
fn StopsTable(
    /// All sessions, newest first.
    sessions: Vec<Arc<Session>>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let report_text = &t.history.trends.report;
    let stops_by_session: Vec<(&Session, Stop)> =
        sessions.iter().flat_map(|session| stops(session).map(|stop| (&**session, stop))).collect();
    if stops_by_session.is_empty() && !is_history_complete(use_app()) {
        return ().into_any();
    }
    if stops_by_session.is_empty() {
        return view! { <TrendSection title=report_text.stops_title><p>{report_text.no_stops}</p></TrendSection> }
            .into_any();
    }
    let score = |pain: Option<Pain>| {
        pain.map_or_else(|| t.history.trends.no_value.to_owned(), |pain| formats::number(pain.score().into()))
    };
    let none = || t.history.trends.no_value.to_owned();
    let row = |(session, stop): &(&Session, Stop)| {
        let (leg, position_text, ending, pains) = match stop {
            Stop::Hold(hold) => {
                let leg = session.passes.get(usize::from(hold.pass)).map(|pass| pass.leg);
                (leg, place(hold.position, t), hold.ending, [hold.pain_at_press, hold.pain_at_ease])
            }
            Stop::Rolling(leg, reason) => (Some(*leg), none(), Ending::Stopped(*reason), [None; 2]),
        };
        let leg = leg.map(|leg| t.history.sides[leg.index()]).unwrap_or_default();
        let [press, eased] = pains.map(score);
        vec![
            start_date(session),
            leg.to_owned(),
            position_text,
            t.hold.ending(ending).to_owned(),
            press,
            eased,
        ]
    };
    let rows = stops_by_session.iter().take(MAX_STOP_ROWS).map(row).collect();
    let [leg, place, ..] = report_text.spot_heads;
    let [press, eased] = report_text.pain_heads;
    let [date, _, ending, _] = t.history.trends.spots.table_heads;
    let note = newest_only(stops_by_session.len(), MAX_STOP_ROWS, t);
    view! {
        <TrendSection title=report_text.stops_title>
            <DataTable heads=vec![date, leg, place, ending, press, eased] rows/>
            {note}
        </TrendSection>
    }
    .into_any()
}

/// The date on which a session started.
fn start_date(session: &Session) -> String {
    date::day_and_year(local_ms(session.start_unix_ms, session.utc_offset_min))
}

/// A note that a table shows only the newest entries, if it leaves any out.
fn newest_only(count: usize, max: usize, t: &'static Text) -> Option<impl IntoView + use<>> {
    (count > max).then(
        || view! { <p class="secondary-text">{t.history.trends.report.newest_shown.for_count(max)}</p> },
    )
}
