//! Health sentences: each names the source that supports it.

use serde::{Deserialize, Serialize};

use super::reader::{ReadErrors, ReadPhrases, parse, phrases};

/// The id of a source. The Learn screen names the papers behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// 90 s static hold raised the pressure-pain threshold within the group (Wilke 2018).
    Hold90,
    /// More pain gained no more range of motion (Grabow 2018).
    PainCeiling,
    /// The band's stiffness is unchanged after rolling (Pepper 2021; Chaudhry 2008).
    NoLengthen,
    /// The gain on the band was gone five minutes later (Vaughan 2014).
    Minutes,
    /// Rolling one leg raised the other leg's threshold (Aboodarda 2015).
    Crossover,
    /// Six weeks raised threshold and range, tissue hardness unchanged (Kasahara 2025).
    Weeks,
    /// One to three sets of 30 to 120 s (Behm 2020).
    Dose,
    /// Before and after a workout (Wiewelhove 2019).
    BeforeAfter,
    /// Contraindications and cautions (Bartsch 2021).
    Caution,
    /// The advice on pressure (Grabow 2018).
    Pressure,
    /// Side-of-hip pain (Mersey Care NHS; Pan Am Clinic).
    SideHip,
    /// The questions of the safety gate (Bartsch 2021 and commonly used lists).
    Gate,
    /// Same-day and clinician signs (NHS).
    RedFlags,
    /// Hip strength and load management (Opara & Kozinc 2023; Beers 2008).
    HipStrength,
    /// No source: a statement about the app itself, such as "not a medical device".
    #[default]
    AboutTheApp,
}

phrases! {
    /// A sentence about health, with the source that supports it.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct HealthSentence {
        /// The source.
        pub source: Source,
        /// The sentence.
        pub text: &'static str,
    }
}

impl ReadPhrases for Source {
    fn read(&mut self, json: &'static str, errors: &mut ReadErrors) {
        if let Some(source) = parse(json, errors) {
            *self = source;
        }
    }
}
