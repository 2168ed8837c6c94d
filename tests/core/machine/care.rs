//! What is said for the person's sake, and what the person says of pain, knee and roller.

use expect_test::expect;

use crate::script::check;

#[test]
fn a_spot_that_was_rated_before_brings_its_advice_once() {
    check(
        "marks right 20/6 60/7 80/5
         left out left
         0 start
         1 tap
         14 tap
         20 tap
         21 tap
         24 undo
         60 tap
         70 tap
         90 tap
         95 tap
         130 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(3)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Next(1, 3, HalfHand)", writes
            8                             ROLL     right   7 @12   "Nearly(1)"
            13                            ROLL     right  12 @20   *Here*, "AtSpot(1, 3)"
            14      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(3), None)", "LessWeight", writes
            20      tap                   ROLL     right  19 @20   *Eased*, "Eased", writes
            21      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(3), None)", writes
            24      undo                  ROLL     right  23 @20   "Undone", writes
            25                            ROLL     right  24 @20   "RollOn", "Next(2, 3, HandAndHalf)", writes
            44                            ROLL     right  43 @52   "Nearly(2)"
            49                            ROLL     right  48 @60   *Here*, "AtSpot(2, 3)"
            60      tap                   HOLD     right   0 @60   *Hold*, "HoldBegan(2, Some(3), None)", "LeaveSpot", writes
            70      tap                   ROLL     right  69 @60   *Eased*, "Eased", writes
            75                            ROLL     right  74 @60   "RollOn", "Next(3, 3, HalfHand)", writes
            82                            ROLL     right  81 @72   "Nearly(3)"
            87                            ROLL     right  86 @80   *Here*, "AtSpot(3, 3)"
            90      tap                   HOLD     right   0 @80   *Hold*, "HoldBegan(3, Some(3), None)", writes
            95      tap                   ROLL     right  94 @80   *Eased*, "Eased", writes
            100                           ROLL     right  99 @80   "RollOn", "ToKnee", writes
            107                           ROLL     right 106 @92   "NearKnee"
            112                           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 112
              Right: active 111, paused 0, end Bottom
                @20 Tapped from 14: held 6, paused 0, gap 0, Eased, press 6, time to ease 6
                @60 Tapped from 60: held 10, paused 0, gap 0, Eased, press 7, time to ease 10
                @80 Tapped from 90: held 5, paused 0, gap 0, Eased, press 5, time to ease 5
        "#]],
    );
}

#[test]
fn each_advice_comes_when_its_score_is_first_reached() {
    check(
        "0 start
         1 tap
         10 tap
         14 press 7
         15 press 6
         16 press 9
         17 press 2
         18 press 6
         20 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            14      press 7               HOLD     right   4 @15   "LeaveSpot", writes
            15      press 6               HOLD     right   5 @15   "LessWeight", writes
            16      press 9               HOLD     right   6 @15   "LeaveSpot", writes
            17      press 2               HOLD     right   7 @15   writes
            18      press 6               HOLD     right   8 @15   "LessWeight", writes
            = running
              Right: active 18, paused 0, end open
                @15 open from 10: held 9, paused 0, gap 0
        "#]],
    );
}

#[test]
fn five_minutes_on_a_leg_are_told_once() {
    check(
        "pacer 120
         left out left
         0 start
         1 tap
         10 tap
         120 tap
         121 tap
         230 tap
         231 tap
         340 tap
         350 at the knee",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @8    *Hold*, "HoldBegan(1, None, None)", writes
            40                            HOLD     right  30 @8    *Half*, "Chime(30)", writes
            70                            HOLD     right  60 @8    *Minute*, "Chime(60)", writes
            100                           HOLD     right  90 @8    *Cap*, "Cap", writes
            120     tap                   ROLL     right 119 @8    *Eased*, "Eased", writes
            121     tap                   HOLD     right   0 @8    *Hold*, "HoldBegan(1, None, None)", writes
            151                           HOLD     right  30 @8    *Half*, "Chime(30)", writes
            181                           HOLD     right  60 @8    *Minute*, "Chime(60)", writes
            211                           HOLD     right  90 @8    *Cap*, "Cap", writes
            230     tap                   ROLL     right 229 @8    *Eased*, "Eased", writes
            231     tap                   HOLD     right   0 @8    *Hold*, "HoldBegan(1, None, None)", writes
            261                           HOLD     right  30 @8    *Half*, "Chime(30)", writes
            291                           HOLD     right  60 @8    *Minute*, "Chime(60)", writes
            301                           HOLD     right  70 @8    "LongLeg"
            321                           HOLD     right  90 @8    *Cap*, "Cap", writes
            340     tap                   ROLL     right 339 @8    *Eased*, "Eased", writes
            345                           ROLL     right 344 @8    "RollOn", writes
            350     at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 0 to 350
              Right: active 349, paused 0, end Knee
                @8 Paced from 10: held 110, paused 0, gap 0, Eased, time to ease 110
                @8 Paced from 121: held 109, paused 0, gap 0, Eased, time to ease 109
                @8 Paced from 231: held 109, paused 0, gap 0, Eased, time to ease 109
        "#]],
    );
}

#[test]
fn the_knee_before_carries_how_long_before_it_was_said() {
    check(
        "left out left
         0 knee 4
         600 start
         601 tap
         620 at the knee
         625 edit knee 3",
        &expect![[r#"
            0       knee 4                (idle)
            600     start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            601     tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            620     at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            625     edit knee 3           DONE     right           keeps revision 2
            = kept, revision 2, labelled 600 to 620
              knee before: 4 at minute -10
              knee after: 3 at minute 0
              Right: active 19, paused 0, end Knee
        "#]],
    );
}

#[test]
fn a_knee_score_of_an_hour_ago_is_no_score_before_the_session() {
    check(
        "left out left
         0 knee 4
         3601 start
         3602 tap
         3620 at the knee",
        &expect![[r#"
            0       knee 4                (idle)
            3601    start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            3602    tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            3620    at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 1, labelled 3601 to 3620
              Right: active 18, paused 0, end Knee
        "#]],
    );
}

#[test]
fn pain_and_roller_are_corrected_and_the_roller_stays() {
    check(
        "left out left
         0 start
         1 tap
         10 tap
         20 tap
         30 at the knee
         31 edit press 0 5
         32 edit ease 0 2
         33 edit roller Große-Grid24
         34 done
         40 start
         41 tap
         50 at the knee",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", writes
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", writes
            25                            ROLL     right  24 @15   "RollOn", writes
            30      at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            31      edit press 0 5        DONE     right           keeps revision 2
            32      edit ease 0 2         DONE     right           keeps revision 3
            33      edit roller Große-Grid24DONE     right           keeps revision 4
            34      done                  (idle)                   -> History
            40      start                 POSITION right   8 @0    "LeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, writes
            41      tap                   ROLL     right   0 @0    *Roll*, "Roll", "Find", writes
            50      at the knee           DONE     right           "OffRoller", *Done*, "Done", keeps revision 1, keeps draft, drops live
            = kept, revision 4, labelled 0 to 30
              roller Große-Grid24
              Right: active 29, paused 0, end Knee
                @15 Paced from 10: held 10, paused 0, gap 0, Eased, press 5, ease 2, time to ease 10
            = kept, revision 1, labelled 40 to 50
              roller Große-Grid24
              Right: active 9, paused 0, end Knee
        "#]],
    );
}
