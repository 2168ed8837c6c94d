//! The size budget of a session: thousands have to fit into localStorage.

use eased::{
    domain::{
        hold::{Ending, Hold, StopReason},
        leg::{Leg, Position},
        session::{KneeScore, Pass, Session, SessionId, Sport, Tag},
        settings::{Advance, HoldSeconds},
        spot::{Pain, PositionSource, TrackId},
        unknown_fields::UnknownFields,
    },
    storage::codec::session,
};

use crate::sample;

fn id(text: &str) -> SessionId {
    SessionId::parse(text).expect("a name")
}

fn pain(score: u8) -> Option<Pain> {
    Pain::new(score)
}

/// Eight holds on two legs, `n` counting them.
fn session(hold: impl Fn(u8) -> Hold) -> Session {
    let pass = |leg| Pass { active_ms: 1_234_567, paused_ms: 123_456, ..sample::pass(leg) };
    Session {
        id: id("a1b2c3d4e5"),
        start_unix_ms: 1_795_363_200_000,
        end_unix_ms: 1_795_365_900_000,
        utc_offset_min: -480,
        build: "0a1b2c3".to_owned(),
        advance: Advance::Timed(HoldSeconds::default()),
        gate_unix_ms: 1_795_000_000_000,
        tag: Some(Tag::After),
        sport: Some(Sport::Run),
        roller: "Die weiche, grüne Rolle!".to_owned(),
        knee_before: pain(10).map(|pain| KneeScore { pain, minutes: -2 }),
        knee_after: pain(10).map(|pain| KneeScore { pain, minutes: 48 }),
        passes: vec![Pass { felt_wrong: vec![Some(StopReason::Sharp)], ..pass(Leg::Right) }, pass(Leg::Left)],
        holds: (0..8).map(hold).collect(),
        unknown: UnknownFields::NONE,
    }
}

/// Every field is set: all holds refer to a track of another session, lasted to the limit and were made late in a
/// long session; two were paused.
#[test]
fn a_session_of_eight_holds_takes_at_most_1000_characters() {
    let session = session(|n| Hold {
        pass: n / 4,
        position: Position::clamped(if n % 4 == 3 { 100 } else { 20 + i32::from(n) }),
        position_source: PositionSource::EarlierSpot,
        pinned_track: Some(TrackId { session: SessionId::from_random([n; 10]), hold: 10 + n }),
        start_ms: 1_000_000 + 150_000 * u32::from(n),
        held_ms: 120_000,
        paused_ms: if n % 4 == 1 { 34_567 } else { 0 },
        gap_ms: 0,
        ending: if n == 7 { Ending::Stopped(Some(StopReason::StopButton)) } else { Ending::Limit },
        edited: false,
        pain_at_press: pain(10),
        pain_at_ease: pain(10),
        unknown: UnknownFields::NONE,
    });
    let (key, text) = session::write(12, &session);
    assert!(text.len() <= 1_000, "{} characters: {text}", text.len());
    assert!(key.to_text().len() <= 33, "{}", key.to_text());
    expect_test::expect!["993"].assert_eq(&text.len().to_string());
}

/// A typical session: marks tapped on the plate, pain at press rated, no tracks chosen.
#[test]
fn a_typical_session_takes_at_most_700_characters() {
    let mut session = session(|n| Hold {
        pass: n / 4,
        position: Position::clamped(15 + 10 * i32::from(n)),
        position_source: PositionSource::Tapped,
        pinned_track: None,
        start_ms: 23_456 + 61_234 * u32::from(n),
        held_ms: 41_234,
        paused_ms: 0,
        gap_ms: 0,
        ending: Ending::Eased,
        edited: false,
        pain_at_press: pain(6),
        pain_at_ease: None,
        unknown: UnknownFields::NONE,
    });
    session.passes[0].felt_wrong.clear();
    session.knee_before = None;
    session.roller = String::new();
    let text = session::to_json(1, &session);
    assert!(text.len() <= 700, "{} characters: {text}", text.len());
    let key = session::write(1, &session).0.to_text();
    assert!(3_000 * (text.len() + key.len()) <= 2_400_000, "a store has room for 3,000");
    expect_test::expect!["676"].assert_eq(&text.len().to_string());
}
