//! The heatmap: how long each position of each leg was held, as a drawing and as a table.

use leptos::prelude::*;

use super::{
    radio_group::RadioGroup,
    svg::{line, polygon_path, text},
    table::TableDisclosure,
    trend_section::{TrendSection, legs},
};
use crate::{
    app::context::use_app,
    domain::{
        heatmap::{BIN_COUNT, BIN_HEIGHT_POINTS, LegHeatmap, Period, bin_middle, leg_heatmaps},
        leg::{Leg, Position},
    },
    i18n::{Text, formats, history::format_duration},
    screens::leg::{
        coordinates::{decimal, position_y, x_on_leg},
        plate::{BAND, BAND_STEP, MIRROR, THIGH, THIGH_MASK, THIGH_VIEW_BOX, ZONE_BOTTOM, ZONE_TOP},
    },
};

/// The heatmap of both legs for a selected period.
#[component]
pub fn HeatmapSection(
    /// The selected period, an index of [`Period::ALL`]; `None` until one is selected.
    chosen: RwSignal<Option<u8>>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.trends.heatmap;
    let held_in = move |period: Period| {
        app.history
            .with_untracked(|history| leg_heatmaps(history, &period.days_until(app.today.get_untracked())))
    };
    // The default is the shortest period with any hold.
    let shows_any = |period: &Period| held_in(*period).iter().any(|heat| heat.hold_count > 0);
    let default_index =
        Period::ALL.iter().position(shows_any).and_then(|index| u8::try_from(index).ok()).unwrap_or(0);
    view! {
        <TrendSection title=words.title>
            <RadioGroup name="map-period" legend=words.period_legend labels=words.periods.into() chosen default_index/>
            {move || {
                let heatmaps = held_in(Period::ALL[usize::from(chosen.get().unwrap_or(default_index))]);
                let (columns, rows) = bin_table(&heatmaps, t);
                view! {
                    <LegHeatmaps heatmaps name="screen"/>
                    <TableDisclosure summary=words.as_table heads=columns rows/>
                }
            }}
        </TrendSection>
    }
}

/// Both legs side by side, and the legend of the colour.
#[component]
pub fn LegHeatmaps(
    /// The held time of the left leg, then of the right leg.
    heatmaps: [LegHeatmap; 2],
    /// A prefix that makes the SVG ids unique on the page.
    name: &'static str,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let max_held_ms = heatmaps.iter().flat_map(|heat| heat.bin_held_ms).max().unwrap_or(0);
    let leg = |leg: Leg| {
        let heat = &heatmaps[leg.index()];
        let side = legs(t)[leg.index()];
        let words = heat_words(heat, t);
        view! {
            <figure>
                <svg
                    viewBox=THIGH_VIEW_BOX
                    role="img"
                    aria-label=[side, ": ", &words].concat()
                    inner_html=leg_drawing(leg, heat, max_held_ms, name, t.history.trends.heatmap.zone_ends)
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
        <div class="heatmap">{Leg::BOTH.map(leg).collect_view()}</div>
        {(max_held_ms > 0).then(|| view! { <p class="heatmap-legend secondary-text">{t.history.trends.heatmap.colour_legend.with_text(&format_duration(max_held_ms))}</p> })}
    }
}

/// The headers and rows of the table of bins. Leaves out bins without any time.
fn bin_table(heatmaps: &[LegHeatmap; 2], t: &'static Text) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let words = &t.history.trends.heatmap;
    let row = |bin: usize| {
        let from = bin * BIN_HEIGHT_POINTS;
        let percent = |n: usize| formats::current().percent(u32::try_from(n).unwrap_or_default());
        let name = words
            .percent_range
            .with_values(&[percent(from).as_str().into(), percent(from + BIN_HEIGHT_POINTS).as_str().into()]);
        [name].into_iter().chain(heatmaps.iter().map(|heat| format_duration(heat.bin_held_ms[bin]))).collect()
    };
    let bins = (0..BIN_COUNT).filter(|bin| heatmaps.iter().any(|heat| heat.bin_held_ms[*bin] > 0));
    let [left, right] = legs(t);
    (vec![words.place_head, left, right], bins.map(row).collect())
}

/// The heatmap of a leg in words.
fn heat_words(heat: &LegHeatmap, t: &'static Text) -> String {
    let words = &t.history.trends.heatmap;
    let total_held_ms = heat.bin_held_ms.into_iter().fold(0, u32::saturating_add);
    // Among equal bins the uppermost.
    let longest_bin = (0..heat.bin_held_ms.len()).rev().max_by_key(|bin| heat.bin_held_ms[*bin]).unwrap_or(0);
    if total_held_ms == 0 {
        return words.nothing_held.to_owned();
    }
    let position_text = t.positions.position(bin_middle(longest_bin));
    words
        .summary
        .with_values(&[format_duration(total_held_ms).as_str().into(), position_text.as_str().into()])
}

/// The SVG markup of a leg: the faint anatomy plate, a stripe that is more opaque where the leg was held longer, and
/// labels at the ends of the zone.
fn leg_drawing(leg: Leg, heat: &LegHeatmap, max_held_ms: u32, name: &str, ends: [&str; 2]) -> String {
    let transform = match leg {
        Leg::Left => format!(" transform=\"{MIRROR}\""),
        Leg::Right => String::new(),
    };
    let side = if leg == Leg::Left { "left" } else { "right" };
    let id = format!("heat-{name}-{side}");
    let stops = stops(heat, max_held_ms);
    let [top, bottom] = [ZONE_TOP, ZONE_BOTTOM].map(decimal);
    let [halo, stripe] = [2.1, 1.15].map(stripe);
    let mut svg = format!(
        "<linearGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\" y1=\"{top}\" y2=\"{bottom}\">\
         {stops}</linearGradient><g{transform}><g mask=\"{THIGH_MASK}\"><use class=\"heatmap-plate\" href=\"#leg-plate\"/>\
         <g transform=\"scale(.5)\"><use class=\"heatmap-outline\" href=\"#leg-line\"/></g></g>\
         <path class=\"heatmap-halo\" fill=\"url(#{id})\" d=\"{halo}\"/>\
         <path fill=\"url(#{id})\" d=\"{stripe}\"/></g>"
    );
    // The labels are in front of the thigh, at the height of the ends of the zone.
    let (class, x) = match leg {
        Leg::Left => ("heatmap-zone-end is-left", THIGH[0] + 4.0),
        Leg::Right => ("heatmap-zone-end", THIGH[0] + THIGH[2] - 4.0),
    };
    for (end, y) in ends.into_iter().zip([ZONE_TOP, ZONE_BOTTOM]) {
        let [from, to] = [318.0, 350.0].map(|x| [x_on_leg(leg, x), y]);
        line(&mut svg, "heatmap-tick", from, to);
        text(&mut svg, class, [x, y + 10.0], end);
    }
    svg
}

/// The gradient stops of the stripe, one at the middle of each bin.
fn stops(heat: &LegHeatmap, max_held_ms: u32) -> String {
    let stop = |(bin, ms): (usize, u32)| {
        let offset = decimal(f64::from(bin_middle(bin).percent()) / 100.0);
        let opacity = decimal(f64::from(ms) / f64::from(max_held_ms.max(1)));
        format!("<stop class=\"heatmap-stop\" offset=\"{offset}\" stop-opacity=\"{opacity}\"/>")
    };
    heat.bin_held_ms.into_iter().enumerate().map(stop).collect()
}

/// The path of a stripe along the iliotibial band, `times` as wide as the band.
fn stripe(times: f64) -> String {
    let percents = || (0..=100_i32).step_by(usize::from(BAND_STEP));
    let edge = |side: f64| {
        percents().zip(BAND).map(move |(percent, [x, width])| {
            [x + side * times * width / 2.0, position_y(Position::clamped(percent))]
        })
    };
    let back: Vec<[f64; 2]> = edge(-1.0).collect();
    let corners: Vec<[f64; 2]> = edge(1.0).chain(back.into_iter().rev()).collect();
    polygon_path(&corners)
}
