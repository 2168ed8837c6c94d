//! What there is one of: the draft, the settings, and what is kept once. Each carries the number of its
//! write, so that of two stores the later one is believed.

use super::{
    Read,
    object::object,
    terms::{Flag, HeightCm, LanguageTag, Legs, MaybeUnixMs, VoiceId, Volume},
};
use crate::domain::{
    draft::Draft,
    leg::Leg,
    model::Meta,
    settings::Settings,
    spot::{MOST_MARKS, Spot},
    unknown_fields::UnknownFields,
};

/// Versions of the three records.
const DRAFT_VERSION: u32 = 1;
/// From 2 on, any language may be chosen.
const SETTINGS_VERSION: u32 = 2;
const META_VERSION: u32 = 1;
/// Name of the number of the write.
const NUMBER: &str = "n";

/// A value and the number of its write, from 1; the higher one is the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered<T> {
    /// Number of the write.
    pub number: u32,
    /// The value.
    pub value: T,
}

struct DraftRecord {
    leg: Leg,
    left: Vec<MarkRecord>,
    right: Vec<MarkRecord>,
    unknown: UnknownFields,
}

struct MarkRecord {
    spot: Spot,
    unknown: UnknownFields,
}

object!(DraftRecord { leg: "leg", left: "left", right: "right" } unknown: unknown);
object!(MarkRecord { spot: "spot" } unknown: unknown);

object!(Meta {
    gate: "gate" = None,
    welcomed: "welcomed" as Flag = false,
    last_backup_unix_ms: "backup" as MaybeUnixMs = None,
    install_dismissed: "install_dismissed" as Flag = false,
    prompts_read_unix_ms: "prompts_read" as MaybeUnixMs = None,
} unknown: unknown);

// All are written: what the person sees as chosen must not change with a default. A script in index.html reads `lang` and `theme` before the Wasm module is there.
object!(Settings {
    language: "lang" as LanguageTag => Settings::default().language,
    theme: "theme" => Settings::default().theme,
    by_itself: "timed" as Flag => Settings::default().by_itself,
    hold_seconds: "hold_s" => Settings::default().hold_seconds,
    pacer: "pacer_s" => Settings::default().pacer,
    height_cm: "height_cm" as HeightCm = None,
    sound: "sound" => Settings::default().sound,
    volume: "volume" as Volume => Settings::default().volume,
    voice: "voice" as VoiceId = None,
    keeps_headphones_awake: "steady" as Flag = false,
    even_muted: "even_muted" as Flag => Settings::default().even_muted,
    screen_reader: "screen_reader" as Flag => Settings::default().screen_reader,
    vibrates: "vibrates" as Flag => Settings::default().vibrates,
    turned: "turned" as Legs => Settings::default().turned,
} unknown: unknown);

/// Writes a draft.
pub fn write_draft(number: u32, draft: &Draft) -> String {
    let marks = |leg| {
        let mut marks: Vec<_> = draft.marks(leg).iter().collect();
        marks.sort_by_key(|mark| mark.spot.position);
        marks.into_iter().map(|mark| MarkRecord { spot: mark.spot, unknown: mark.unknown.clone() }).collect()
    };
    let (left, right) = (marks(Leg::Left), marks(Leg::Right));
    let record = DraftRecord { leg: draft.leg, left, right, unknown: draft.unknown.clone() };
    super::write(DRAFT_VERSION, NUMBER, number, &record)
}

/// Reads a draft. Marks that would not fit make it unreadable: none is dropped in silence.
pub fn read_draft(text: &str) -> Read<Numbered<Draft>> {
    super::read(text, DRAFT_VERSION..=DRAFT_VERSION, NUMBER, |number, record: DraftRecord| {
        let DraftRecord { leg, left, right, unknown } = record;
        let is_sound = left.len() <= MOST_MARKS && right.len() <= MOST_MARKS;
        let marks = [left, right].map(|marks| marks.into_iter().map(|m| (m.spot, m.unknown)).collect());
        let mut value = Draft::restored(leg, marks);
        value.unknown = unknown;
        is_sound.then_some(Numbered { number, value })
    })
}

/// Writes what is kept once.
pub fn write_meta(number: u32, meta: &Meta) -> String {
    super::write(META_VERSION, NUMBER, number, meta)
}

/// Reads what is kept once.
pub fn read_meta(text: &str) -> Read<Numbered<Meta>> {
    super::read(text, META_VERSION..=META_VERSION, NUMBER, |number, value| Some(Numbered { number, value }))
}

/// Writes the settings.
pub fn write_settings(number: u32, settings: &Settings) -> String {
    // Version 1 takes any other language for damage. It reads everything else, so that only those who need it leave it behind.
    let version =
        if matches!(settings.language.as_deref(), None | Some("en" | "de")) { 1 } else { SETTINGS_VERSION };
    super::write(version, NUMBER, number, settings)
}

/// Reads the settings.
pub fn read_settings(text: &str) -> Read<Numbered<Settings>> {
    super::read(text, 1..=SETTINGS_VERSION, NUMBER, |number, value| Some(Numbered { number, value }))
}
