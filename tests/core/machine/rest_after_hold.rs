//! The rest after a hold, the notice at the end, and repeated presses.

use eased::domain::{Event, phase::PressureAdvice, running::RunningSession};
use expect_test::expect;

use crate::script::{TestApp, check, play};

#[test]
fn after_a_hold_that_eased_the_roller_stays_for_5_s() {
    check(
        "holding from 10
         20 tap
         22 ease 2
         26 end",
        &expect![[r#"
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            22      ease 2                ROLL     right  21 @15   saves snapshot
            25                            ROLL     right  24 @15   "RollOn", saves snapshot
            = running
              Right: active 24, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, ease 2, time to ease 10
        "#]],
    );
}

#[test]
fn at_the_limit_take_the_weight_off_stays_for_5_s() {
    check(
        "holding from 10
         136 end",
        &expect![[r#"
            40                            HOLD     right  30 @15   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            70                            HOLD     right  60 @15   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            100                           HOLD     right  90 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            130                           ROLL     right 129 @15   *Limit*, "HoldLimit", saves snapshot
            135                           ROLL     right 134 @15   "RollOn", saves snapshot
            = running
              Right: active 134, paused 0, end open
                @15 Estimated from 10: held 120, paused 0, gap 0, Limit
        "#]],
    );
}

#[test]
fn a_timed_hold_and_move_on_have_no_rest() {
    check(
        "timed 30
         marks right 20 60
         0 start
         45 tick
         60 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            8                             ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            15                            ROLL     right   7 @12   "AlmostAtSpot(1)"
            20                            ROLL     right  12 @20   *AtMark*, "AtSpotTimed(1, 2)"
            23                            HOLD     right  30 @20   *Hold*, "HoldBegan(1, Some(2), Some(30))", saves snapshot
            45      tick                  HOLD     right   8 @20
            53                            ROLL     right  45 @20   *Limit*, "HoldTimeOver", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            = running
              Right: active 51, paused 0, end open
                @20 Tapped from 23: held 30, paused 0, gap 0, Timed
        "#]],
    );
}

#[test]
fn in_the_rest_the_big_tap_holds_the_spot_again() {
    check(
        "holding from 10
         20 tap
         22 tap
         23 end",
        &expect![[r#"
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            22      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 21, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, time to ease 10
                @15 open from 22: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_button_press_in_the_first_400_ms_of_a_phase_is_ignored() {
    check(
        "holding from 10
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
            20      move on               ROLL     right  19 @15   "MovedOn", saves snapshot
            20.2    at the knee           ROLL     right  19 @15
            20.3    feels wrong           ROLL     right  19 @16
            20.5    at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            20.7    pause                 SWITCH   right
            20.9    stop                  PAUSED   right           "Paused(Asked)", saves snapshot
            21      pause                 PAUSED   right
            21.2    stop                  PAUSED   right
            21.3    resume                SWITCH   right           "Resumed", saves snapshot
            22      stop                  PAUSED   right           "Paused(Asked)", saves snapshot
            22.2    stop now              PAUSED   right
            22.3    stop now              PAUSED   right
            23      stop now              DONE     right           *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 23
              Right: active 19.5, paused 0, end Knee
                @15 Estimated from 10: held 10, paused 0, gap 0, MovedOn
        "#]],
    );
}

fn running(app: &TestApp) -> &RunningSession {
    app.model.running().expect("a session")
}

#[test]
fn off_the_roller_is_shown_for_4_s_before_the_summary() {
    let end = "left out left\nrolling from 1\n10 at the knee";
    let mut app = play(end);
    assert_eq!(running(&app).end_notice_ms, 4_000);
    for (at_ms, remaining_ms) in [(12_000, 2_000), (13_999, 1), (14_000, 0), (20_000, 0)] {
        app.run_to(at_ms);
        app.send("look", Event::Ticked);
        assert_eq!(running(&app).end_notice_ms, remaining_ms, "at {at_ms} ms");
    }
    // A person who presses Stop is at the phone.
    let stopped = play("rolling from 1\n10 stop\n11 stop now");
    assert_eq!(running(&stopped).end_notice_ms, 0);
}

#[test]
fn advice_to_take_weight_off_ends_after_10_s_or_when_it_hurts_less() {
    let hold = "holding from 10\n14 press 6";
    let advice = |script: &str| {
        running(&play(script)).progress.phase.open_hold().and_then(eased::domain::phase::OpenHold::advice)
    };
    let less_weight = Some(PressureAdvice::LessWeight);
    assert_eq!(advice(&format!("{hold}\n23 tick")), less_weight);
    assert_eq!(advice(&format!("{hold}\n24 tick")), None);
    assert_eq!(advice(&format!("{hold}\n16 press 5")), None);
    assert_eq!(advice(&format!("{hold}\n30 too much\n39 tick")), less_weight);
    assert_eq!(advice(&format!("{hold}\n30 too much\n40 tick")), None);
    // The advice stays while the pain is this high.
    let leave = Some(PressureAdvice::LeaveSpot);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n60 tick")), leave);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n20 too much\n21 tick")), leave);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n60 press 6")), less_weight);
    assert_eq!(advice(&format!("{hold}\n15 press 7\n60 press 2")), None);
}

#[test]
fn seconds_are_displayed_only_in_phases_that_need_them() {
    let shown = |script: &str| running(&play(script)).displayed_seconds();
    assert_eq!(shown("0 start\n3 tick"), Some(5));
    assert_eq!(shown("rolling from 1\n5 tick"), None);
    assert_eq!(shown("holding from 10\n17 tick"), Some(7));
    assert_eq!(shown("timed 45\nholding from 10\n17 tick"), Some(38));
    assert_eq!(shown("rolling from 1\n10 at the knee\n12 tick"), None);
    assert_eq!(shown("rolling from 1\n10 at the knee\n15 tick"), Some(8));
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
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13                            ROLL     right  12 @20   *AtMark*, "AtSpot(1, 2)"
            20      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(2), None)", saves snapshot
            50                            HOLD     right  30 @20   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            80                            HOLD     right  60 @20   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            110                           HOLD     right  90 @20   *Cap*, "HoldCue(Cap)", saves snapshot
            140                           ROLL     right 139 @20   *Limit*, "HoldLimit", saves snapshot
            140.5   tap                   ROLL     right 139 @20
            141     key                   ROLL     right 140 @20
            142     move on               ROLL     right 141 @20   "RollOn", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            = running
              Right: active 141, paused 0, end open
                @20 Tapped from 20: held 120, paused 0, gap 0, Limit
        "#]],
    );
}
