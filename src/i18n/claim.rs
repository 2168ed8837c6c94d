//! Sentences about health: each names the finding it rests on.

use serde::{Deserialize, Serialize};

use super::read::{Faults, Read, parse, phrases};

/// A finding of the list that the project keeps; the Learn screen names the papers.
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
    /// The gate's questions (Bartsch 2021 and the common list beyond).
    Gate,
    /// Same-day and clinician signs (NHS).
    RedFlags,
    /// Hip strength and load management (Opara & Kozinc 2023; Beers 2008).
    HipStrength,
    /// No finding: what the app itself is or does, such as "not a medical device".
    #[default]
    AboutTheApp,
}

phrases! {
    /// A sentence about health, with the finding it rests on.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Claim {
        /// The finding.
        pub source: Source,
        /// The sentence.
        pub text: &'static str,
    }
}

impl Read for Source {
    fn read(&mut self, json: &'static str, faults: &mut Faults) {
        if let Some(source) = parse(json, faults) {
            *self = source;
        }
    }
}
