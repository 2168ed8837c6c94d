//! Proptest strategies for all stored types.

use eased::domain::{
    draft::Draft,
    hold::{Ending, Hold, StopReason},
    leg::{Leg, Position},
    model::Meta,
    safety::{Concerns, GateAnswer},
    session::{KneeScore, Pass, PassEnd, Session, SessionId, Sport, Tag, normalized_roller_name},
    settings::{Advance, HoldSeconds, PacerSeconds, Settings, Sound, Theme},
    spot::{Pain, PositionSource, TrackId},
    unknown_fields::UnknownFields,
};
use eased::storage::codec::to_ascii_json;
use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
    sample::select,
};
use serde_json::Value;

use super::arbitrary_snapshot;

pub const UNIX_MS: std::ops::RangeInclusive<i64> = -8_640_000_000_000_000..=8_640_000_000_000_000;

pub const POSITION_SOURCES: [PositionSource; 7] = [
    PositionSource::Tapped,
    PositionSource::List,
    PositionSource::Plan,
    PositionSource::EarlierSpot,
    PositionSource::Estimated,
    PositionSource::Confirmed,
    PositionSource::Corrected,
];

pub const ENDINGS: [Ending; 11] = [
    Ending::Eased,
    Ending::MovedOn,
    Ending::Limit,
    Ending::Timed,
    Ending::Stopped(None),
    Ending::Stopped(Some(StopReason::Sharp)),
    Ending::Stopped(Some(StopReason::Numb)),
    Ending::Stopped(Some(StopReason::Tingling)),
    Ending::Stopped(Some(StopReason::Other)),
    Ending::Stopped(Some(StopReason::StopButton)),
    Ending::Interrupted,
];

pub fn id() -> impl Strategy<Value = SessionId> {
    any::<[u8; 10]>().prop_map(SessionId::from_random)
}

/// One of a few ids, so that revisions of one session occur.
pub fn few_ids() -> impl Strategy<Value = SessionId> {
    (0..4u8).prop_map(|n| SessionId::from_random([n; 10]))
}

/// Roller names in any script.
fn roller() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9a-z]{0,8}", "\\PC{0,24}"].prop_map(|typed: String| normalized_roller_name(&typed))
}

/// Unknown fields of a newer version: mostly none, else fields of any type.
pub fn unknown() -> BoxedStrategy<UnknownFields> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9f64).prop_map(Value::from),
        "\\PC{0,6}".prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map("[a-z]{1,3}", inner, 0..3).prop_map(|fields| fields.into_iter().collect()),
        ]
    });
    let fields = btree_map("x_future_[a-z]{1,4}", value, 1..3)
        .prop_map(|fields| UnknownFields::from_json(&to_ascii_json(&fields.into_iter().collect::<Value>())));
    prop_oneof![5 => Just(UnknownFields::NONE), 1 => fields].boxed()
}

pub fn leg() -> impl Strategy<Value = Leg> {
    select(Leg::BOTH.to_vec())
}

pub fn position() -> impl Strategy<Value = Position> {
    (0..=100i32).prop_map(Position::clamped)
}

pub fn pain() -> impl Strategy<Value = Option<Pain>> {
    option::of((0..=10u8).prop_filter_map("a score", Pain::new))
}

pub fn track() -> impl Strategy<Value = Option<TrackId>> {
    option::of((id(), any::<u8>()).prop_map(|(session, hold)| TrackId { session, hold }))
}

pub fn knee() -> impl Strategy<Value = Option<KneeScore>> {
    (pain(), any::<i32>()).prop_map(|(pain, minutes)| pain.map(|pain| KneeScore { pain, minutes }))
}

pub fn advance() -> impl Strategy<Value = Advance> {
    option::of(15..=90u8)
        .prop_map(|seconds| seconds.and_then(HoldSeconds::new).map_or(Advance::UntilEased, Advance::Timed))
}

fn pass() -> impl Strategy<Value = Pass> {
    let ends = vec![PassEnd::Bottom, PassEnd::Knee, PassEnd::Stopped, PassEnd::Interrupted];
    let reasons = vec![StopReason::Sharp, StopReason::Numb, StopReason::Tingling, StopReason::Other];
    let felt_wrong = vec(option::of(select(reasons)), 0..=8);
    (leg(), any::<u32>(), any::<u32>(), option::of(select(ends)), felt_wrong, unknown()).prop_map(
        |(leg, active_ms, paused_ms, end, felt_wrong, unknown)| Pass {
            leg,
            active_ms,
            paused_ms,
            end,
            felt_wrong,
            unknown,
        },
    )
}

fn hold(passes: usize) -> impl Strategy<Value = Hold> {
    let passes = u8::try_from(passes.max(1)).expect("few passes");
    let times = (any::<u32>(), 0..=120_000u32, any::<u32>(), 0..=120_000u32);
    (
        0..passes,
        position(),
        select(POSITION_SOURCES.to_vec()),
        track(),
        times,
        select(ENDINGS.to_vec()),
        any::<bool>(),
        [pain(), pain()],
        unknown(),
    )
        .prop_map(|(pass, position, position_source, track, times, ending, edited, pains, unknown)| {
            Hold {
                pass,
                position,
                position_source,
                pinned_track: track,
                start_ms: times.0,
                held_ms: times.1,
                paused_ms: if times.2 % 3 == 0 { times.2 } else { 0 },
                gap_ms: times.3.min(times.1),
                ending,
                edited,
                pain_at_press: pains[0],
                pain_at_ease: pains[1],
                unknown,
            }
        })
}

pub fn passes_and_holds(min_passes: usize) -> BoxedStrategy<(Vec<Pass>, Vec<Hold>)> {
    vec(pass(), min_passes..=2)
        .prop_flat_map(|passes| {
            let max_holds = if passes.is_empty() { 0 } else { 9 };
            let holds = vec(hold(passes.len()), 0..=max_holds);
            (Just(passes), holds)
        })
        .boxed()
}

pub fn session() -> BoxedStrategy<Session> {
    let when = (UNIX_MS, UNIX_MS, -840..=840i16, UNIX_MS);
    let labels = (
        "[0-9a-z]{0,7}",
        option::of(select(vec![Tag::Before, Tag::After, Tag::RestDay])),
        option::of(select(vec![Sport::Run, Sport::Ride, Sport::Other])),
        roller(),
    );
    (id(), when, labels, advance(), [knee(), knee()], passes_and_holds(1), unknown())
        .prop_map(|(id, when, labels, advance, knees, (passes, holds), unknown)| Session {
            id,
            start_unix_ms: when.0,
            end_unix_ms: when.1,
            utc_offset_min: when.2,
            build: labels.0,
            advance,
            gate_unix_ms: when.3,
            tag: labels.1,
            sport: labels.2,
            roller: labels.3,
            knee_before: knees[0],
            knee_after: knees[1],
            passes,
            holds,
            unknown,
        })
        .boxed()
}

pub fn draft() -> impl Strategy<Value = Draft> {
    let spots = || {
        vec((arbitrary_snapshot::spot(), unknown()), 0..=8).prop_map(|mut spots| {
            spots.sort_by_key(|(spot, _)| spot.position);
            spots
        })
    };
    (leg(), spots(), spots(), unknown()).prop_map(|(leg, left, right, unknown)| {
        let mut draft = Draft::from_stored(leg, [left, right]);
        draft.unknown = unknown;
        draft
    })
}

pub fn settings() -> impl Strategy<Value = Settings> {
    let appearance = (
        // The last one is not a language of this version.
        select(vec![None, Some("en"), Some("de"), Some("pt-BR"), Some("ar"), Some("xx-Yyyy-001")]),
        select(vec![Theme::Auto, Theme::Light, Theme::Dark]),
    );
    let seconds = (15..=90u8, 30..=120u8);
    let voice = select(vec![None, Some("Anna"), Some("com.apple.voice.compact.de-DE.Anna")]);
    let sound = (select(vec![Sound::Voice, Sound::Tones, Sound::Silent]), 10..=100u8, voice);
    (appearance, seconds, option::of(100..=230u8), any::<[bool; 7]>(), sound, unknown()).prop_map(
        |((language, theme), (hold, zone), height_cm, flags, (sound, volume, voice), unknown)| Settings {
            language: language.map(Into::into),
            theme,
            timed_advance: flags[0],
            hold_seconds: HoldSeconds::new(hold).expect("in range"),
            pacer_seconds: PacerSeconds::new(zone).expect("in range"),
            height_cm,
            sound,
            volume,
            voice: voice.map(Into::into),
            keeps_headphones_awake: flags[6],
            plays_when_muted: flags[1],
            screen_reader: flags[4],
            vibrates: flags[5],
            rotated: [flags[2], flags[3]],
            unknown,
        },
    )
}

pub fn meta() -> impl Strategy<Value = Meta> {
    let gate = (UNIX_MS, -840..=840i16, 0..1u16 << 13, any::<bool>()).prop_map(
        |(unix_ms, utc_offset_min, bits, clinician_asked)| GateAnswer {
            unix_ms,
            utc_offset_min,
            concerns: Concerns::from_bits(bits).expect("known bits"),
            clinician_asked,
        },
    );
    let dates = (option::of(UNIX_MS), option::of(UNIX_MS));
    (option::of(gate), dates, any::<[bool; 2]>(), unknown()).prop_map(|(gate, dates, flags, unknown)| {
        let (last_backup_unix_ms, prompts_read_unix_ms) = dates;
        Meta {
            gate,
            welcomed: flags[0],
            last_backup_unix_ms,
            install_dismissed: flags[1],
            referral_read_unix_ms: prompts_read_unix_ms,
            unknown,
        }
    })
}
