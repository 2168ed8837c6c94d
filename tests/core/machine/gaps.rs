//! Gaps: no event arrived for more than five seconds.

use expect_test::expect;

use crate::script::check;

#[test]
fn five_seconds_without_an_event_are_no_gap_yet() {
    check(
        "holding from 10
         20 silent 5
         25 tick
         30 silent 5.001
         35.001 tick
         40 tap",
        &expect![[r#"
            25      tick                  HOLD     right  15 @15
            35.001  tick                  HOLD     right  25 @15   saves snapshot
            40      tap                   ROLL     right  39 @15   *FirstChime*, "HoldCue(FirstChime)", *Eased*, "Eased", saves snapshot
            = running
              Right: active 39, paused 0, end open
                @15 Estimated from 10: held 30, paused 0, gap 5.001, Eased
        "#]],
    );
}

#[test]
fn a_suspension_of_20_s_in_a_hold_counts_by_the_wall_clock() {
    check(
        "holding from 10
         20 hidden
         20 silent 20
         40 shown
         50 tap",
        &expect![[r#"
            20      hidden                HOLD     right  10 @15   saves snapshot
            40      shown                 HOLD     right  30 @15   saves snapshot
            50      tap                   ROLL     right  49 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 49, paused 0, end open
                @15 Estimated from 10: held 40, paused 0, gap 20, Eased
        "#]],
    );
}

#[test]
fn a_suspension_of_20_s_has_the_same_effect_if_the_monotonic_clock_stops() {
    check(
        "holding from 10
         20 hidden
         20 frozen 20
         40 shown
         50 tap",
        &expect![[r#"
            20      hidden                HOLD     right  10 @15   saves snapshot
            40      shown                 HOLD     right  30 @15   saves snapshot
            50      tap                   ROLL     right  49 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 49, paused 0, end open
                @15 Estimated from 10: held 40, paused 0, gap 20, Eased
        "#]],
    );
}

#[test]
fn a_gap_is_clipped_at_the_limit_and_rolling_waits() {
    check(
        "holding from 10
         100 hidden
         100 frozen 60
         160 shown
         162 end",
        &expect![[r#"
            40                            HOLD     right  30 @15   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            70                            HOLD     right  60 @15   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            100     hidden                HOLD     right  90 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            160     shown                 ROLL     right 129 @15   *Limit*, "HoldLimit", saves snapshot
            = running
              Right: active 130, paused 0, end open
                @15 Estimated from 10: held 120, paused 0, gap 30, Limit
        "#]],
    );
}

#[test]
fn a_gap_is_clipped_at_the_fixed_seconds() {
    check(
        "timed 30
         0 start
         1 tap
         10 tap
         20 silent 100
         120 tick
         121 tick",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", saves snapshot
            10      tap                   HOLD     right  30 @15   *Hold*, "HoldBegan(1, None, Some(30))", saves snapshot
            120     tick                  ROLL     right  39 @15   *Limit*, "HoldTimeOver", saves snapshot
            121     tick                  ROLL     right  40 @17
            = running
              Right: active 40, paused 0, end open
                @15 Estimated from 10: held 30, paused 0, gap 20, Timed
        "#]],
    );
}

#[test]
fn a_cap_that_passed_in_a_gap_is_still_announced() {
    check(
        "holding from 10
         25 silent 80
         105 tick",
        &expect![[r#"
            105     tick                  HOLD     right  95 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            = running
              Right: active 104, paused 0, end open
                @15 open from 10: held 95, paused 0, gap 80
        "#]],
    );
}

#[test]
fn a_gap_of_two_minutes_is_counted() {
    check(
        "holding from 10
         11 silent 120
         131 tick",
        &expect![[r#"
            131     tick                  ROLL     right 129 @15   *Limit*, "HoldLimit", saves snapshot
            = running
              Right: active 129, paused 0, end open
                @15 Estimated from 10: held 120, paused 0, gap 119, Limit
        "#]],
    );
}

#[test]
fn a_suspension_of_10_min_has_the_same_effect_if_the_monotonic_clock_stops() {
    check(
        "holding from 10
         20 hidden
         20 frozen 600
         620 shown
         630 resume
         632 end",
        &expect![[r#"
            20      hidden                HOLD     right  10 @15   saves snapshot
            620     shown                 PAUSED   right  19 @15   "Paused(Slept)", saves snapshot
            630     resume                ROLL     right  19 @15   "Resumed", saves snapshot
            = running
              Right: active 20, paused 10, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Interrupted
        "#]],
    );
}

#[test]
fn a_suspension_of_20_s_stops_the_clock_and_resumes() {
    check(
        "0 start
         2 silent 20
         22 tick
         24 tick
         29 tick
         30 hidden
         30 frozen 20
         50 shown
         51 tick
         52 at the knee
         54 silent 20
         74 tick
         75 tick",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            22      tick                  POSITION right   6 @0
            24      tick                  POSITION right   4 @0
            28                            ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            29      tick                  ROLL     right   1 @2
            30      hidden                ROLL     right   2 @3    saves snapshot
            50      shown                 ROLL     right   2 @3
            51      tick                  ROLL     right   3 @5
            52      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            74      tick                  SWITCH   right
            75      tick                  SWITCH   right  10 @100  *Switch*
            = running
              Right: active 4, paused 0, end Knee
        "#]],
    );
}

#[test]
fn in_a_timed_session_a_gap_at_a_mark_does_not_use_up_the_three_seconds() {
    check(
        "marks right 20
         timed 30
         0 start
         1 tap
         14 silent 60
         74 tick
         77 end
         78 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13                            ROLL     right  12 @20   *AtMark*, "AtSpotTimed(1, 1)"
            74      tick                  ROLL     right  13 @20
            76                            HOLD     right  30 @20   *Hold*, "HoldBegan(1, Some(1), Some(30))", saves snapshot
            = running
              Right: active 15, paused 0, end open
                @20 open from 16: held 0, paused 0, gap 0
        "#]],
    );
}
