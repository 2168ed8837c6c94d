//! One page for a clinician: on the screen only its button is seen, on paper only the page.

use std::{rc::Rc, sync::Arc};

use super::{
    knee::scored,
    map,
    pick::Chosen,
    table::table,
    weeks::{place, section},
};
use crate::{
    domain::{
        ease::ease,
        heat::heat,
        hold::{Ending, Hold},
        knee::scores,
        listing::local_ms,
        session::Session,
        track::Track,
    },
    text::{Text, weeks::short},
    view::{
        ctx::Ctx,
        dom::{El, el, soon},
        ui::when,
    },
};

/// Most rows of each table: what one page holds.
const SPOTS: usize = 10;
const KNEES: usize = 8;
const STOPS: usize = 6;

/// The button. The page is made when it is first wanted.
pub fn button(ctx: Ctx, tracks: [Vec<Track>; 2]) -> El {
    let t = ctx.words();
    let wanted = Chosen::new(None);
    let looked = wanted.clone();
    let tracks = Rc::new(tracks);
    let button = el("button").attr("type", "button").text(t.history.weeks.sheet.print);
    let from = button.clone();
    let print = move || {
        wanted.set(Some(1));
        let from = from.clone();
        // When the page stands.
        soon(move || {
            let window = from.owner_document().and_then(|document| document.default_view());
            // A browser that cannot print does nothing.
            window.and_then(|window| window.print().ok());
        });
    };
    el("div")
        .class("weeks-part")
        .child(button.click(print))
        .when(move || looked.get().is_some(), move || sheet(ctx, &tracks))
}

fn sheet(ctx: Ctx, tracks: &[Vec<Track>; 2]) -> El {
    let t = ctx.words();
    let weeks = &t.history.weeks;
    let words = &weeks.sheet;
    let (sessions, heats, knees) =
        ctx.peek(|m| (m.history.newest_first(), heat(&m.history, i64::MIN), scores(&m.history)));
    let date = |session: Option<&Arc<Session>>| {
        session
            .map(|s| when::day_and_year(t, local_ms(s.start_unix_ms, s.utc_offset_min)))
            .unwrap_or_default()
    };
    let range =
        words.range.with(&[date(sessions.last()).as_str().into(), date(sessions.first()).as_str().into()]);
    let range = [t.history.sessions.of(sessions.len()), range].join(", ");
    let [legs_drawn, key, _] = map::drawn(&heats, t);
    let shown = &knees[knees.len().saturating_sub(KNEES)..];
    let knee = (!shown.is_empty())
        .then(|| section(weeks.knee.title).child(scored(shown, t)).children(newest(knees.len(), KNEES, t)));
    el("article")
        .class("clinician")
        .child(el("h1").text(words.title))
        .child(el("p").child(el("b").text(words.not_a_diagnosis)).text(" ").text(range))
        .child(el("div").class("clinician-map").child(legs_drawn).child(key))
        .child(
            section(weeks.spots.title)
                .child(spots(ctx, tracks))
                .child(el("p").class("soft").text(words.note)),
        )
        .children(knee)
        .child(stops(&sessions, t))
}

/// The spots with the most sessions of both legs, hip to knee.
fn spots(ctx: Ctx, tracks: &[Vec<Track>; 2]) -> El {
    let t = ctx.words();
    let weeks = &t.history.weeks;
    let all = || tracks.iter().flatten();
    let more = |this: &Track| all().filter(|other| other.visits.len() > this.visits.len()).count();
    let rows = all().filter(|track| more(track) < SPOTS).take(SPOTS).map(|track| {
        let ease = ctx.peek(|m| ease(&m.history, track));
        let none = || weeks.none.to_owned();
        let mut trend = weeks.spots.verdict(ease.verdict).to_owned();
        if let Some(more) = weeks.spots.verdict_more(&ease).filter(|_| ease.median_ms.is_some()) {
            trend.push_str(", ");
            trend.push_str(&more);
        }
        if ease.older > 0 {
            trend.push_str("; ");
            trend.push_str(&weeks.spots.older.of(ease.older));
        }
        vec![
            t.history.sides[track.leg.index()].to_owned(),
            place(track.position, t),
            weeks.sheet.of.with(&[ease.eased.into(), ease.points.len().into()]),
            ease.median_ms.map_or_else(none, short),
            ease.middle_ms.map_or_else(none, |half| half.map(short).join("–")),
            trend,
        ]
    });
    table(&weeks.sheet.heads, rows)
}

/// The holds that were stopped, with the reasons.
fn stops(sessions: &[Arc<Session>], t: &'static Text) -> El {
    let words = &t.history.weeks.sheet;
    let of = |session: &Arc<Session>| {
        let stopped = |hold: &&Hold| matches!(hold.ending, Ending::Stopped(_));
        let holds: Vec<Hold> = session.holds.iter().filter(stopped).copied().collect();
        holds.into_iter().map(|hold| (session.clone(), hold)).collect::<Vec<_>>()
    };
    let all: Vec<(Arc<Session>, Hold)> = sessions.iter().flat_map(of).collect();
    let part = section(words.stops);
    if all.is_empty() {
        return part.child(el("p").text(words.no_stops));
    }
    let rows = all.iter().take(STOPS).map(|(session, hold)| {
        let leg = session.passes.get(usize::from(hold.pass)).map(|pass| t.history.sides[pass.leg.index()]);
        vec![
            when::day_and_year(t, local_ms(session.start_unix_ms, session.utc_offset_min)),
            leg.unwrap_or_default().to_owned(),
            place(hold.position, t),
            t.hold.ending(hold.ending).to_owned(),
        ]
    });
    let [leg, place, ..] = words.heads;
    let [date, _, ending, _] = t.history.weeks.spots.heads;
    part.child(table(&[date, leg, place, ending], rows)).children(newest(all.len(), STOPS, t))
}

/// That a table leaves the older ones out, if it does.
fn newest(all: usize, most: usize, t: &'static Text) -> Option<El> {
    (all > most).then(|| el("p").class("soft").text(t.history.weeks.sheet.newest.n(most)))
}
