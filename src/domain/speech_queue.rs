//! What is handed to the browser's voice and when: one utterance at a time, whatever the browser does with it.
//!
//! Browsers differ. Some cut off an utterance one task after they are asked to and take along what was handed over
//! meanwhile; some report every utterance as failed; some report nothing at all. So the queue is kept here, each utterance
//! has a number by which its events are told from those of an earlier one, and each has a deadline.
//! Sources of the faults: <https://github.com/WebKit/WebKit/pull/43377>, <https://github.com/phetsims/scenery/issues/1315>,
//! <https://github.com/IDMNYU/p5.js-speech/issues/12>, <https://github.com/dlutton/flutter_tts/pull/431>.
//!
//! All times are of the monotonic clock, milliseconds.

use std::collections::VecDeque;

/// How long nothing is handed over after the voice was cut off.
const GAP_MS: i64 = 120;
/// An utterance that has not begun after so long never will.
const BEGIN_MS: i64 = 5_000;
/// One that is cut off and had not begun after so long counts as a failure: where every phrase cuts off the one before, none
/// would ever come to its deadline.
const SLOW_MS: i64 = 2_000;
/// One that has begun may last so long, and so much longer for each of its characters.
const LAST_MS: i64 = 4_000;
const LAST_PER_CHAR_MS: i64 = 150;
/// What could not be said for so long would tell something of the past.
const STALE_MS: i64 = 20_000;
/// After so many failures in a row the voice counts as failing.
const FAILURES: u8 = 2;

/// What the browser is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpeechOrder {
    /// Cut off what is being said.
    Cancel,
    /// Say this, and report its events with this number.
    Speak(u32, String),
}

/// What the browser reports of an utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeechEvent {
    /// It began.
    Began,
    /// It is over.
    Ended,
    /// It was cut off, or taken out of the browser's queue.
    Cut,
    /// The voice cannot say it.
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Waiting {
    words: String,
    said_ms: i64,
    /// It was handed over before and cut off without being asked to.
    is_again: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Current {
    number: u32,
    what: Waiting,
    has_begun: bool,
    /// The browser reported something of it.
    has_reported: bool,
    deadline_ms: i64,
}

/// The words that wait, and the utterance that the browser has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeechQueue {
    waiting: VecDeque<Waiting>,
    current: Option<Current>,
    last_number: u32,
    not_before_ms: i64,
    failures: u8,
}

impl SpeechQueue {
    /// Says something; `replaces` drops what waits and cuts off what is being said.
    pub fn say(&mut self, words: String, replaces: bool, now_ms: i64) -> Vec<SpeechOrder> {
        let mut orders = Vec::new();
        if replaces {
            self.waiting.clear();
            if let Some(cut) = self.current.take() {
                if !cut.has_begun && cut.deadline_ms - BEGIN_MS + SLOW_MS <= now_ms {
                    self.failures = self.failures.saturating_add(1);
                }
                orders.push(SpeechOrder::Cancel);
                self.not_before_ms = now_ms + GAP_MS;
            }
        }
        self.waiting.push_back(Waiting { words, said_ms: now_ms, is_again: false });
        orders.extend(self.next(now_ms));
        orders
    }

    /// Takes in an event of the utterance with this number; one of an earlier utterance says nothing any more.
    pub fn report(&mut self, number: u32, event: SpeechEvent, now_ms: i64) -> Vec<SpeechOrder> {
        let Some(current) = self.current.as_mut().filter(|current| current.number == number) else {
            return Vec::new();
        };
        match event {
            SpeechEvent::Began => {
                begin(current, now_ms);
                current.has_reported = true;
                self.failures = 0;
                return Vec::new();
            }
            SpeechEvent::Ended => {
                self.failures = 0;
                self.current = None;
            }
            SpeechEvent::Cut => {
                // The browser was slow to cut off the one before, and took this one along.
                let what = self.current.take().map(|current| current.what);
                if let Some(what) = what.filter(|what| !what.is_again) {
                    self.waiting.push_front(Waiting { is_again: true, ..what });
                    self.not_before_ms = now_ms + GAP_MS;
                }
            }
            SpeechEvent::Failed => {
                self.failures = self.failures.saturating_add(1);
                self.current = None;
            }
        }
        self.next(now_ms).into_iter().collect()
    }

    /// To be called at [`SpeechQueue::next_ms`]. `is_speaking`: the browser says that it speaks, whatever it reports.
    pub fn tick(&mut self, is_speaking: bool, now_ms: i64) -> Vec<SpeechOrder> {
        let mut orders = Vec::new();
        if let Some(current) = self.current.as_mut().filter(|current| current.deadline_ms <= now_ms) {
            if is_speaking && !current.has_begun {
                begin(current, now_ms);
            } else {
                // It never began, hangs, or reports no end: the next one must not wait behind it.
                let hangs = is_speaking && !current.has_reported;
                if hangs || !current.has_begun {
                    self.failures = self.failures.saturating_add(1);
                }
                if is_speaking || !current.has_begun {
                    orders.push(SpeechOrder::Cancel);
                }
                self.current = None;
                self.not_before_ms = now_ms + GAP_MS;
            }
        }
        orders.extend(self.next(now_ms));
        orders
    }

    /// When [`SpeechQueue::tick`] is due next; `None` while nothing is to be said.
    pub fn next_ms(&self) -> Option<i64> {
        let held = (!self.waiting.is_empty()).then_some(self.not_before_ms);
        self.current.as_ref().map_or(held, |current| Some(current.deadline_ms))
    }

    /// Whether the voice has failed several times in a row, and never spoken since.
    pub const fn is_failing(&self) -> bool {
        self.failures >= FAILURES
    }

    fn next(&mut self, now_ms: i64) -> Option<SpeechOrder> {
        if self.current.is_some() || now_ms < self.not_before_ms {
            return None;
        }
        self.waiting.retain(|waiting| now_ms - waiting.said_ms < STALE_MS);
        let what = self.waiting.pop_front()?;
        let words = what.words.clone();
        self.last_number = self.last_number.wrapping_add(1);
        let number = self.last_number;
        self.current = Some(Current {
            number,
            what,
            has_begun: false,
            has_reported: false,
            deadline_ms: now_ms + BEGIN_MS,
        });
        Some(SpeechOrder::Speak(number, words))
    }
}

fn begin(current: &mut Current, now_ms: i64) {
    let chars = i64::try_from(current.what.words.chars().count()).unwrap_or(i64::MAX / LAST_PER_CHAR_MS / 2);
    current.has_begun = true;
    current.deadline_ms = now_ms + LAST_MS + LAST_PER_CHAR_MS * chars;
}
