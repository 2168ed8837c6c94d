//! The history as it is read: order, months, deleted sessions in their place, and how it grows.

use std::sync::Arc;

use eased::{
    domain::{
        history::{Body, Entry, History, SaveStatus},
        history_list::{
            Filter, Outcome, begun_after, eased_of, listing, local_ms, outcome, print, recent_rollers,
            tenths_a_week,
        },
        hold::{Ending, Hold, spots},
        leg::Leg,
        session::{Pass, PassEnd, Session, SessionId, Tag},
    },
    i18n::history::utc_offset,
};

use crate::sample;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// 1 November 2026, 00:00 UTC.
const NOVEMBER: i64 = 1_793_491_200_000;

fn id(n: usize) -> SessionId {
    SessionId::parse(&format!("{n:010}")).expect("ten digits")
}

fn session(n: usize, start_unix_ms: i64, utc_offset_min: i16) -> Arc<Session> {
    Arc::new(Session {
        start_unix_ms,
        end_unix_ms: start_unix_ms + HOUR_MS,
        utc_offset_min,
        ..sample::session(id(n))
    })
}

fn full(session: &Arc<Session>) -> Entry {
    Entry {
        rev: 1,
        crc: 0,
        body: Body::Full(session.clone()),
        full: Some((1, session.clone())),
        kept: SaveStatus::Both,
    }
}

fn history(starts: &[(i64, i16)]) -> History {
    let mut history = History::default();
    for (n, (start, offset)) in starts.iter().enumerate() {
        history.merge(id(n), full(&session(n, *start, *offset)));
    }
    history
}

fn shape(history: &History, since: i64, most: usize) -> Vec<(i64, Vec<SessionId>)> {
    let months = listing(history, Filter::default(), since, most).months;
    months.into_iter().map(|m| (m.number - 2026 * 12, m.sessions)).collect()
}

#[test]
fn newest_first_by_month() {
    let history = history(&[
        (NOVEMBER - DAY_MS, 0),
        (NOVEMBER + DAY_MS, 0),
        (NOVEMBER + 2 * DAY_MS, 0),
        (NOVEMBER - 300 * DAY_MS, 0),
    ]);
    let january = vec![id(3)];
    assert_eq!(shape(&history, 0, 9), [(10, vec![id(2), id(1)]), (9, vec![id(0)]), (0, january)]);
}

#[test]
fn the_month_is_that_of_the_place_of_recording() {
    let history = history(&[(NOVEMBER - HOUR_MS, 120), (NOVEMBER + HOUR_MS, -120)]);
    assert_eq!(shape(&history, 0, 9), [(9, vec![id(1)]), (10, vec![id(0)])]);
}

#[test]
fn a_month_is_listed_once_even_across_time_zones() {
    let history =
        history(&[(NOVEMBER - 3 * HOUR_MS, 0), (NOVEMBER - 2 * HOUR_MS, 180), (NOVEMBER - HOUR_MS, 0)]);
    assert_eq!(shape(&history, 0, 9), [(9, vec![id(2), id(0)]), (10, vec![id(1)])]);
}

#[test]
fn months_agree_with_the_calendar() {
    for (unix_ms, year, month) in [
        (0, 1970, 1),
        (-1, 1969, 12),
        (951_782_400_000, 2000, 2),
        (951_868_800_000, 2000, 3),
        (4_107_456_000_000, 2100, 2),
        (4_107_542_400_000, 2100, 3),
    ] {
        let months = listing(&history(&[(unix_ms, 0)]), Filter::default(), 0, 1).months;
        assert_eq!(months[0].number, year * 12 + month - 1, "{unix_ms}");
    }
}

/// 25 October 2026 in Berlin: at 01:00 UTC it is 03:00 and becomes 02:00.
#[test]
fn in_the_hour_that_comes_twice_the_offset_tells_the_sessions_apart() {
    const CHANGE: i64 = 1_792_890_000_000;
    let twice =
        history(&[(CHANGE - HOUR_MS / 2, 120), (CHANGE + HOUR_MS / 2, 60), (CHANGE + 30 * HOUR_MS, 60)]);
    let listed = |most| listing(&twice, Filter::default(), 0, most);
    assert_eq!(
        local_ms(CHANGE - HOUR_MS / 2, 120),
        local_ms(CHANGE + HOUR_MS / 2, 60),
        "both began at 02:30"
    );
    assert_eq!(listed(9).months[0].sessions, [id(2), id(1), id(0)]);
    assert_eq!(listed(9).with_offset, [id(0), id(1)]);
    assert_eq!([120, 60].map(utc_offset), ["UTC+2", "UTC+1"]);
    // The other one is not listed, or there is none.
    assert_eq!(listed(2).with_offset, []);
    let summer = history(&[(CHANGE - 30 * HOUR_MS, 120), (CHANGE - 29 * HOUR_MS, 120), (CHANGE, 60)]);
    assert_eq!(listing(&summer, Filter::default(), 0, 9).with_offset, []);
}

#[test]
fn offsets_read_as_everywhere() {
    assert_eq!(
        [0, 330, -210, 840, 545, -5].map(utc_offset),
        ["UTC+0", "UTC+5:30", "UTC−3:30", "UTC+14", "UTC+9:05", "UTC−0:05"]
    );
}

#[test]
fn older_ones_wait_and_are_counted() {
    let starts: Vec<_> = (0..40).map(|n| (NOVEMBER + n * HOUR_MS, 0)).collect();
    let listing = listing(&history(&starts), Filter::default(), 0, 30);
    assert_eq!((listing.older, listing.sessions), (10, 40));
    assert_eq!(listing.months[0].sessions.len(), 30);
}

#[test]
fn a_deleted_session_keeps_its_place_for_a_while() {
    let mut history = history(&[(NOVEMBER, 0), (NOVEMBER + HOUR_MS, 0)]);
    let gone =
        Entry { rev: 2, body: Body::Deleted(NOVEMBER + DAY_MS), ..full(&session(1, NOVEMBER + HOUR_MS, 0)) };
    history.merge(id(1), gone);
    assert_eq!(shape(&history, NOVEMBER, 9), [(10, vec![id(1), id(0)])]);
    assert_eq!(listing(&history, Filter::default(), NOVEMBER, 9).sessions, 1);
    assert_eq!(shape(&history, NOVEMBER + 2 * DAY_MS, 9), [(10, vec![id(0)])]);
}

#[test]
fn a_tombstone_without_its_session_is_not_listed() {
    let mut history = History::default();
    let gone = Entry { body: Body::Deleted(NOVEMBER), full: None, ..full(&session(0, NOVEMBER, 0)) };
    history.merge(id(0), gone);
    assert_eq!(shape(&history, 0, 9), []);
}

#[test]
fn the_print_changes_with_the_history_and_only_then() {
    let mut history = history(&[(NOVEMBER, 0)]);
    let before = print(&history);
    assert_eq!(before, print(&history.clone()));
    // Where it is kept, both stores tell a while after a start: nothing is read off that.
    history.set_kept(id(0), 1, SaveStatus::One);
    assert_eq!(before, print(&history));
    let edited = Entry { rev: 2, ..full(&session(0, NOVEMBER, 0)) };
    history.merge(id(0), edited);
    assert_ne!(before, print(&history));
    // What was deleted is found after the word that it is.
    let mut late = History::default();
    late.merge(
        id(0),
        Entry { rev: 2, body: Body::Deleted(NOVEMBER), full: None, ..full(&session(0, NOVEMBER, 0)) },
    );
    let deleted = print(&late);
    late.merge(id(0), full(&session(0, NOVEMBER, 0)));
    assert_ne!(deleted, print(&late));
}

#[test]
fn a_spot_that_was_held_again_in_the_same_pass_is_one() {
    let other_leg = Hold { pass: 1, ..sample::hold(40) };
    let holds = [sample::hold(40), sample::hold(60), sample::hold(40), other_leg];
    assert_eq!(spots(&holds), 3);
    assert_eq!(spots(&[]), 0);
}

#[test]
fn sessions_since_a_moment() {
    let history = history(&[(NOVEMBER, 0), (NOVEMBER + DAY_MS, 0)]);
    assert_eq!(begun_after(&history, NOVEMBER), 1);
    assert_eq!(begun_after(&history, i64::MIN), 2);
}

#[test]
fn local_time_is_shifted_by_the_stored_offset() {
    assert_eq!(local_ms(0, 90), 5_400_000);
    assert_eq!(local_ms(0, -60), -3_600_000);
}

#[test]
fn eased_of_those_that_could_tell() {
    let hold = |ending| Hold { ending, ..sample::hold(0) };
    let endings = [
        Ending::Eased,
        Ending::Eased,
        Ending::MovedOn,
        Ending::Limit,
        Ending::Timed,
        Ending::Stopped(None),
        Ending::Interrupted,
    ];
    let session = Session { holds: endings.map(hold).to_vec(), ..Session::clone(&session(0, NOVEMBER, 0)) };
    assert_eq!(eased_of(&session), (2, 4));
}

#[test]
fn a_filter_lists_the_sessions_of_a_leg_and_a_tag() {
    let pass = |leg| Pass { end: None, ..sample::pass(leg) };
    let made = |n, legs: &[Leg], tag| {
        let passes = legs.iter().copied().map(pass).collect();
        Arc::new(Session { passes, tag, ..Session::clone(&session(n, NOVEMBER, 0)) })
    };
    let mut history = History::default();
    let both = [Leg::Left, Leg::Right];
    for session in
        [made(1, &both, None), made(2, &both[..1], Some(Tag::After)), made(3, &both, Some(Tag::After))]
    {
        history.merge(session.id, full(&session));
    }
    let listed = |leg, tag| listing(&history, Filter { leg, tag }, 0, 1);
    assert_eq!(listed(None, None).sessions, 3);
    assert_eq!(listed(Some(Leg::Right), None).sessions, 2);
    assert_eq!(listed(Some(Leg::Left), Some(Tag::After)).sessions, 2);
    let one = listed(Some(Leg::Right), Some(Tag::After));
    assert_eq!((one.sessions, one.older, one.months[0].sessions.len()), (1, 0, 1));
    assert!(listed(None, Some(Tag::Rest)).months.is_empty());
}

/// A session whose holds ended so, and whose leg ended so.
fn ended(endings: &[Ending], end: PassEnd) -> Session {
    Session {
        passes: vec![Pass { end: Some(end), ..sample::pass(Leg::Right) }],
        holds: endings.iter().map(|ending| Hold { ending: *ending, ..sample::hold(40) }).collect(),
        ..sample::session(id(1))
    }
}

#[test]
fn the_line_of_a_session_tells_how_its_holds_ended() {
    let of = |endings: &[Ending], end: PassEnd| {
        let outcome = outcome(&ended(endings, end));
        ["en", "de"].map(eased::i18n::of).map(|text| text.history.outcome(outcome).replace('\u{a0}', " "))
    };
    let three = [Ending::Eased, Ending::MovedOn, Ending::Eased, Ending::Stopped(None)];
    assert_eq!(of(&three, PassEnd::Knee), ["2 of 3 eased, 1 stopped", "2 von 3 nachgelassen, 1 abgebrochen"]);
    assert_eq!(of(&[], PassEnd::Stopped), ["no spots, ended early", "keine Stelle, vorzeitig beendet"]);
    assert_eq!(of(&[Ending::Interrupted], PassEnd::Interrupted), ["1 interrupted", "1 unterbrochen"]);
    assert_eq!(of(&[Ending::Eased], PassEnd::Interrupted)[0], "1 of 1 eased, interrupted");
    assert_eq!(of(&[Ending::Timed; 3], PassEnd::Bottom), ["3 for a set time", "3 nach fester Zeit"]);
    // A stopped hold tells why the leg was not finished.
    assert_eq!(of(&[Ending::Stopped(None)], PassEnd::Stopped)[0], "1 stopped");
}

#[test]
fn an_interrupted_leg_is_told_before_a_stopped_one() {
    let mut session = ended(&[], PassEnd::Stopped);
    session.passes.push(Pass { end: Some(PassEnd::Interrupted), ..sample::pass(Leg::Left) });
    let cut_short = Some(PassEnd::Interrupted);
    assert_eq!(outcome(&session), Outcome { cut_short, ..Outcome::default() });
}

#[test]
fn sessions_a_week_are_those_of_the_last_four_weeks() {
    let today = NOVEMBER / DAY_MS;
    let on = |days_ago: &[i64]| {
        let starts: Vec<_> = days_ago.iter().map(|days| (NOVEMBER - days * DAY_MS, 0)).collect();
        tenths_a_week(&history(&starts), today)
    };
    assert_eq!(on(&[]), None);
    assert_eq!(on(&[0, 3, 26]), None, "began less than four weeks ago");
    assert_eq!(on(&[0, 3, 27]), Some(8));
    assert_eq!(on(&[0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 300]), Some(25));
    // A clock that was ahead.
    assert_eq!(on(&[-5, 1, 40]), Some(3));
}

#[test]
fn rollers_are_remembered_the_last_one_first() {
    let mut past = History::default();
    for (n, roller) in ["soft", "hard", "", "soft", "grid", "hard"].into_iter().enumerate() {
        let start = NOVEMBER + i64::try_from(n).expect("few") * DAY_MS;
        let one = Session { roller: roller.into(), ..(*session(n, start, 0)).clone() };
        past.merge(id(n), full(&Arc::new(one)));
    }
    assert_eq!(recent_rollers(&past, 4), ["hard", "grid", "soft"]);
    assert_eq!(recent_rollers(&past, 2), ["hard", "grid"]);
}
