//! Anything that the app could have to write down.

use eased::domain::{
    draft::Draft,
    hold::{Ending, Hold, Reason},
    leg::{Leg, Position},
    live::Live,
    model::Meta,
    pace::Pacer,
    phase::{Active, Aim, Holding, Paused, Phase, Then, Why},
    running::{Course, Fate, Led, Running},
    safety::{Concerns, GateAnswer},
    session::{KneeScore, Pass, PassEnd, Session, SessionId, Sport, Tag},
    settings::{Advance, HoldSeconds, Language, PacerSeconds, Settings, Sound, Theme},
    spot::{Pain, Placed, Spot, TrackId},
    time::Now,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

const DATE: std::ops::RangeInclusive<i64> = -8_640_000_000_000_000..=8_640_000_000_000_000;

pub const PLACED: [Placed; 7] = [
    Placed::Tapped,
    Placed::List,
    Placed::Plan,
    Placed::Ring,
    Placed::Paced,
    Placed::Confirmed,
    Placed::Corrected,
];

pub const ENDINGS: [Ending; 11] = [
    Ending::Eased,
    Ending::MovedOn,
    Ending::Limit,
    Ending::Timed,
    Ending::Stopped(None),
    Ending::Stopped(Some(Reason::Sharp)),
    Ending::Stopped(Some(Reason::Numb)),
    Ending::Stopped(Some(Reason::Tingling)),
    Ending::Stopped(Some(Reason::Other)),
    Ending::Stopped(Some(Reason::StopButton)),
    Ending::Interrupted,
];

pub fn id() -> impl Strategy<Value = SessionId> {
    any::<[u8; 10]>().prop_map(SessionId::from_random)
}

/// One of a few, so that sessions meet.
pub fn few_ids() -> impl Strategy<Value = SessionId> {
    (0..4u8).prop_map(|n| SessionId::from_random([n; 10]))
}

fn leg() -> impl Strategy<Value = Leg> {
    select(Leg::BOTH.to_vec())
}

fn position() -> impl Strategy<Value = Position> {
    (0..=100i32).prop_map(Position::clamped)
}

fn pain() -> impl Strategy<Value = Option<Pain>> {
    option::of((0..=10u8).prop_filter_map("a score", Pain::new))
}

fn track() -> impl Strategy<Value = Option<TrackId>> {
    option::of((id(), any::<u8>()).prop_map(|(session, hold)| TrackId { session, hold }))
}

fn knee() -> impl Strategy<Value = Option<KneeScore>> {
    (pain(), any::<i32>()).prop_map(|(pain, minutes)| pain.map(|pain| KneeScore { pain, minutes }))
}

fn advance() -> impl Strategy<Value = Advance> {
    option::of(15..=90u8)
        .prop_map(|seconds| seconds.and_then(HoldSeconds::new).map_or(Advance::UntilEased, Advance::ByItself))
}

fn pass() -> impl Strategy<Value = Pass> {
    let ends = vec![PassEnd::Bottom, PassEnd::Knee, PassEnd::Stopped, PassEnd::Interrupted];
    (leg(), any::<u32>(), any::<u32>(), option::of(select(ends)))
        .prop_map(|(leg, active_ms, paused_ms, end)| Pass { leg, active_ms, paused_ms, end })
}

fn hold(passes: usize) -> impl Strategy<Value = Hold> {
    let passes = u8::try_from(passes.max(1)).expect("few passes");
    let times = (any::<u32>(), 0..=120_000u32, any::<u32>(), 0..=120_000u32);
    (
        0..passes,
        position(),
        select(PLACED.to_vec()),
        track(),
        times,
        select(ENDINGS.to_vec()),
        any::<bool>(),
        pain(),
        pain(),
    )
        .prop_map(|(pass, position, placed, track, times, ending, edited, pain_press, pain_ease)| Hold {
            pass,
            position,
            placed,
            track,
            start_ms: times.0,
            held_ms: times.1,
            paused_ms: if times.2 % 3 == 0 { times.2 } else { 0 },
            gap_ms: times.3.min(times.1),
            ending,
            edited,
            pain_press,
            pain_ease,
        })
}

fn passes_and_holds(least: usize) -> BoxedStrategy<(Vec<Pass>, Vec<Hold>)> {
    vec(pass(), least..=2)
        .prop_flat_map(|passes| {
            let most = if passes.is_empty() { 0 } else { 9 };
            let holds = vec(hold(passes.len()), 0..=most);
            (Just(passes), holds)
        })
        .boxed()
}

pub fn session() -> BoxedStrategy<Session> {
    let when = (DATE, DATE, -840..=840i16, DATE);
    let labels = (
        "[!#-\\[\\]-~]{0,7}",
        option::of(select(vec![Tag::Before, Tag::After, Tag::Rest])),
        option::of(select(vec![Sport::Run, Sport::Ride, Sport::Other])),
        "[0-9a-z]{0,8}",
    );
    (id(), when, labels, advance(), knee(), knee(), passes_and_holds(1))
        .prop_map(|(id, when, labels, advance, knee_before, knee_after, (passes, holds))| Session {
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
            knee_before,
            knee_after,
            passes,
            holds,
        })
        .boxed()
}

fn spot() -> impl Strategy<Value = Spot> {
    (position(), select(PLACED.to_vec()), track(), pain()).prop_map(|(position, placed, track, pain)| Spot {
        position,
        placed,
        track,
        pain,
    })
}

fn aim(marks: usize) -> impl Strategy<Value = Aim> {
    let mark = option::of(0..marks.max(1)).prop_map(move |mark| mark.filter(|_| marks > 0));
    (spot(), mark).prop_map(|(spot, mark)| Aim { spot, mark })
}

fn active(marks: usize) -> BoxedStrategy<Active> {
    let ms = || 0..=120_000u32;
    let holding = (aim(marks), any::<[u32; 2]>(), [ms(), ms(), ms()], any::<bool>());
    prop_oneof![
        (ms(), position()).prop_map(|(left_ms, from)| Active::Position { left_ms, then: Then::Roll(from) }),
        (ms(), aim(marks)).prop_map(|(left_ms, aim)| Active::Position { left_ms, then: Then::Hold(aim) }),
        (position(), any::<u32>(), any::<u32>())
            .prop_map(|(from, run_ms, waited_ms)| Active::Roll { pacer: Pacer { from, run_ms }, waited_ms }),
        holding.prop_map(|(aim, long, short, too_much)| Active::Hold(Holding {
            aim,
            start_ms: long[0],
            held_ms: short[0],
            paused_ms: long[1],
            gap_ms: short[1],
            end_ms: short[2],
            too_much
        })),
        (ms(), ms()).prop_map(|(off_ms, left_ms)| Active::Switch { off_ms, left_ms }),
    ]
    .boxed()
}

fn phase(marks: usize) -> BoxedStrategy<Phase> {
    let why = select(vec![Why::Asked, Why::FeltWrong, Why::Slept, Why::Closed]);
    let paused = (active(marks), why, any::<bool>(), any::<u32>());
    prop_oneof![
        4 => active(marks).prop_map(Phase::Active),
        2 => paused.prop_map(|(from, why, asks_stop, paused_ms)| Phase::Paused(Paused {
            from,
            why,
            asks_stop,
            paused_ms
        })),
        1 => Just(Phase::Done),
    ]
    .boxed()
}

fn course() -> BoxedStrategy<Course> {
    let fates = vec![Fate::Ahead, Fate::Held, Fate::Skipped];
    let marks = vec((spot(), select(fates)).prop_map(|(spot, fate)| Led { spot, fate }), 0..=8);
    let marks = marks.prop_flat_map(|marks| {
        let phase = phase(marks.len());
        (Just(marks), phase)
    });
    (leg(), option::of(leg()), passes_and_holds(0), marks, any::<u32>())
        .prop_map(|(leg, next_leg, (passes, holds), (marks, phase), clock_ms)| Course {
            leg,
            next_leg,
            passes,
            holds,
            marks,
            phase,
            clock_ms,
        })
        .boxed()
}

/// As it is read back: without clocks that mean nothing after a restart.
pub fn live() -> BoxedStrategy<Live> {
    let numbers = (1..=u32::MAX, any::<u32>(), any::<u32>());
    let when = (DATE, DATE, -840..=840i16, DATE);
    (id(), numbers, when, advance(), 30..=120u8, knee(), course())
        .prop_map(|(id, (rev, epoch, seq), when, advance, pace, knee_before, course)| Live {
            written_unix_ms: when.0,
            running: Running {
                id,
                rev,
                start_unix_ms: when.1,
                utc_offset_min: when.2,
                advance,
                pace: PacerSeconds::new(pace).expect("in range"),
                gate_unix_ms: when.3,
                knee_before,
                epoch,
                seq,
                course,
                undo: Vec::new(),
                seen: Now { unix_ms: when.0, mono_ms: 0, utc_offset_min: when.2 },
                hidden: false,
                phase_began_mono_ms: 0,
            },
        })
        .boxed()
}

pub fn draft() -> impl Strategy<Value = Draft> {
    let spots = || {
        vec(spot(), 0..=8).prop_map(|mut spots| {
            spots.sort_by_key(|spot| spot.position);
            spots
        })
    };
    (leg(), spots(), spots()).prop_map(|(leg, left, right)| Draft::restored(leg, [left, right]))
}

pub fn settings() -> impl Strategy<Value = Settings> {
    let look = (
        select(vec![Language::Auto, Language::English, Language::German]),
        select(vec![Theme::Auto, Theme::Light, Theme::Dark]),
    );
    let seconds = (15..=90u8, 30..=120u8);
    let sound = (select(vec![Sound::Voice, Sound::Tones, Sound::Silent]), 10..=100u8);
    (look, seconds, option::of(100..=230u8), any::<[bool; 6]>(), sound).prop_map(
        |((language, theme), (hold, zone), height_cm, flags, (sound, volume))| Settings {
            language,
            theme,
            by_itself: flags[0],
            hold_seconds: HoldSeconds::new(hold).expect("in range"),
            pacer: PacerSeconds::new(zone).expect("in range"),
            height_cm,
            sound,
            volume,
            even_muted: flags[1],
            screen_reader: flags[4],
            vibrates: flags[5],
            turned: [flags[2], flags[3]],
        },
    )
}

pub fn meta() -> impl Strategy<Value = Meta> {
    let gate = (DATE, -840..=840i16, 0..1u16 << 13, any::<bool>()).prop_map(
        |(unix_ms, utc_offset_min, bits, asked)| GateAnswer {
            unix_ms,
            utc_offset_min,
            concerns: Concerns::from_bits(bits).expect("known bits"),
            asked,
        },
    );
    let dates = (option::of(DATE), option::of(DATE));
    (option::of(gate), dates, any::<[bool; 2]>()).prop_map(|(gate, dates, flags)| {
        let (last_backup_unix_ms, prompts_read_unix_ms) = dates;
        Meta {
            gate,
            welcomed: flags[0],
            last_backup_unix_ms,
            install_dismissed: flags[1],
            prompts_read_unix_ms,
        }
    })
}
