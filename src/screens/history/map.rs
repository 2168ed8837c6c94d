//! The map: where on each leg, and how long, drawn on the leg and as a table.

use leptos::prelude::*;

use super::{
    radio_group::RadioGroup,
    svg::{line, outline, text},
    table::TableDisclosure,
    trend_section::{TrendSection, legs},
};
use crate::{
    app::context::use_app,
    domain::{
        heatmap::{BAND_POINTS, BANDS, Heat, Since, heat, middle},
        leg::{Leg, Position},
    },
    i18n::{Text, formats, history::span},
    screens::leg::{
        coordinates::{decimal, on_side, y},
        plate::{BAND, BAND_STEP, MIRROR, THIGH, THIGH_MASK, THIGH_VIEW_BOX, ZONE_BOTTOM, ZONE_TOP},
    },
};

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
                    <LegMaps heats name="screen"/>
                    <TableDisclosure summary=words.table heads=columns rows/>
                }
            }}
        </TrendSection>
    }
}

/// Both legs side by side, and what the strongest colour means.
#[component]
pub fn LegMaps(
    /// Held time of the left leg, then of the right one.
    heats: [Heat; 2],
    /// Tells its parts from those of another map.
    name: &'static str,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let most = heats.iter().flat_map(|heat| heat.bands).max().unwrap_or(0);
    let leg = |leg: Leg| {
        let heat = &heats[leg.index()];
        let side = legs(t)[leg.index()];
        let words = heat_words(heat, t);
        view! {
            <figure>
                <svg
                    viewBox=THIGH_VIEW_BOX
                    role="img"
                    aria-label=[side, ": ", &words].concat()
                    inner_html=leg_drawing(leg, heat, most, name, t.history.weeks.map.ends)
                ></svg>
                <figcaption>
                    <b>{side}</b>
                    " "
                    <span>{words.clone()}</span>
                </figcaption>
            </figure>
        }
    };
    view! {
        <div class="map">{Leg::BOTH.map(leg).collect_view()}</div>
        {(most > 0).then(|| view! { <p class="map-key soft">{t.history.weeks.map.key.words(&span(most))}</p> })}
    }
}

/// Heads and rows of the table of bands, those with any time only.
fn band_table(heats: &[Heat; 2], t: &'static Text) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let words = &t.history.weeks.map;
    let row = |band: usize| {
        let from = band * BAND_POINTS;
        let percent = |n: usize| formats::current().percent(u32::try_from(n).unwrap_or_default());
        let name =
            words.band.with(&[percent(from).as_str().into(), percent(from + BAND_POINTS).as_str().into()]);
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
    let around = t.places.place(middle(most));
    words.summary.with(&[span(all).as_str().into(), around.as_str().into()])
}

/// The markup of a leg: the plate, faint; the stripe along the band, the stronger the longer; the ends of the zone by name.
fn leg_drawing(leg: Leg, heat: &Heat, most: u32, name: &str, ends: [&str; 2]) -> String {
    let transform = match leg {
        Leg::Left => format!(" transform=\"{MIRROR}\""),
        Leg::Right => String::new(),
    };
    let side = if leg == Leg::Left { "left" } else { "right" };
    let id = format!("heat-{name}-{side}");
    let stops = stops(heat, most);
    let [top, bottom] = [ZONE_TOP, ZONE_BOTTOM].map(decimal);
    let [halo, stripe] = [2.1, 1.15].map(stripe);
    let mut svg = format!(
        "<linearGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\" y1=\"{top}\" y2=\"{bottom}\">\
         {stops}</linearGradient><g{transform}><g mask=\"{THIGH_MASK}\"><use class=\"map-plate\" href=\"#leg-plate\"/>\
         <g transform=\"scale(.5)\"><use class=\"map-outline\" href=\"#leg-line\"/></g></g>\
         <path class=\"heat-halo\" fill=\"url(#{id})\" d=\"{halo}\"/>\
         <path fill=\"url(#{id})\" d=\"{stripe}\"/></g>"
    );
    // Beside the front of the thigh, level with the ends.
    let (class, x) = match leg {
        Leg::Left => ("map-end is-left", THIGH[0] + 4.0),
        Leg::Right => ("map-end", THIGH[0] + THIGH[2] - 4.0),
    };
    for (end, y) in ends.into_iter().zip([ZONE_TOP, ZONE_BOTTOM]) {
        let [from, to] = [318.0, 350.0].map(|x| [on_side(leg, x), y]);
        line(&mut svg, "map-tick", from, to);
        text(&mut svg, class, [x, y + 10.0], end);
    }
    svg
}

/// The colour stops of the stripe: each band at its middle.
fn stops(heat: &Heat, most: u32) -> String {
    let stop = |(band, ms): (usize, u32)| {
        let offset = decimal(f64::from(middle(band).percent()) / 100.0);
        let share = decimal(f64::from(ms) / f64::from(most.max(1)));
        format!("<stop class=\"heat\" offset=\"{offset}\" stop-opacity=\"{share}\"/>")
    };
    heat.bands.into_iter().enumerate().map(stop).collect()
}

/// The outline of a stripe along the band, so many times as wide.
fn stripe(times: f64) -> String {
    let percents = || (0..=100_i32).step_by(usize::from(BAND_STEP));
    let edge = |side: f64| {
        percents()
            .zip(BAND)
            .map(move |(percent, [x, width])| [x + side * times * width / 2.0, y(Position::clamped(percent))])
    };
    let back: Vec<[f64; 2]> = edge(-1.0).collect();
    let corners: Vec<[f64; 2]> = edge(1.0).chain(back.into_iter().rev()).collect();
    outline(&corners)
}
