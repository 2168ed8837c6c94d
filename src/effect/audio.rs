//! Tones, made on one audio context that is woken by a gesture.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState, OscillatorType};

use super::tones::{Note, notes};
use crate::domain::effect::Tone;

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

fn ring(context: &AudioContext, (after, pitch, length): Note) -> Result<(), JsValue> {
    let seconds = |ms: u16| f64::from(ms) / 1_000.0;
    let start = context.current_time() + seconds(after);
    let oscillator = context.create_oscillator()?;
    // A triangle carries through music and small speakers better than a sine, and is softer than a square.
    oscillator.set_type(OscillatorType::Triangle);
    oscillator.frequency().set_value(f32::from(pitch));
    let gain = context.create_gain()?;
    gain.gain().set_value_at_time(LOUD, start)?;
    gain.gain().exponential_ramp_to_value_at_time(0.001, start + seconds(length))?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(start)?;
    oscillator.stop_with_when(start + seconds(length))?;
    Ok(())
}
