//! The time to ease of each spot: dots, median, spread, and what may be said about it.

use leptos::prelude::*;

use super::{
    chart::{Chart, ChartSign},
    drawing,
    radio_group::RadioGroup,
    table::{DataTable, TableDisclosure},
    trend_section::{TrendSection, legs, place},
};
use crate::{
    app::context::use_app,
    domain::{
        ease::{Ease, Point, ease, sides},
        leg::Leg,
        track::Track,
        trend::Told,
    },
    i18n::{Text, date, formats, weeks::short},
};

/// Most charts of a leg: those of the spots with the most sessions.
const MOST: usize = 6;

/// The spots of one leg at a time.
#[component]
pub fn SpotsSection(
    /// The tracks of both legs.
    tracks: StoredValue<[Vec<Track>; 2]>,
    /// The leg that was chosen, an index of [`Leg::BOTH`].
    chosen: RwSignal<Option<u8>>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.weeks.spots;
    let charts = app.history.with_untracked(|history| {
        tracks.with_value(|tracks| {
            tracks.each_ref().map(|of| LegCharts::choose(of, |track| ease(history, track)))
        })
    });
    if charts.iter().all(|leg| leg.shown.is_empty()) {
        return view! { <TrendSection title=words.title><p class="soft">{words.empty}</p></TrendSection> }
            .into_any();
    }
    // The leg that has something to show.
    let first = u8::from(charts[0].shown.is_empty());
    let is_right = move || chosen.get().unwrap_or(first) == 1;
    let charts = StoredValue::new(charts);
    let leg_charts =
        move |leg: usize| charts.with_value(|charts| view! { <SpotCharts charts=charts[leg].clone()/> });
    view! {
        <TrendSection title=words.title>
            <RadioGroup name="spots-leg" legend=t.shell.which_leg words=legs(t).into() chosen first/>
            <Show when=is_right fallback=move || leg_charts(0)>
                {leg_charts(1)}
            </Show>
            <SidesTable/>
        </TrendSection>
    }
    .into_any()
}

/// The spots of a leg that have more than one dot, hip to knee, and how many others there are.
#[derive(Clone)]
struct LegCharts {
    shown: Vec<(Track, Ease)>,
    others: usize,
}

impl LegCharts {
    fn choose(tracks: &[Track], ease: impl Fn(&Track) -> Ease) -> Self {
        let all: Vec<(Track, Ease)> = tracks.iter().map(|track| (track.clone(), ease(track))).collect();
        let sessions = |of: &(Track, Ease)| of.1.points.len() + of.1.older;
        let more = |this: &(Track, Ease)| all.iter().filter(|other| sessions(other) > sessions(this)).count();
        let shown: Vec<_> =
            all.iter().filter(|of| of.1.points.len() > 1 && more(of) < MOST).take(MOST).cloned().collect();
        let others = all.len() - shown.len();
        Self { shown, others }
    }
}

/// The charts of a leg.
#[component]
fn SpotCharts(
    /// What is shown.
    charts: LegCharts,
) -> impl IntoView {
    let words = &use_app().text.get_untracked().history.weeks.spots;
    let LegCharts { shown, others } = charts;
    view! {
        <div>
            {if shown.is_empty() {
                view! { <p class="soft">{words.empty}</p> }.into_any()
            } else {
                view! { <Signs charts=shown.iter().map(|(_, ease)| ease.clone()).collect()/> }.into_any()
            }}
            <ul class="tracks">
                {shown.into_iter().map(|(track, ease)| view! { <SpotChart track ease/> }).collect_view()}
            </ul>
            {(others > 0).then(|| view! { <p class="soft">{words.others.of(others)}</p> })}
        </div>
    }
}

/// One spot: what can be said of it, the figures, the chart and its table.
#[component]
fn SpotChart(
    /// The spot.
    track: Track,
    /// What its sessions say.
    ease: Ease,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.weeks.spots;
    let name = place(track.position, t);
    let since = ease.points.first().map(|point| date::month(point.local_ms)).unwrap_or_default();
    let sentence = words.sentence(&ease, &since);
    let figures = words.figures(&ease);
    let label = [&name, ". ", &sentence, ". ", &figures].concat();
    let date = |point: Option<&Point>| point.map(|point| date::short(point.local_ms)).unwrap_or_default();
    let drawing = drawing::times(&ease, &[date(ease.points.first()), date(ease.points.last())]);
    let rows = ease.points.iter().rev().map(|point| point_row(point, t)).collect();
    view! {
        <li>
            <h3 class="way-place">{name}</h3>
            <p class="track-verdict">{sentence}</p>
            <p class="soft">{figures}</p>
            <Chart label drawing/>
            <TableDisclosure summary=words.table heads=words.heads.into() rows/>
        </li>
    }
}

/// A session of the table.
fn point_row(point: &Point, t: &'static Text) -> Vec<String> {
    let weeks = &t.history.weeks;
    let words = &weeks.spots;
    let time = match point.told {
        Some(Told::Took(ms)) => short(ms),
        Some(Told::Longer(ms)) => words.longer.words(&short(ms)),
        None => weeks.none.to_owned(),
    };
    let mut date = date::day_and_year(point.local_ms);
    if point.new_roller {
        date = formats::facts(&[&date, words.signs[3]]);
    }
    vec![
        date,
        time,
        words.endings[usize::from(!point.eased)].to_owned(),
        words.order[usize::from(point.second)].to_owned(),
    ]
}

/// A sign of the charts, and whether a chart has it.
type Sign = (&'static str, fn(&Ease) -> bool);

/// In the order of their phrases.
const SIGNS: [Sign; 7] = [
    (r#"<circle class="chart-dot" cx="8" cy="8" r="3.6"/>"#, |ease| ease.times() > 0),
    (r#"<path class="chart-longer" d="M8 3.8L12.200 11.360L3.800 11.360Z"/>"#, |ease| {
        ease.times() < ease.told()
    }),
    (r#"<rect class="chart-second" x="6" y="6" width="4" height="4"/>"#, |ease| {
        any(ease, |point| point.second)
    }),
    (r#"<path class="chart-roller" d="M8 1L8 15"/>"#, |ease| any(ease, |point| point.new_roller)),
    (r#"<path class="chart-median" d="M0 8L16 8"/>"#, |ease| ease.median_ms.is_some()),
    (r#"<rect class="chart-half" width="16" height="16"/>"#, |ease| ease.middle_ms.is_some()),
    (r#"<path class="chart-third" d="M1 8L15 8"/>"#, |ease| ease.thirds.is_some()),
];

fn any(ease: &Ease, is: fn(&Point) -> bool) -> bool {
    ease.points.iter().any(is)
}

/// What the signs of these charts mean: those that occur.
#[component]
fn Signs(
    /// What the charts show.
    charts: Vec<Ease>,
) -> impl IntoView {
    let signs = SIGNS.into_iter().zip(use_app().text.get_untracked().history.weeks.spots.signs);
    let signs = signs.filter(|((_, occurs), _)| charts.iter().any(occurs));
    view! {
        <ul class="chart-signs">
            {signs.map(|((drawing, _), meaning)| view! { <ChartSign drawing meaning/> }).collect_view()}
        </ul>
    }
}

/// Left beside right, each order of the legs by itself.
#[component]
fn SidesTable() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let weeks = &t.history.weeks;
    let words = &weeks.spots;
    let sides = app.history.with_untracked(sides);
    let [left, right] = sides.sessions;
    let table = match sides.medians_ms {
        None => {
            let words = words.sides_not_yet.with(&[left.into(), right.into()]);
            view! { <p class="soft">{words}</p> }.into_any()
        }
        Some(medians) => {
            let cell = |ms: Option<u32>| ms.map_or_else(|| weeks.none.to_owned(), short);
            let row = |first: usize| {
                let [on_left, on_right] = Leg::BOTH.map(|leg| cell(medians[first][leg.index()]));
                vec![words.first[first].n(sides.sessions[first]), on_left, on_right]
            };
            let [on_left, on_right] = legs(t);
            let (heads, rows) = (vec![words.sides_order, on_left, on_right], [0, 1].map(row).into());
            view! {
                <p class="soft">{words.sides_what}</p>
                <div class="twin-table"><DataTable heads rows/></div>
            }
            .into_any()
        }
    };
    view! {
        <div>
            <h3>{words.sides}</h3>
            {table}
            <p class="soft">{words.sides_why.text}</p>
        </div>
    }
}
