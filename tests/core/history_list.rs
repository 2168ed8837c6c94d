//! The history list: order, months, deleted sessions, filters, outcomes.

use std::sync::Arc;

use eased::{
    domain::{
        history::{History, RevisionBody, SaveStatus, SessionEntry},
        history_list::{
            SessionFilter, count_eased, count_started_after, history_fingerprint, history_list, local_ms,
            recent_rollers, sessions_per_week_tenths,
        },
        hold::{Ending, Hold, spot_count},
        leg::Leg,
        session::{Pass, Session, SessionId, Tag},
    },
    i18n::history::utc_offset,
};

use crate::sample;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// 1 November 2026, 00:00 UTC.
const NOVEMBER_UNIX_MS: i64 = 1_793_491_200_000;

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

/// The first revision of a session.
fn first_revision(session: &Arc<Session>) -> SessionEntry {
    SessionEntry {
        rev: 1,
        crc: 0,
        body: RevisionBody::Full(session.clone()),
        newest_full: Some((1, session.clone())),
        save_status: SaveStatus::InBothStores,
    }
}

/// A history of sessions that began at these times, unix milliseconds, with these UTC offsets, minutes.
fn history(starts: &[(i64, i16)]) -> History {
    let mut history = History::default();
    for (n, (start, offset)) in starts.iter().enumerate() {
        history.merge_entry(id(n), first_revision(&session(n, *start, *offset)));
    }
    history
}

/// The months in the list, counted from January 2026, and their sessions.
fn months_of(
    history: &History,
    deleted_since_unix_ms: i64,
    max_sessions: usize,
) -> Vec<(i64, Vec<SessionId>)> {
    let months = history_list(history, SessionFilter::default(), deleted_since_unix_ms, max_sessions).months;
    months.into_iter().map(|m| (m.number - 2026 * 12, m.sessions)).collect()
}

#[test]
fn sessions_are_listed_newest_first_by_month() {
    let history = history(&[
        (NOVEMBER_UNIX_MS - DAY_MS, 0),
        (NOVEMBER_UNIX_MS + DAY_MS, 0),
        (NOVEMBER_UNIX_MS + 2 * DAY_MS, 0),
        (NOVEMBER_UNIX_MS - 300 * DAY_MS, 0),
    ]);
    let january = vec![id(3)];
    assert_eq!(months_of(&history, 0, 9), [(10, vec![id(2), id(1)]), (9, vec![id(0)]), (0, january)]);
}

#[test]
fn the_month_is_local_to_the_session() {
    let history = history(&[(NOVEMBER_UNIX_MS - HOUR_MS, 120), (NOVEMBER_UNIX_MS + HOUR_MS, -120)]);
    assert_eq!(months_of(&history, 0, 9), [(9, vec![id(1)]), (10, vec![id(0)])]);
}

#[test]
fn a_month_is_listed_once_across_time_zones() {
    let history = history(&[
        (NOVEMBER_UNIX_MS - 3 * HOUR_MS, 0),
        (NOVEMBER_UNIX_MS - 2 * HOUR_MS, 180),
        (NOVEMBER_UNIX_MS - HOUR_MS, 0),
    ]);
    assert_eq!(months_of(&history, 0, 9), [(9, vec![id(2), id(0)]), (10, vec![id(1)])]);
}

#[test]
fn month_numbers_agree_with_the_calendar() {
    for (unix_ms, year, month) in [
        (0, 1970, 1),
        (-1, 1969, 12),
        (951_782_400_000, 2000, 2),
        (951_868_800_000, 2000, 3),
        (4_107_456_000_000, 2100, 2),
        (4_107_542_400_000, 2100, 3),
    ] {
        let months = history_list(&history(&[(unix_ms, 0)]), SessionFilter::default(), 0, 1).months;
        assert_eq!(months[0].number, year * 12 + month - 1, "{unix_ms}");
    }
}

/// 25 October 2026 in Berlin: at 01:00 UTC, local time goes back from 03:00 to 02:00.
#[test]
fn sessions_in_the_repeated_hour_show_their_offsets() {
    const CHANGE: i64 = 1_792_890_000_000;
    let twice =
        history(&[(CHANGE - HOUR_MS / 2, 120), (CHANGE + HOUR_MS / 2, 60), (CHANGE + 30 * HOUR_MS, 60)]);
    let listed = |max_sessions| history_list(&twice, SessionFilter::default(), 0, max_sessions);
    assert_eq!(
        local_ms(CHANGE - HOUR_MS / 2, 120),
        local_ms(CHANGE + HOUR_MS / 2, 60),
        "both began at 02:30"
    );
    assert_eq!(listed(9).months[0].sessions, [id(2), id(1), id(0)]);
    assert_eq!(listed(9).sessions_showing_offset, [id(0), id(1)]);
    assert_eq!([120, 60].map(utc_offset), ["UTC+2", "UTC+1"]);
    // The other session is not listed, or there is none.
    assert_eq!(listed(2).sessions_showing_offset, []);
    let summer = history(&[(CHANGE - 30 * HOUR_MS, 120), (CHANGE - 29 * HOUR_MS, 120), (CHANGE, 60)]);
    assert_eq!(history_list(&summer, SessionFilter::default(), 0, 9).sessions_showing_offset, []);
}

#[test]
fn offsets_are_formatted_as_utc_offsets() {
    assert_eq!(
        [0, 330, -210, 840, 545, -5].map(utc_offset),
        ["UTC+0", "UTC+5:30", "UTC−3:30", "UTC+14", "UTC+9:05", "UTC−0:05"]
    );
}

#[test]
fn older_sessions_are_left_out_and_counted() {
    let starts: Vec<_> = (0..40).map(|n| (NOVEMBER_UNIX_MS + n * HOUR_MS, 0)).collect();
    let listing = history_list(&history(&starts), SessionFilter::default(), 0, 30);
    assert_eq!((listing.older_count, listing.session_count), (10, 40));
    assert_eq!(listing.months[0].sessions.len(), 30);
}

#[test]
fn a_recently_deleted_session_keeps_its_place() {
    let mut history = history(&[(NOVEMBER_UNIX_MS, 0), (NOVEMBER_UNIX_MS + HOUR_MS, 0)]);
    let gone = SessionEntry {
        rev: 2,
        body: RevisionBody::Deleted(NOVEMBER_UNIX_MS + DAY_MS),
        ..first_revision(&session(1, NOVEMBER_UNIX_MS + HOUR_MS, 0))
    };
    history.merge_entry(id(1), gone);
    assert_eq!(months_of(&history, NOVEMBER_UNIX_MS, 9), [(10, vec![id(1), id(0)])]);
    assert_eq!(history_list(&history, SessionFilter::default(), NOVEMBER_UNIX_MS, 9).session_count, 1);
    assert_eq!(months_of(&history, NOVEMBER_UNIX_MS + 2 * DAY_MS, 9), [(10, vec![id(0)])]);
}

#[test]
fn a_deleted_session_without_a_full_revision_is_not_listed() {
    let mut history = History::default();
    let gone = SessionEntry {
        body: RevisionBody::Deleted(NOVEMBER_UNIX_MS),
        newest_full: None,
        ..first_revision(&session(0, NOVEMBER_UNIX_MS, 0))
    };
    history.merge_entry(id(0), gone);
    assert_eq!(months_of(&history, 0, 9), []);
}

#[test]
fn the_fingerprint_changes_only_with_the_sessions() {
    let mut history = history(&[(NOVEMBER_UNIX_MS, 0)]);
    let before = history_fingerprint(&history);
    assert_eq!(before, history_fingerprint(&history.clone()));
    // The save status does not affect it.
    history.set_save_status(id(0), 1, SaveStatus::InOneStore);
    assert_eq!(before, history_fingerprint(&history));
    let edited = SessionEntry { rev: 2, ..first_revision(&session(0, NOVEMBER_UNIX_MS, 0)) };
    history.merge_entry(id(0), edited);
    assert_ne!(before, history_fingerprint(&history));
    // A full revision is loaded after the deletion.
    let mut late = History::default();
    late.merge_entry(
        id(0),
        SessionEntry {
            rev: 2,
            body: RevisionBody::Deleted(NOVEMBER_UNIX_MS),
            newest_full: None,
            ..first_revision(&session(0, NOVEMBER_UNIX_MS, 0))
        },
    );
    let deleted = history_fingerprint(&late);
    late.merge_entry(id(0), first_revision(&session(0, NOVEMBER_UNIX_MS, 0)));
    assert_ne!(deleted, history_fingerprint(&late));
}

#[test]
fn a_spot_held_twice_in_one_pass_counts_once() {
    let other_leg = Hold { pass: 1, ..sample::hold(40) };
    let holds = [sample::hold(40), sample::hold(60), sample::hold(40), other_leg];
    assert_eq!(spot_count(&holds), 3);
    assert_eq!(spot_count(&[]), 0);
}

#[test]
fn sessions_started_after_a_moment_are_counted() {
    let history = history(&[(NOVEMBER_UNIX_MS, 0), (NOVEMBER_UNIX_MS + DAY_MS, 0)]);
    assert_eq!(count_started_after(&history, NOVEMBER_UNIX_MS), 1);
    assert_eq!(count_started_after(&history, i64::MIN), 2);
}

#[test]
fn local_time_is_shifted_by_the_offset() {
    assert_eq!(local_ms(0, 90), 5_400_000);
    assert_eq!(local_ms(0, -60), -3_600_000);
}

#[test]
fn eased_holds_are_counted_out_of_those_whose_ending_says_so() {
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
    let session =
        Session { holds: endings.map(hold).to_vec(), ..Session::clone(&session(0, NOVEMBER_UNIX_MS, 0)) };
    assert_eq!(count_eased(&session), (2, 4));
}

#[test]
fn a_filter_matches_by_leg_and_tag() {
    let pass = |leg| Pass { end: None, ..sample::pass(leg) };
    let session_with = |n, legs: &[Leg], tag| {
        let passes = legs.iter().copied().map(pass).collect();
        Arc::new(Session { passes, tag, ..Session::clone(&session(n, NOVEMBER_UNIX_MS, 0)) })
    };
    let mut history = History::default();
    let both = [Leg::Left, Leg::Right];
    for session in [
        session_with(1, &both, None),
        session_with(2, &both[..1], Some(Tag::After)),
        session_with(3, &both, Some(Tag::After)),
    ] {
        history.merge_entry(session.id, first_revision(&session));
    }
    let listed = |leg, tag| history_list(&history, SessionFilter { leg, tag }, 0, 1);
    assert_eq!(listed(None, None).session_count, 3);
    assert_eq!(listed(Some(Leg::Right), None).session_count, 2);
    assert_eq!(listed(Some(Leg::Left), Some(Tag::After)).session_count, 2);
    let list = listed(Some(Leg::Right), Some(Tag::After));
    assert_eq!((list.session_count, list.older_count, list.months[0].sessions.len()), (1, 0, 1));
    assert!(listed(None, Some(Tag::RestDay)).months.is_empty());
}

#[test]
fn sessions_per_week_are_over_the_last_four_weeks() {
    let today = NOVEMBER_UNIX_MS / DAY_MS;
    let sessions_per_week = |days_ago: &[i64]| {
        let starts: Vec<_> = days_ago.iter().map(|days| (NOVEMBER_UNIX_MS - days * DAY_MS, 0)).collect();
        sessions_per_week_tenths(&history(&starts), today)
    };
    assert_eq!(sessions_per_week(&[]), None);
    assert_eq!(sessions_per_week(&[0, 3, 26]), None, "began less than four weeks ago");
    assert_eq!(sessions_per_week(&[0, 3, 27]), Some(8));
    assert_eq!(sessions_per_week(&[0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 300]), Some(25));
    // A session dated in the future is ignored.
    assert_eq!(sessions_per_week(&[-5, 1, 40]), Some(3));
}

#[test]
fn recent_rollers_are_listed_newest_first_without_duplicates() {
    let mut past = History::default();
    for (n, roller) in ["soft", "hard", "", "soft", "grid", "hard"].into_iter().enumerate() {
        let start = NOVEMBER_UNIX_MS + i64::try_from(n).expect("few") * DAY_MS;
        let session_with_roller = Session { roller: roller.into(), ..(*session(n, start, 0)).clone() };
        past.merge_entry(id(n), first_revision(&Arc::new(session_with_roller)));
    }
    assert_eq!(recent_rollers(&past, 4), ["hard", "grid", "soft"]);
    assert_eq!(recent_rollers(&past, 2), ["hard", "grid"]);
}
