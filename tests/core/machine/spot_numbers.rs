//! How spots are numbered, when the marks of a leg become fixed, and how estimates are confirmed.

use expect_test::expect;

use crate::script::{check, play};

#[test]
fn numbers_follow_height_among_marks_and_spots_found_on_the_way() {
    check(
        "marks right 20 70
         0 start
         1 tap
         13 tap
         20 tap
         32 tap
         40 tap
         60 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, HalfHand)", saves snapshot
            8                             ROLL     right   7 @12   "AlmostAtSpot(1)"
            13      tap                   HOLD     right   0 @20   *AtMark*, "AtSpot(1, 2)", *Hold*, "HoldBegan(1, Some(2), None)", saves snapshot
            20      tap                   ROLL     right  19 @20   *Eased*, "Eased", saves snapshot
            25                            ROLL     right  24 @20   "RollOn", "NextSpot(2, 2, TwoHands)", saves snapshot
            32      tap                   HOLD     right   0 @32   *Hold*, "HoldBegan(2, None, None)", saves snapshot
            40      tap                   ROLL     right  39 @32   *Eased*, "Eased", saves snapshot
            45                            ROLL     right  44 @32   "RollOn", "NextSpot(3, 3, HandAndHalf)", saves snapshot
            = running
              Right: active 58, paused 0, end open
                @20 Tapped from 13: held 7, paused 0, gap 0, Eased, time to ease 7
                @32 Estimated from 32: held 8, paused 0, gap 0, Eased, time to ease 8
        "#]],
    );
}

#[test]
fn two_marks_at_one_place_are_held_one_after_the_other() {
    check(
        "marks right 30 30
         timed 15
         left out left
         0 start
         1 tap
         60 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 2, Hand)", saves snapshot
            14                            ROLL     right  13 @22   "AlmostAtSpot(1)"
            19                            ROLL     right  18 @30   *AtMark*, "AtSpotTimed(1, 2)"
            22                            HOLD     right  15 @30   *Hold*, "HoldBegan(1, Some(2), Some(15))", saves snapshot
            37                            ROLL     right  36 @30   *Limit*, "HoldTimeOver", "AtSpotTimed(2, 2)", saves snapshot
            40                            HOLD     right  15 @30   *Hold*, "HoldBegan(2, Some(2), Some(15))", saves snapshot
            55                            ROLL     right  54 @30   *Limit*, "HoldTimeOver", "RollToKnee", saves snapshot
            = running
              Right: active 58, paused 0, end open
                @30 Tapped from 22: held 15, paused 0, gap 0, Timed
                @30 Tapped from 40: held 15, paused 0, gap 0, Timed
        "#]],
    );
}

#[test]
fn after_a_slip_at_a_mark_the_mark_is_still_the_next_target() {
    check(
        "marks right 30
         0 start
         1 tap
         19 tap
         20 tap
         25 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, Hand)", saves snapshot
            14                            ROLL     right  13 @22   "AlmostAtSpot(1)"
            19      tap                   HOLD     right   0 @30   *AtMark*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            20      tap                   ROLL     right  19 @30   "StillAtSpot(1)", saves snapshot
            25      tap                   HOLD     right   0 @30   *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            = running
              Right: active 24, paused 0, end open
                @30 open from 25: held 0, paused 0, gap 0
        "#]],
    );
}

#[test]
fn marks_at_both_ends_of_the_zone_are_reached() {
    check(
        "marks right 0 100
         left out left
         0 start
         1 tap
         5 tap
         10 tap
         75 tap
         80 tap
         82 end",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(2)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "AtSpot(1, 2)", saves snapshot
            5       tap                   HOLD     right   0 @0    *Hold*, "HoldBegan(1, Some(2), None)", saves snapshot
            10      tap                   ROLL     right   9 @0    *Eased*, "Eased", saves snapshot
            15                            ROLL     right  14 @0    "RollOn", "NextSpot(2, 2, ThreeHands)", saves snapshot
            70                            ROLL     right  69 @92   "AlmostAtSpot(2)"
            75      tap                   HOLD     right   0 @100  *AtMark*, "AtSpot(2, 2)", *Hold*, "HoldBegan(2, Some(2), None)", saves snapshot
            80      tap                   ROLL     right  79 @100  *Eased*, "Eased", saves snapshot
            = running
              Right: active 80, paused 0, end open
                @0 Tapped from 5: held 5, paused 0, gap 0, Eased, time to ease 5
                @100 Tapped from 75: held 5, paused 0, gap 0, Eased, time to ease 5
        "#]],
    );
}

#[test]
fn marks_freeze_when_the_position_phase_of_their_leg_begins() {
    check(
        "marks right 30
         marks left 50
         0 start
         2 to leg
         3 mark 60
         4 to session
         5 tap
         8 at the knee
         10 tap",
        &expect![[r#"
            0       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            2       to leg                POSITION right   6 @0
            3       mark 60               POSITION right   5 @0    "MarkAdded(2, Position(60))", saves draft
            4       to session            POSITION right   4 @0
            5       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, Hand)", saves snapshot
            8       at the knee           SWITCH   right           "OffRoller", *OffRoller*, "NextLeg(Left)", saves snapshot
            10      tap                   POSITION left    8 @0    *Ready*, "GetIntoPlace(Left)", "SpotsAhead(1)", saves snapshot
            = running
              Right: active 3, paused 0, end Knee
        "#]],
    );
    let frozen = |script: &str| {
        let app = play(script);
        let running = app.model.running().expect("a session");
        let percents = running.progress.marks.iter().map(|m| m.spot.position.percent());
        percents.collect::<Vec<_>>()
    };
    // The current leg accepts no new marks; the other leg does until its own countdown.
    assert_eq!(frozen("marks right 30\n0 start\n3 mark 60"), [30]);
    let left = "marks right 30\n0 start\n2 choose left\n3 mark 60\n5 tap\n8 at the knee\n10 tap\n";
    assert_eq!(frozen(left), [60]);
    assert_eq!(frozen(&format!("{left}11 mark 80")), [60]);
}

#[test]
fn all_places_right_confirms_estimated_positions_and_so_does_a_correction() {
    check(
        "left out left
         marks right 30
         0 start
         1 tap
         19 tap
         25 tap
         40 tap
         50 tap
         51 at the knee
         52 edit place 0 35
         53 edit all places right
         54 edit all places right",
        &expect![[r#"
            0       start                 POSITION right   8 @0    "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", "SpotsAhead(1)", -> Session, saves snapshot
            1       tap                   ROLL     right   0 @0    *Roll*, "Roll", "NextSpot(1, 1, Hand)", saves snapshot
            14                            ROLL     right  13 @22   "AlmostAtSpot(1)"
            19      tap                   HOLD     right   0 @30   *AtMark*, "AtSpot(1, 1)", *Hold*, "HoldBegan(1, Some(1), None)", saves snapshot
            25      tap                   ROLL     right  24 @30   *Eased*, "Eased", saves snapshot
            30                            ROLL     right  29 @30   "RollOn", "RollToKnee", saves snapshot
            40      tap                   HOLD     right   0 @47   *Hold*, "HoldBegan(2, None, None)", saves snapshot
            50      tap                   ROLL     right  49 @47   *Eased*, "Eased", saves snapshot
            51      at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            52      edit place 0 35       DONE     right           saves revision 2
            53      edit all places right DONE     right           saves revision 3
            54      edit all places right DONE     right
            = stored, revision 3, from 0 to 51
              Right: active 50, paused 0, end Knee
                @35 Corrected from 19: held 6, paused 0, gap 0, Eased, time to ease 6
                @47 Confirmed from 40: held 10, paused 0, gap 0, Eased, time to ease 10
        "#]],
    );
}
