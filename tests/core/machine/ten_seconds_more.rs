//! "+10 s": it lengthens a countdown or a timed hold, to at most 120 s.

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
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            2       pause                 PAUSED   right   6 @0    "Paused(Asked)", saves snapshot
            3       +10                   PAUSED   right  16 @0    saves snapshot
            4       +10                   PAUSED   right  26 @0    saves snapshot
            5       +10                   PAUSED   right  36 @0    saves snapshot
            6       +10                   PAUSED   right  46 @0    saves snapshot
            7       +10                   PAUSED   right  56 @0    saves snapshot
            8       +10                   PAUSED   right  66 @0    saves snapshot
            9       +10                   PAUSED   right  76 @0    saves snapshot
            10      +10                   PAUSED   right  86 @0    saves snapshot
            11      +10                   PAUSED   right  96 @0    saves snapshot
            12      +10                   PAUSED   right 106 @0    saves snapshot
            13      +10                   PAUSED   right 116 @0    saves snapshot
            14      +10                   PAUSED   right 120 @0    saves snapshot
            15      resume                POSITION right 120 @0    "Resumed", saves snapshot
            = running
        "#]],
    );
}

#[test]
fn ten_seconds_more_lengthen_the_leg_change_and_leave_off_the_roller_alone() {
    check(
        "rolling from 1
         3 at the knee
         5 pause
         6 +10
         7 resume
         7.9 tick
         8 tick
         9 tick
         20 pause
         21 +10
         22 resume
         23 tick
         38 tick",
        &expect![[r#"
            3       at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            5       pause                 PAUSED   right           "Paused(Asked)", saves snapshot
            6       +10                   PAUSED   right           saves snapshot
            7       resume                SWITCH   right           "Resumed", saves snapshot
            7.9     tick                  SWITCH   right
            8       tick                  SWITCH   right  20 @100  *Switch*
            9       tick                  SWITCH   right  19 @100
            20      pause                 PAUSED   right   8 @100  "Paused(Asked)", saves snapshot
            21      +10                   PAUSED   right  18 @100  saves snapshot
            22      resume                SWITCH   right  18 @100  "Resumed", saves snapshot
            23      tick                  SWITCH   right  17 @100
            38      tick                  SWITCH   right   2 @100
            = running
              Right: active 2, paused 0, end Knee
        "#]],
    );
}

#[test]
fn ten_seconds_more_do_nothing_in_roll_and_in_a_hold_until_eased() {
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
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       +10                   POSITION right   7 @0
            2       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            3       pause                 PAUSED   right   1 @2    "Paused(Asked)", saves snapshot
            4       +10                   PAUSED   right   1 @2
            5       resume                ROLL     right   1 @2    "Resumed", saves snapshot
            7       tap                   HOLD     right   0 @5    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            8       pause                 PAUSED   right   1 @5    "Paused(Asked)", saves snapshot
            9       +10                   PAUSED   right   1 @5
            10      resume                HOLD     right   1 @5    "Resumed", saves snapshot
            = running
              Right: active 4, paused 4, end open
                @5 open from 5: held 1, paused 2, gap 0
        "#]],
    );
}

#[test]
fn ten_seconds_more_lengthen_the_fixed_seconds_but_never_past_120() {
    check(
        "timed 90
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
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", saves snapshot
            10      tap                   HOLD     right  90 @15   *Hold*, "HoldBegan(1, None, Some(90))", saves snapshot
            20      pause                 PAUSED   right  80 @15   "Paused(Asked)", saves snapshot
            21      +10                   PAUSED   right  90 @15   saves snapshot
            22      +10                   PAUSED   right 100 @15   saves snapshot
            23      +10                   PAUSED   right 110 @15   saves snapshot
            24      +10                   PAUSED   right 110 @15
            25      resume                HOLD     right 110 @15   "Resumed", saves snapshot
            45                            HOLD     right  90 @15   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            75                            HOLD     right  60 @15   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            105                           HOLD     right  30 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            135                           ROLL     right 129 @15   *Limit*, "HoldTimeOver", saves snapshot
            = running
              Right: active 129, paused 5, end open
                @15 Estimated from 10: held 120, paused 5, gap 0, Timed
        "#]],
    );
}
