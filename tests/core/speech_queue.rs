//! The speech queue with reliable and unreliable speech synthesis.

use eased::domain::speech_queue::{SpeechCommand, SpeechEvent, SpeechQueue};

fn spoken_texts(commands: &[SpeechCommand]) -> Vec<&str> {
    let text = |command: &SpeechCommand| match command {
        SpeechCommand::Cancel => "(cancel)".to_owned(),
        SpeechCommand::Speak(_, text) => text.clone(),
    };
    commands.iter().map(|command| &*text(command).leak()).collect()
}

fn number(commands: &[SpeechCommand]) -> u32 {
    commands
        .iter()
        .find_map(|command| match command {
            SpeechCommand::Speak(number, _) => Some(*number),
            SpeechCommand::Cancel => None,
        })
        .expect("a Speak command")
}

#[test]
fn one_utterance_at_a_time_is_passed_to_the_browser() {
    let mut queue = SpeechQueue::default();
    let first = queue.enqueue("one".into(), false, 0);
    assert_eq!(spoken_texts(&first), ["one"]);
    assert_eq!(spoken_texts(&queue.enqueue("two".into(), false, 10)), [""; 0]);
    assert_eq!(spoken_texts(&queue.handle_event(number(&first), SpeechEvent::Started, 20)), [""; 0]);
    assert_eq!(spoken_texts(&queue.handle_event(number(&first), SpeechEvent::Ended, 900)), ["two"]);
}

#[test]
fn replacing_drops_waiting_utterances_and_waits_after_canceling() {
    let mut queue = SpeechQueue::default();
    let first = queue.enqueue("one".into(), false, 0);
    queue.enqueue("two".into(), false, 10);
    assert_eq!(spoken_texts(&queue.enqueue("three".into(), true, 20)), ["(cancel)"]);
    assert_eq!(queue.next_tick_ms(), Some(140));
    // Events of the canceled utterance are ignored.
    assert_eq!(spoken_texts(&queue.handle_event(number(&first), SpeechEvent::Canceled, 60)), [""; 0]);
    assert_eq!(spoken_texts(&queue.tick(false, 140)), ["three"]);
}

#[test]
fn nothing_is_canceled_without_a_current_utterance() {
    let mut queue = SpeechQueue::default();
    assert_eq!(spoken_texts(&queue.enqueue("one".into(), true, 0)), ["one"]);
}

#[test]
fn an_utterance_canceled_by_the_browser_is_retried_once() {
    let mut queue = SpeechQueue::default();
    queue.enqueue("one".into(), false, 0);
    queue.enqueue("two".into(), true, 10);
    let retried = queue.tick(false, 130);
    assert_eq!(spoken_texts(&retried), ["two"]);
    assert_eq!(spoken_texts(&queue.handle_event(number(&retried), SpeechEvent::Canceled, 140)), [""; 0]);
    let again = queue.tick(false, 260);
    assert_eq!(spoken_texts(&again), ["two"]);
    queue.handle_event(number(&again), SpeechEvent::Canceled, 300);
    assert_eq!(queue.next_tick_ms(), None, "no second retry");
}

#[test]
fn two_consecutive_failures_are_a_failing_voice_until_it_speaks() {
    let mut queue = SpeechQueue::default();
    let first = queue.enqueue("one".into(), false, 0);
    queue.handle_event(number(&first), SpeechEvent::Failed, 5);
    assert!(!queue.is_failing());
    let second = queue.enqueue("two".into(), false, 10);
    queue.handle_event(number(&second), SpeechEvent::Failed, 15);
    assert!(queue.is_failing());
    // Utterances are still passed on.
    let third = queue.enqueue("three".into(), false, 20);
    queue.handle_event(number(&third), SpeechEvent::Started, 25);
    assert!(!queue.is_failing());
}

#[test]
fn a_voice_without_events_fails() {
    let mut queue = SpeechQueue::default();
    queue.enqueue("one".into(), false, 0);
    queue.enqueue("two".into(), false, 10);
    assert_eq!(queue.next_tick_ms(), Some(5_000));
    assert_eq!(spoken_texts(&queue.tick(false, 5_000)), ["(cancel)"]);
    assert_eq!(spoken_texts(&queue.tick(false, 5_120)), ["two"]);
    queue.tick(false, 10_120);
    assert!(queue.is_failing());
}

#[test]
fn a_voice_without_events_that_is_speaking_does_not_fail() {
    let mut queue = SpeechQueue::default();
    queue.enqueue("four".into(), false, 0);
    queue.enqueue("next".into(), false, 10);
    assert_eq!(spoken_texts(&queue.tick(true, 5_000)), [""; 0]);
    assert_eq!(queue.next_tick_ms(), Some(5_000 + 4_000 + 4 * 150));
    assert_eq!(spoken_texts(&queue.tick(false, 9_600)), [""; 0]);
    assert_eq!(spoken_texts(&queue.tick(false, 9_720)), ["next"]);
    assert!(!queue.is_failing());
}

#[test]
fn an_utterance_that_never_ends_is_canceled() {
    let mut queue = SpeechQueue::default();
    let first = queue.enqueue("four".into(), false, 0);
    queue.handle_event(number(&first), SpeechEvent::Started, 100);
    queue.enqueue("next".into(), false, 200);
    assert_eq!(spoken_texts(&queue.tick(true, 4_700)), ["(cancel)"]);
    assert_eq!(spoken_texts(&queue.tick(false, 4_820)), ["next"]);
}

#[test]
fn an_utterance_that_waited_too_long_is_dropped() {
    let mut queue = SpeechQueue::default();
    let first = queue.enqueue(format!("one{}", " and".repeat(50)), false, 0);
    queue.enqueue("two".into(), false, 10);
    queue.handle_event(number(&first), SpeechEvent::Started, 100);
    assert_eq!(spoken_texts(&queue.handle_event(number(&first), SpeechEvent::Ended, 25_000)), [""; 0]);
}

#[test]
fn a_voice_without_events_fails_even_if_each_utterance_replaces_the_one_before() {
    let mut queue = SpeechQueue::default();
    queue.enqueue("one".into(), true, 0);
    queue.enqueue("two".into(), true, 500);
    queue.tick(false, 620);
    queue.enqueue("three".into(), true, 2_700);
    queue.tick(false, 2_820);
    assert!(!queue.is_failing(), "the first utterance had too little time");
    queue.enqueue("four".into(), true, 4_900);
    assert!(queue.is_failing());
}

#[test]
fn a_voice_that_is_always_speaking_without_events_fails() {
    let mut queue = SpeechQueue::default();
    for (text, from_ms) in [("four", 0), ("next", 20_000)] {
        queue.enqueue(text.into(), false, from_ms);
        queue.tick(true, from_ms + 5_000);
        assert!(!queue.is_failing());
        assert_eq!(spoken_texts(&queue.tick(true, from_ms + 9_600)), ["(cancel)"]);
    }
    assert!(queue.is_failing());
}
