//! The Learn page: every claim has a source, the same in all languages.

use eased::i18n::{
    self,
    health_sentence::Source,
    learn::{LearnParagraph, LearnText},
};

fn claims(learn: &LearnText) -> Vec<Vec<Option<Source>>> {
    let source = |paragraph: &LearnParagraph| match paragraph {
        LearnParagraph::Plain(_) => None,
        LearnParagraph::Health(sentence) => Some(sentence.source),
    };
    learn.sections().map(|part| part.lines.iter().map(source).collect()).collect()
}

#[test]
fn every_claim_has_a_paper_and_every_paper_has_a_claim() {
    for text in i18n::all() {
        let used: Vec<Source> = text.learn.sections().flat_map(i18n::learn::LearnSection::sources).collect();
        for source in &used {
            assert!(text.learn.paper(*source).is_some(), "{} {source:?}", text.tag);
        }
        for paper in &text.learn.papers {
            assert!(used.contains(&paper.source), "{} {:?}", text.tag, paper.source);
        }
    }
}

#[test]
fn all_languages_make_the_same_claims() {
    let [first, rest @ ..] = i18n::all() else { panic!("no languages") };
    for text in rest {
        assert_eq!(claims(&first.learn), claims(&text.learn), "{}", text.tag);
    }
}
