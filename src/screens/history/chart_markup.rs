//! Generates the SVG markup of the charts: times to ease and knee scores.

use super::{
    scale::{Scale, minutes},
    svg::{circle, line, polygon, rect, text},
};
use crate::{
    domain::{
        ease_statistics::EaseStatistics,
        knee_scores::SessionKneeScores,
        session::KneeScore,
        trend::{Observation, TrendVerdict},
    },
    i18n::duration::clock,
};

/// The view box of a chart. In a window 320 px wide, one unit is one pixel.
pub const VIEW_BOX: &str = "0 0 288 136";
/// The plot area.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 280.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 104.0;
/// The y coordinates of the symbols for the second leg, and of the dates.
const SECOND: f64 = 111.0;
const DATES: f64 = 130.0;
const RADIUS: f64 = 3.6;

/// The chart of the times to ease of a track. `dates` are those of its first and last point.
pub fn times(ease: &EaseStatistics, dates: &[String; 2]) -> String {
    let mut svg = String::new();
    let seconds = |observation| match observation {
        Observation::Exact(ms) | Observation::Censored(ms) => f64::from(ms) / 1_000.0,
    };
    let longest = ease.points.iter().filter_map(|p| p.observation).map(seconds).fold(0.0, f64::max);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds of a hold")]
    let lines = minutes(longest as u32);
    let top = f64::from(lines.last().copied().unwrap_or(120));
    let y = Scale::new([0.0, top], [BOTTOM, TOP]);
    let x = across(ease.points.iter().map(|p| p.local_ms));
    for s in lines {
        let at = y.at(f64::from(s));
        line(&mut svg, if s == 0 { "chart-axis" } else { "chart-grid" }, [LEFT - 4.0, at], [RIGHT + 6.0, at]);
        text(&mut svg, "chart-y-label", [LEFT - 8.0, at + 4.0], &clock(s));
    }
    if let Some([from, to]) = ease.quartiles_ms {
        let [from, to] = [from, to].map(|ms| y.at(f64::from(ms) / 1_000.0));
        rect(&mut svg, "chart-middle-half", [LEFT - 4.0, to], [RIGHT + 6.0, from]);
    }
    if let Some(ms) = ease.median_ms {
        let at = y.at(f64::from(ms) / 1_000.0);
        line(&mut svg, "chart-median", [LEFT - 4.0, at], [RIGHT + 6.0, at]);
    }
    for third in ease.thirds.iter().flatten() {
        let at = y.at(f64::from(third.median_ms) / 1_000.0);
        let [from, to] = third.first_and_last_local_ms.map(|ms| x.at(day(ms)));
        line(&mut svg, "chart-third", [from - RADIUS, at], [to + RADIUS, at]);
    }
    let mut before = LEFT;
    for point in &ease.points {
        let at = x.at(day(point.local_ms));
        if point.roller_changed {
            let between = f64::midpoint(before, at);
            line(&mut svg, "chart-new-roller", [between, TOP], [between, BOTTOM]);
        }
        if point.is_second_leg {
            rect(&mut svg, "chart-second-leg", [at - 2.0, SECOND - 2.0], [at + 2.0, SECOND + 2.0]);
        }
        before = at;
    }
    if let TrendVerdict::LessTime(ends) | TrendVerdict::MoreTime(ends) = ease.verdict {
        let [from, to] = ends.map(|ms| y.at(f64::from(ms) / 1_000.0).max(TOP));
        line(&mut svg, "chart-trend", [LEFT, from], [RIGHT, to]);
    }
    for point in &ease.points {
        let at = x.at(day(point.local_ms));
        let height = |ms: u32| y.at(f64::from(ms) / 1_000.0);
        match point.observation {
            Some(Observation::Exact(ms)) => circle(&mut svg, "chart-dot", [at, height(ms)], RADIUS),
            // A triangle that points up: it would have taken longer than this.
            Some(Observation::Censored(ms)) => {
                let (x, y, r) = (at, height(ms), RADIUS + 0.6);
                polygon(
                    &mut svg,
                    "chart-censored",
                    &[[x, y - r], [x + r, y + 0.8 * r], [x - r, y + 0.8 * r]],
                );
            }
            None => {}
        }
    }
    ends(&mut svg, dates, ease.points.len());
    svg
}

/// The chart of the knee scores: for each session an arrow from the score before to the score after.
pub fn knee(scores: &[SessionKneeScores], dates: &[String; 2]) -> String {
    let mut svg = String::new();
    let y = Scale::new([0.0, 10.0], [BOTTOM, TOP]);
    let x = across(scores.iter().map(|s| s.local_ms));
    for (score, label) in [(0.0, "0"), (5.0, "5"), (10.0, "10")] {
        let at = y.at(score);
        line(
            &mut svg,
            if score == 0.0 { "chart-axis" } else { "chart-grid" },
            [LEFT - 4.0, at],
            [RIGHT + 6.0, at],
        );
        text(&mut svg, "chart-y-label", [LEFT - 8.0, at + 4.0], label);
    }
    for session in scores {
        let at = x.at(day(session.local_ms));
        let [before, after] = [session.before, session.after]
            .map(|s: Option<KneeScore>| s.map(|s| y.at(f64::from(s.pain.score()))));
        if let (Some(before), Some(after)) = (before, after) {
            arrow(&mut svg, at, before, after);
        }
        if let Some(before) = before {
            circle(&mut svg, "chart-open", [at, before], RADIUS);
        }
        if let Some(after) = after {
            let half = RADIUS - 0.4;
            rect(&mut svg, "chart-dot", [at - half, after - half], [at + half, after + half]);
        }
    }
    ends(&mut svg, dates, scores.len());
    svg
}

/// An arrow between the edges of two symbols; none if they are too close.
fn arrow(svg: &mut String, x: f64, before: f64, after: f64) {
    const HEAD: f64 = 3.0;
    let direction = (after - before).signum();
    let [from, to] = [before + direction * RADIUS, after - direction * (RADIUS + 0.6)];
    if (to - from) * direction > HEAD {
        line(svg, "chart-arrow", [x, from], [x, to]);
        let back = to - direction * HEAD;
        polygon(svg, "chart-arrowhead", &[[x, to], [x + HEAD, back], [x - HEAD, back]]);
    }
}

/// The horizontal scale, from the day of the first to the day of the last session.
fn across(mut local_ms: impl Iterator<Item = i64>) -> Scale {
    let first = local_ms.next().unwrap_or(0);
    let last = local_ms.last().unwrap_or(first);
    Scale::new([day(first), day(last)], [LEFT + 2.0, RIGHT])
}

fn ends(svg: &mut String, dates: &[String; 2], points: usize) {
    text(svg, "chart-start-date", [LEFT - 4.0, DATES], &dates[0]);
    if points > 1 {
        text(svg, "chart-end-date", [RIGHT + 6.0, DATES], &dates[1]);
    }
}

fn day(local_ms: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
    let day = local_ms as f64 / 86_400_000.0;
    day
}
