//! What is said, whatever the browser's voice does.

use eased::domain::speech_queue::{SpeechEvent, SpeechOrder, SpeechQueue};

fn speaks(orders: &[SpeechOrder]) -> Vec<&str> {
    let words = |order: &SpeechOrder| match order {
        SpeechOrder::Cancel => "(cut)".to_owned(),
        SpeechOrder::Speak(_, words) => words.clone(),
    };
    orders.iter().map(|order| &*words(order).leak()).collect()
}

fn number(orders: &[SpeechOrder]) -> u32 {
    orders
        .iter()
        .find_map(|order| match order {
            SpeechOrder::Speak(number, _) => Some(*number),
            SpeechOrder::Cancel => None,
        })
        .expect("something is said")
}

#[test]
fn one_utterance_at_a_time_is_handed_over() {
    let mut queue = SpeechQueue::default();
    let first = queue.say("one".into(), false, 0);
    assert_eq!(speaks(&first), ["one"]);
    assert_eq!(speaks(&queue.say("two".into(), false, 10)), [""; 0]);
    assert_eq!(speaks(&queue.report(number(&first), SpeechEvent::Began, 20)), [""; 0]);
    assert_eq!(speaks(&queue.report(number(&first), SpeechEvent::Ended, 900)), ["two"]);
}

#[test]
fn a_cut_drops_what_waits_and_leaves_the_browser_time() {
    let mut queue = SpeechQueue::default();
    let first = queue.say("one".into(), false, 0);
    queue.say("two".into(), false, 10);
    assert_eq!(speaks(&queue.say("three".into(), true, 20)), ["(cut)"]);
    assert_eq!(queue.next_ms(), Some(140));
    // What the browser says of the one that was cut off is nobody's business.
    assert_eq!(speaks(&queue.report(number(&first), SpeechEvent::Cut, 60)), [""; 0]);
    assert_eq!(speaks(&queue.tick(false, 140)), ["three"]);
}

#[test]
fn where_nothing_is_said_nothing_is_cut() {
    let mut queue = SpeechQueue::default();
    assert_eq!(speaks(&queue.say("one".into(), true, 0)), ["one"]);
}

#[test]
fn what_a_late_cut_took_along_is_said_again_once() {
    let mut queue = SpeechQueue::default();
    queue.say("one".into(), false, 0);
    queue.say("two".into(), true, 10);
    let handed = queue.tick(false, 130);
    assert_eq!(speaks(&handed), ["two"]);
    assert_eq!(speaks(&queue.report(number(&handed), SpeechEvent::Cut, 140)), [""; 0]);
    let again = queue.tick(false, 260);
    assert_eq!(speaks(&again), ["two"]);
    queue.report(number(&again), SpeechEvent::Cut, 300);
    assert_eq!(queue.next_ms(), None, "not for ever");
}

#[test]
fn two_failures_in_a_row_are_a_voice_that_fails_until_it_speaks() {
    let mut queue = SpeechQueue::default();
    let first = queue.say("one".into(), false, 0);
    queue.report(number(&first), SpeechEvent::Failed, 5);
    assert!(!queue.is_failing());
    let second = queue.say("two".into(), false, 10);
    queue.report(number(&second), SpeechEvent::Failed, 15);
    assert!(queue.is_failing());
    // It is tried on.
    let third = queue.say("three".into(), false, 20);
    queue.report(number(&third), SpeechEvent::Began, 25);
    assert!(!queue.is_failing());
}

#[test]
fn a_voice_that_reports_nothing_fails_too() {
    let mut queue = SpeechQueue::default();
    queue.say("one".into(), false, 0);
    queue.say("two".into(), false, 10);
    assert_eq!(queue.next_ms(), Some(5_000));
    assert_eq!(speaks(&queue.tick(false, 5_000)), ["(cut)"]);
    assert_eq!(speaks(&queue.tick(false, 5_120)), ["two"]);
    queue.tick(false, 10_120);
    assert!(queue.is_failing());
}

#[test]
fn one_that_speaks_without_reporting_is_believed() {
    let mut queue = SpeechQueue::default();
    queue.say("four".into(), false, 0);
    queue.say("next".into(), false, 10);
    assert_eq!(speaks(&queue.tick(true, 5_000)), [""; 0]);
    assert_eq!(queue.next_ms(), Some(5_000 + 4_000 + 4 * 150));
    assert_eq!(speaks(&queue.tick(false, 9_600)), [""; 0]);
    assert_eq!(speaks(&queue.tick(false, 9_720)), ["next"]);
    assert!(!queue.is_failing());
}

#[test]
fn one_that_never_ends_is_cut_off() {
    let mut queue = SpeechQueue::default();
    let first = queue.say("four".into(), false, 0);
    queue.report(number(&first), SpeechEvent::Began, 100);
    queue.say("next".into(), false, 200);
    assert_eq!(speaks(&queue.tick(true, 4_700)), ["(cut)"]);
    assert_eq!(speaks(&queue.tick(false, 4_820)), ["next"]);
}

#[test]
fn what_is_of_the_past_is_not_said() {
    let mut queue = SpeechQueue::default();
    let first = queue.say(format!("one{}", " and".repeat(50)), false, 0);
    queue.say("two".into(), false, 10);
    queue.report(number(&first), SpeechEvent::Began, 100);
    assert_eq!(speaks(&queue.report(number(&first), SpeechEvent::Ended, 25_000)), [""; 0]);
}

#[test]
fn a_voice_that_reports_nothing_fails_also_where_each_phrase_cuts_off_the_one_before() {
    let mut queue = SpeechQueue::default();
    queue.say("one".into(), true, 0);
    queue.say("two".into(), true, 500);
    queue.tick(false, 620);
    queue.say("three".into(), true, 2_700);
    queue.tick(false, 2_820);
    assert!(!queue.is_failing(), "the first had no time");
    queue.say("four".into(), true, 4_900);
    assert!(queue.is_failing());
}

#[test]
fn one_that_says_for_ever_that_it_speaks_and_reports_nothing_fails() {
    let mut queue = SpeechQueue::default();
    for (words, from_ms) in [("four", 0), ("next", 20_000)] {
        queue.say(words.into(), false, from_ms);
        queue.tick(true, from_ms + 5_000);
        assert!(!queue.is_failing());
        assert_eq!(speaks(&queue.tick(true, from_ms + 9_600)), ["(cut)"]);
    }
    assert!(queue.is_failing());
}
