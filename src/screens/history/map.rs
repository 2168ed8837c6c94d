//! The map: where on each leg, and how long, drawn on the leg and as a table.

use leptos::prelude::*;

use super::{
    radio_group::RadioGroup,
    svg::block,
    table::TableDisclosure,
    trend_section::{TrendSection, legs},
};
use crate::{
    app::context::use_app,
    domain::{
        heatmap::{BAND_POINTS, BANDS, Heat, Since, heat, middle},
        leg::Leg,
    },
    i18n::{Text, history::span, leg::percent},
    screens::leg::{
        coordinates::SMALL_LEG_VIEW_BOX,
        plate::{MIRROR, ZONE_BOTTOM, ZONE_TOP},
    },
};

/// The middle of the band, about, and half of the widest bar: the thigh's own width.
const MIDDLE: f64 = 214.0;
const HALF: f64 = 106.0;

/// The map of both legs for a span of time that is chosen.
#[component]
pub fn MapSection(
    /// The span that was chosen, an index of [`Since::ALL`].
    chosen: RwSignal<Option<u8>>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.weeks.map;
    let held_since = move |since: Since| {
        app.history.with_untracked(|history| heat(history, &since.days(app.today.get_untracked())))
    };
    // The shortest span that shows anything.
    let shows_any = |since: &Since| held_since(*since).iter().any(|heat| heat.holds > 0);
    let first = Since::ALL.iter().position(shows_any).and_then(|at| u8::try_from(at).ok()).unwrap_or(0);
    view! {
        <TrendSection title=words.title>
            <RadioGroup name="map-since" legend=words.since words=words.spans.into() chosen first/>
            {move || {
                let heats = held_since(Since::ALL[usize::from(chosen.get().unwrap_or(first))]);
                let (columns, rows) = band_table(&heats, t);
                view! {
                    <LegMaps heats/>
                    <TableDisclosure summary=words.table heads=columns rows/>
                }
            }}
        </TrendSection>
    }
}

/// Both legs side by side, and what width and shade mean.
#[component]
pub fn LegMaps(
    /// Held time of the left leg, then of the right one.
    heats: [Heat; 2],
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let most = heats.iter().flat_map(|heat| heat.bands).max().unwrap_or(0);
    let leg = |leg: Leg| {
        let heat = &heats[leg.index()];
        let name = legs(t)[leg.index()];
        let words = heat_words(heat, t);
        view! {
            <figure>
                <svg
                    viewBox=SMALL_LEG_VIEW_BOX
                    role="img"
                    aria-label=[name, ": ", &words].concat()
                    inner_html=leg_drawing(leg, heat, most)
                ></svg>
                <figcaption>
                    <b>{name}</b>
                    " "
                    <span>{words.clone()}</span>
                </figcaption>
            </figure>
        }
    };
    view! {
        <div class="map">{Leg::BOTH.map(leg).collect_view()}</div>
        <p class="soft">{t.history.weeks.map.key.words(&span(most))}</p>
    }
}

/// Heads and rows of the table of bands, those with any time only.
fn band_table(heats: &[Heat; 2], t: &'static Text) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let words = &t.history.weeks.map;
    let row = |band: usize| {
        let from = band * BAND_POINTS;
        let name = words.band.with(&[from.into(), (from + BAND_POINTS).into()]);
        [name].into_iter().chain(heats.iter().map(|heat| span(heat.bands[band]))).collect()
    };
    let bands = (0..BANDS).filter(|band| heats.iter().any(|heat| heat.bands[*band] > 0));
    let [left, right] = legs(t);
    (vec![words.place, left, right], bands.map(row).collect())
}

/// A leg's map in words.
fn heat_words(heat: &Heat, t: &'static Text) -> String {
    let words = &t.history.weeks.map;
    let all = heat.bands.into_iter().fold(0, u32::saturating_add);
    // Of equal ones the upmost.
    let most = (0..heat.bands.len()).rev().max_by_key(|at| heat.bands[*at]).unwrap_or(0);
    if all == 0 {
        return words.nothing.to_owned();
    }
    let around = percent(middle(most).percent());
    words.told.with(&[span(all).as_str().into(), around.as_str().into()])
}

/// The markup of a leg with its bars.
fn leg_drawing(leg: Leg, heat: &Heat, most: u32) -> String {
    let transform = match leg {
        Leg::Left => format!(" transform=\"{MIRROR}\""),
        Leg::Right => String::new(),
    };
    format!("<g{transform}><use href=\"#leg-small\"/><g>{}</g></g>", bars(heat, most))
}

/// The wider and stronger, the longer: both say the same, so that it is read in grey as well.
fn bars(heat: &Heat, most: u32) -> String {
    let mut svg = String::new();
    let height = (ZONE_BOTTOM - ZONE_TOP) / f64::from(u32::try_from(heat.bands.len()).unwrap_or(1));
    let mut top = ZONE_TOP;
    for ms in heat.bands {
        if ms > 0 {
            let share = f64::from(ms) / f64::from(most.max(1));
            let half = 5.0 + (HALF - 5.0) * share;
            let class = match share {
                ..0.25 => "heat-1",
                0.25..0.5 => "heat-2",
                0.5..0.75 => "heat-3",
                _ => "heat-4",
            };
            block(&mut svg, class, [MIDDLE - half, top + 1.0], [MIDDLE + half, top + height - 1.0]);
        }
        top += height;
    }
    svg
}
