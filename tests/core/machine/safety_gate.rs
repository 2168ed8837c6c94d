//! The safety gate: when it is shown, which answers allow a session, and which leg is left out.

use eased::domain::{
    Now,
    leg::Leg,
    safety::{Concern, Concerns, GateAnswer, Severity},
};
use expect_test::expect;

use crate::script::{check, checked_concerns, concern_named, play};

const DAY: i64 = 86_400;

#[test]
fn the_gate_opens_before_the_first_session_and_none_of_these_is_one_tap() {
    check(
        "no gate
         0 start
         5 gate none",
        &expect![[r#"
            0       start                 (gate)
            5       gate none             POSITION right   8 @0    saves meta, *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            = running
        "#]],
    );
}

#[test]
fn the_side_of_the_hip_is_asked_first_and_everything_once() {
    let concerns: Vec<Concern> = Concern::in_question_order().collect();
    let is_hip = |concern: &Concern| matches!(concern.severity(), Severity::LeaveOut(_));
    assert!(concerns[..2].iter().all(is_hip) && !concerns[2..].iter().any(is_hip), "{concerns:?}");
    let set = concerns.iter().fold(Concerns::default(), |set, concern| set.with(*concern, true));
    assert_eq!((concerns.len(), set.bits().count_ones()), (13, 13));
}

#[test]
fn the_gate_asks_again_after_30_days() {
    check(
        &format!("0 clock {}\n1 start", 30 * DAY - 1),
        &expect![[r#"
            1       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            = running
        "#]],
    );
    check(
        &format!("0 clock {}\n1 start", 30 * DAY),
        &expect![[r#"
            1       start                 (gate)
        "#]],
    );
}

#[test]
fn an_answer_from_the_future_is_asked_again() {
    check(
        &format!("0 clock -{}\n0 start", 2 * DAY),
        &expect![[r#"
            0       start                 (gate)
        "#]],
    );
}

#[test]
fn an_answer_from_the_future_is_ignored() {
    let asks = |script: &str| checked_concerns(&play(script).model);
    // The answer is dated one hour ahead, on the same day.
    assert_eq!(asks("0 clock -3600\n0 start"), Some(Concerns::default()));
    assert_eq!(asks("0 start"), None);
    // The concerns of such an answer are not preselected.
    let blocked = "no gate\n0 start\n1 check Clot\n2 gate close\n";
    assert_ne!(asks(&format!("{blocked}3 start")), Some(Concerns::default()));
    assert_eq!(asks(&format!("{blocked}3 clock -3600\n3 start")), Some(Concerns::default()));
    // The limit is exact to the millisecond.
    let answer = GateAnswer {
        unix_ms: 1_000,
        utc_offset_min: 0,
        concerns: Concerns::default(),
        clinician_asked: false,
    };
    let covers = |unix_ms| answer.allows_start(Now { unix_ms, ..Now::default() });
    assert!(covers(1_000) && !covers(999));
}

#[test]
fn do_not_roll_blocks_and_asks_again_at_the_next_start() {
    for concern in ["Clot", "BrokenBone", "Infection", "OpenWound"] {
        let script = format!(
            "no gate
             0 start
             1 check {concern}
             2 gate none
             3 gate asked
             4 gate other
             5 gate close
             6 start"
        );
        let app = play(&script);
        assert_eq!(
            checked_concerns(&app.model),
            Some(Concerns::default().with(concern_named(concern), true)),
            "{concern} is still ticked on the same day"
        );
        let next_day = play(&format!("{script}\n7 gate close\n8 clock {DAY}\n9 start"));
        assert_eq!(checked_concerns(&next_day.model), Some(Concerns::default()));
    }
}

#[test]
fn a_concern_ticked_by_mistake_can_be_cleared_and_none_of_these_starts() {
    check(
        "no gate
         0 start
         1 check Clot
         2 gate none
         3 uncheck Clot
         4 gate none",
        &expect![[r#"
            0       start                 (gate)
            1       check Clot            (gate)
            2       gate none             (gate)
            3       uncheck Clot          (gate)
            4       gate none             POSITION right   8 @0    saves meta, *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            = running
        "#]],
    );
}

#[test]
fn clinician_first_allows_a_start_after_i_have_asked_and_then_for_30_days() {
    check(
        "no gate
         0 start
         1 check BloodThinners
         2 gate none
         3 gate other
         4 gate asked
         5 stop
         6 stop now
         7 done
         8 start",
        &expect![[r#"
            0       start                 (gate)
            1       check BloodThinners   (gate)
            2       gate none             (gate)
            3       gate other            (gate)
            4       gate asked            POSITION right   8 @0    saves meta, *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            5       stop                  PAUSED   right   7 @0    "Paused(Asked)", saves snapshot
            6       stop now              DONE     right           *Done*, "Done", removes snapshot
            7       done                  (idle)                   -> Leg
            8       start                 POSITION right   8 @0    *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            = running
        "#]],
    );
}

#[test]
fn clinician_first_without_having_asked_asks_again() {
    check(
        "no gate
         0 start
         1 check Pregnancy
         2 gate close
         3 start",
        &expect![[r#"
            0       start                 (gate)
            1       check Pregnancy       (gate)
            2       gate close            (idle)                   saves meta
            3       start                 (gate)
        "#]],
    );
}

#[test]
fn side_of_hip_pain_leaves_that_leg_out_and_is_announced() {
    check(
        "no gate
         leg left
         0 start
         1 check LeftHip
         2 gate none
         3 gate other
         4 tap
         6 at the knee",
        &expect![[r#"
            0       start                 (gate)
            1       check LeftHip         (gate)
            2       gate none             (gate)
            3       gate other            POSITION right   8 @0    saves meta, "LegLeftOut(Left)", *Ready*, "GetIntoPlace(Right)", -> Session, saves snapshot
            4       tap                   ROLL     right   0 @0    *Roll*, "Roll", "FindTightSpot", saves snapshot
            6       at the knee           DONE     right           "OffRoller", *Done*, "Done", saves revision 1, saves draft, removes snapshot
            = stored, revision 1, from 3 to 6
              Right: active 2, paused 0, end Knee
        "#]],
    );
}

#[test]
fn an_answer_of_side_of_hip_pain_is_valid_today_only() {
    let first = "no gate\n0 start\n1 check LeftHip\n2 gate other\n3 stop\n4 stop now\n5 done\n";
    assert!(play(&format!("{first}6 start")).model.running().is_some());
    let next_day = play(&format!("{first}6 clock {DAY}\n7 start"));
    assert_eq!(checked_concerns(&next_day.model), Some(Concerns::default()));
}

#[test]
fn with_both_hips_there_is_no_leg_to_roll() {
    check(
        "no gate
         0 start
         1 check LeftHip
         2 check RightHip
         3 gate other
         4 gate asked
         5 gate close",
        &expect![[r#"
            0       start                 (gate)
            1       check LeftHip         (gate)
            2       check RightHip        (gate)
            3       gate other            (gate)
            4       gate asked            (gate)
            5       gate close            (idle)                   saves meta
        "#]],
    );
}

#[test]
fn closing_the_gate_untouched_leaves_no_answer() {
    let app = play("no gate\n0 start\n1 gate close");
    assert_eq!(app.model.meta.gate, None);
}

#[test]
fn the_first_leg_alternates_also_after_a_session_of_one_leg() {
    let one = "rolling from 1\n5 stop\n6 stop now\n7 done\n";
    let first_leg = |script: &str| play(script).model.running().map(|r| r.progress.leg);
    assert_eq!(first_leg("0 start"), Some(Leg::Right));
    assert_eq!(first_leg(&format!("{one}8 start")), Some(Leg::Left));
    let two = "8 start\n9 tap\n12 stop\n13 stop now\n14 done\n15 start";
    assert_eq!(first_leg(&format!("{one}{two}")), Some(Leg::Right));
}

#[test]
fn start_returns_to_the_running_session() {
    check(
        "rolling from 1
         2 to history
         3 to leg
         4 start",
        &expect![[r#"
            2       to history            ROLL     right   1 @2
            3       to leg                ROLL     right   2 @3
            4       start                 ROLL     right   3 @5    -> Session
            = running
              Right: active 3, paused 0, end open
        "#]],
    );
}

#[test]
fn the_session_screen_without_a_session_is_the_leg_screen() {
    check(
        "0 to session",
        &expect![[r#"
        0       to session            (idle)                   -> Leg
    "#]],
    );
}

#[test]
fn the_gate_closes_when_its_screen_is_left() {
    check(
        "no gate
         0 start
         1 to history
         2 gate none",
        &expect![[r#"
            0       start                 (gate)
            1       to history            (idle)
            2       gate none             (idle)
        "#]],
    );
}
