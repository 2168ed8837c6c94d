//! What asks for a clinician's look, and that it does so once.

use eased::domain::{
    Event, Model, Now,
    hold::Ending,
    knee::{first_and_last, no_better, scores},
    leg::{Leg, Position},
    referral::{Prompt, came_up, prompts},
    session::{KneeScore, Session},
    spot::Pain,
    update,
};

use super::{DAY_MS, every_fourth_day};
use crate::tracks::{history, session};

/// Later than every session here.
const NOW: i64 = 1_000 * DAY_MS;
const NO: (u32, Ending) = (120, Ending::Limit);
const YES: (u32, Ending) = (30, Ending::Eased);
const FIXED: (u32, Ending) = (45, Ending::Timed);

fn asked(times: &[(u32, Ending)], read: Option<i64>) -> Vec<Prompt> {
    prompts(&history(every_fourth_day(times)), read, NOW)
}

fn here() -> Prompt {
    Prompt::NotEased(Leg::Right, Position::clamped(40))
}

#[test]
fn four_of_the_last_five_not_eased_asks() {
    assert_eq!(asked(&[NO, NO, YES, NO], None), []);
    assert_eq!(asked(&[NO, NO, YES, NO, NO], None), [here()]);
    // Sessions that could not tell are passed over.
    assert_eq!(asked(&[NO, NO, FIXED, YES, NO, FIXED, NO], None), [here()]);
    assert_eq!(asked(&[NO, NO, NO, NO, YES, YES], None), []);
}

#[test]
fn what_was_read_is_not_said_again() {
    let came_up = 4 * 4 * DAY_MS;
    let times = [NO, NO, YES, NO, NO, NO, NO];
    assert_eq!(asked(&times, Some(came_up - 1)), [here()]);
    assert_eq!(asked(&times, Some(came_up + 1)), []);
    // It was over, and came again.
    let again = [&times[..], &[YES, YES, NO, NO, NO, NO]].concat();
    assert_eq!(asked(&again, Some(came_up + 1)), [here()]);

    let mut model = Model::new("");
    model.history = history(every_fourth_day(&times));
    update(&mut model, Event::PromptsRead, Now { unix_ms: 90 * DAY_MS, ..Now::default() });
    assert_eq!(prompts(&model.history, model.meta.prompts_read_unix_ms, NOW), []);
}

/// Days and the knee before.
fn knees(days: &[(u8, u8)]) -> Vec<Session> {
    let score = |pain| Some(KneeScore { pain: Pain::new(pain).expect("0 to 10"), minutes: -2 });
    days.iter().map(|(n, pain)| Session { knee_before: score(*pain), ..session(*n, vec![]) }).collect()
}

fn is_no_better(days: &[(u8, u8)]) -> bool {
    no_better(&scores(&history(knees(days))))
}

#[test]
fn a_knee_that_is_no_better_after_four_weeks_asks() {
    assert!(is_no_better(&[(0, 5), (10, 4), (20, 5), (29, 5)]));
    assert!(is_no_better(&[(0, 3), (10, 4), (20, 5), (29, 6)]));
    assert!(!is_no_better(&[(0, 5), (10, 4), (20, 4), (29, 4)]));
    // No pain, nothing that should get better.
    assert!(!is_no_better(&[(0, 0), (10, 0), (20, 0), (29, 0)]));
    assert!(!is_no_better(&[(0, 5), (10, 5), (20, 5), (27, 5)]));
    assert!(!is_no_better(&[(0, 5), (29, 5), (30, 5)]));
    // One bad day among good ones is no trend.
    assert!(!is_no_better(&[(0, 5), (24, 2), (26, 2), (29, 9), (30, 2)]));
    assert_eq!(prompts(&history(knees(&[(0, 5), (10, 4), (20, 5), (29, 5)])), None, NOW), [Prompt::Knee]);
}

#[test]
fn scores_from_after_a_session_are_shown_and_do_not_count() {
    let mut sessions = knees(&[(0, 5), (10, 5), (20, 5), (29, 5)]);
    for session in &mut sessions {
        session.knee_after = session.knee_before.take();
    }
    let scores = scores(&history(sessions));
    assert_eq!(scores.len(), 4);
    assert!(!no_better(&scores) && scores[0].start_unix_ms < scores[3].start_unix_ms);
}

#[test]
fn older_sessions_that_are_brought_may_ask_anew() {
    let all = every_fourth_day(&[NO, NO, YES, NO, NO, NO]);
    let lately = history(all[4..].to_vec());
    let read = Some(100 * DAY_MS);
    assert_eq!(prompts(&lately, None, NOW), []);
    assert_eq!(
        prompts(&history(all.clone()), read, NOW),
        [],
        "it began before the reading, and nobody was told"
    );
    assert!(came_up(&lately, &history(all.clone()), read, NOW));
    assert!(!came_up(&history(all.clone()), &history(all.clone()), read, NOW), "it has been read");
    assert!(!came_up(&lately, &history(all), None, NOW), "it is said anyway");
    let mut model = Model::new("");
    model.meta.prompts_read_unix_ms = read;
    update(&mut model, Event::PromptsCameUp, Now::default());
    assert_eq!(model.meta.prompts_read_unix_ms, None);
}

#[test]
fn the_knee_is_compared_with_itself_before_a_session() {
    let mut sessions = knees(&[(0, 6), (10, 4), (20, 5), (29, 3)]);
    // After a session it felt better: that is no score to compare with.
    sessions[0].knee_after = Some(KneeScore { pain: Pain::new(1).expect("0 to 10"), minutes: 4 });
    sessions[3].knee_after = sessions[3].knee_before.take();
    assert_eq!(first_and_last(&scores(&history(sessions.clone()))), Some([6, 5]));
    assert_eq!(first_and_last(&scores(&history(sessions[..1].to_vec()))), None);
    assert_eq!(first_and_last(&scores(&history(sessions[3..].to_vec()))), None);
}

/// A clock was ahead.
#[test]
fn a_reading_dated_later_than_now_is_as_if_it_had_not_been() {
    let all = history(every_fourth_day(&[NO, NO, YES, NO, NO]));
    let now = 17 * DAY_MS;
    assert_eq!(prompts(&all, Some(now + 1), now), [here()]);
    assert_eq!(prompts(&all, Some(now), now), []);
}

#[test]
fn what_came_up_in_a_session_dated_later_than_now_is_said_until_it_was_read() {
    // The last one is dated day 16.
    let all = history(every_fourth_day(&[NO, NO, YES, NO, NO]));
    let now = 14 * DAY_MS;
    assert_eq!(prompts(&all, None, now), [here()]);
    assert_eq!(prompts(&all, Some(now), now), [], "read, it is not said for ever");
    assert_eq!(prompts(&all, Some(now), 16 * DAY_MS), [here()], "its moment has come");
    let mut model = Model::new("");
    model.history = all;
    update(&mut model, Event::PromptsRead, Now { unix_ms: now, ..Now::default() });
    assert_eq!(prompts(&model.history, model.meta.prompts_read_unix_ms, now), []);
}
