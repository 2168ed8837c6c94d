//! What sounds ahead is what the machine will say: each tone, to the millisecond, if nobody acts.

use eased::domain::{
    Effect, Event,
    cues::cues,
    effect::{DistanceHint, Tone},
    phase::Name,
    running::Running,
    update,
};
use expect_test::{Expect, expect};

use crate::script::{World, play};

fn ahead(world: &World) -> Vec<(i64, Tone)> {
    let cues = world.model.running().map(cues).unwrap_or_default();
    cues.iter().map(|cue| (world.at_ms + i64::from(cue.in_ms), cue.tone)).collect()
}

fn check(script: &str, expect: &Expect) {
    let world = play(script);
    let in_words = |(at_ms, tone): (i64, Tone)| format!("{} {tone:?}\n", crate::words::seconds(at_ms));
    expect.assert_eq(&ahead(&world).into_iter().map(in_words).collect::<String>());
}

#[test]
fn three_two_one_and_what_follows_the_countdown() {
    check(
        "0 start",
        &expect![[r#"
            5 Count
            6 Count
            7 Count
            8 Roll
        "#]],
    );
    check(
        "0 start\n6.5 look",
        &expect![[r#"
            7 Count
            8 Roll
        "#]],
    );
}

#[test]
fn a_hold_sounds_at_30_60_90_and_at_its_end() {
    check(
        "0 start\n1 key\n5 key\n6 look",
        &expect![[r#"
            35 Half
            65 Minute
            95 Cap
            122 Count
            123 Count
            124 Count
            125 Limit
        "#]],
    );
    check(
        "by itself 45\nmarks right 10\n0 start\n1 key\n10 look",
        &expect![[r#"
            40 Half
            52 Count
            53 Count
            54 Count
            55 Limit
        "#]],
    );
}

#[test]
fn by_itself_the_wait_at_a_mark_counts_down_to_the_hold() {
    check(
        "by itself 45\nmarks right 10\n0 start\n1 key\n2 look",
        &expect![[r#"
            7 Here
            8 Count
            9 Count
            10 Hold
        "#]],
    );
    check("marks right 10\n0 start\n1 key\n2 look", &expect!["7 Here\n"]);
    check("marks right 10\n0 start\n1 key\n8 look", &expect![""]);
}

#[test]
fn the_leg_change_and_the_end() {
    check(
        "0 start\n1 key\n5 at the knee",
        &expect![[r#"
            8 Switch
            15 Count
            16 Count
            17 Count
            18 Ready
        "#]],
    );
    check(
        "left out left\n0 start\n1 key\n5 look",
        &expect![[r#"
            58 Count
            59 Count
            60 Count
            61 Done
        "#]],
    );
}

#[test]
fn nothing_sounds_ahead_in_a_pause_or_when_it_is_over() {
    check("0 start\n1 key\n5 key\n10 pause", &expect![""]);
    check("left out left\n0 start\n1 key\n5 at the knee", &expect![""]);
}

#[test]
fn resume_and_ten_more_seconds_move_what_sounds() {
    check(
        "by itself 15\n0 start\n1 key\n3 key\n6 pause\n100 +10\n101 resume",
        &expect![[r#"
            120 Count
            121 Count
            122 Count
            123 Limit
        "#]],
    );
}

/// Lets time alone pass, millisecond by millisecond, and holds every tone of it against what was said ahead
/// when the phase began and at every look in between.
fn holds_what_it_promises(script: &str, for_ms: i64) {
    let mut world = play(script);
    let name = |world: &World| world.model.running().map(Running::phase_name);
    let holds = |world: &World| world.model.running().map_or(0, |r| r.course.holds.len());
    let mut promised = ahead(&world);
    let end_ms = world.at_ms + for_ms;
    let mut heard = 0;
    while world.at_ms < end_ms && name(&world) != Some(Name::Done) {
        let before = (name(&world), holds(&world));
        world.at_ms += 1;
        let now = world.now();
        for effect in update(&mut world.model, Event::Ticked, now) {
            if let Effect::Play(tone) = effect {
                let at = promised.iter().position(|cue| *cue == (world.at_ms, tone));
                let at =
                    at.unwrap_or_else(|| panic!("{script}: {tone:?} at {} came unannounced", world.at_ms));
                promised.remove(at);
                heard += 1;
            }
        }
        // A countdown is heard by being scheduled alone.
        promised.retain(|(at_ms, tone)| *tone != Tone::Count || *at_ms > world.at_ms);
        assert!(promised.iter().all(|cue| cue.0 > world.at_ms), "{script}: {promised:?} at {}", world.at_ms);
        if before == (name(&world), holds(&world)) {
            if world.at_ms % 997 == 0 {
                assert_eq!(promised, ahead(&world), "{script}: another promise at {}", world.at_ms);
            }
        } else {
            assert!(promised.is_empty(), "{script}: {promised:?} did not sound");
            promised = ahead(&world);
        }
    }
    assert!(heard > 0, "{script}: only {heard} tones");
}

#[test]
fn every_tone_that_time_brings_was_said_ahead() {
    holds_what_it_promises("by itself 15\nmarks right 20 21 60\nmarks left 99\n0 start", 400_000);
    holds_what_it_promises("by itself 90\nmarks right 0 50 50\n0 start", 400_000);
    holds_what_it_promises("by itself 30\n0 start", 200_000);
    holds_what_it_promises("pacer 37\n0 start\n0.777 key", 150_000);
    holds_what_it_promises(
        "left out left\npacer 30\n0 start\n4.5 key\n5.123 key\n7 pause\n9 resume",
        250_000,
    );
    holds_what_it_promises("0 start\n1 key\n4.321 key\n9 tap\n10 key\n12 undo", 250_000);
    holds_what_it_promises(
        "marks right 30\n0 start\n1 key\n9 killed\n10 found\n11 continue\n12 resume",
        60_000,
    );
    holds_what_it_promises("0 start\n1 key\n5 key\n9 killed\n20 found\n21 continue", 200_000);
}

#[test]
fn the_way_is_told_in_hands() {
    let way = |points| format!("{:?}", DistanceHint::of_points(points));
    assert_eq!(
        [1, 8, 15, 28, 42, 56, 84].map(way),
        ["Little", "TwoFingers", "HalfHand", "Hand", "HandAndHalf", "TwoHands", "ThreeHands"]
    );
}
