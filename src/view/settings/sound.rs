//! What a session sounds like, and whether that can be heard.

use web_sys::Event;

use super::{
    Phrase, change,
    choice::{Pick, choice},
    say,
    seconds::{Span, seconds},
};
use crate::{
    domain::settings::{Settings, Sound},
    text::leg::percent,
    view::{
        ctx::Ctx,
        dom::{El, el},
        ui::sound_check,
    },
};

const SOUND: [Pick; 3] = [
    Pick {
        note: Some(|t| t.sound.voice_note),
        ..Pick::plain(|t| t.sound.choices[0], |s| s.sound == Sound::Voice, |s| s.sound = Sound::Voice)
    },
    Pick::plain(|t| t.sound.choices[1], |s| s.sound == Sound::Tones, |s| s.sound = Sound::Tones),
    Pick::plain(|t| t.sound.choices[2], |s| s.sound == Sound::Silent, |s| s.sound = Sound::Silent),
];

static VOLUME: Span = Span {
    label: |t| t.sound.volume,
    note: None,
    range: Settings::VOLUME,
    shown: percent,
    get: |s| s.volume,
    set: |s, percent| s.volume = percent,
};

/// Something that is on or off.
#[derive(Clone, Copy)]
struct Switch {
    label: Phrase,
    note: Phrase,
    flag: fn(&mut Settings) -> &mut bool,
}

const READER: Switch =
    Switch { label: |t| t.sound.reader, note: |t| t.sound.reader_note, flag: |s| &mut s.screen_reader };

const EVEN_MUTED: Switch =
    Switch { label: |t| t.sound.even_muted, note: |t| t.sound.even_muted_note, flag: |s| &mut s.even_muted };

const VIBRATES: Switch =
    Switch { label: |t| t.sound.vibrates, note: |t| t.sound.vibrates_note, flag: |s| &mut s.vibrates };

/// The section.
pub fn sound(ctx: Ctx) -> El {
    let missing = move || {
        let mute = ctx.read(|m| m.settings.speaks()) && ctx.device().no_voice;
        mute.then(|| ctx.t().sound.no_voice)
    };
    let vibrates = ctx.device().can_vibrate.then_some(VIBRATES);
    let switches = [READER, EVEN_MUTED].into_iter().chain(vibrates);
    el("section")
        .child(el("h2").text(say(ctx, |t| t.sound.title)))
        .child(choice(ctx, "sound", |t| t.sound.hear, &SOUND))
        .child(el("p").class("field-wrong").attr("role", "status").text(missing))
        .child(seconds(ctx, "volume", &VOLUME))
        .children(switches.map(|it| switch(ctx, it)))
        .child(sound_check(ctx))
}

fn switch(ctx: Ctx, it: Switch) -> El {
    let Switch { label, note, flag } = it;
    let tick = el("input")
        .attr("type", "checkbox")
        .flag("checked", move || ctx.read(|m| *flag(&mut m.settings.clone())))
        .on("change", move |_: &Event| {
            change(ctx, |s| {
                let on = flag(s);
                *on = !*on;
            });
        });
    let words = el("span").child(el("b").text(say(ctx, label))).child(el("small").text(say(ctx, note)));
    el("label").class("switch").child(tick).child(words)
}
