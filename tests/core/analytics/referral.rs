//! Referrals to a clinician: when they arise, and that each is shown until it has been read.

use eased::domain::{
    Event, Model, Now,
    hold::Ending,
    knee_scores::{first_and_last_before, has_not_improved, knee_scores},
    leg::{Leg, Position},
    referral::{Referral, has_hidden_new_referral, referrals},
    session::{KneeScore, Session},
    spot::Pain,
    update,
};

use super::{DAY_MS, every_fourth_day};
use crate::track::{history, session};

/// Later than all sessions of these tests.
const NOW: i64 = 1_000 * DAY_MS;
const NOT_EASED: (u32, Ending) = (120, Ending::Limit);
const EASED: (u32, Ending) = (30, Ending::Eased);
const TIMED: (u32, Ending) = (45, Ending::Timed);

fn referrals_of(times: &[(u32, Ending)], read: Option<i64>) -> Vec<Referral> {
    referrals(&history(every_fourth_day(times)), read, NOW)
}

fn not_eased_at_40() -> Referral {
    Referral::NotEased(Leg::Right, Position::clamped(40))
}

#[test]
fn a_spot_not_eased_in_four_of_five_sessions_is_a_referral() {
    assert_eq!(referrals_of(&[NOT_EASED, NOT_EASED, EASED, NOT_EASED], None), []);
    assert_eq!(referrals_of(&[NOT_EASED, NOT_EASED, EASED, NOT_EASED, NOT_EASED], None), [not_eased_at_40()]);
    // Sessions whose endings do not say whether it eased are skipped.
    assert_eq!(
        referrals_of(&[NOT_EASED, NOT_EASED, TIMED, EASED, NOT_EASED, TIMED, NOT_EASED], None),
        [not_eased_at_40()]
    );
    assert_eq!(referrals_of(&[NOT_EASED, NOT_EASED, NOT_EASED, NOT_EASED, EASED, EASED], None), []);
}

#[test]
fn a_referral_that_was_read_is_not_shown_again() {
    let arose_unix_ms = 4 * 4 * DAY_MS;
    let times = [NOT_EASED, NOT_EASED, EASED, NOT_EASED, NOT_EASED, NOT_EASED, NOT_EASED];
    assert_eq!(referrals_of(&times, Some(arose_unix_ms - 1)), [not_eased_at_40()]);
    assert_eq!(referrals_of(&times, Some(arose_unix_ms + 1)), []);
    // It stopped applying, then arose again.
    let again = [&times[..], &[EASED, EASED, NOT_EASED, NOT_EASED, NOT_EASED, NOT_EASED]].concat();
    assert_eq!(referrals_of(&again, Some(arose_unix_ms + 1)), [not_eased_at_40()]);

    let mut model = Model::new("");
    model.history = history(every_fourth_day(&times));
    update(&mut model, Event::ReferralRead, Now { unix_ms: 90 * DAY_MS, ..Now::default() });
    assert_eq!(referrals(&model.history, model.meta.referral_read_unix_ms, NOW), []);
}

/// Sessions on these days with these knee scores before.
fn sessions_with_knee_before(days: &[(u8, u8)]) -> Vec<Session> {
    let score = |pain| Some(KneeScore { pain: Pain::new(pain).expect("0 to 10"), minutes: -2 });
    days.iter().map(|(n, pain)| Session { knee_before: score(*pain), ..session(*n, vec![]) }).collect()
}

fn knee_has_not_improved(days: &[(u8, u8)]) -> bool {
    has_not_improved(&knee_scores(&history(sessions_with_knee_before(days))))
}

#[test]
fn a_knee_that_has_not_improved_in_four_weeks_is_a_referral() {
    assert!(knee_has_not_improved(&[(0, 5), (10, 4), (20, 5), (29, 5)]));
    assert!(knee_has_not_improved(&[(0, 3), (10, 4), (20, 5), (29, 6)]));
    assert!(!knee_has_not_improved(&[(0, 5), (10, 4), (20, 4), (29, 4)]));
    // Without pain, there is nothing to improve.
    assert!(!knee_has_not_improved(&[(0, 0), (10, 0), (20, 0), (29, 0)]));
    assert!(!knee_has_not_improved(&[(0, 5), (10, 5), (20, 5), (27, 5)]));
    assert!(!knee_has_not_improved(&[(0, 5), (29, 5), (30, 5)]));
    // A single bad day does not count.
    assert!(!knee_has_not_improved(&[(0, 5), (24, 2), (26, 2), (29, 9), (30, 2)]));
    assert_eq!(
        referrals(&history(sessions_with_knee_before(&[(0, 5), (10, 4), (20, 5), (29, 5)])), None, NOW),
        [Referral::Knee]
    );
}

#[test]
fn scores_after_a_session_are_listed_but_do_not_count() {
    let mut sessions = sessions_with_knee_before(&[(0, 5), (10, 5), (20, 5), (29, 5)]);
    for session in &mut sessions {
        session.knee_after = session.knee_before.take();
    }
    let scores = knee_scores(&history(sessions));
    assert_eq!(scores.len(), 4);
    assert!(!has_not_improved(&scores) && scores[0].start_unix_ms < scores[3].start_unix_ms);
}

#[test]
fn importing_older_sessions_may_reveal_a_referral() {
    let all_sessions = every_fourth_day(&[NOT_EASED, NOT_EASED, EASED, NOT_EASED, NOT_EASED, NOT_EASED]);
    let newest_two = history(all_sessions[4..].to_vec());
    let read = Some(100 * DAY_MS);
    assert_eq!(referrals(&newest_two, None, NOW), []);
    assert_eq!(
        referrals(&history(all_sessions.clone()), read, NOW),
        [],
        "it arose before the last reading, but was never shown"
    );
    assert!(has_hidden_new_referral(&newest_two, &history(all_sessions.clone()), read, NOW));
    assert!(
        !has_hidden_new_referral(&history(all_sessions.clone()), &history(all_sessions.clone()), read, NOW),
        "it has been read"
    );
    assert!(!has_hidden_new_referral(&newest_two, &history(all_sessions), None, NOW), "it is shown anyway");
    let mut model = Model::new("");
    model.meta.referral_read_unix_ms = read;
    update(&mut model, Event::ReferralMarkedUnread, Now::default());
    assert_eq!(model.meta.referral_read_unix_ms, None);
}

#[test]
fn first_and_last_scores_are_those_before_a_session() {
    let mut sessions = sessions_with_knee_before(&[(0, 6), (10, 4), (20, 5), (29, 3)]);
    // Scores after a session are not compared.
    sessions[0].knee_after = Some(KneeScore { pain: Pain::new(1).expect("0 to 10"), minutes: 4 });
    sessions[3].knee_after = sessions[3].knee_before.take();
    assert_eq!(first_and_last_before(&knee_scores(&history(sessions.clone()))), Some([6, 5]));
    assert_eq!(first_and_last_before(&knee_scores(&history(sessions[..1].to_vec()))), None);
    assert_eq!(first_and_last_before(&knee_scores(&history(sessions[3..].to_vec()))), None);
}

/// The clock was ahead when the person read the referral.
#[test]
fn a_reading_dated_in_the_future_is_ignored() {
    let all_sessions = history(every_fourth_day(&[NOT_EASED, NOT_EASED, EASED, NOT_EASED, NOT_EASED]));
    let now = 17 * DAY_MS;
    assert_eq!(referrals(&all_sessions, Some(now + 1), now), [not_eased_at_40()]);
    assert_eq!(referrals(&all_sessions, Some(now), now), []);
}

#[test]
fn a_referral_from_a_session_dated_in_the_future_is_shown_until_read() {
    // The last session is on day 16.
    let all_sessions = history(every_fourth_day(&[NOT_EASED, NOT_EASED, EASED, NOT_EASED, NOT_EASED]));
    let now = 14 * DAY_MS;
    assert_eq!(referrals(&all_sessions, None, now), [not_eased_at_40()]);
    assert_eq!(referrals(&all_sessions, Some(now), now), [], "once read, it is not shown forever");
    assert_eq!(
        referrals(&all_sessions, Some(now), 16 * DAY_MS),
        [not_eased_at_40()],
        "the time of the session has passed"
    );
    let mut model = Model::new("");
    model.history = all_sessions;
    update(&mut model, Event::ReferralRead, Now { unix_ms: now, ..Now::default() });
    assert_eq!(referrals(&model.history, model.meta.referral_read_unix_ms, now), []);
}
