//! The ways on after "This feels wrong".

use expect_test::expect;

use crate::script::check;

#[test]
fn after_numbness_at_a_mark_the_roller_goes_on_to_the_next_one() {
    check(
        "marks right 20 60
         0 start
         1 tap
         20 feels wrong
         21 came off
         22 reason numb
         23 answered
         24 carry on
         44 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 2, HalfHand)", writes
            8                             ROLL     right   7 @12   "Nearly(1)"
            13                            ROLL     right  12 @20   *Here*, "AtSpot(1, 2)"
            20      feels wrong           PAUSED   right  19 @20   "Paused(FeltWrong(LeaveRoller))", writes
            21      came off              PAUSED   right  19 @20   "ReasonAsked", writes
            22      reason numb           PAUSED   right  19 @20   writes
            23      answered              PAUSED   right  19 @20   "WrongAdvice", writes
            24      carry on              ROLL     right  19 @20   "Resumed", "Next(2, 2, HandAndHalf)", writes
            43                            ROLL     right  38 @52   "Nearly(2)"
            44      look                  ROLL     right  39 @53
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
         23 answered
         24 carry on
         44 look",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 1, HalfHand)", writes
            8                             ROLL     right   7 @12   "Nearly(1)"
            13                            ROLL     right  12 @20   *Here*, "AtSpot(1, 1)"
            20      feels wrong           PAUSED   right  19 @20   "Paused(FeltWrong(LeaveRoller))", writes
            21      came off              PAUSED   right  19 @20   "ReasonAsked", writes
            22      reason tingling       PAUSED   right  19 @20   writes
            23      answered              PAUSED   right  19 @20   "WrongAdvice", writes
            24      carry on              SWITCH   right           *OffRoller*, "NextLeg(Left)", writes
            27                            SWITCH   right  10 @100  *Switch*
            37                            POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", writes
            44      look                  POSITION left    1 @0
            = running
              Right: active 19, paused 4, end Stopped
                rolling felt wrong: [Some(Tingling)]
        "#]],
    );
}

#[test]
fn after_a_kill_it_goes_on_with_the_step_that_it_had_come_to() {
    check(
        "0 start
         1 tap
         10 tap
         20 feels wrong
         21 came off
         22 killed
         23 found
         24 continue
         25 resume
         26 reason numb
         27 answered
         28 stop for today
         33 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      feels wrong           PAUSED   right  19 @15   "Paused(FeltWrong(LeaveRoller))", writes
            21      came off              PAUSED   right  19 @15   "ReasonAsked", writes
            23      found                 (found)
            24      continue              PAUSED   right  19 @15   "Paused(FeltWrong(AskReason))", -> Session, writes
            25      resume                PAUSED   right  19 @15
            26      reason numb           PAUSED   right  19 @15   writes
            27      answered              PAUSED   right  19 @15   "WrongAdvice", writes
            28      stop for today        DONE     right           *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 28
              Right: active 19, paused 5, end Stopped
                @15 Paced from 10: held 10, paused 0, gap 0, Stopped(Some(Numb))
        "#]],
    );
}
