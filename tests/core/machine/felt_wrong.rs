//! "This feels wrong": coming off the roller, the reason, and how the session continues.

use expect_test::expect;

use crate::script::check;

#[test]
fn this_feels_wrong_does_nothing_in_position_and_switch() {
    check(
        "0 start
         1 feels wrong
         2 tap
         3 at the knee
         4 feels wrong
         5 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       feels wrong           POSITION right   7 @0
            2       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            3       at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            4       feels wrong           SWITCH   right
            = running
              Right: active 1, paused 0, end Knee
        "#]],
    );
}

#[test]
fn the_first_step_is_to_come_off_the_roller_and_nothing_else_continues() {
    check(
        "holding from 10
         20 feels wrong
         21 tap
         22 resume
         23 reason sharp
         24 carry on
         25 stop
         26 came off
         27 end",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      tap                   PAUSED   right  19 @15
            22      resume                PAUSED   right  19 @15
            23      reason sharp          PAUSED   right  19 @15
            24      carry on              PAUSED   right  19 @15
            25      stop                  PAUSED   right  19 @15
            26      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            = running
              Right: active 19, paused 6, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(None)
        "#]],
    );
}

#[test]
fn this_feels_wrong_stops_the_hold_and_keeps_the_reason() {
    check(
        "holding from 10
         20 feels wrong
         22 came off
         23 reason sharp
         24 reason other
         25 close reason
         26 carry on
         28 end",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            22      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            23      reason sharp          PAUSED   right  19 @15   saves snapshot
            24      reason other          PAUSED   right  19 @15   saves snapshot
            25      close reason          PAUSED   right  19 @15   "SafetyAdvice", saves snapshot
            26      carry on              ROLL     right  19 @15   "Resumed", saves snapshot
            = running
              Right: active 20, paused 6, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(Some(Other))
        "#]],
    );
}

#[test]
fn the_reason_is_optional() {
    check(
        "holding from 10
         20 feels wrong
         22 came off
         23 close reason
         24 carry on
         25 end",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            22      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            23      close reason          PAUSED   right  19 @15   "SafetyAdvice", saves snapshot
            24      carry on              ROLL     right  19 @15   "Resumed", saves snapshot
            = running
              Right: active 19, paused 4, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(None)
        "#]],
    );
}

#[test]
fn in_a_roll_the_pass_keeps_the_reason_and_no_earlier_hold_does() {
    check(
        "holding from 10
         20 feels wrong
         21 came off
         22 reason sharp
         23 close reason
         24 carry on
         30 feels wrong
         31 came off
         32 reason other
         33 close reason
         34 carry on
         36 feels wrong
         37 came off
         38 close reason
         39 carry on",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            22      reason sharp          PAUSED   right  19 @15   saves snapshot
            23      close reason          PAUSED   right  19 @15   "SafetyAdvice", saves snapshot
            24      carry on              ROLL     right  19 @15   "Resumed", saves snapshot
            30      feels wrong           PAUSED   right  25 @25   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            31      came off              PAUSED   right  25 @25   "ReasonAsked", saves snapshot
            32      reason other          PAUSED   right  25 @25   saves snapshot
            33      close reason          PAUSED   right  25 @25   "SafetyAdvice", saves snapshot
            34      carry on              ROLL     right  25 @25   "Resumed", saves snapshot
            36      feels wrong           PAUSED   right  27 @28   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            37      came off              PAUSED   right  27 @28   "ReasonAsked", saves snapshot
            38      close reason          PAUSED   right  27 @28   "SafetyAdvice", saves snapshot
            39      carry on              ROLL     right  27 @28   "Resumed", saves snapshot
            = running
              Right: active 27, paused 11, end open
                rolling felt wrong: [Some(Other), None]
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(Some(Sharp))
        "#]],
    );
}

#[test]
fn stop_for_today_ends_the_session_at_once() {
    check(
        "holding from 10
         20 feels wrong
         22 came off
         23 close reason
         24 stop for today
         26 undo
         27 end",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            22      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            23      close reason          PAUSED   right  19 @15   "SafetyAdvice", saves snapshot
            24      stop for today        DONE     right           *Done*, "Done", saves revision 1, saves draft, removes snapshot
            26      undo                  PAUSED   right  19 @15   saves draft, "Undone", saves snapshot
            = stored, revision 1, from 0 to 24
              Right: active 19, paused 4, end Stopped
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(None)
            = running
              Right: active 19, paused 6, end open
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(None)
        "#]],
    );
}

#[test]
fn after_numbness_only_the_next_mark_is_offered() {
    check(
        "marks right 20 60
         0 start
         1 tap
         14 tap
         20 feels wrong
         21 came off
         22 reason numb
         23 close reason
         24 carry on
         49 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13                            ROLL     right  12 @20   *AtMark*, "AtSpot(1, 2)"
            14      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(2), None)", saves snapshot
            20      feels wrong           PAUSED   right  19 @20   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @20   "ReasonAsked", saves snapshot
            22      reason numb           PAUSED   right  19 @20   saves snapshot
            23      close reason          PAUSED   right  19 @20   "SafetyAdvice", saves snapshot
            24      carry on              ROLL     right  19 @20   "Resumed", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            43                            ROLL     right  38 @52   "AlmostAtSpot(2)"
            48                            ROLL     right  43 @60   *AtMark*, "AtSpot(2, 2)"
            = running
              Right: active 43, paused 4, end open
                @20 Tapped from 14: held 6, paused 0, gap 0, Stopped(Some(Numb))
        "#]],
    );
}

#[test]
fn after_tingling_on_the_last_spot_only_the_other_leg_is_offered() {
    check(
        "holding from 10
         20 feels wrong
         21 came off
         22 reason tingling
         23 close reason
         24 carry on
         38 end",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            22      reason tingling       PAUSED   right  19 @15   saves snapshot
            23      close reason          PAUSED   right  19 @15   "SafetyAdvice", saves snapshot
            24      carry on              SWITCH   right           *OffRoller*, "NextLeg(Left)", saves snapshot
            27                            SWITCH   right  10 @100  *Switch*
            37                            POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", saves snapshot
            = running
              Right: active 19, paused 4, end Stopped
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(Some(Tingling))
        "#]],
    );
}

#[test]
fn after_numbness_on_the_last_leg_only_stopping_is_offered() {
    check(
        "left out left
         0 start
         1 tap
         10 tap
         20 feels wrong
         21 came off
         22 reason numb
         23 close reason
         24 carry on
         25 stop for today",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            22      reason numb           PAUSED   right  19 @15   saves snapshot
            23      close reason          PAUSED   right  19 @15   "SafetyAdvice", saves snapshot
            24      carry on              PAUSED   right  19 @15
            25      stop for today        DONE     right           *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 25
              Right: active 19, paused 5, end Stopped
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(Some(Numb))
        "#]],
    );
}
