//! The Learn page: every claim can be followed to its source, in every language alike.

use eased::i18n::{
    self,
    claim::Source,
    learn::{LearnText, Line},
};

fn claims(learn: &LearnText) -> Vec<Vec<Option<Source>>> {
    let source = |line: &Line| match line {
        Line::Say(_) => None,
        Line::Claim(claim) => Some(claim.source),
    };
    learn.parts().map(|part| part.lines.iter().map(source).collect()).collect()
}

#[test]
fn every_claim_has_a_paper_and_every_paper_a_claim() {
    for text in i18n::all() {
        let used: Vec<Source> = text.learn.parts().flat_map(i18n::learn::Part::sources).collect();
        for source in &used {
            assert!(text.learn.paper(*source).is_some(), "{} {source:?}", text.tag);
        }
        for paper in &text.learn.papers {
            assert!(used.contains(&paper.source), "{} {:?}", text.tag, paper.source);
        }
    }
}

#[test]
fn the_languages_say_the_same_things() {
    let [first, rest @ ..] = i18n::all() else { panic!("no languages") };
    for text in rest {
        assert_eq!(claims(&first.learn), claims(&text.learn), "{}", text.tag);
    }
}
