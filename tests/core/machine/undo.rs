//! Undo: every action can be reverted for ten seconds, and a reopened hold counts from its original start.

use expect_test::expect;

use crate::script::check;

#[test]
fn a_hold_reopened_by_undo_counts_from_its_original_start() {
    check(
        "holding from 10
         20 tap
         26 undo
         30 tap",
        &expect![[r#"
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            25                            ROLL     right  24 @15   "RollOn", saves snapshot
            26      undo                  HOLD     right  16 @15   "Undone", saves snapshot
            30      tap                   ROLL     right  29 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 29, paused 0, end open
                @15 Estimated from 10: held 20, paused 0, gap 0, Eased, time to ease 20
        "#]],
    );
}

#[test]
fn a_second_press_right_after_a_tap_does_not_undo_it() {
    check(
        "holding from 10
         10.399 undo
         10.400 undo",
        &expect![[r#"
            10.399  undo                  HOLD     right   0 @15
            10.4    undo                  ROLL     right   9 @16   "Undone", saves snapshot
            = running
              Right: active 9.4, paused 0, end open
        "#]],
    );
}

#[test]
fn after_ten_seconds_there_is_nothing_to_undo() {
    check(
        "rolling from 1
         11 undo
         12 undo
         20.001 tap
         30.002 undo",
        &expect![[r#"
            11      undo                  ROLL     right   3 @5    "Undone", saves snapshot
            12      undo                  ROLL     right   4 @7
            20.001  tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            30.002  undo                  HOLD     right  10 @20
            = running
              Right: active 22.002, paused 0, end open
                @20 open from 20.001: held 10.001, paused 0, gap 0
        "#]],
    );
}

#[test]
fn a_hold_reopened_past_its_end_ends_as_limit() {
    check(
        "holding from 10
         127 tap
         134 undo",
        &expect![[r#"
            40                            HOLD     right  30 @15   *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            70                            HOLD     right  60 @15   *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            100                           HOLD     right  90 @15   *Cap*, "HoldCue(Cap)", saves snapshot
            127     tap                   ROLL     right 126 @15   *Eased*, "Eased", saves snapshot
            132                           ROLL     right 131 @15   "RollOn", saves snapshot
            134     undo                  ROLL     right 133 @15   "Undone", saves snapshot
            = running
              Right: active 133, paused 0, end open
                @15 Estimated from 10: held 120, paused 0, gap 0, Limit
        "#]],
    );
}

#[test]
fn a_hold_reopened_past_its_end_ends_as_timed() {
    check(
        "timed 30
         0 start
         1 tap
         10 tap
         37 move on
         44 undo",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", saves snapshot
            10      tap                   HOLD     right  30 @15   *Hold*, "HoldBegan(1, None, Some(30))", saves snapshot
            37      move on               ROLL     right  36 @15   "MovedOn", saves snapshot
            44      undo                  ROLL     right  43 @22   "Undone", saves snapshot
            = running
              Right: active 43, paused 0, end open
                @15 Estimated from 10: held 30, paused 0, gap 0, Timed
        "#]],
    );
}

#[test]
fn a_skipped_mark_comes_back() {
    check(
        "marks right 20
         0 start
         1 tap
         12 move on
         14 undo
         20 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            12      move on               ROLL     right  11 @18   "MovedOn", saves snapshot
            14      undo                  ROLL     right  13 @20   "Undone", saves snapshot
            = running
              Right: active 18, paused 0, end open
        "#]],
    );
}

#[test]
fn undo_of_at_the_knee_also_reverts_the_leg_change() {
    check(
        "rolling from 1
         20 at the knee
         24 undo
         25 end",
        &expect![[r#"
            20      at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            23                            SWITCH   right  10 @100  *Switch*
            24      undo                  ROLL     right  23 @38   "Undone", saves snapshot
            = running
              Right: active 23, paused 0, end open
        "#]],
    );
}

#[test]
fn undo_while_paused_reverts_the_pause_and_then_the_action_before() {
    check(
        "holding from 10
         20 tap
         22 pause
         25 undo
         26 pause
         27 undo
         28 undo
         29 end",
        &expect![[r#"
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            22      pause                 PAUSED   right  21 @15   "Paused(Asked)", saves snapshot
            25      undo                  ROLL     right  24 @15   "Undone", saves snapshot
            26      pause                 PAUSED   right  25 @17   "Paused(Asked)", saves snapshot
            27      undo                  ROLL     right  26 @18   "Undone", saves snapshot
            28      undo                  HOLD     right  18 @15   "Undone", saves snapshot
            = running
              Right: active 27, paused 0, end open
                @15 open from 10: held 18, paused 0, gap 0
        "#]],
    );
}

#[test]
fn undo_of_resume_pauses_again() {
    check(
        "rolling from 1
         10 pause
         20 resume
         24 undo
         25 end",
        &expect![[r#"
            10      pause                 PAUSED   right   9 @15   "Paused(Asked)", saves snapshot
            20      resume                ROLL     right   9 @15   "Resumed", saves snapshot
            24      undo                  PAUSED   right   9 @15   "Undone", saves snapshot
            = running
              Right: active 9, paused 14, end open
        "#]],
    );
}

#[test]
fn undo_of_this_feels_wrong_reopens_the_hold() {
    check(
        "holding from 10
         20 feels wrong
         21 came off
         22 reason sharp
         24 undo
         30 tap",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            22      reason sharp          PAUSED   right  19 @15   saves snapshot
            24      undo                  HOLD     right  14 @15   "Undone", saves snapshot
            30      tap                   ROLL     right  29 @15   *Eased*, "Eased", saves snapshot
            = running
              Right: active 29, paused 0, end open
                @15 Estimated from 10: held 20, paused 0, gap 0, Eased, time to ease 20
        "#]],
    );
}

#[test]
fn a_rating_is_not_an_action_and_survives_undo() {
    check(
        "marks right 60
         0 start
         1 tap
         10 tap
         20 tap
         21 move on
         22 ease 3
         23 undo
         24 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, TwoHands)", saves snapshot
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            21      move on               ROLL     right  20 @15   "RollOn", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            22      ease 3                ROLL     right  21 @17   saves snapshot
            23      undo                  ROLL     right  22 @15   "Undone", saves snapshot
            = running
              Right: active 22, paused 0, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, ease 3, time to ease 10
        "#]],
    );
}

#[test]
fn a_gap_since_the_action_counts_for_the_reopened_hold() {
    check(
        "holding from 10
         20 tap
         21 silent 8
         29 undo
         30 end",
        &expect![[r#"
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            29      undo                  HOLD     right  19 @15   "Undone", saves snapshot
            = running
              Right: active 28, paused 0, end open
                @15 open from 10: held 19, paused 0, gap 8
        "#]],
    );
}
