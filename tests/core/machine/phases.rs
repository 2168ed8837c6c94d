//! The table of phases: what the big tap does in each, and when each is left by itself.

use expect_test::expect;

use crate::script::check;

#[test]
fn a_whole_session_without_marks_rolls_both_legs_by_itself() {
    check(
        "0 start
         150 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            8                             ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            63                            ROLL     right  55 @92   "NearKnee"
            68                            SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            71                            SWITCH   right  10 @100  *Switch*
            81                            POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", writes
            89                            ROLL     left    0 @0    *Roll*, "Roll", "Find", writes
            144                           ROLL     left   55 @92   "NearKnee"
            149                           DONE     left            "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 149
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
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            3       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            33      tap                   HOLD     right   0 @50   *Hold*, "HoldBegan(1, None, None)", writes
            45      tap                   ROLL     right  42 @50   *Eased*, "Eased", writes
            50                            ROLL     right  47 @50   "RollOn", writes
            60      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            63                            SWITCH   right  10 @100  *Switch*
            65      tap                   POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", writes
            70      tap                   ROLL     left    0 @0    *Roll*, "Roll", "Find", writes
            = running
              Right: active 57, paused 0, end Knee
                @50 Paced from 33: held 12, paused 0, gap 0, Eased, time to ease 12
              Left: active 4, paused 0, end open
        "#]],
    );
}

#[test]
fn a_key_is_the_big_tap_too() {
    check(
        "0 start
         3 key
         9 key
         15 key
         16 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            3       key                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            9       key                   HOLD     right   0 @10   *Hold*, "HoldBegan(1, None, None)", writes
            15      key                   ROLL     right  12 @10   *Eased*, "Eased", writes
            = running
              Right: active 12, paused 0, end open
                @10 Paced from 9: held 6, paused 0, gap 0, Eased, time to ease 6
        "#]],
    );
}

#[test]
fn the_next_leg_comes_after_three_seconds_off_the_roller_and_ten_of_countdown() {
    check(
        "0 start
         1 tap
         5 at the knee
         7.9 look
         8 look
         9.1 look
         17.9 look
         18 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            7.9     look                  SWITCH   right
            8       look                  SWITCH   right  10 @100  *Switch*
            9.1     look                  SWITCH   right   9 @100
            17.9    look                  SWITCH   right   1 @100
            18      look                  POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", writes
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
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            20      done                  (idle)                   -> History
            = kept, revision 1, labelled 0 to 5
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
            0       start                 POSITION left    8 @0    "LeftOut(Right)", *Ready*, "GetIntoPlace(Left)", -> Session, writes
            1       tap                   ROLL     left    0 @0    *Roll*, "Roll", "Find", writes
            26                            ROLL     left   25 @83   "NearKnee"
            31                            DONE     left            "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 31
              Left: active 30, paused 0, end Bottom
        "#]],
    );
}

#[test]
fn nothing_is_tapped_in_paused_and_done() {
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
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            5       pause                 PAUSED   right   4 @7    "Paused(Asked)", writes
            9       tap                   PAUSED   right   4 @7
            10      key                   PAUSED   right   4 @7
            11      resume                ROLL     right   4 @7    "Resumed", writes
            12      at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            14      tap                   DONE     right
            15      key                   DONE     right
            = kept, revision 1, labelled 0 to 12
              Right: active 5, paused 6, end Knee
        "#]],
    );
}

#[test]
fn resume_goes_back_to_the_phase_it_came_from() {
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
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            2       pause                 PAUSED   right   6 @0    "Paused(Asked)", writes
            5       resume                POSITION right   6 @0    "Resumed", writes
            8       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      pause                 PAUSED   right   2 @3    "Paused(Asked)", writes
            15      resume                ROLL     right   2 @3    "Resumed", writes
            20      tap                   HOLD     right   0 @12   *Hold*, "HoldBegan(1, None, None)", writes
            30      pause                 PAUSED   right  10 @12   "Paused(Asked)", writes
            50      resume                HOLD     right  10 @12   "Resumed", writes
            60      tap                   ROLL     right  27 @12   *Eased*, "Eased", writes
            62      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", writes
            65                            SWITCH   right  10 @100  *Switch*
            70      pause                 PAUSED   right   5 @100  "Paused(Asked)", writes
            80      resume                SWITCH   right   5 @100  "Resumed", writes
            85                            POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", writes
            = running
              Right: active 29, paused 25, end Knee
                @12 Paced from 12: held 20, paused 20, gap 0, Eased
        "#]],
    );
}
