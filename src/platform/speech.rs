//! The browser's voice. Only one that speaks on the device itself: what is said is nobody else's business,
//! and there may be no network.

use std::cell::Cell;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::device;
use crate::domain::voice::best_voice;

/// The voice of the app.
#[derive(Default)]
pub struct Speech {
    /// Something was spoken in a gesture: some browsers allow the rest only then.
    primed: Cell<bool>,
}

impl Speech {
    /// To be called in a gesture: what is said later is allowed from then on.
    pub fn prime(&self) {
        if !self.primed.replace(true) {
            speak("", None, 0, false);
        }
    }

    /// Says something in a language, at so many percent; `replaces` cuts off what is being said.
    pub fn say(&self, words: &str, tag: &str, percent: u8, replaces: bool) {
        if let Some(voice) = voice(tag) {
            self.primed.set(true);
            speak(words, Some(&voice), percent, replaces);
        }
    }
}

/// Whether the device has a voice of its own for this language.
pub fn has_voice(tag: &str) -> bool {
    voice(tag).is_some()
}

/// Calls whenever the browser has found other voices: the first ones often come late.
pub fn on_voices_changed(changed: impl Fn() + 'static) {
    if let Some(synthesis) = synthesis() {
        let changed = Closure::<dyn Fn()>::new(changed).into_js_value();
        // Not as a listener: in older browsers it is no event target.
        synthesis.set_onvoiceschanged(Some(changed.unchecked_ref()));
    }
}

/// `None` where the browser cannot speak.
fn synthesis() -> Option<SpeechSynthesis> {
    device::window()?.speech_synthesis().ok().filter(|synthesis| synthesis.is_object())
}

/// The voice that suits a language best, among those that speak on the device itself.
fn voice(tag: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis()?.get_voices();
    let local: Vec<SpeechSynthesisVoice> =
        voices.iter().map(JsCast::unchecked_into).filter(SpeechSynthesisVoice::local_service).collect();
    let known: Vec<(String, bool)> = local.iter().map(|voice| (voice.lang(), voice.default())).collect();
    let wishes: Vec<String> = device::language_tags().collect();
    let best = best_voice(known.iter().map(|(lang, preferred)| (lang.as_str(), *preferred)), tag, &wishes)?;
    local.into_iter().nth(best)
}

fn speak(words: &str, voice: Option<&SpeechSynthesisVoice>, percent: u8, replaces: bool) -> Option<()> {
    let synthesis = synthesis()?;
    let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
    // Not by `set_volume`, whose `f32` is another number than the percents in JavaScript.
    Reflect::set(&utterance, &"volume".into(), &(f64::from(percent) / 100.0).into()).ok()?;
    if let Some(voice) = voice {
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
    }
    // Where there is nothing to cut off, some browsers would lose the new words.
    if replaces && (synthesis.speaking() || synthesis.pending()) {
        synthesis.cancel();
    }
    synthesis.speak(&utterance);
    Some(())
}
