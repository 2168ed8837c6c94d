//! The moments in which a session stands still for the person: after a hold, at its end; and presses that come twice.

use eased::domain::{Event, phase::PressureAdvice, running::Running};
use expect_test::expect;

use crate::script::{World, check, play};

#[test]
fn after_a_hold_that_eased_the_roller_stays_for_5_s() {
    check(
        "0 start
         1 tap
         10 tap
         20 tap
         22 ease 2
         26 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", writes
            22      ease 2                ROLL     right  21 @15   writes
            25                            ROLL     right  24 @15   "RollOn", writes
            = running
              Right: active 24, paused 0, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Eased, ease 2, time to ease 10
        "#]],
    );
}

#[test]
fn at_the_limit_take_the_weight_off_stays_for_5_s() {
    check(
        "0 start
         1 tap
         10 tap
         136 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            40                            HOLD     right  30 @15   *Half*, "Chime(30)", writes
            70                            HOLD     right  60 @15   *Minute*, "Chime(60)", writes
            100                           HOLD     right  90 @15   *Cap*, "Cap", writes
            130                           ROLL     right 129 @15   *Limit*, "Limit", writes
            135                           ROLL     right 134 @15   "RollOn", writes
            = running
              Right: active 134, paused 0, end open
                @15 Paced from 10: held 120, paused 0, gap 0, Limit
        "#]],
    );
}

#[test]
fn a_timed_hold_and_move_on_have_no_rest() {
    check(
        "by itself 30
         marks right 20 60
         0 start
         45 look
         60 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, writes
            8                             ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 2, HalfHand)", writes
            15                            ROLL     right   7 @12   "Nearly(1)"
            20                            ROLL     right  12 @20   *Here*, "StayAt(1, 2)"
            23                            HOLD     right  30 @20   *Hold*, "HoldBegan(1, Some(2), Some(30))", writes
            45      look                  HOLD     right   8 @20
            53                            ROLL     right  45 @20   *Limit*, "Timed", "Next(2, 2, HandAndHalf)", writes
            = running
              Right: active 51, paused 0, end open
                @20 Tapped from 23: held 30, paused 0, gap 0, Timed
        "#]],
    );
}

#[test]
fn in_the_rest_the_big_tap_holds_the_spot_again() {
    check(
        "0 start
         1 tap
         10 tap
         20 tap
         22 tap
         23 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", writes
            22      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            = running
              Right: active 21, paused 0, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Eased, time to ease 10
                @15 open from 22: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_press_in_the_first_400_ms_of_a_phase_means_nothing() {
    check(
        "0 start
         1 tap
         10 tap
         20 move on
         20.2 at the knee
         20.3 feels wrong
         20.5 at the knee
         20.7 pause
         20.9 stop
         21 pause
         21.2 stop
         21.3 resume
         22 stop
         22.2 stop now
         22.3 stop now
         23 stop now",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      move on               ROLL     right  19 @15   "MovedOn", writes
            20.2    at the knee           ROLL     right  19 @15
            20.3    feels wrong           ROLL     right  19 @16
            20.5    at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            20.7    pause                 SWITCH   right
            20.9    stop                  PAUSED   right           "Paused(Asked)", writes
            21      pause                 PAUSED   right
            21.2    stop                  PAUSED   right
            21.3    resume                SWITCH   right           "Resumed", writes
            22      stop                  PAUSED   right           "Paused(Asked)", writes
            22.2    stop now              PAUSED   right
            22.3    stop now              PAUSED   right
            23      stop now              DONE     right           *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 23
              Right: active 19.5, paused 0, end Knee
                @15 Paced from 10: held 10, paused 0, gap 0, MovedOn
        "#]],
    );
}

fn running(world: &World) -> &Running {
    world.model.running().expect("a session")
}

#[test]
fn off_the_roller_is_shown_for_4_s_before_the_summary() {
    let end = "left out left\n0 start\n1 tap\n10 at the knee";
    let mut world = play(end);
    assert_eq!(running(&world).farewell_ms, 4_000);
    for (at_ms, left_ms) in [(12_000, 2_000), (13_999, 1), (14_000, 0), (20_000, 0)] {
        world.run_to(at_ms);
        world.send("look", Event::Ticked);
        assert_eq!(running(&world).farewell_ms, left_ms, "at {at_ms} ms");
    }
    // Who stops is at the phone.
    let stopped = play("0 start\n1 tap\n10 stop\n11 stop now");
    assert_eq!(running(&stopped).farewell_ms, 0);
}

#[test]
fn advice_to_take_weight_off_ends_after_10_s_or_when_it_hurts_less() {
    let hold = "0 start\n1 tap\n10 tap\n14 press 6";
    let advice = |script: &str| {
        running(&play(script)).course.phase.holding().and_then(eased::domain::phase::Holding::advice)
    };
    let less_weight = Some(PressureAdvice::LessWeight);
    assert_eq!(advice(&format!("{hold}\n23 look")), less_weight);
    assert_eq!(advice(&format!("{hold}\n24 look")), None);
    assert_eq!(advice(&format!("{hold}\n16 press 5")), None);
    assert_eq!(advice(&format!("{hold}\n30 too much\n39 look")), less_weight);
    assert_eq!(advice(&format!("{hold}\n30 too much\n40 look")), None);
    // It stays for as long as it hurts so much.
    let leave = Some(PressureAdvice::LeaveSpot);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n60 look")), leave);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n20 too much\n21 look")), leave);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n60 press 6")), less_weight);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n60 press 2")), None);
}

#[test]
fn a_number_is_shown_where_seconds_steer_something() {
    let shown = |script: &str| running(&play(script)).digits();
    assert_eq!(shown("0 start\n3 look"), Some(5));
    assert_eq!(shown("0 start\n1 tap\n5 look"), None);
    assert_eq!(shown("0 start\n1 tap\n10 tap\n17 look"), Some(7));
    assert_eq!(shown("by itself 45\n0 start\n1 tap\n10 tap\n17 look"), Some(38));
    assert_eq!(shown("0 start\n1 tap\n10 at the knee\n12 look"), None);
    assert_eq!(shown("0 start\n1 tap\n10 at the knee\n15 look"), Some(8));
}

#[test]
fn after_the_limit_a_tap_begins_no_hold_and_move_on_rolls_on() {
    check(
        "marks right 20 60
         0 start
         1 tap
         20 tap
         140.500 tap
         141 key
         142 move on
         143 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 2, HalfHand)", writes
            8                             ROLL     right   7 @12   "Nearly(1)"
            13                            ROLL     right  12 @20   *Here*, "AtSpot(1, 2)"
            20      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(2), None)", writes
            50                            HOLD     right  30 @20   *Half*, "Chime(30)", writes
            80                            HOLD     right  60 @20   *Minute*, "Chime(60)", writes
            110                           HOLD     right  90 @20   *Cap*, "Cap", writes
            140                           ROLL     right 139 @20   *Limit*, "Limit", writes
            140.5   tap                   ROLL     right 139 @20
            141     key                   ROLL     right 140 @20
            142     move on               ROLL     right 141 @20   "RollOn", "Next(2, 2, HandAndHalf)", writes
            = running
              Right: active 141, paused 0, end open
                @20 Tapped from 20: held 120, paused 0, gap 0, Limit
        "#]],
    );
}
