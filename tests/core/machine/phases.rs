//! The phases: what the big tap does in each, and when each ends without a tap.

use expect_test::expect;

use crate::script::{check, play};

#[test]
fn a_session_without_marks_or_taps_rolls_both_legs() {
    check(
        "0 start
         150 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            8                             ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            63                            ROLL     right  55 @92   "AlmostAtKnee"
            68                            SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            71                            SWITCH   right  10 @100  *Switch*
            81                            POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", saves snapshot
            89                            ROLL     left    0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            144                           ROLL     left   55 @92   "AlmostAtKnee"
            149                           DONE     left            "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 149
              Right: active 60, paused 0, end Bottom
              Left: active 60, paused 0, end Bottom
        "#]],
    );
}

#[test]
fn the_big_tap_means_ready_here_eased_and_switch_now() {
    check(
        "0 start
         3 tap
         33 tap
         45 tap
         60 at the knee
         65 tap
         70 tap
         75 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            3       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            33      tap                   HOLD     right   0 @50   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            45      tap                   ROLL     right  42 @50   *Eased*, "Eased", saves snapshot
            50                            ROLL     right  47 @50   "RollOn", saves snapshot
            60      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            63                            SWITCH   right  10 @100  *Switch*
            65      tap                   POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", saves snapshot
            70      tap                   ROLL     left    0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            = running
              Right: active 57, paused 0, end Knee
                @50 Estimated from 33: held 12, paused 0, gap 0, Eased, time to ease 12
              Left: active 4, paused 0, end open
        "#]],
    );
}

#[test]
fn a_key_acts_as_the_big_tap() {
    check(
        "0 start
         3 key
         9 key
         15 key
         16 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            3       key                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            9       key                   HOLD     right   0 @10   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            15      key                   ROLL     right  12 @10   *Eased*, "Eased", saves snapshot
            = running
              Right: active 12, paused 0, end open
                @10 Estimated from 9: held 6, paused 0, gap 0, Eased, time to ease 6
        "#]],
    );
}

#[test]
fn the_next_leg_comes_after_three_seconds_off_the_roller_and_ten_of_countdown() {
    check(
        "0 start
         1 tap
         5 at the knee
         7.9 tick
         8 tick
         9.1 tick
         17.9 tick
         18 tick",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            5       at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            7.9     tick                  SWITCH   right
            8       tick                  SWITCH   right  10 @100  *Switch*
            9.1     tick                  SWITCH   right   9 @100
            17.9    tick                  SWITCH   right   1 @100
            18      tick                  POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", saves snapshot
            = running
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn the_last_leg_ends_in_done_at_the_knee() {
    check(
        "left out left
         0 start
         1 tap
         5 at the knee
         20 done",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            20      done                  (idle)                   -> History
            = stored, revision 1, from 0 to 5
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn the_last_leg_ends_in_done_when_the_pacer_arrives() {
    check(
        "left out right
         pacer 30
         0 start
         1 tap
         40 end",
        &expect![[r#"
            0       start                 POSITION left    8 @0    "LegLeftOut(Right)", *Ready*, "GetIntoPlace(Left)", -> Session, saves snapshot
            1       tap                   ROLL     left    0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            26                            ROLL     left   25 @83   "AlmostAtKnee"
            31                            DONE     left            "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 31
              Left: active 30, paused 0, end Bottom
        "#]],
    );
}

#[test]
fn the_big_tap_does_nothing_when_paused_or_done() {
    check(
        "left out left
         0 start
         1 tap
         5 pause
         9 tap
         10 key
         11 resume
         12 at the knee
         14 tap
         15 key",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            5       pause                 PAUSED   right   4 @7    "Paused(Asked)", saves snapshot
            9       tap                   PAUSED   right   4 @7
            10      key                   PAUSED   right   4 @7
            11      resume                ROLL     right   4 @7    "Resumed", saves snapshot
            12      at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            14      tap                   DONE     right
            15      key                   DONE     right
            = stored, revision 1, from 0 to 12
              Right: active 5, paused 6, end Knee
        "#]],
    );
}

#[test]
fn resume_returns_to_the_paused_phase() {
    check(
        "0 start
         2 pause
         5 resume
         8 tap
         10 pause
         15 resume
         20 tap
         30 pause
         50 resume
         60 tap
         62 at the knee
         70 pause
         80 resume
         90 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            2       pause                 PAUSED   right   6 @0    "Paused(Asked)", saves snapshot
            5       resume                POSITION right   6 @0    "Resumed", saves snapshot
            8       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            10      pause                 PAUSED   right   2 @3    "Paused(Asked)", saves snapshot
            15      resume                ROLL     right   2 @3    "Resumed", saves snapshot
            20      tap                   HOLD     right   0 @12   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            30      pause                 PAUSED   right  10 @12   "Paused(Asked)", saves snapshot
            50      resume                HOLD     right  10 @12   "Resumed", saves snapshot
            60      tap                   ROLL     right  27 @12   *Eased*, "Eased", saves snapshot
            62      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            65                            SWITCH   right  10 @100  *Switch*
            70      pause                 PAUSED   right   5 @100  "Paused(Asked)", saves snapshot
            80      resume                SWITCH   right   5 @100  "Resumed", saves snapshot
            85                            POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", saves snapshot
            = running
              Right: active 29, paused 25, end Knee
                @12 Estimated from 12: held 20, paused 20, gap 0, Eased
        "#]],
    );
}

/// Other scripts begin with a named start, whose log is not shown.
#[test]
fn script_shortcuts_are_the_same_as_their_taps() {
    for (named, taps) in [("rolling from 1", "0 start\n1 tap"), ("holding from 10", "0 start\n1 tap\n10 tap")]
    {
        let (named, taps) = (play(named), play(taps));
        assert_eq!(named.model, taps.model);
        assert!(taps.log.ends_with(&named.log), "{}", named.log);
    }
}

#[test]
fn the_first_taps_start_rolling_and_a_hold() {
    check(
        "0 start
         1 tap
         10 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            = running
              Right: active 9, paused 0, end open
                @15 open from 10: held 0, paused 0, gap 0
        "#]],
    );
}
