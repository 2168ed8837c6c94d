//! Tones, played with the Web Audio API. A user gesture unlocks the audio context. Tones are scheduled ahead on its
//! clock, so that a late timer does not delay them.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AudioContext, AudioContextState, OscillatorNode, OscillatorType};

use super::{clock, device, tones::notes};
use crate::domain::{planned_tones::PlannedTone, tone::Tone};

/// The gain of silence: an exponential ramp cannot reach zero.
const SILENT_GAIN: f32 = 0.001;
/// The time in which a note reaches its full volume, seconds: an abrupt start would click.
const ATTACK_S: f64 = 0.012;
/// A tone that starts within this time is not cancelled, seconds: stopping it could click.
const COMMITTED_S: f64 = 0.1;
/// A scheduled tone matches a planned tone if their times differ by less than this, seconds: the two clocks are not
/// read at exactly the same moment.
const TOLERANCE_S: f64 = 0.08;
/// For how long after its start a scheduled tone is remembered, seconds, so that the effect which plays the same tone
/// does not play it twice.
const REMEMBERED_S: f64 = 3.0;
/// Every tone has ended after this time, seconds.
const MAX_TONE_S: f64 = 2.0;
/// For how long after a gesture the context may still be starting, milliseconds.
const START_TIMEOUT_MS: i64 = 1_500;
/// Frequency and gain of the keep-alive tone. Not silence, which does not keep a Bluetooth connection open
/// (<https://github.com/weirdtangent/pulse-os/pull/238>).
const KEEP_ALIVE_HZ: f32 = 30.0;
const KEEP_ALIVE_GAIN: f32 = 0.012;
/// A running context whose clock has not advanced for this time is stalled, milliseconds.
const STALLED_MS: i64 = 1_500;

/// A tone that is scheduled, or was played as scheduled a short time ago.
struct ScheduledTone {
    /// Start time on the context's clock, seconds.
    start_s: f64,
    tone: Tone,
    oscillator: OscillatorNode,
}

#[derive(Default)]
struct State {
    context: Option<AudioContext>,
    scheduled: Vec<ScheduledTone>,
    /// The inaudible tone that keeps wireless headphones connected.
    keep_alive: Option<OscillatorNode>,
    /// When a gesture last unlocked the context, monotonic clock.
    unlocked_mono_ms: i64,
    /// The context's time when it was last seen to advance, and the monotonic time of that observation.
    last_advance: (f64, i64),
    /// When tones were last scheduled, monotonic clock.
    scheduled_mono_ms: i64,
    /// The start of the last tone that has started, context's clock.
    last_start_s: f64,
    /// It was unlocked, and has not been closed since.
    is_unlocked: bool,
    /// Gain, 0 to 1.
    volume: f32,
}

/// The audio output of the app.
#[derive(Default)]
pub struct Audio(RefCell<State>);

impl Audio {
    /// Creates or resumes the context. Call it in a user gesture, because browsers allow audio only then.
    ///
    /// On systems with the Audio Session API: with `plays_when_muted`, tones are audible with the ring switch off, and
    /// other apps' audio stops; otherwise both play together, and the switch mutes the tones.
    pub fn unlock(&self, plays_when_muted: bool) {
        let state = &mut *self.0.borrow_mut();
        if let Some(session) = device::navigator_extras().and_then(|navigator| navigator.audio_session()) {
            session.set_kind(if plays_when_muted { "playback" } else { "ambient" });
        }
        let now_ms = clock::now().mono_ms;
        state.unlocked_mono_ms = now_ms;
        state.is_unlocked = true;
        if state.context.is_none() || state.is_stalled(now_ms) {
            state.create_context();
        }
        if let Some(context) = state.context.as_ref().filter(|_| !state.is_running()) {
            // Its clock may start later.
            state.last_advance.1 = now_ms;
            // The result is checked when tones are scheduled next.
            ignore_result(context.resume());
        }
    }

    /// Resumes a context that the system has suspended. Some systems allow it without a gesture when the page is
    /// visible again.
    pub fn resume(&self) {
        if let Some(context) = &self.0.borrow().context {
            ignore_result(context.resume());
        }
    }

    /// Sets the volume of later tones, in percent.
    pub fn set_volume(&self, percent: u8) {
        self.0.borrow_mut().volume = f32::from(percent) / 100.0;
    }

    /// Starts or stops an inaudible tone, for wireless headphones that disconnect during silence.
    pub fn set_keep_alive(&self, is_wanted: bool) {
        let state = &mut *self.0.borrow_mut();
        if !is_wanted {
            if let Some(keep_alive) = state.keep_alive.take() {
                keep_alive.stop_with_when(0.0).ok();
            }
        } else if state.keep_alive.is_none() && state.is_running() {
            state.keep_alive = state.context.as_ref().and_then(|context| start_keep_alive(context).ok());
        }
    }

    /// Plays a tone now, unless it was scheduled for this moment. If audio is blocked, the tone is dropped: played
    /// late, it would mean something else.
    pub fn play(&self, tone: Tone) {
        let state = &mut *self.0.borrow_mut();
        let Some(now) = state.time_s() else { return };
        // Without a time limit: the effect arrives with the first event after the tone was due, which may be late.
        let is_scheduled =
            |scheduled: &ScheduledTone| scheduled.tone == tone && scheduled.start_s < now + COMMITTED_S;
        if let Some(index) = state.scheduled.iter().position(is_scheduled) {
            state.scheduled.swap_remove(index);
        } else if state.is_running() || state.is_starting() {
            state.last_start_s = now;
            state.start_tone(tone, now);
        }
    }

    /// Schedules exactly these tones, and cancels all other scheduled tones. With `None`, no sound is needed: the
    /// context is closed when the last tone has ended. The times are relative to `from_mono_ms`, the monotonic
    /// time of the last event, so that the time since then does not delay them. Returns whether sound is needed but
    /// blocked.
    pub fn schedule(&self, wanted: Option<&[PlannedTone]>, from_mono_ms: i64) -> bool {
        let state = &mut *self.0.borrow_mut();
        let planned = wanted.unwrap_or_default();
        let now_ms = clock::now().mono_ms;
        if now_ms - state.scheduled_mono_ms > 2 * STALLED_MS {
            // Not called for a while: the device may have slept, and the context's clock with it.
            state.last_advance.1 = now_ms;
        }
        state.scheduled_mono_ms = now_ms;
        if wanted.is_some() && state.is_stalled(now_ms) {
            state.create_context();
        }
        let Some(now) = state.time_s() else { return wanted.is_some() };
        let is_running = state.is_running();
        if !is_running || now > state.last_advance.0 {
            state.last_advance = (now, now_ms);
        }
        let mut missing: Vec<PlannedTone> = if is_running { planned.to_vec() } else { Vec::new() };
        let lag_s = f64::from(i32::try_from(now_ms - from_mono_ms).unwrap_or(0)) / 1_000.0;
        let start_of = |planned: &PlannedTone| now - lag_s + f64::from(planned.in_ms) / 1_000.0;
        state.scheduled.retain(|scheduled| {
            if is_running && scheduled.start_s < now + COMMITTED_S {
                state.last_start_s = state.last_start_s.max(scheduled.start_s);
                return scheduled.start_s > now - lag_s - REMEMBERED_S;
            }
            let matches = |planned: &PlannedTone| {
                planned.tone == scheduled.tone && (start_of(planned) - scheduled.start_s).abs() < TOLERANCE_S
            };
            if let Some(index) = missing.iter().position(matches) {
                missing.swap_remove(index);
                return true;
            }
            // Stopped before its start, it is never heard.
            scheduled.oscillator.stop_with_when(0.0).ok();
            false
        });
        for planned in missing {
            let start_s = start_of(&planned);
            let is_started = |scheduled: &ScheduledTone| {
                scheduled.tone == planned.tone
                    && (scheduled.start_s - start_s).abs() < TOLERANCE_S + COMMITTED_S
            };
            if !state.scheduled.iter().any(is_started)
                && let Some(oscillator) = state.start_tone(planned.tone, start_s)
            {
                state.scheduled.push(ScheduledTone { start_s, tone: planned.tone, oscillator });
            }
        }
        if wanted.is_none() && state.is_unlocked && now > state.last_start_s + MAX_TONE_S {
            state.is_unlocked = false;
            // Closed and not suspended: a suspended context would keep every cancelled tone, because their times
            // never come.
            state.close();
        }
        wanted.is_some() && !is_running && !state.is_starting()
    }
}

impl State {
    fn close(&mut self) {
        if let Some(context) = self.context.take() {
            ignore_result(context.close());
        }
        self.scheduled.clear();
        self.keep_alive = None;
    }

    fn create_context(&mut self) {
        self.close();
        self.last_start_s = 0.0;
        self.last_advance = (0.0, clock::now().mono_ms);
        self.context = AudioContext::new().ok();
    }

    /// The context's time, seconds.
    fn time_s(&self) -> Option<f64> {
        self.context.as_ref().map(AudioContext::current_time)
    }

    /// A context may also be suspended, or interrupted by a phone call.
    fn is_running(&self) -> bool {
        self.context.as_ref().is_some_and(|context| context.state() == AudioContextState::Running)
    }

    /// Its state is running, but its clock does not advance.
    fn is_stalled(&self, now_ms: i64) -> bool {
        self.is_running()
            && self.time_s() == Some(self.last_advance.0)
            && now_ms - self.last_advance.1 > STALLED_MS
    }

    fn is_starting(&self) -> bool {
        clock::now().mono_ms - self.unlocked_mono_ms < START_TIMEOUT_MS
    }

    fn start_tone(&self, tone: Tone, start_s: f64) -> Option<OscillatorNode> {
        start_tone(self.context.as_ref()?, tone, start_s, self.volume).ok()
    }
}

/// Starts a tone. One oscillator plays all its notes, so that one call cancels them.
fn start_tone(
    context: &AudioContext,
    tone: Tone,
    start_s: f64,
    volume: f32,
) -> Result<OscillatorNode, JsValue> {
    let oscillator = context.create_oscillator()?;
    // A triangle wave is easier to hear over music and on small speakers than a sine, and softer than a square wave.
    oscillator.set_type(OscillatorType::Triangle);
    let gain = context.create_gain()?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    let (frequency, gain_param) = (oscillator.frequency(), gain.gain());
    let mut end_s = start_s;
    for (offset_ms, frequency_hz, duration_ms) in notes(tone) {
        let note_start_s = start_s + f64::from(*offset_ms) / 1_000.0;
        end_s = note_start_s + f64::from(*duration_ms) / 1_000.0;
        frequency.set_value_at_time(f32::from(*frequency_hz), note_start_s)?;
        gain_param.set_value_at_time(SILENT_GAIN, note_start_s)?;
        gain_param.exponential_ramp_to_value_at_time(volume, note_start_s + ATTACK_S)?;
        gain_param.exponential_ramp_to_value_at_time(SILENT_GAIN, end_s)?;
    }
    oscillator.start_with_when(start_s)?;
    oscillator.stop_with_when(end_s)?;
    Ok(oscillator)
}

/// Awaits a promise and ignores its result. A browser rejects some of them, for example during a phone call, and an
/// unhandled rejection would be reported as an error of the app.
fn ignore_result(promise: Result<Promise, JsValue>) {
    if let Ok(promise) = promise {
        spawn_local(async move {
            JsFuture::from(promise).await.ok();
        });
    }
}

/// Starts the keep-alive tone.
fn start_keep_alive(context: &AudioContext) -> Result<OscillatorNode, JsValue> {
    let oscillator = context.create_oscillator()?;
    let gain = context.create_gain()?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    let now = context.current_time();
    oscillator.frequency().set_value_at_time(KEEP_ALIVE_HZ, now)?;
    gain.gain().set_value_at_time(KEEP_ALIVE_GAIN, now)?;
    oscillator.start_with_when(now)?;
    Ok(oscillator)
}
