//! "This feels wrong", its reason, and "Too much?".

use expect_test::expect;

use crate::script::check;

#[test]
fn this_feels_wrong_means_nothing_in_position_and_switch() {
    check(
        "0 start
         1 feels wrong
         2 tap
         3 at the knee
         4 feels wrong
         5 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       feels wrong           POSITION right   7 @0
            2       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            3       at the knee           SWITCH   right  10 @100  "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            4       feels wrong           SWITCH   right  10 @100
            = running
              Right: active 1, paused 0, end Knee
        "#]],
    );
}

#[test]
fn this_feels_wrong_stops_the_hold_and_keeps_the_reason() {
    check(
        "0 start
         1 tap
         10 tap
         20 feels wrong
         22 reason sharp
         23 reason numb
         25 resume
         26 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong)", writes
            22      reason sharp          PAUSED   right  19 @15   writes
            23      reason numb           PAUSED   right  19 @15   writes
            25      resume                ROLL     right  19 @15   "Resumed", writes
            = running
              Right: active 19, paused 5, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Stopped(Some(Numb))
        "#]],
    );
}

#[test]
fn the_reason_is_optional() {
    check(
        "0 start
         1 tap
         10 tap
         20 feels wrong
         25 resume
         26 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong)", writes
            25      resume                ROLL     right  19 @15   "Resumed", writes
            = running
              Right: active 19, paused 5, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Stopped(None)
        "#]],
    );
}

#[test]
fn a_reason_given_while_rolling_belongs_to_no_earlier_hold() {
    check(
        "0 start
         1 tap
         10 tap
         20 feels wrong
         21 reason sharp
         22 resume
         30 feels wrong
         31 reason numb
         32 resume",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong)", writes
            21      reason sharp          PAUSED   right  19 @15   writes
            22      resume                ROLL     right  19 @15   "Resumed", writes
            30      feels wrong           PAUSED   right  27 @28   "Paused(FeltWrong)", writes
            31      reason numb           PAUSED   right  27 @28
            32      resume                ROLL     right  27 @28   "Resumed", writes
            = running
              Right: active 27, paused 4, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Stopped(Some(Sharp))
        "#]],
    );
}

#[test]
fn too_much_leaves_the_hold_counting_and_the_big_tap_live() {
    check(
        "0 start
         1 tap
         10 tap
         14 too much
         20 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            14      too much              HOLD     right   4 @15   "TooMuch"
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", writes
            = running
              Right: active 19, paused 0, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}

#[test]
fn too_much_comes_by_itself_once_when_pain_is_rated_6_or_more() {
    check(
        "0 start
         1 tap
         10 tap
         14 press 5
         15 press 6
         16 press 8
         20 tap
         21 ease 2
         22 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            14      press 5               HOLD     right   4 @15   writes
            15      press 6               HOLD     right   5 @15   "TooMuch", writes
            16      press 8               HOLD     right   6 @15   "BestStopped", writes
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", writes
            21      ease 2                ROLL     right  20 @17   writes
            = running
              Right: active 20, paused 0, end open
                @15 Paced from 10: held 10, paused 0, gap 0, Eased, press 8, ease 2, time to ease 10
        "#]],
    );
}
