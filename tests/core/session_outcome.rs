//! How the holds of a session ended, as shown in its row of the history.

use eased::domain::{
    history_list::{SessionOutcome, session_outcome},
    hold::{Ending, Hold},
    leg::Leg,
    session::{Pass, PassEnd, Session, SessionId},
};

use crate::sample;

/// A session of one pass, with these endings of its holds and of the pass.
fn ended(endings: &[Ending], end: PassEnd) -> Session {
    Session {
        passes: vec![Pass { end: Some(end), ..sample::pass(Leg::Right) }],
        holds: endings.iter().map(|ending| Hold { ending: *ending, ..sample::hold(40) }).collect(),
        ..sample::session(SessionId::from_random([1; 10]))
    }
}

#[test]
fn the_row_of_a_session_says_how_its_holds_ended() {
    let outcome_texts = |endings: &[Ending], end: PassEnd| {
        let outcome = session_outcome(&ended(endings, end));
        ["en", "de"].map(eased::i18n::by_tag).map(|text| text.history.outcome(outcome).replace('\u{a0}', " "))
    };
    let endings = [Ending::Eased, Ending::MovedOn, Ending::Eased, Ending::Stopped(None)];
    assert_eq!(
        outcome_texts(&endings, PassEnd::Knee),
        ["2 of 3 eased, 1 stopped", "2 von 3 nachgelassen, 1 abgebrochen"]
    );
    assert_eq!(
        outcome_texts(&[], PassEnd::Stopped),
        ["no spots, ended early", "keine Stelle, vorzeitig beendet"]
    );
    assert_eq!(
        outcome_texts(&[Ending::Interrupted], PassEnd::Interrupted),
        ["1 interrupted", "1 unterbrochen"]
    );
    assert_eq!(outcome_texts(&[Ending::Eased], PassEnd::Interrupted)[0], "1 of 1 eased, interrupted");
    assert_eq!(
        outcome_texts(&[Ending::Timed; 3], PassEnd::Bottom),
        ["3 for a set time", "3 nach fester Zeit"]
    );
    // A stopped hold already says why the pass ended early.
    assert_eq!(outcome_texts(&[Ending::Stopped(None)], PassEnd::Stopped)[0], "1 stopped");
}

#[test]
fn an_interrupted_pass_takes_precedence_over_a_stopped_one() {
    let mut session = ended(&[], PassEnd::Stopped);
    session.passes.push(Pass { end: Some(PassEnd::Interrupted), ..sample::pass(Leg::Left) });
    let cut_short = Some(PassEnd::Interrupted);
    assert_eq!(session_outcome(&session), SessionOutcome { cut_short, ..SessionOutcome::default() });
}
