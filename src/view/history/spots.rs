//! The time to ease of each spot: dots, median, spread, and what may be said about it.

use super::{
    chart,
    pick::{Chosen, picks},
    table::{table, twin},
    weeks::{legs, place, section},
};
use crate::{
    domain::{
        ease::{Ease, Point, ease, sides},
        leg::Leg,
        track::Track,
        trend::Told,
    },
    text::{Text, weeks::short},
    view::{
        ctx::Ctx,
        dom::{El, el, svg},
        ui::when,
    },
};

/// Most charts of a leg: those of the spots with the most sessions.
const MOST: usize = 6;

/// The spots of one leg at a time.
pub fn spots(ctx: Ctx, tracks: &[Vec<Track>; 2], chosen: &Chosen) -> El {
    let t = ctx.words();
    let words = &t.history.weeks.spots;
    let told = tracks.each_ref().map(|of| ctx.peek(|m| told(of, |track| ease(&m.history, track))));
    let part = section(words.title);
    if told.iter().all(|(shown, _)| shown.is_empty()) {
        return part.child(el("p").class("soft").text(words.empty));
    }
    // The leg that has something to show.
    let first = u8::from(told[0].0.is_empty());
    let looked = chosen.clone();
    part.child(picks("spots-leg", t.shell.which_leg, &legs(t), chosen, first))
        .switch(move || looked.get().unwrap_or(first), move |leg| of_leg(&told[usize::from(leg == 1)], t))
        .child(signs(t))
        .child(beside(ctx))
}

/// The spots of a leg that have more than one dot, hip to knee, and how many others there are.
type Shown = (Vec<(Track, Ease)>, usize);

fn told(tracks: &[Track], ease: impl Fn(&Track) -> Ease) -> Shown {
    let all: Vec<(Track, Ease)> = tracks.iter().map(|track| (track.clone(), ease(track))).collect();
    let sessions = |of: &(Track, Ease)| of.1.points.len() + of.1.older;
    let more = |this: &(Track, Ease)| all.iter().filter(|other| sessions(other) > sessions(this)).count();
    let shown: Vec<_> =
        all.iter().filter(|of| of.1.points.len() > 1 && more(of) < MOST).take(MOST).cloned().collect();
    let others = all.len() - shown.len();
    (shown, others)
}

fn of_leg((shown, others): &Shown, t: &'static Text) -> El {
    let words = &t.history.weeks.spots;
    let none = shown.is_empty().then(|| el("p").class("soft").text(words.empty));
    let others = (*others > 0).then(|| el("p").class("soft").text(words.others.of(*others)));
    let list = el("ul").class("tracks").children(shown.iter().map(|(track, ease)| spot(track, ease, t)));
    el("div").children(none).child(list).children(others)
}

/// One spot.
fn spot(track: &Track, ease: &Ease, t: &'static Text) -> El {
    let words = &t.history.weeks.spots;
    let (verdict, more) = (words.verdict(ease.verdict), words.verdict_more(ease));
    let more = more.map_or_else(String::new, |more| [", ", &more].concat());
    let figures = words.figures(ease);
    let date = |point: Option<&Point>| point.map(|p| when::day_and_year(t, p.local_ms)).unwrap_or_default();
    let dates = [date(ease.points.first()), date(ease.points.last())];
    let drawn = svg("svg")
        .class("chart")
        .attr("viewBox", chart::VIEW_BOX)
        .attr("role", "img")
        .attr(
            "aria-label",
            [place(track.position, t).as_str(), ". ", verdict, &more, ". ", &figures].concat(),
        )
        .markup(chart::times(ease, &dates));
    el("li")
        .child(el("h3").class("way-place").text(place(track.position, t)))
        .child(el("p").class("track-verdict").child(el("b").text(verdict)).text(more))
        .child(el("p").class("soft").text(figures))
        .child(drawn)
        .child(twin(words.table, table(&words.heads, ease.points.iter().rev().map(|p| row(p, t)))))
}

/// A session of the table; the newest stands first.
fn row(point: &Point, t: &'static Text) -> Vec<String> {
    let weeks = &t.history.weeks;
    let words = &weeks.spots;
    let time = match point.told {
        Some(Told::Took(ms)) => short(ms),
        Some(Told::Longer(ms)) => words.longer.words(&short(ms)),
        None => weeks.none.to_owned(),
    };
    let mut date = when::day_and_year(t, point.local_ms);
    if point.new_roller {
        date.extend([", ", words.signs[3]]);
    }
    vec![
        date,
        time,
        words.endings[usize::from(!point.eased)].to_owned(),
        words.order[usize::from(point.second)].to_owned(),
    ]
}

/// What the signs mean.
fn signs(t: &'static Text) -> El {
    let drawn = [
        r#"<circle class="chart-dot" cx="8" cy="8" r="3.6"/>"#,
        r#"<circle class="chart-open" cx="8" cy="8" r="3.6"/>"#,
        r#"<rect class="chart-second" x="6" y="6" width="4" height="4"/>"#,
        r#"<path class="chart-roller" d="M8 1L8 15"/>"#,
    ];
    let sign = |(drawn, words): (&'static str, &'static str)| {
        let sign = svg("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").markup(drawn);
        el("li").child(sign).child(el("span").text(words))
    };
    el("ul").class("chart-signs").children(drawn.into_iter().zip(t.history.weeks.spots.signs).map(sign))
}

/// Left beside right, each order of the legs by itself.
fn beside(ctx: Ctx) -> El {
    let t = ctx.words();
    let weeks = &t.history.weeks;
    let words = &weeks.spots;
    let sides = ctx.peek(|m| sides(&m.history));
    let [left, right] = sides.sessions;
    let told = match sides.medians_ms {
        None => el("p").class("soft").text(words.sides_not_yet.with(&[left.into(), right.into()])),
        Some(medians) => {
            let cell = |ms: Option<u32>| {
                ms.map_or_else(|| weeks.none.to_owned(), |ms| words.median.words(&short(ms)))
            };
            let rows = [0, 1].map(|first| {
                let [on_left, on_right] = Leg::BOTH.map(|leg| cell(medians[first][leg.index()]));
                vec![words.first[first].n(sides.sessions[first]), on_left, on_right]
            });
            let [on_left, on_right] = legs(t);
            el("div").class("twin-table").child(table(&[words.heads[3], on_left, on_right], rows))
        }
    };
    el("div")
        .child(el("h3").text(words.sides))
        .child(told)
        .child(el("p").class("soft").text(words.sides_why.text))
}
