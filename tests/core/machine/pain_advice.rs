//! Advice on pain and on long legs, and ratings of pain, knee and roller.

use expect_test::expect;

use crate::script::check;

#[test]
fn advice_for_a_spot_rated_before_is_given_once() {
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
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(3)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 3, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13                            ROLL     right  12 @20   *AtMark*, "AtSpot(1, 3)"
            14      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(3), None)", "LessWeight", saves snapshot
            20      tap                   ROLL     right  19 @20   *Eased*, "Eased", saves snapshot
            21      tap                   HOLD     right   0 @20   *Hold*, "HoldBegan(1, Some(3), None)", saves snapshot
            24      undo                  ROLL     right  23 @20   "Undone", saves snapshot
            25                            ROLL     right  24 @20   "RollOn", "NextSpot(2, 3, HandAndHalf)", saves snapshot
            44                            ROLL     right  43 @52   "AlmostAtSpot(2)"
            49                            ROLL     right  48 @60   *AtMark*, "AtSpot(2, 3)"
            60      tap                   HOLD     right   0 @60   *Hold*, "HoldBegan(2, Some(3), None)", "LeaveSpot", saves snapshot
            70      tap                   ROLL     right  69 @60   *Eased*, "Eased", saves snapshot
            75                            ROLL     right  74 @60   "RollOn", "NextSpot(3, 3, HalfHand)", saves snapshot
            82                            ROLL     right  81 @72   "AlmostAtSpot(3)"
            87                            ROLL     right  86 @80   *AtMark*, "AtSpot(3, 3)"
            90      tap                   HOLD     right   0 @80   *Hold*, "HoldBegan(3, Some(3), None)", saves snapshot
            95      tap                   ROLL     right  94 @80   *Eased*, "Eased", saves snapshot
            100                           ROLL     right  99 @80   "RollOn", "RollToKnee", saves snapshot
            107                           ROLL     right 106 @92   "AlmostAtKnee"
            112                           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 112
              Right: active 111, paused 0, end Bottom
                @20 Tapped from 14: held 6, paused 0, gap 0, Eased, press 6, time to ease 6
                @60 Tapped from 60: held 10, paused 0, gap 0, Eased, press 7, time to ease 10
                @80 Tapped from 90: held 5, paused 0, gap 0, Eased, press 5, time to ease 5
        "#]],
    );
}

#[test]
fn each_advice_is_given_when_its_score_is_first_reached() {
    check(
        "holding from 10
         14 press 7
         15 press 6
         16 press 9
         17 press 2
         18 press 6
         20 end",
        &expect![[r#"
            14      press 7               HOLD     right   4 @15   "LeaveSpot", saves snapshot
            15      press 6               HOLD     right   5 @15   "LessWeight", saves snapshot
            16      press 9               HOLD     right   6 @15   "LeaveSpot", saves snapshot
            17      press 2               HOLD     right   7 @15   saves snapshot
            18      press 6               HOLD     right   8 @15   "LessWeight", saves snapshot
            = running
              Right: active 18, paused 0, end open
                @15 open from 10: held 9, paused 0, gap 0
        "#]],
    );
}

#[test]
fn five_minutes_on_a_leg_are_announced_once() {
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
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            10      tap                   HOLD     right   0 @8    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            40                            HOLD     right  30 @8    *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            70                            HOLD     right  60 @8    *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            100                           HOLD     right  90 @8    *Cap*, "HoldCue(Cap)", saves snapshot
            120     tap                   ROLL     right 119 @8    *Eased*, "Eased", saves snapshot
            121     tap                   HOLD     right   0 @8    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            151                           HOLD     right  30 @8    *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            181                           HOLD     right  60 @8    *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            211                           HOLD     right  90 @8    *Cap*, "HoldCue(Cap)", saves snapshot
            230     tap                   ROLL     right 229 @8    *Eased*, "Eased", saves snapshot
            231     tap                   HOLD     right   0 @8    *Hold*, "HoldBegan(1, None, None)", saves snapshot
            261                           HOLD     right  30 @8    *FirstChime*, "HoldCue(FirstChime)", saves snapshot
            291                           HOLD     right  60 @8    *SecondChime*, "HoldCue(SecondChime)", saves snapshot
            301                           HOLD     right  70 @8    "LongTimeOnLeg"
            321                           HOLD     right  90 @8    *Cap*, "HoldCue(Cap)", saves snapshot
            340     tap                   ROLL     right 339 @8    *Eased*, "Eased", saves snapshot
            345                           ROLL     right 344 @8    "RollOn", saves snapshot
            350     at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 0 to 350
              Right: active 349, paused 0, end Knee
                @8 Estimated from 10: held 110, paused 0, gap 0, Eased, time to ease 110
                @8 Estimated from 121: held 109, paused 0, gap 0, Eased, time to ease 109
                @8 Estimated from 231: held 109, paused 0, gap 0, Eased, time to ease 109
        "#]],
    );
}

#[test]
fn the_knee_score_before_a_session_has_its_age() {
    check(
        "left out left
         0 knee 4
         600 start
         601 tap
         620 at the knee
         625 edit knee 3",
        &expect![[r#"
            0       knee 4                (idle)
            600     start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            601     tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            620     at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            625     edit knee 3           DONE     right           saves revision 2
            = stored, revision 2, from 600 to 620
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
            3601    start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            3602    tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            3620    at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 3601 to 3620
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
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            10      tap                   HOLD     right   0 @15   *Hold*, "HoldBegan(1, None, None)", saves snapshot
            20      tap                   ROLL     right  19 @15   *Eased*, "Eased", saves snapshot
            25                            ROLL     right  24 @15   "RollOn", saves snapshot
            30      at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            31      edit press 0 5        DONE     right           saves revision 2
            32      edit ease 0 2         DONE     right           saves revision 3
            33      edit roller Große-Grid24DONE     right           saves revision 4
            34      done                  (idle)                   -> History
            40      start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            41      tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            50      at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 4, from 0 to 30
              roller Große-Grid24
              Right: active 29, paused 0, end Knee
                @15 Estimated from 10: held 10, paused 0, gap 0, Eased, press 5, ease 2, time to ease 10
            = stored, revision 1, from 40 to 50
              roller Große-Grid24
              Right: active 9, paused 0, end Knee
        "#]],
    );
}
