//! The browser's voice. Only one that speaks on the device itself: what is said is nobody else's business,
//! and there may be no network.
//!
//! Through `Reflect`, since where the feature is missing a typed call would throw.

use std::cell::Cell;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{call, page};

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
            speak("", &JsValue::UNDEFINED, 0, false);
        }
    }

    /// Says something in a language, at so many percent; `replaces` cuts off what is being said.
    pub fn say(&self, words: &str, tag: &str, percent: u8, replaces: bool) {
        if let Some(voice) = voice(tag) {
            self.primed.set(true);
            speak(words, &voice, percent, replaces);
        }
    }
}

/// Whether the device has a voice of its own for this language.
pub fn has_voice(tag: &str) -> bool {
    voice(tag).is_some()
}

/// Calls whenever the browser has found other voices: the first ones often come late.
pub fn on_voices(heard: impl Fn() + 'static) {
    if let Some(synth) = synth() {
        // Not as a listener: older ones do not take any.
        Reflect::set(&synth, &"onvoiceschanged".into(), &call::hearing(move |_| heard())).ok();
    }
}

fn synth() -> Option<JsValue> {
    page::global("speechSynthesis").filter(JsValue::is_object)
}

/// The device's own choice among the voices of a language, else the first.
fn voice(tag: &str) -> Option<JsValue> {
    let voices: Array = call::method(&synth()?, "getVoices", &JsValue::UNDEFINED)?.dyn_into().ok()?;
    let is = |voice: &JsValue, name: &str| call::get(voice, name).is_truthy();
    // "en-GB", on some devices "en_GB".
    let speaks = |voice: &JsValue| call::get(voice, "lang").as_string().is_some_and(|l| l.starts_with(tag));
    let mut best = None;
    for voice in voices.iter().filter(|voice| is(voice, "localService") && speaks(voice)) {
        if best.is_none() || is(&voice, "default") {
            best = Some(voice);
        }
    }
    best
}

fn speak(words: &str, voice: &JsValue, percent: u8, replaces: bool) -> Option<()> {
    let synth = synth()?;
    let make: Function = page::global("SpeechSynthesisUtterance")?.dyn_into().ok()?;
    let utterance = Reflect::construct(&make, &Array::of1(&words.into())).ok()?;
    let set = |name: &str, value: &JsValue| Reflect::set(&utterance, &name.into(), value).ok();
    set("volume", &(f64::from(percent) / 100.0).into());
    if voice.is_object() {
        set("voice", voice);
        set("lang", &call::get(voice, "lang"));
    }
    // Where there is nothing to cut off, some browsers would lose the new words.
    if replaces && ["speaking", "pending"].iter().any(|busy| call::get(&synth, busy).is_truthy()) {
        call::method(&synth, "cancel", &JsValue::UNDEFINED);
    }
    call::method(&synth, "speak", &utterance);
    Some(())
}
