//! Tones, made on one audio context that is woken by a gesture.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState, OscillatorType};

use crate::domain::effect::Tone;

/// One note: when it begins after the cue (s), its pitch (Hz) and how long it rings (s).
type Note = (f64, f32, f64);

/// How loud a note is at its start, 0 to 1.
const LOUD: f32 = 0.6;

/// The sound of the app.
#[derive(Default)]
pub struct Audio(RefCell<Option<AudioContext>>);

impl Audio {
    /// Makes the context, or wakes it; to be called in a gesture, since browsers allow sound only then.
    pub fn wake(&self) {
        let mut context = self.0.borrow_mut();
        if context.is_none() {
            *context = AudioContext::new().ok();
        }
        if let Some(context) = context.as_ref()
            && context.state() != AudioContextState::Running
        {
            // It answers with a promise; a refusal only means silence.
            context.resume().ok();
        }
    }

    /// Plays a tone now, if there is sound.
    pub fn play(&self, tone: Tone) {
        if let Some(context) = self.0.borrow().as_ref() {
            for note in notes(tone) {
                ring(context, *note).ok();
            }
        }
    }
}

/// Rising says begin, falling says end, one soft note says "still there".
const fn notes(tone: Tone) -> &'static [Note] {
    match tone {
        Tone::Roll => &[(0.0, 392.0, 0.25)],
        Tone::Hold => &[(0.0, 523.25, 0.25), (0.16, 783.99, 0.5)],
        Tone::Chime => &[(0.0, 659.25, 0.9)],
        Tone::Cap => &[(0.0, 659.25, 0.5), (0.3, 659.25, 0.5), (0.6, 659.25, 0.9)],
        Tone::Limit => &[(0.0, 783.99, 0.3), (0.2, 523.25, 0.3), (0.4, 392.0, 0.8)],
        Tone::Eased => &[(0.0, 783.99, 0.2), (0.12, 1046.5, 0.5)],
        Tone::OffRoller => &[(0.0, 523.25, 0.3), (0.2, 392.0, 0.7)],
        Tone::Switch => &[(0.0, 392.0, 0.25), (0.16, 523.25, 0.5)],
        Tone::Done => &[(0.0, 523.25, 0.3), (0.18, 659.25, 0.3), (0.36, 783.99, 0.9)],
    }
}

fn ring(context: &AudioContext, (after, pitch, length): Note) -> Result<(), JsValue> {
    let start = context.current_time() + after;
    let oscillator = context.create_oscillator()?;
    // A triangle carries through music and small speakers better than a sine, and is softer than a square.
    oscillator.set_type(OscillatorType::Triangle);
    oscillator.frequency().set_value(pitch);
    let gain = context.create_gain()?;
    gain.gain().set_value_at_time(LOUD, start)?;
    gain.gain().exponential_ramp_to_value_at_time(0.001, start + length)?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(start)?;
    oscillator.stop_with_when(start + length)?;
    Ok(())
}
