//! "+10 s": it lengthens a countdown or the fixed seconds, never past 120.

use expect_test::expect;

use crate::script::check;

#[test]
fn ten_seconds_more_lengthen_the_countdown_but_never_past_120() {
    check(
        "0 start
         2 pause
         3 +10
         4 +10
         5 +10
         6 +10
         7 +10
         8 +10
         9 +10
         10 +10
         11 +10
         12 +10
         13 +10
         14 +10
         15 resume",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            2       pause                 PAUSED   right   6 @0    "Paused(Asked)", writes
            3       +10                   PAUSED   right  16 @0    writes
            4       +10                   PAUSED   right  26 @0    writes
            5       +10                   PAUSED   right  36 @0    writes
            6       +10                   PAUSED   right  46 @0    writes
            7       +10                   PAUSED   right  56 @0    writes
            8       +10                   PAUSED   right  66 @0    writes
            9       +10                   PAUSED   right  76 @0    writes
            10      +10                   PAUSED   right  86 @0    writes
            11      +10                   PAUSED   right  96 @0    writes
            12      +10                   PAUSED   right 106 @0    writes
            13      +10                   PAUSED   right 116 @0    writes
            14      +10                   PAUSED   right 120 @0    writes
            15      resume                POSITION right 120 @0    "Resumed", writes
            = running
        "#]],
    );
}

#[test]
fn ten_seconds_more_lengthen_the_leg_change_and_leave_off_the_roller_alone() {
    check(
        "0 start
         1 tap
         3 at the knee
         5 pause
         6 +10
         7 resume
         7.9 look
         8 look
         9 look
         20 pause
         21 +10
         22 resume
         23 look
         38 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            3       at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            5       pause                 PAUSED   right           "Paused(Asked)", writes
            6       +10                   PAUSED   right           writes
            7       resume                SWITCH   right           "Resumed", writes
            7.9     look                  SWITCH   right
            8       look                  SWITCH   right  20 @100  *Switch*
            9       look                  SWITCH   right  19 @100
            20      pause                 PAUSED   right   8 @100  "Paused(Asked)", writes
            21      +10                   PAUSED   right  18 @100  writes
            22      resume                SWITCH   right  18 @100  "Resumed", writes
            23      look                  SWITCH   right  17 @100
            38      look                  SWITCH   right   2 @100
            = running
              Right: active 2, paused 0, end Knee
        "#]],
    );
}

#[test]
fn ten_seconds_more_mean_nothing_in_roll_and_in_a_hold_until_eased() {
    check(
        "0 start
         1 +10
         2 tap
         3 pause
         4 +10
         5 resume
         7 tap
         8 pause
         9 +10
         10 resume",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       +10                   POSITION right   7 @0
            2       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            3       pause                 PAUSED   right   1 @2    "Paused(Asked)", writes
            4       +10                   PAUSED   right   1 @2
            5       resume                ROLL     right   1 @2    "Resumed", writes
            7       tap                   HOLD     right   0 @5    *Hold*, "HoldBegan(1, None, None)", writes
            8       pause                 PAUSED   right   1 @5    "Paused(Asked)", writes
            9       +10                   PAUSED   right   1 @5
            10      resume                HOLD     right   1 @5    "Resumed", writes
            = running
              Right: active 4, paused 4, end open
                @5 open from 5: held 1, paused 2, gap 0
        "#]],
    );
}

#[test]
fn ten_seconds_more_lengthen_the_fixed_seconds_but_never_past_120() {
    check(
        "by itself 90
         0 start
         1 tap
         10 tap
         20 pause
         21 +10
         22 +10
         23 +10
         24 +10
         25 resume
         136 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", writes
            10      tap                   HOLD     right  90 @15   *Hold*, "HoldBegan(1, None, Some(90))", writes
            20      pause                 PAUSED   right  80 @15   "Paused(Asked)", writes
            21      +10                   PAUSED   right  90 @15   writes
            22      +10                   PAUSED   right 100 @15   writes
            23      +10                   PAUSED   right 110 @15   writes
            24      +10                   PAUSED   right 110 @15
            25      resume                HOLD     right 110 @15   "Resumed", writes
            45                            HOLD     right  90 @15   *Half*, "Chime(30)", writes
            75                            HOLD     right  60 @15   *Minute*, "Chime(60)", writes
            105                           HOLD     right  30 @15   *Cap*, "Cap", writes
            135                           ROLL     right 129 @15   *Limit*, "Timed", writes
            = running
              Right: active 129, paused 5, end open
                @15 Paced from 10: held 120, paused 5, gap 0, Timed
        "#]],
    );
}
