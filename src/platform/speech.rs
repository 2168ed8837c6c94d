//! The browser's voice. Only one that speaks on the device itself: what is said is nobody else's business,
//! and there may be no network.

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
    speech_queue::{SpeechEvent, SpeechOrder, SpeechQueue},
    voice::{Voice, best_voice, usable_voices},
};

/// What is said to be allowed to speak later. Not empty: some browsers never get over an empty utterance
/// (<https://github.com/WebKit/WebKit/pull/61219>).
const PRIMER: &str = " ";
/// Firefox says of the voices of Linux that they are not local. They are.
const LOCAL_ANYWAY: &str = "urn:moz-tts:speechd:";

/// How something is said.
#[derive(Clone, Copy, Debug)]
pub struct Manner<'a> {
    /// Tag of the language of the words.
    pub tag: &'a str,
    /// Identifier of the voice that the person chose.
    pub voice: Option<&'a str>,
    /// How loud, in percent.
    pub percent: u8,
    /// Whether it drops what waits and cuts off what is being said.
    pub replaces: bool,
}

/// The voice of the app. A clone is the same one.
#[derive(Clone, Default)]
pub struct Speech(Rc<State>);

#[derive(Default)]
struct State {
    /// Something was spoken in a gesture: some browsers allow the rest only then.
    primed: Cell<bool>,
    queue: RefCell<SpeechQueue>,
    /// How the next utterances are spoken.
    voice: RefCell<Option<SpeechSynthesisVoice>>,
    percent: Cell<u8>,
    /// What the browser has. It is kept until it is over: some browsers drop one that nobody holds, and its events.
    spoken: RefCell<Option<Spoken>>,
    timer: RefCell<Option<Timeout>>,
    on_failing: RefCell<Option<OnFailing>>,
}

type OnFailing = Rc<dyn Fn(bool)>;

struct Spoken {
    _utterance: SpeechSynthesisUtterance,
    _listeners: [EventListener; 3],
}

impl Speech {
    /// Sets what is called with whether the voice fails.
    pub fn on_failing(&self, on_failing: impl Fn(bool) + 'static) {
        self.0.on_failing.replace(Some(Rc::new(on_failing)));
    }

    /// To be called in a gesture: what is said later is allowed from then on.
    pub fn prime(&self) {
        if !self.0.primed.replace(true)
            && let (Some(synthesis), Some(utterance)) = (synthesis(), utterance(PRIMER, None, 0))
        {
            synthesis.speak(&utterance);
        }
    }

    /// Says something, where the device has a voice for it.
    pub fn say(&self, words: &str, manner: Manner<'_>) {
        if let Some(voice) = voice(manner.tag, manner.voice) {
            self.0.primed.set(true);
            self.0.voice.replace(Some(voice));
            self.0.percent.set(manner.percent);
            let orders = self.0.queue.borrow_mut().say(words.to_owned(), manner.replaces, clock::mono_ms());
            self.carry_out(orders);
        }
    }

    fn carry_out(&self, orders: Vec<SpeechOrder>) {
        if let Some(synthesis) = synthesis() {
            for order in orders {
                match order {
                    SpeechOrder::Cancel => {
                        self.0.spoken.take();
                        synthesis.cancel();
                    }
                    SpeechOrder::Speak(number, words) => self.speak(&synthesis, number, &words),
                }
            }
        }
        let next_ms = self.0.queue.borrow().next_ms();
        let speech = self.clone();
        let timer = next_ms.map(|next_ms| {
            let ms = u32::try_from(next_ms - clock::mono_ms()).unwrap_or(0);
            Timeout::new(ms, move || speech.tick())
        });
        self.0.timer.replace(timer);
        let on_failing = self.0.on_failing.borrow().clone();
        if let Some(on_failing) = on_failing {
            on_failing(self.0.queue.borrow().is_failing());
        }
    }

    fn tick(&self) {
        let is_speaking = synthesis().is_some_and(|synthesis| synthesis.speaking());
        let orders = self.0.queue.borrow_mut().tick(is_speaking, clock::mono_ms());
        self.carry_out(orders);
    }

    fn report(&self, number: u32, event: SpeechEvent) {
        let orders = self.0.queue.borrow_mut().report(number, event, clock::mono_ms());
        self.carry_out(orders);
    }

    fn speak(&self, synthesis: &SpeechSynthesis, number: u32, words: &str) {
        let voice = self.0.voice.borrow();
        let Some(utterance) = utterance(words, voice.as_ref(), self.0.percent.get()) else { return };
        let listen = |name: &'static str| {
            let speech = self.clone();
            EventListener::new(&utterance, name, move |event| speech.report(number, speech_event(event)))
        };
        let listeners = ["start", "end", "error"].map(listen);
        // Whoever paused it, another tab or the system, does not mean this app.
        if synthesis.paused() {
            synthesis.resume();
        }
        // Kept first: some engines report while they are asked.
        self.0.spoken.replace(Some(Spoken { _utterance: utterance.clone(), _listeners: listeners }));
        synthesis.speak(&utterance);
    }
}

/// The identifiers and names of the voices that the person can choose for a language.
pub fn voices_to_choose(tag: &str) -> Vec<(String, String)> {
    let (_, voices) = local_voices();
    let usable = usable_voices(&voices, tag);
    usable.into_iter().map(|at| (voices[at].id.clone(), voices[at].name.clone())).collect()
}

/// Whether the device has a voice of its own for this language.
pub fn has_voice(tag: &str) -> bool {
    voice(tag, None).is_some()
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
fn voice(tag: &str, chosen: Option<&str>) -> Option<SpeechSynthesisVoice> {
    let (local, voices) = local_voices();
    let wishes: Vec<String> = device::language_tags().collect();
    let best = best_voice(&voices, tag, &wishes, chosen)?;
    local.into_iter().nth(best)
}

/// The voices that speak on the device itself, as the browser has them and as the domain knows them.
fn local_voices() -> (Vec<SpeechSynthesisVoice>, Vec<Voice>) {
    let voices = synthesis().map(|synthesis| synthesis.get_voices()).unwrap_or_default();
    let is_local = |voice: &SpeechSynthesisVoice| {
        voice.local_service() || text(voice, "voiceURI").starts_with(LOCAL_ANYWAY)
    };
    let local: Vec<SpeechSynthesisVoice> =
        voices.iter().map(JsCast::unchecked_into).filter(is_local).collect();
    let known = |voice: &SpeechSynthesisVoice| Voice {
        name: text(voice, "name"),
        id: text(voice, "voiceURI"),
        tag: voice.lang(),
        is_preferred: voice.default(),
    };
    let voices = local.iter().map(known).collect();
    (local, voices)
}

/// A text of a voice. Some systems have voices without a name, where the binding would throw.
fn text(voice: &SpeechSynthesisVoice, name: &str) -> String {
    Reflect::get(voice, &name.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn utterance(
    words: &str,
    voice: Option<&SpeechSynthesisVoice>,
    percent: u8,
) -> Option<SpeechSynthesisUtterance> {
    let utterance = SpeechSynthesisUtterance::new_with_text(words).ok()?;
    // Not by `set_volume`, whose `f32` is another number than the percents in JavaScript.
    Reflect::set(&utterance, &"volume".into(), &(f64::from(percent) / 100.0).into()).ok()?;
    if let Some(voice) = voice {
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
    }
    Some(utterance)
}

/// Some browsers' errors say nothing of their reason.
fn speech_event(event: &Event) -> SpeechEvent {
    let reason = || Reflect::get(event, &"error".into()).ok().and_then(|error| error.as_string());
    match event.type_().as_str() {
        "start" => SpeechEvent::Began,
        "end" => SpeechEvent::Ended,
        _ if matches!(reason().as_deref(), Some("canceled" | "interrupted")) => SpeechEvent::Cut,
        _ => SpeechEvent::Failed,
    }
}
