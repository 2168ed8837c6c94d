//! Gaps: the device was silent for more than five seconds.

use expect_test::expect;

use crate::script::check;

#[test]
fn five_seconds_without_an_event_are_no_gap_yet() {
    check(
        "0 start
         1 tap
         10 tap
         20 silent 5
         25 look
         30 silent 5.001
         35.001 look
         40 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            25      look                  HOLD     right  15 @15
            35.001  look                  HOLD     right  25 @15   writes
            40      tap                   ROLL     right  39 @15   *Half*, "Chime(30)", *Eased*, "Eased", writes
            = running
              Right: active 39, paused 0, end open
                @15 Paced from 10: held 30, paused 0, gap 5.001, Eased
        "#]],
    );
}

#[test]
fn asleep_for_20_s_in_a_hold_counts_on_by_the_wall_clock() {
    check(
        "0 start
         1 tap
         10 tap
         20 hidden
         20 silent 20
         40 shown
         50 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      hidden                HOLD     right  10 @15   writes
            40      shown                 HOLD     right  30 @15   writes
            50      tap                   ROLL     right  49 @15   *Eased*, "Eased", writes
            = running
              Right: active 49, paused 0, end open
                @15 Paced from 10: held 40, paused 0, gap 20, Eased
        "#]],
    );
}

#[test]
fn asleep_for_20_s_with_the_monotonic_clock_standing_still_is_the_same() {
    check(
        "0 start
         1 tap
         10 tap
         20 hidden
         20 frozen 20
         40 shown
         50 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      hidden                HOLD     right  10 @15   writes
            40      shown                 HOLD     right  30 @15   writes
            50      tap                   ROLL     right  49 @15   *Eased*, "Eased", writes
            = running
              Right: active 49, paused 0, end open
                @15 Paced from 10: held 40, paused 0, gap 20, Eased
        "#]],
    );
}

#[test]
fn a_gap_is_clipped_at_the_limit_and_rolling_waits() {
    check(
        "0 start
         1 tap
         10 tap
         100 hidden
         100 frozen 60
         160 shown
         162 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            40                            HOLD     right  30 @15   *Half*, "Chime(30)", writes
            70                            HOLD     right  60 @15   *Minute*, "Chime(60)", writes
            100     hidden                HOLD     right  90 @15   *Cap*, "Cap", writes
            160     shown                 ROLL     right 129 @15   *Limit*, "Limit", writes
            = running
              Right: active 130, paused 0, end open
                @15 Paced from 10: held 120, paused 0, gap 30, Limit
        "#]],
    );
}

#[test]
fn a_gap_is_clipped_at_the_fixed_seconds() {
    check(
        "by itself 30
         0 start
         1 tap
         10 tap
         20 silent 100
         120 look
         121 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", writes
            10      tap                   HOLD     right  30 @15   *Hold*, "HoldBegan(1, None, Some(30))", writes
            120     look                  ROLL     right  39 @15   *Limit*, "Timed", writes
            121     look                  ROLL     right  40 @17
            = running
              Right: active 40, paused 0, end open
                @15 Paced from 10: held 30, paused 0, gap 20, Timed
        "#]],
    );
}

#[test]
fn a_cap_that_passed_in_a_gap_is_still_said() {
    check(
        "0 start
         1 tap
         10 tap
         25 silent 80
         105 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            105     look                  HOLD     right  95 @15   *Cap*, "Cap", writes
            = running
              Right: active 104, paused 0, end open
                @15 open from 10: held 95, paused 0, gap 80
        "#]],
    );
}

#[test]
fn two_minutes_are_still_bridged() {
    check(
        "0 start
         1 tap
         10 tap
         11 silent 120
         131 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            131     look                  ROLL     right 129 @15   *Limit*, "Limit", writes
            = running
              Right: active 129, paused 0, end open
                @15 Paced from 10: held 120, paused 0, gap 119, Limit
        "#]],
    );
}

#[test]
fn asleep_for_10_min_with_the_monotonic_clock_standing_still_is_the_same() {
    check(
        "0 start
         1 tap
         10 tap
         20 hidden
         20 frozen 600
         620 shown
         630 resume
         632 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      hidden                HOLD     right  10 @15   writes
            620     shown                 PAUSED   right  19 @15   "Paused(Slept)", writes
            630     resume                ROLL     right  19 @15   "Resumed", writes
            = running
              Right: active 20, paused 10, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Interrupted
        "#]],
    );
}

#[test]
fn asleep_elsewhere_for_20_s_the_machine_stands_still_and_goes_on() {
    check(
        "0 start
         2 silent 20
         22 look
         24 look
         29 look
         30 hidden
         30 frozen 20
         50 shown
         51 look
         52 at the knee
         54 silent 20
         74 look
         75 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            22      look                  POSITION right   6 @0
            24      look                  POSITION right   4 @0
            28                            ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            29      look                  ROLL     right   1 @2
            30      hidden                ROLL     right   2 @3    writes
            50      shown                 ROLL     right   2 @3
            51      look                  ROLL     right   3 @5
            52      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            74      look                  SWITCH   right
            75      look                  SWITCH   right  10 @100  *Switch*
            = running
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn a_gap_at_a_mark_by_itself_does_not_use_up_the_three_seconds() {
    check(
        "marks right 20
         by itself 30
         0 start
         1 tap
         14 silent 60
         74 look
         77 end
         78 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 1, HalfHand)", writes
            8                             ROLL     right   7 @12   "Nearly(1)"
            13                            ROLL     right  12 @20   *Here*, "StayAt(1, 1)"
            74      look                  ROLL     right  13 @20
            76                            HOLD     right  30 @20   *Hold*, "HoldBegan(1, Some(1), Some(30))", writes
            = running
              Right: active 15, paused 0, end open
                @20 open from 16: held 0, paused 0, gap 0
        "#]],
    );
}
