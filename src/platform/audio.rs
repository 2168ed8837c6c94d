//! Tones on one audio context, which a gesture wakes. What is due is scheduled ahead on the context's own
//! clock, so that no late timer makes a tone late.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AudioContext, AudioContextState, OscillatorNode, OscillatorType};

use super::{clock, device, tones::notes};
use crate::domain::{cues::Cue, effect::Tone};

/// Silence, as far as an exponential curve can come to it.
const FLOOR: f32 = 0.001;
/// A note is at its loudest after so many seconds: a bare jump would click.
const ATTACK_S: f64 = 0.012;
/// What is due within so many seconds sounds, whatever happens: it is too late to take it back cleanly.
const SURE_S: f64 = 0.1;
/// A tone stands where it should if it is off by less than this, seconds; both clocks are read with a shake.
const SHAKE_S: f64 = 0.08;
/// A scheduled tone answers the order for it until the session's time is so many seconds past its moment.
const ANSWERS_S: f64 = 3.0;
/// After so many seconds every tone has rung out.
const LONGEST_S: f64 = 2.0;
/// So long after a gesture the context may still be on its way, milliseconds.
const WAKING_MS: i64 = 1_500;
/// Pitch and loudness of the steady sound. Not silence, which does not keep a Bluetooth connection open
/// (<https://github.com/weirdtangent/pulse-os/pull/238>).
const STEADY_HZ: f32 = 30.0;
const STEADY_LOUD: f32 = 0.012;
/// A running clock that stands still for so long is dead, milliseconds.
const DEAD_MS: i64 = 1_500;

/// A tone that is scheduled, or has just sounded by being so.
struct Due {
    at: f64,
    tone: Tone,
    oscillator: OscillatorNode,
}

#[derive(Default)]
struct State {
    context: Option<AudioContext>,
    due: Vec<Due>,
    /// The sound between the tones.
    steady: Option<OscillatorNode>,
    /// When a gesture last woke it, by the monotonic clock.
    woken_ms: i64,
    /// The context's time when it was last seen to move, and when that was by the monotonic clock.
    moved: (f64, i64),
    /// When it was last looked at, by the monotonic clock.
    looked_ms: i64,
    /// When the last tone began that has begun, by the context's clock.
    begun: f64,
    /// It was woken, and not closed since.
    awake: bool,
    /// 0 to 1.
    volume: f32,
}

/// The sound of the app.
#[derive(Default)]
pub struct Audio(RefCell<State>);

impl Audio {
    /// Makes the context, or wakes it; in a gesture, since browsers allow sound only then. Where the system
    /// lets apps choose: `even_muted` sounds with the ring switch off and stops the person's music, else
    /// both play on and the switch mutes.
    pub fn wake(&self, even_muted: bool) {
        let state = &mut *self.0.borrow_mut();
        if let Some(session) = device::navigator_extras().and_then(|navigator| navigator.audio_session()) {
            session.set_kind(if even_muted { "playback" } else { "ambient" });
        }
        let now_ms = clock::now().mono_ms;
        state.woken_ms = now_ms;
        state.awake = true;
        if state.context.is_none() || state.is_dead(now_ms) {
            state.make();
        }
        if let Some(context) = state.context.as_ref().filter(|_| !state.runs()) {
            // Its clock may stand for a while yet.
            state.moved.1 = now_ms;
            // What comes of it is seen at the next look.
            settle(context.resume());
        }
    }

    /// Asks for sound that the system took away: on return some give it back without a gesture.
    pub fn ask_back(&self) {
        if let Some(context) = &self.0.borrow().context {
            settle(context.resume());
        }
    }

    /// How loud from now on, in percent.
    pub fn set_volume(&self, percent: u8) {
        self.0.borrow_mut().volume = f32::from(percent) / 100.0;
    }

    /// Whether a sound that is too low to hear plays between the tones, for headphones that fall asleep in silence.
    pub fn set_steady(&self, is_wanted: bool) {
        let state = &mut *self.0.borrow_mut();
        if !is_wanted {
            if let Some(steady) = state.steady.take() {
                steady.stop_with_when(0.0).ok();
            }
        } else if state.steady.is_none() && state.runs() {
            state.steady = state.context.as_ref().and_then(|context| hum(context).ok());
        }
    }

    /// Sounds a tone now, unless it was scheduled for this moment. Where there is no sound it is gone: a
    /// tone that comes late tells something wrong.
    pub fn play(&self, tone: Tone) {
        let state = &mut *self.0.borrow_mut();
        let Some(now) = state.time() else { return };
        // However long ago: the order comes with the first step after its moment, and that may be late.
        let answers = |due: &Due| due.tone == tone && due.at < now + SURE_S;
        if let Some(at) = state.due.iter().position(answers) {
            state.due.swap_remove(at);
        } else if state.runs() || state.is_waking() {
            state.begun = now;
            state.ring(tone, now);
        }
    }

    /// Makes the wish true: these tones sound at their moments and nothing else does. `None` wants no sound:
    /// the context is closed once it is rung out. They count from `from_ms` by the monotonic clock, which is a
    /// moment ago: what was done since must not make them late. Returns whether sound is wanted and cannot be heard.
    pub fn ahead(&self, wished: Option<&[Cue]>, from_ms: i64) -> bool {
        let state = &mut *self.0.borrow_mut();
        let cues = wished.unwrap_or_default();
        let now_ms = clock::now().mono_ms;
        if now_ms - state.looked_ms > 2 * DEAD_MS {
            // Nobody looked for a while: the device may have slept, and its clock with it.
            state.moved.1 = now_ms;
        }
        state.looked_ms = now_ms;
        if wished.is_some() && state.is_dead(now_ms) {
            state.make();
        }
        let Some(now) = state.time() else { return wished.is_some() };
        let runs = state.runs();
        if !runs || now > state.moved.0 {
            state.moved = (now, now_ms);
        }
        let mut missing: Vec<Cue> = if runs { cues.to_vec() } else { Vec::new() };
        let lag = f64::from(i32::try_from(now_ms - from_ms).unwrap_or(0)) / 1_000.0;
        let of_cue = |cue: &Cue| now - lag + f64::from(cue.in_ms) / 1_000.0;
        state.due.retain(|due| {
            if runs && due.at < now + SURE_S {
                state.begun = state.begun.max(due.at);
                return due.at > now - lag - ANSWERS_S;
            }
            let right = |cue: &Cue| cue.tone == due.tone && (of_cue(cue) - due.at).abs() < SHAKE_S;
            if let Some(at) = missing.iter().position(right) {
                missing.swap_remove(at);
                return true;
            }
            // Stopped before it begins, it never sounds.
            due.oscillator.stop_with_when(0.0).ok();
            false
        });
        for cue in missing {
            let at = of_cue(&cue);
            let begun = |due: &Due| due.tone == cue.tone && (due.at - at).abs() < SHAKE_S + SURE_S;
            if !state.due.iter().any(begun)
                && let Some(oscillator) = state.ring(cue.tone, at)
            {
                state.due.push(Due { at, tone: cue.tone, oscillator });
            }
        }
        if wished.is_none() && state.awake && now > state.begun + LONGEST_S {
            state.awake = false;
            // Only asleep it would keep every tone that was taken back: their moments never come.
            state.close();
        }
        wished.is_some() && !runs && !state.is_waking()
    }
}

impl State {
    fn close(&mut self) {
        if let Some(old) = self.context.take() {
            settle(old.close());
        }
        self.due.clear();
        self.steady = None;
    }

    fn make(&mut self) {
        self.close();
        self.begun = 0.0;
        self.moved = (0.0, clock::now().mono_ms);
        self.context = AudioContext::new().ok();
    }

    fn time(&self) -> Option<f64> {
        self.context.as_ref().map(AudioContext::current_time)
    }

    /// It may also be suspended, or interrupted by a call.
    fn runs(&self) -> bool {
        self.context.as_ref().is_some_and(|context| context.state() == AudioContextState::Running)
    }

    /// It says that it runs, but its clock stands still.
    fn is_dead(&self, now_ms: i64) -> bool {
        self.runs() && self.time() == Some(self.moved.0) && now_ms - self.moved.1 > DEAD_MS
    }

    fn is_waking(&self) -> bool {
        clock::now().mono_ms - self.woken_ms < WAKING_MS
    }

    fn ring(&self, tone: Tone, at: f64) -> Option<OscillatorNode> {
        ring(self.context.as_ref()?, tone, at, self.volume).ok()
    }
}

/// One oscillator for all notes of a tone, so that one order takes it back.
fn ring(context: &AudioContext, tone: Tone, at: f64, loud: f32) -> Result<OscillatorNode, JsValue> {
    let oscillator = context.create_oscillator()?;
    // A triangle carries through music and small speakers better than a sine, and is softer than a square.
    oscillator.set_type(OscillatorType::Triangle);
    let gain = context.create_gain()?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    let (pitch, level) = (oscillator.frequency(), gain.gain());
    let mut end = at;
    for (after, hz, long) in notes(tone) {
        let start = at + f64::from(*after) / 1_000.0;
        end = start + f64::from(*long) / 1_000.0;
        pitch.set_value_at_time(f32::from(*hz), start)?;
        level.set_value_at_time(FLOOR, start)?;
        level.exponential_ramp_to_value_at_time(loud, start + ATTACK_S)?;
        level.exponential_ramp_to_value_at_time(FLOOR, end)?;
    }
    oscillator.start_with_when(at)?;
    oscillator.stop_with_when(end)?;
    Ok(oscillator)
}

/// Lets a request end as it will. A browser refuses some of them, as during a phone call, and a promise that nobody listens to
/// would be reported as an error of the app.
fn settle(request: Result<Promise, JsValue>) {
    if let Ok(request) = request {
        spawn_local(async move {
            JsFuture::from(request).await.ok();
        });
    }
}

/// The steady sound, from now on.
fn hum(context: &AudioContext) -> Result<OscillatorNode, JsValue> {
    let oscillator = context.create_oscillator()?;
    let gain = context.create_gain()?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    let now = context.current_time();
    oscillator.frequency().set_value_at_time(STEADY_HZ, now)?;
    gain.gain().set_value_at_time(STEADY_LOUD, now)?;
    oscillator.start_with_when(now)?;
    Ok(oscillator)
}
