//! Rolling from mark to mark, with taps or timed.

use expect_test::expect;

use crate::script::check;

#[test]
fn the_session_is_guided_from_mark_to_mark_and_then_to_the_bottom() {
    check(
        "marks right 20 60
         left out left
         0 start
         8 tap
         20 tick
         30 tap
         40 tap
         64 tick
         70 tap
         80 tap
         110 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            8       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            15                            ROLL     right   7 @12   "AlmostAtSpot(1)"
            20      tick                  ROLL     right  12 @20   *AtMark*, "AtSpot(1, 2)"
            30      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(2), None)", saves snapshot
            40      tap                   ROLL     right  32 @20   *Eased*, "Eased", saves snapshot
            45                            ROLL     right  37 @20   "RollOn", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            64      tick                  ROLL     right  56 @52   "AlmostAtSpot(2)"
            69                            ROLL     right  61 @60   *AtMark*, "AtSpot(2, 2)"
            70      tap                   HOLD     right   0 @60   *Hold*, "HoldBegan(2, Some(2), None)", saves snapshot
            80      tap                   ROLL     right  72 @60   *Eased*, "Eased", saves snapshot
            85                            ROLL     right  77 @60   "RollOn", "RollToKnee", saves snapshot
            104                           ROLL     right  96 @92   "AlmostAtKnee"
            109                           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 109
              Right: active 101, paused 0, end Bottom
                @20 Tapped from 30: held 10, paused 0, gap 0, Eased, time to ease 10
                @60 Tapped from 70: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn a_timed_hold_begins_three_seconds_after_the_pacer_reached_the_mark() {
    check(
        "marks right 20 60
         timed 45
         left out left
         0 start
         180 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            8                             ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            15                            ROLL     right   7 @12   "AlmostAtSpot(1)"
            20                            ROLL     right  12 @20   *AtMark*, "AtSpotTimed(1, 2)"
            23                            HOLD     right  45 @20   *Hold*, "HoldBegan(1, Some(2), Some(45))", saves snapshot
            53                            HOLD     right  15 @20   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            68                            ROLL     right  60 @20   *Limit*, "HoldTimeOver", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            87                            ROLL     right  79 @52   "AlmostAtSpot(2)"
            92                            ROLL     right  84 @60   *AtMark*, "AtSpotTimed(2, 2)"
            95                            HOLD     right  45 @60   *Hold*, "HoldBegan(2, Some(2), Some(45))", saves snapshot
            125                           HOLD     right  15 @60   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            140                           ROLL     right 132 @60   *Limit*, "HoldTimeOver", "RollToKnee", saves snapshot
            159                           ROLL     right 151 @92   "AlmostAtKnee"
            164                           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 164
              Right: active 156, paused 0, end Bottom
                @20 Tapped from 23: held 45, paused 0, gap 0, Timed
                @60 Tapped from 95: held 45, paused 0, gap 0, Timed
        "#]],
    );
}

#[test]
fn in_a_timed_session_a_leg_without_marks_just_rolls() {
    check(
        "timed 30
         0 start
         1 tap
         62 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", saves snapshot
            56                            ROLL     right  55 @92   "AlmostAtKnee"
            61                            SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            = running
              Right: active 60, paused 0, end Bottom
        "#]],
    );
}

#[test]
fn move_on_while_rolling_skips_the_next_mark_and_does_nothing_without_one() {
    check(
        "marks right 20 60
         left out left
         0 start
         1 tap
         5 move on
         40 move on
         45 move on
         70 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            5       move on               ROLL     right   4 @7    "MovedOn", saves snapshot
            32                            ROLL     right  31 @52   "AlmostAtSpot(2)"
            37                            ROLL     right  36 @60   *AtMark*, "AtSpot(2, 2)"
            40      move on               ROLL     right  39 @60   "MovedOn", saves snapshot
            45      move on               ROLL     right  44 @68
            59                            ROLL     right  58 @92   "AlmostAtKnee"
            64                            DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 64
              Right: active 63, paused 0, end Bottom
        "#]],
    );
}

#[test]
fn a_second_press_of_move_on_does_not_skip_the_next_mark_as_well() {
    check(
        "marks right 20 60
         left out left
         0 start
         1 tap
         13 tap
         20 move on
         20.3 move on
         50 move on
         51 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13      tap                   HOLD     right   0 @20   *AtMark*, "AtSpot(1, 2)", *Hold*, "HoldBegan(1, Some(2), None)", saves snapshot
            20      move on               ROLL     right  19 @20   "MovedOn", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            20.3    move on               ROLL     right  19 @21
            39                            ROLL     right  38 @52   "AlmostAtSpot(2)"
            44                            ROLL     right  43 @60   *AtMark*, "AtSpot(2, 2)"
            50      move on               ROLL     right  49 @60   "MovedOn", saves snapshot
            = running
              Right: active 49, paused 0, end open
                @20 Tapped from 13: held 7, paused 0, gap 0, MovedOn
        "#]],
    );
}
