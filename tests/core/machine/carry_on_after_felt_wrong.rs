//! "Carry on" after "This feels wrong", and when it is offered.

use expect_test::expect;

use crate::script::check;

#[test]
fn after_numbness_at_a_mark_rolling_continues_to_the_next_one() {
    check(
        "marks right 20 60
         0 start
         1 tap
         20 feels wrong
         21 came off
         22 reason numb
         23 close reason
         24 carry on
         44 tick",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13                            ROLL     right  12 @20   *AtMark*, "AtSpot(1, 2)"
            20      feels wrong           PAUSED   right  19 @20   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @20   "ReasonAsked", saves snapshot
            22      reason numb           PAUSED   right  19 @20   saves snapshot
            23      close reason          PAUSED   right  19 @20   "SafetyAdvice", saves snapshot
            24      carry on              ROLL     right  19 @20   "Resumed", "NextSpot(2, 2, HandAndHalf)", saves snapshot
            43                            ROLL     right  38 @52   "AlmostAtSpot(2)"
            44      tick                  ROLL     right  39 @53
            = running
              Right: active 39, paused 4, end open
                rolling felt wrong: [Some(Numb)]
        "#]],
    );
}

#[test]
fn at_the_last_mark_numbness_leaves_the_other_leg() {
    check(
        "marks right 20
         0 start
         1 tap
         20 feels wrong
         21 came off
         22 reason tingling
         23 close reason
         24 carry on
         44 tick",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13                            ROLL     right  12 @20   *AtMark*, "AtSpot(1, 1)"
            20      feels wrong           PAUSED   right  19 @20   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @20   "ReasonAsked", saves snapshot
            22      reason tingling       PAUSED   right  19 @20   saves snapshot
            23      close reason          PAUSED   right  19 @20   "SafetyAdvice", saves snapshot
            24      carry on              SWITCH   right           *OffRoller*, "NextLeg(Left)", saves snapshot
            27                            SWITCH   right  10 @100  *Switch*
            37                            POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", saves snapshot
            44      tick                  POSITION left    1 @0
            = running
              Right: active 19, paused 4, end Stopped
                rolling felt wrong: [Some(Tingling)]
        "#]],
    );
}

#[test]
fn after_a_kill_this_feels_wrong_continues_at_the_same_step() {
    check(
        "holding from 10
         20 feels wrong
         21 came off
         22 killed
         23 snapshot found
         24 continue
         25 resume
         26 reason numb
         27 close reason
         28 stop for today
         33 end",
        &expect![[r#"
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", saves snapshot
            21      came off              PAUSED   right  19 @15   "ReasonAsked", saves snapshot
            23      snapshot found        (interrupted)
            24      continue              PAUSED   right  19 @15   "Paused(FeltWrong(AskReason))", -> Session, saves snapshot
            25      resume                PAUSED   right  19 @15
            26      reason numb           PAUSED   right  19 @15   saves snapshot
            27      close reason          PAUSED   right  19 @15   "SafetyAdvice", saves snapshot
            28      stop for today        DONE     right           *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 28
              Right: active 19, paused 5, end Stopped
                @15 Estimated from 10: held 10, paused 0, gap 0, Stopped(Some(Numb))
        "#]],
    );
}
