//! Speech synthesis. Only local voices are used: the spoken text stays private, and speech works offline.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{clock, device};
use crate::domain::{
    speech_queue::{SpeechCommand, SpeechEvent, SpeechQueue},
    voice::{Voice, best_voice, usable_voices},
};

/// The text that unlocks speech. Not empty: in some browsers an empty utterance blocks all later ones
/// (<https://github.com/WebKit/WebKit/pull/61219>).
const UNLOCK_TEXT: &str = " ";
/// Firefox reports the voices of Linux, whose URIs begin so, as not local, although they are.
const LOCAL_URI_PREFIX: &str = "urn:moz-tts:speechd:";

/// The options of an utterance.
#[derive(Clone, Copy, Debug)]
pub struct SpeechOptions<'a> {
    /// The language tag of the text.
    pub language_tag: &'a str,
    /// The URI of the voice that the person chose.
    pub voice_id: Option<&'a str>,
    /// The volume in percent.
    pub volume_percent: u8,
    /// Whether it cancels the current and the queued utterances.
    pub interrupts: bool,
}

/// The speech of the app. Clones share the same state.
#[derive(Clone, Default)]
pub struct Speech(Rc<State>);

#[derive(Default)]
struct State {
    /// Something was spoken in a user gesture: some browsers allow later speech only then.
    is_unlocked: Cell<bool>,
    queue: RefCell<SpeechQueue>,
    /// The voice of the next utterances.
    voice: RefCell<Option<SpeechSynthesisVoice>>,
    volume_percent: Cell<u8>,
    /// The current utterance. Referenced until it ends: some browsers garbage-collect it too early, and its events.
    current: RefCell<Option<CurrentUtterance>>,
    timer: RefCell<Option<Timeout>>,
    on_failing_changed: RefCell<Option<OnFailingChanged>>,
}

type OnFailingChanged = Rc<dyn Fn(bool)>;

struct CurrentUtterance {
    _utterance: SpeechSynthesisUtterance,
    _listeners: [EventListener; 3],
}

impl Speech {
    /// Sets the function that is called with whether the voice keeps failing.
    pub fn on_failing_changed(&self, callback: impl Fn(bool) + 'static) {
        self.0.on_failing_changed.replace(Some(Rc::new(callback)));
    }

    /// Unlocks speech. Call it in a user gesture.
    pub fn unlock(&self) {
        if !self.0.is_unlocked.replace(true)
            && let (Some(synthesis), Some(utterance)) = (synthesis(), utterance(UNLOCK_TEXT, None, 0))
        {
            synthesis.speak(&utterance);
        }
    }

    /// Queues an utterance, if the device has a voice for its language.
    pub fn say(&self, text: &str, options: SpeechOptions<'_>) {
        if let Some(voice) = best_local_voice(options.language_tag, options.voice_id) {
            self.0.is_unlocked.set(true);
            self.0.voice.replace(Some(voice));
            self.0.volume_percent.set(options.volume_percent);
            let commands =
                self.0.queue.borrow_mut().enqueue(text.to_owned(), options.interrupts, clock::mono_ms());
            self.run_commands(commands);
        }
    }

    fn run_commands(&self, commands: Vec<SpeechCommand>) {
        if let Some(synthesis) = synthesis() {
            for command in commands {
                match command {
                    SpeechCommand::Cancel => {
                        self.0.current.take();
                        synthesis.cancel();
                    }
                    SpeechCommand::Speak(number, text) => self.speak(&synthesis, number, &text),
                }
            }
        }
        let next_ms = self.0.queue.borrow().next_tick_ms();
        let speech = self.clone();
        let timer = next_ms.map(|next_ms| {
            let ms = u32::try_from(next_ms - clock::mono_ms()).unwrap_or(0);
            Timeout::new(ms, move || speech.tick())
        });
        self.0.timer.replace(timer);
        let callback = self.0.on_failing_changed.borrow().clone();
        if let Some(callback) = callback {
            callback(self.0.queue.borrow().is_failing());
        }
    }

    fn tick(&self) {
        let is_speaking = synthesis().is_some_and(|synthesis| synthesis.speaking());
        let commands = self.0.queue.borrow_mut().tick(is_speaking, clock::mono_ms());
        self.run_commands(commands);
    }

    fn report(&self, number: u32, event: SpeechEvent) {
        let commands = self.0.queue.borrow_mut().handle_event(number, event, clock::mono_ms());
        self.run_commands(commands);
    }

    fn speak(&self, synthesis: &SpeechSynthesis, number: u32, text: &str) {
        let voice = self.0.voice.borrow();
        let Some(utterance) = utterance(text, voice.as_ref(), self.0.volume_percent.get()) else { return };
        let listen = |name: &'static str| {
            let speech = self.clone();
            EventListener::new(&utterance, name, move |event| speech.report(number, speech_event(event)))
        };
        let listeners = ["start", "end", "error"].map(listen);
        // Another tab or the system may have paused speech for all pages.
        if synthesis.paused() {
            synthesis.resume();
        }
        // Stored first: some browsers fire events during `speak`.
        self.0
            .current
            .replace(Some(CurrentUtterance { _utterance: utterance.clone(), _listeners: listeners }));
        synthesis.speak(&utterance);
    }
}

/// The identifiers and names of the voices that the person can choose for a language.
pub fn selectable_voices(tag: &str) -> Vec<(String, String)> {
    let (_, voices) = local_voices();
    let usable = usable_voices(&voices, tag);
    usable.into_iter().map(|index| (voices[index].id.clone(), voices[index].name.clone())).collect()
}

/// Whether the device has a local voice for this language.
pub fn has_voice(tag: &str) -> bool {
    best_local_voice(tag, None).is_some()
}

/// Calls `callback` when the list of voices changes. Browsers often load it late.
pub fn on_voices_changed(callback: impl Fn() + 'static) {
    if let Some(synthesis) = synthesis() {
        let callback = Closure::<dyn Fn()>::new(callback).into_js_value();
        // Not `addEventListener`: in older browsers, `SpeechSynthesis` is not an `EventTarget`.
        synthesis.set_onvoiceschanged(Some(callback.unchecked_ref()));
    }
}

/// `None` if the browser has no speech synthesis.
fn synthesis() -> Option<SpeechSynthesis> {
    device::window()?.speech_synthesis().ok().filter(|synthesis| synthesis.is_object())
}

/// The best local voice for a language.
fn best_local_voice(tag: &str, chosen: Option<&str>) -> Option<SpeechSynthesisVoice> {
    let (local, voices) = local_voices();
    let preferred_tags: Vec<String> = device::language_tags().collect();
    let best = best_voice(&voices, tag, &preferred_tags, chosen)?;
    local.into_iter().nth(best)
}

/// The local voices, as browser objects and, with the same indices, as domain values.
fn local_voices() -> (Vec<SpeechSynthesisVoice>, Vec<Voice>) {
    let voices = synthesis().map(|synthesis| synthesis.get_voices()).unwrap_or_default();
    let is_local = |voice: &SpeechSynthesisVoice| {
        voice.local_service() || string_property(voice, "voiceURI").starts_with(LOCAL_URI_PREFIX)
    };
    let local: Vec<SpeechSynthesisVoice> =
        voices.iter().map(JsCast::unchecked_into).filter(is_local).collect();
    let to_domain = |voice: &SpeechSynthesisVoice| Voice {
        name: string_property(voice, "name"),
        id: string_property(voice, "voiceURI"),
        language_tag: voice.lang(),
        is_preferred: voice.default(),
    };
    let voices = local.iter().map(to_domain).collect();
    (local, voices)
}

/// A string property of a voice; empty if it is missing. Some systems have voices without a name, for which the binding
/// would throw.
fn string_property(voice: &SpeechSynthesisVoice, name: &str) -> String {
    Reflect::get(voice, &name.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn utterance(
    text: &str,
    voice: Option<&SpeechSynthesisVoice>,
    volume_percent: u8,
) -> Option<SpeechSynthesisUtterance> {
    let utterance = SpeechSynthesisUtterance::new_with_text(text).ok()?;
    // Not `set_volume`: converted from `f32`, the number would not be exactly the percentage.
    Reflect::set(&utterance, &"volume".into(), &(f64::from(volume_percent) / 100.0).into()).ok()?;
    if let Some(voice) = voice {
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
    }
    Some(utterance)
}

/// Some browsers' error events have no reason.
fn speech_event(event: &Event) -> SpeechEvent {
    let reason = || Reflect::get(event, &"error".into()).ok().and_then(|error| error.as_string());
    match event.type_().as_str() {
        "start" => SpeechEvent::Started,
        "end" => SpeechEvent::Ended,
        _ if matches!(reason().as_deref(), Some("canceled" | "interrupted")) => SpeechEvent::Canceled,
        _ => SpeechEvent::Failed,
    }
}
