//! The time to ease of each spot: chart, median, spread and verdict; and the comparison of both legs.

use leptos::prelude::*;

use super::{
    chart::{Chart, LegendItem},
    chart_markup,
    radio_group::RadioGroup,
    table::{DataTable, TableDisclosure},
    trend_section::{TrendSection, legs, place},
};
use crate::{
    app::context::use_app,
    domain::{
        ease_statistics::{EasePoint, EaseStatistics, compare_legs, ease_statistics},
        leg::Leg,
        track::Track,
        trend::Observation,
    },
    i18n::{Text, date, formats, trends::format_hold_time},
};

/// The maximum number of charts of a leg. The spots with the most sessions come first.
const MAX_CHARTS: usize = 6;

/// The spots of one leg at a time.
#[component]
pub fn SpotsSection(
    /// The tracks of both legs.
    tracks: StoredValue<[Vec<Track>; 2]>,
    /// The selected leg, an index of [`Leg::BOTH`]; `None` until one is selected.
    chosen: RwSignal<Option<u8>>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.trends.spots;
    let charts = app.history.with_untracked(|history| {
        tracks.with_value(|tracks| {
            tracks.each_ref().map(|of| LegCharts::choose(of, |track| ease_statistics(history, track)))
        })
    });
    if charts.iter().all(|leg| leg.shown.is_empty()) {
        return view! { <TrendSection title=words.title><p class="secondary-text">{words.empty}</p></TrendSection> }
            .into_any();
    }
    // The default is the left leg, unless it has no charts.
    let default_index = u8::from(charts[0].shown.is_empty());
    let is_right = move || chosen.get().unwrap_or(default_index) == 1;
    let charts = StoredValue::new(charts);
    let leg_charts =
        move |leg: usize| charts.with_value(|charts| view! { <SpotCharts charts=charts[leg].clone()/> });
    view! {
        <TrendSection title=words.title>
            <RadioGroup name="spots-leg" legend=t.shell.which_leg labels=legs(t).into() chosen default_index/>
            <Show when=is_right fallback=move || leg_charts(0)>
                {leg_charts(1)}
            </Show>
            <LegComparisonTable/>
        </TrendSection>
    }
    .into_any()
}

/// The spots of a leg with more than one session, hip to knee, and the number of spots without a chart.
#[derive(Clone)]
struct LegCharts {
    shown: Vec<(Track, EaseStatistics)>,
    others: usize,
}

impl LegCharts {
    fn choose(tracks: &[Track], statistics: impl Fn(&Track) -> EaseStatistics) -> Self {
        let tracks_with_statistics: Vec<(Track, EaseStatistics)> =
            tracks.iter().map(|track| (track.clone(), statistics(track))).collect();
        let session_count = |track: &(Track, EaseStatistics)| track.1.points.len() + track.1.older_count;
        let longer_count = |track: &(Track, EaseStatistics)| {
            tracks_with_statistics.iter().filter(|other| session_count(other) > session_count(track)).count()
        };
        let shown: Vec<_> = tracks_with_statistics
            .iter()
            .filter(|track| track.1.points.len() > 1 && longer_count(track) < MAX_CHARTS)
            .take(MAX_CHARTS)
            .cloned()
            .collect();
        let others = tracks_with_statistics.len() - shown.len();
        Self { shown, others }
    }
}

/// The charts of a leg.
#[component]
fn SpotCharts(
    /// The charts.
    charts: LegCharts,
) -> impl IntoView {
    let words = &use_app().text.get_untracked().history.trends.spots;
    let LegCharts { shown, others } = charts;
    view! {
        <div>
            {if shown.is_empty() {
                view! { <p class="secondary-text">{words.empty}</p> }.into_any()
            } else {
                view! { <ChartLegend charts=shown.iter().map(|(_, statistics)| statistics.clone()).collect()/> }.into_any()
            }}
            <ul class="spot-charts">
                {shown.into_iter().map(|(track, statistics)| view! { <SpotChart track statistics/> }).collect_view()}
            </ul>
            {(others > 0).then(|| view! { <p class="secondary-text">{words.others_not_shown.for_count(others)}</p> })}
        </div>
    }
}

/// A spot: verdict, figures, chart and table.
#[component]
fn SpotChart(
    /// The spot.
    track: Track,
    /// The statistics of its sessions.
    statistics: EaseStatistics,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.trends.spots;
    let name = place(track.position, t);
    let since = statistics.points.first().map(|point| date::month(point.local_ms)).unwrap_or_default();
    let sentence = words.sentence(&statistics, &since);
    let figures = words.figures(&statistics);
    let label = [&name, ". ", &sentence, ". ", &figures].concat();
    let date = |point: Option<&EasePoint>| point.map(|point| date::short(point.local_ms)).unwrap_or_default();
    let drawing =
        chart_markup::times(&statistics, &[date(statistics.points.first()), date(statistics.points.last())]);
    let rows = statistics.points.iter().rev().map(|point| point_row(point, t)).collect();
    view! {
        <li>
            <h3 class="hold-place">{name}</h3>
            <p class="trend-verdict">{sentence}</p>
            <p class="secondary-text">{figures}</p>
            <Chart label drawing/>
            <TableDisclosure summary=words.as_table heads=words.table_heads.into() rows/>
        </li>
    }
}

/// A row of the table: one session.
fn point_row(point: &EasePoint, t: &'static Text) -> Vec<String> {
    let weeks = &t.history.trends;
    let words = &weeks.spots;
    let time = match point.observation {
        Some(Observation::Exact(ms)) => format_hold_time(ms),
        Some(Observation::Censored(ms)) => words.longer_than.with_text(&format_hold_time(ms)),
        None => weeks.no_value.to_owned(),
    };
    let mut date = date::day_and_year(point.local_ms);
    if point.roller_changed {
        date = formats::join_facts(&[&date, words.legend[3]]);
    }
    vec![
        date,
        time,
        words.endings[usize::from(!point.has_eased)].to_owned(),
        words.leg_order[usize::from(point.is_second_leg)].to_owned(),
    ]
}

/// The SVG markup of a symbol, and whether a chart contains it.
type LegendSymbol = (&'static str, fn(&EaseStatistics) -> bool);

/// In the order of the phrases in `history.trends.spots.legend`.
const LEGEND_ITEMS: [LegendSymbol; 7] = [
    (r#"<circle class="chart-dot" cx="8" cy="8" r="3.6"/>"#, |statistics| statistics.exact_time_count() > 0),
    (r#"<path class="chart-censored" d="M8 3.8L12.200 11.360L3.800 11.360Z"/>"#, |statistics| {
        statistics.exact_time_count() < statistics.observation_count()
    }),
    (r#"<rect class="chart-second-leg" x="6" y="6" width="4" height="4"/>"#, |statistics| {
        any(statistics, |point| point.is_second_leg)
    }),
    (r#"<path class="chart-new-roller" d="M8 1L8 15"/>"#, |statistics| {
        any(statistics, |point| point.roller_changed)
    }),
    (r#"<path class="chart-median" d="M0 8L16 8"/>"#, |statistics| statistics.median_ms.is_some()),
    (r#"<rect class="chart-middle-half" width="16" height="16"/>"#, |statistics| {
        statistics.quartiles_ms.is_some()
    }),
    (r#"<path class="chart-third" d="M1 8L15 8"/>"#, |statistics| statistics.thirds.is_some()),
];

fn any(statistics: &EaseStatistics, is: fn(&EasePoint) -> bool) -> bool {
    statistics.points.iter().any(is)
}

/// The legend of the symbols that occur in these charts.
#[component]
fn ChartLegend(
    /// The statistics of the charts.
    charts: Vec<EaseStatistics>,
) -> impl IntoView {
    let legend = LEGEND_ITEMS.into_iter().zip(use_app().text.get_untracked().history.trends.spots.legend);
    let legend = legend.filter(|((_, occurs), _)| charts.iter().any(occurs));
    view! {
        <ul class="chart-legend">
            {legend.map(|((drawing, _), meaning)| view! { <LegendItem drawing meaning/> }).collect_view()}
        </ul>
    }
}

/// The comparison of left and right, separately for each order of the legs.
#[component]
fn LegComparisonTable() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let weeks = &t.history.trends;
    let words = &weeks.spots;
    let sides = app.history.with_untracked(compare_legs);
    let [left, right] = sides.session_counts;
    let table = match sides.medians_ms {
        None => {
            let words = words.sides_not_yet.with_values(&[left.into(), right.into()]);
            view! { <p class="secondary-text">{words}</p> }.into_any()
        }
        Some(medians) => {
            let cell = |ms: Option<u32>| ms.map_or_else(|| weeks.no_value.to_owned(), format_hold_time);
            let row = |first: usize| {
                let [on_left, on_right] = Leg::BOTH.map(|leg| cell(medians[first][leg.index()]));
                vec![words.first_leg_rows[first].with_number(sides.session_counts[first]), on_left, on_right]
            };
            let [on_left, on_right] = legs(t);
            let (heads, rows) = (vec![words.sides_order_head, on_left, on_right], [0, 1].map(row).into());
            view! {
                <p class="secondary-text">{words.sides_note}</p>
                <div class="scrollable-table"><DataTable heads rows/></div>
            }
            .into_any()
        }
    };
    view! {
        <div>
            <h3>{words.sides_title}</h3>
            {table}
            <p class="secondary-text">{words.sides_reason.text}</p>
        </div>
    }
}
