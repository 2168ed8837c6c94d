//! The charts as drawings: a dot for each session, and what lies between the dots.

use super::{
    scale::{Scale, minutes},
    svg::{block, dot, line, shape, text},
};
use crate::{
    domain::{
        ease::Ease,
        knee::Scores,
        session::KneeScore,
        trend::{Told, Verdict},
    },
    i18n::duration::clock,
};

/// The frame of a chart: at 320 pixels each unit is one.
pub const VIEW_BOX: &str = "0 0 288 136";
/// Where the dots may be: left, right, top, bottom.
const LEFT: f64 = 44.0;
const RIGHT: f64 = 280.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 104.0;
/// Where the signs of the second leg stand, and the dates.
const SECOND: f64 = 111.0;
const DATES: f64 = 130.0;
const RADIUS: f64 = 3.6;

/// The times of a track; `dates` are those of its first and last point.
pub fn times(ease: &Ease, dates: &[String; 2]) -> String {
    let mut svg = String::new();
    let told = |told| match told {
        Told::Took(ms) | Told::Longer(ms) => f64::from(ms) / 1_000.0,
    };
    let longest = ease.points.iter().filter_map(|p| p.told).map(told).fold(0.0, f64::max);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds of a hold")]
    let lines = minutes(longest as u32);
    let top = f64::from(lines.last().copied().unwrap_or(120));
    let y = Scale::new([0.0, top], [BOTTOM, TOP]);
    let x = across(ease.points.iter().map(|p| p.local_ms));
    for s in lines {
        let at = y.at(f64::from(s));
        line(&mut svg, if s == 0 { "chart-axis" } else { "chart-line" }, [LEFT - 4.0, at], [RIGHT + 6.0, at]);
        text(&mut svg, "chart-y", [LEFT - 8.0, at + 4.0], &clock(s));
    }
    if let Some([from, to]) = ease.middle_ms {
        let [from, to] = [from, to].map(|ms| y.at(f64::from(ms) / 1_000.0));
        block(&mut svg, "chart-half", [LEFT - 4.0, to], [RIGHT + 6.0, from]);
    }
    if let Some(ms) = ease.median_ms {
        let at = y.at(f64::from(ms) / 1_000.0);
        line(&mut svg, "chart-median", [LEFT - 4.0, at], [RIGHT + 6.0, at]);
    }
    for third in ease.thirds.iter().flatten() {
        let at = y.at(f64::from(third.median_ms) / 1_000.0);
        let [from, to] = third.local_ms.map(|ms| x.at(day(ms)));
        line(&mut svg, "chart-third", [from - RADIUS, at], [to + RADIUS, at]);
    }
    let mut before = LEFT;
    for point in &ease.points {
        let at = x.at(day(point.local_ms));
        if point.new_roller {
            let between = f64::midpoint(before, at);
            line(&mut svg, "chart-roller", [between, TOP], [between, BOTTOM]);
        }
        if point.second {
            block(&mut svg, "chart-second", [at - 2.0, SECOND - 2.0], [at + 2.0, SECOND + 2.0]);
        }
        before = at;
    }
    if let Verdict::Less(ends) | Verdict::More(ends) = ease.verdict {
        let [from, to] = ends.map(|ms| y.at(f64::from(ms) / 1_000.0).max(TOP));
        line(&mut svg, "chart-trend", [LEFT, from], [RIGHT, to]);
    }
    for point in &ease.points {
        let at = x.at(day(point.local_ms));
        let height = |ms: u32| y.at(f64::from(ms) / 1_000.0);
        match point.told {
            Some(Told::Took(ms)) => dot(&mut svg, "chart-dot", [at, height(ms)], RADIUS),
            // Points up: it would have taken longer than this.
            Some(Told::Longer(ms)) => {
                let (x, y, r) = (at, height(ms), RADIUS + 0.6);
                shape(&mut svg, "chart-longer", &[[x, y - r], [x + r, y + 0.8 * r], [x - r, y + 0.8 * r]]);
            }
            None => {}
        }
    }
    ends(&mut svg, dates, ease.points.len());
    svg
}

/// The knee before and after: each session an arrow from one score to the other.
pub fn knee(scores: &[Scores], dates: &[String; 2]) -> String {
    let mut svg = String::new();
    let y = Scale::new([0.0, 10.0], [BOTTOM, TOP]);
    let x = across(scores.iter().map(|s| s.local_ms));
    for (score, word) in [(0.0, "0"), (5.0, "5"), (10.0, "10")] {
        let at = y.at(score);
        line(
            &mut svg,
            if score == 0.0 { "chart-axis" } else { "chart-line" },
            [LEFT - 4.0, at],
            [RIGHT + 6.0, at],
        );
        text(&mut svg, "chart-y", [LEFT - 8.0, at + 4.0], word);
    }
    for of in scores {
        let at = x.at(day(of.local_ms));
        let [before, after] =
            [of.before, of.after].map(|s: Option<KneeScore>| s.map(|s| y.at(f64::from(s.pain.score()))));
        if let (Some(before), Some(after)) = (before, after) {
            arrow(&mut svg, at, before, after);
        }
        if let Some(before) = before {
            dot(&mut svg, "chart-open", [at, before], RADIUS);
        }
        if let Some(after) = after {
            let half = RADIUS - 0.4;
            block(&mut svg, "chart-dot", [at - half, after - half], [at + half, after + half]);
        }
    }
    ends(&mut svg, dates, scores.len());
    svg
}

/// From the score before to the one after, up to its edge; none where there is no room for one.
fn arrow(svg: &mut String, x: f64, before: f64, after: f64) {
    const HEAD: f64 = 3.0;
    let down = (after - before).signum();
    let [from, to] = [before + down * RADIUS, after - down * (RADIUS + 0.6)];
    if (to - from) * down > HEAD {
        line(svg, "chart-way", [x, from], [x, to]);
        let back = to - down * HEAD;
        shape(svg, "chart-head", &[[x, to], [x + HEAD, back], [x - HEAD, back]]);
    }
}

/// Time from the first to the last session.
fn across(mut local_ms: impl Iterator<Item = i64>) -> Scale {
    let first = local_ms.next().unwrap_or(0);
    let last = local_ms.last().unwrap_or(first);
    Scale::new([day(first), day(last)], [LEFT + 2.0, RIGHT])
}

fn ends(svg: &mut String, dates: &[String; 2], points: usize) {
    text(svg, "chart-from", [LEFT - 4.0, DATES], &dates[0]);
    if points > 1 {
        text(svg, "chart-to", [RIGHT + 6.0, DATES], &dates[1]);
    }
}

fn day(local_ms: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53 milliseconds")]
    let day = local_ms as f64 / 86_400_000.0;
    day
}
