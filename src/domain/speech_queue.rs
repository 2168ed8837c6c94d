//! A queue for the Web Speech API that passes one utterance at a time to the browser and tolerates unreliable engines.
//!
//! Engines differ: `cancel()` may take effect a task later and also cancel an utterance passed meanwhile, every
//! utterance may be reported as failed, or no events may arrive at all. Therefore the queue is kept here, each
//! utterance has a number that tells its events from those of earlier ones, and each has a deadline. Reports:
//! <https://github.com/WebKit/WebKit/pull/43377>, <https://github.com/phetsims/scenery/issues/1315>,
//! <https://github.com/IDMNYU/p5.js-speech/issues/12>, <https://github.com/dlutton/flutter_tts/pull/431>.
//!
//! All times are milliseconds of the monotonic clock.

use std::collections::VecDeque;

/// Delay between a cancellation and the next utterance.
const DELAY_AFTER_CANCEL_MS: i64 = 120;
/// An utterance that has not started after this time has failed.
const START_TIMEOUT_MS: i64 = 5_000;
/// An utterance that is cancelled and had not started after this time counts as failed: if every utterance cancels the
/// one before, none reaches its deadline.
const SLOW_START_MS: i64 = 2_000;
/// Maximum duration of an utterance after its start: this, plus [`MAX_DURATION_PER_CHAR_MS`] for each character.
const MAX_DURATION_BASE_MS: i64 = 4_000;
const MAX_DURATION_PER_CHAR_MS: i64 = 150;
/// An utterance that has waited for this time is dropped, because it describes a past state.
const MAX_WAIT_MS: i64 = 20_000;
/// Number of consecutive failures from which the voice counts as failing.
const FAILURE_THRESHOLD: u8 = 2;

/// A command for the browser's speech synthesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpeechCommand {
    /// Cancel the current utterance.
    Cancel,
    /// Speak this text, and report its events with this number.
    Speak(u32, String),
}

/// An event of an utterance, reported by the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeechEvent {
    /// It started.
    Started,
    /// It ended.
    Ended,
    /// It was interrupted, or cancelled before it started.
    Canceled,
    /// The voice could not speak it.
    Failed,
}

/// A text to be spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Utterance {
    text: String,
    enqueued_ms: i64,
    /// The browser has cancelled it once without a request.
    is_retry: bool,
}

/// The utterance that was passed to the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CurrentUtterance {
    number: u32,
    utterance: Utterance,
    has_started: bool,
    /// The browser has reported an event of it.
    has_reported: bool,
    deadline_ms: i64,
}

/// The waiting utterances, and the one passed to the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeechQueue {
    waiting: VecDeque<Utterance>,
    current: Option<CurrentUtterance>,
    last_utterance_number: u32,
    not_before_ms: i64,
    failures: u8,
}

impl SpeechQueue {
    /// Adds an utterance. `replaces_others` drops the waiting utterances and cancels the current one.
    pub fn enqueue(&mut self, text: String, replaces_others: bool, now_ms: i64) -> Vec<SpeechCommand> {
        let mut commands = Vec::new();
        if replaces_others {
            self.waiting.clear();
            if let Some(canceled) = self.current.take() {
                if !canceled.has_started && canceled.deadline_ms - START_TIMEOUT_MS + SLOW_START_MS <= now_ms
                {
                    self.failures = self.failures.saturating_add(1);
                }
                commands.push(SpeechCommand::Cancel);
                self.not_before_ms = now_ms + DELAY_AFTER_CANCEL_MS;
            }
        }
        self.waiting.push_back(Utterance { text, enqueued_ms: now_ms, is_retry: false });
        commands.extend(self.start_next(now_ms));
        commands
    }

    /// Handles an event of the utterance with this number; events of earlier utterances are ignored.
    pub fn handle_event(&mut self, number: u32, event: SpeechEvent, now_ms: i64) -> Vec<SpeechCommand> {
        let Some(current) = self.current.as_mut().filter(|current| current.number == number) else {
            return Vec::new();
        };
        match event {
            SpeechEvent::Started => {
                mark_started(current, now_ms);
                current.has_reported = true;
                self.failures = 0;
                return Vec::new();
            }
            SpeechEvent::Ended => {
                self.failures = 0;
                self.current = None;
            }
            SpeechEvent::Canceled => {
                // A late cancellation of the previous utterance has cancelled this one too: retry once.
                let utterance = self.current.take().map(|current| current.utterance);
                if let Some(utterance) = utterance.filter(|utterance| !utterance.is_retry) {
                    self.waiting.push_front(Utterance { is_retry: true, ..utterance });
                    self.not_before_ms = now_ms + DELAY_AFTER_CANCEL_MS;
                }
            }
            SpeechEvent::Failed => {
                self.failures = self.failures.saturating_add(1);
                self.current = None;
            }
        }
        self.start_next(now_ms).into_iter().collect()
    }

    /// Call this at [`SpeechQueue::next_tick_ms`]. `is_speaking` is `speechSynthesis.speaking`.
    pub fn tick(&mut self, is_speaking: bool, now_ms: i64) -> Vec<SpeechCommand> {
        let mut commands = Vec::new();
        if let Some(current) = self.current.as_mut().filter(|current| current.deadline_ms <= now_ms) {
            if is_speaking && !current.has_started {
                mark_started(current, now_ms);
            } else {
                // It never started, hangs, or did not report its end: unblock the queue.
                let is_stuck = is_speaking && !current.has_reported;
                if is_stuck || !current.has_started {
                    self.failures = self.failures.saturating_add(1);
                }
                if is_speaking || !current.has_started {
                    commands.push(SpeechCommand::Cancel);
                }
                self.current = None;
                self.not_before_ms = now_ms + DELAY_AFTER_CANCEL_MS;
            }
        }
        commands.extend(self.start_next(now_ms));
        commands
    }

    /// When [`SpeechQueue::tick`] is due next; `None` if the queue is empty.
    pub fn next_tick_ms(&self) -> Option<i64> {
        let resume_ms = (!self.waiting.is_empty()).then_some(self.not_before_ms);
        self.current.as_ref().map_or(resume_ms, |current| Some(current.deadline_ms))
    }

    /// Whether the voice has failed several times in a row, without speaking since.
    pub const fn is_failing(&self) -> bool {
        self.failures >= FAILURE_THRESHOLD
    }

    /// Passes the next utterance to the browser, if none is current and the delay after a cancellation is over.
    fn start_next(&mut self, now_ms: i64) -> Option<SpeechCommand> {
        if self.current.is_some() || now_ms < self.not_before_ms {
            return None;
        }
        self.waiting.retain(|waiting| now_ms - waiting.enqueued_ms < MAX_WAIT_MS);
        let utterance = self.waiting.pop_front()?;
        let text = utterance.text.clone();
        self.last_utterance_number = self.last_utterance_number.wrapping_add(1);
        let number = self.last_utterance_number;
        self.current = Some(CurrentUtterance {
            number,
            utterance,
            has_started: false,
            has_reported: false,
            deadline_ms: now_ms + START_TIMEOUT_MS,
        });
        Some(SpeechCommand::Speak(number, text))
    }
}

/// Records that the browser has started an utterance, and extends its deadline.
fn mark_started(current: &mut CurrentUtterance, now_ms: i64) {
    let chars = i64::try_from(current.utterance.text.chars().count())
        .unwrap_or(i64::MAX / MAX_DURATION_PER_CHAR_MS / 2);
    current.has_started = true;
    current.deadline_ms = now_ms + MAX_DURATION_BASE_MS + MAX_DURATION_PER_CHAR_MS * chars;
}
