//! The safety gate: what is asked before rolling, and what follows from the answers.
//!
//! The questions and their order of severity are from `product.md` section 5 (sources `gate`,
//! `red-flags`, `side-hip`); the words a person reads are in `text/`.

use super::{
    leg::Leg,
    time::{DAY_MS, Now, local_day},
};

/// How long a clear answer counts, milliseconds.
pub const GATE_MS: i64 = 30 * DAY_MS;

/// Something that speaks against rolling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Suspected blood clot.
    Clot,
    /// Suspected broken bone.
    BrokenBone,
    /// Infection there with fever.
    Infection,
    /// Open wound there.
    OpenWound,
    /// Blood thinners or clotting trouble.
    BloodThinners,
    /// Osteoporosis.
    Osteoporosis,
    /// Inflammation there.
    Inflammation,
    /// Bone infection, or bone in a muscle after a bruise.
    BoneInfection,
    /// Nerve loss, for example from diabetes.
    NerveLoss,
    /// Recent surgery.
    Surgery,
    /// Pregnancy with swelling.
    Pregnancy,
    /// Side-of-hip pain when lying on the left side.
    LeftHip,
    /// Side-of-hip pain when lying on the right side.
    RightHip,
}

/// What a concern asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Do not roll today, get help.
    DoNotRoll,
    /// Do not roll there.
    NotThere,
    /// Ask a clinician first.
    ClinicianFirst,
    /// Leave that leg out today.
    LeaveOut(Leg),
}

impl Concern {
    /// All. The place is the bit in the stored form: never reorder.
    pub const ALL: [Self; 13] = [
        Self::Clot,
        Self::BrokenBone,
        Self::Infection,
        Self::OpenWound,
        Self::BloodThinners,
        Self::Osteoporosis,
        Self::Inflammation,
        Self::BoneInfection,
        Self::NerveLoss,
        Self::Surgery,
        Self::Pregnancy,
        Self::LeftHip,
        Self::RightHip,
    ];

    /// All, in the order in which a person is asked: the side of the hip first, since it decides the leg.
    pub fn asked() -> impl Iterator<Item = Self> {
        let is_hip = |concern: &Self| matches!(concern.severity(), Severity::LeaveOut(_));
        let others = Self::ALL.into_iter().filter(move |concern| !is_hip(concern));
        Self::ALL.into_iter().filter(is_hip).chain(others)
    }

    /// What it asks for.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Clot | Self::BrokenBone | Self::Infection => Severity::DoNotRoll,
            Self::OpenWound => Severity::NotThere,
            Self::BloodThinners
            | Self::Osteoporosis
            | Self::Inflammation
            | Self::BoneInfection
            | Self::NerveLoss
            | Self::Surgery
            | Self::Pregnancy => Severity::ClinicianFirst,
            Self::LeftHip => Severity::LeaveOut(Leg::Left),
            Self::RightHip => Severity::LeaveOut(Leg::Right),
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Concerns(u16);

impl Concerns {
    /// From the stored form; `None` when it holds something unknown.
    pub const fn from_bits(bits: u16) -> Option<Self> {
        if bits >> Concern::ALL.len() == 0 { Some(Self(bits)) } else { None }
    }

    /// The stored form.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// With one more or one less.
    #[must_use]
    pub const fn with(self, concern: Concern, ticked: bool) -> Self {
        if ticked { Self(self.0 | concern.bit()) } else { Self(self.0 & !concern.bit()) }
    }

    /// Whether it is in the set.
    pub const fn has(self, concern: Concern) -> bool {
        self.0 & concern.bit() != 0
    }

    /// Whether any of the set asks for this.
    pub fn ask(self, severity: Severity) -> bool {
        Concern::ALL.into_iter().any(|c| self.has(c) && c.severity() == severity)
    }

    /// What follows from the set.
    pub fn verdict(self) -> Verdict {
        let both = Leg::BOTH.into_iter().all(|leg| self.ask(Severity::LeaveOut(leg)));
        if self.ask(Severity::DoNotRoll) || self.ask(Severity::NotThere) {
            Verdict::Blocked
        } else if both {
            Verdict::NoLegLeft
        } else if self.ask(Severity::ClinicianFirst) {
            Verdict::ClinicianFirst
        } else {
            Verdict::Clear
        }
    }

    /// Whether the leg is left out.
    pub fn leaves_out(self, leg: Leg) -> bool {
        self.ask(Severity::LeaveOut(leg))
    }
}

/// What follows from the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Rolling may begin, with the legs that are not left out.
    Clear,
    /// Rolling may begin after "I have asked".
    ClinicianFirst,
    /// No rolling today.
    Blocked,
    /// Both hips hurt when lain on: no rolling today.
    NoLegLeft,
}

/// An answer that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateAnswer {
    /// When, unix milliseconds.
    pub unix_ms: i64,
    /// Local time minus UTC then, minutes.
    pub utc_offset_min: i16,
    /// What was ticked.
    pub concerns: Concerns,
    /// "I have asked" was said.
    pub asked: bool,
}

impl GateAnswer {
    /// Whether a session may begin on this answer now, without asking again.
    ///
    /// An answer that leaves a leg out speaks of today only. One from the future (a clock was ahead) is as if it was
    /// never given.
    pub fn covers(&self, now: Now) -> bool {
        let age = now.unix_ms.saturating_sub(self.unix_ms);
        let fresh = (0..=GATE_MS).contains(&age);
        let leaves_out = Leg::BOTH.into_iter().any(|leg| self.concerns.leaves_out(leg));
        let may = match self.concerns.verdict() {
            Verdict::Clear => true,
            Verdict::ClinicianFirst => self.asked,
            Verdict::Blocked | Verdict::NoLegLeft => false,
        };
        fresh && may && (!leaves_out || self.is_of_today(now))
    }

    /// Whether it was given on the same day of the person's calendar.
    pub fn is_of_today(&self, now: Now) -> bool {
        local_day(self.unix_ms, self.utc_offset_min) == now.local_day()
    }
}
