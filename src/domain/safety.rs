//! The safety gate: the questions before a session, and what follows from the answers.
//!
//! The questions and their severity are based on the sources `gate`, `red-flags` and `side-hip`, which the Learn screen
//! cites; the phrases are in `i18n::gate`.

use super::{
    leg::Leg,
    time::{DAY_MS, Now, local_day},
};

/// How long an answer that allows rolling is valid, milliseconds.
pub const GATE_VALID_MS: i64 = 30 * DAY_MS;

/// A reason not to roll, or not without advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Suspected blood clot.
    Clot,
    /// Suspected broken bone.
    BrokenBone,
    /// Infection of the thigh with fever.
    Infection,
    /// Open wound on the thigh.
    OpenWound,
    /// Blood thinners or clotting trouble.
    BloodThinners,
    /// Osteoporosis.
    Osteoporosis,
    /// Inflammation of the thigh.
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

/// What a concern requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Do not roll today, get help.
    DoNotRoll,
    /// Do not roll this place.
    DoNotRollThere,
    /// Ask a clinician first.
    ClinicianFirst,
    /// Leave that leg out today.
    LeaveOut(Leg),
}

impl Concern {
    /// All concerns. The index of each is its bit in the stored form: never reorder.
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

    /// All concerns in the order of the questions: side-of-hip pain first, because it decides the leg.
    pub fn in_question_order() -> impl Iterator<Item = Self> {
        let is_hip = |concern: &Self| matches!(concern.severity(), Severity::LeaveOut(_));
        let others = Self::ALL.into_iter().filter(move |concern| !is_hip(concern));
        Self::ALL.into_iter().filter(is_hip).chain(others)
    }

    /// What it requires.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Clot | Self::BrokenBone | Self::Infection => Severity::DoNotRoll,
            Self::OpenWound => Severity::DoNotRollThere,
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
    /// Reads the stored form; `None` if an unknown bit is set.
    pub const fn from_bits(bits: u16) -> Option<Self> {
        if bits >> Concern::ALL.len() == 0 { Some(Self(bits)) } else { None }
    }

    /// The stored form.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// The set with this concern added (`true`) or removed.
    #[must_use]
    pub const fn with(self, concern: Concern, ticked: bool) -> Self {
        if ticked { Self(self.0 | concern.bit()) } else { Self(self.0 & !concern.bit()) }
    }

    /// Whether the concern is in the set.
    pub const fn contains(self, concern: Concern) -> bool {
        self.0 & concern.bit() != 0
    }

    /// Whether a concern in the set has this severity.
    pub fn has_severity(self, severity: Severity) -> bool {
        Concern::ALL.into_iter().any(|c| self.contains(c) && c.severity() == severity)
    }

    /// The consequence of the set: that of its most severe concern.
    pub fn verdict(self) -> GateVerdict {
        let both = Leg::BOTH.into_iter().all(|leg| self.has_severity(Severity::LeaveOut(leg)));
        if self.has_severity(Severity::DoNotRoll) || self.has_severity(Severity::DoNotRollThere) {
            GateVerdict::Blocked
        } else if both {
            GateVerdict::NoLegLeft
        } else if self.has_severity(Severity::ClinicianFirst) {
            GateVerdict::ClinicianFirst
        } else {
            GateVerdict::Clear
        }
    }

    /// Whether the leg is left out.
    pub fn leaves_out(self, leg: Leg) -> bool {
        self.has_severity(Severity::LeaveOut(leg))
    }
}

/// The consequence of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateVerdict {
    /// A session may start, with the legs that are not left out.
    Clear,
    /// A session may start after "I have asked".
    ClinicianFirst,
    /// No rolling today.
    Blocked,
    /// Both legs are left out, so there is nothing to roll today.
    NoLegLeft,
}

/// A stored answer to the safety gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateAnswer {
    /// When, unix milliseconds.
    pub unix_ms: i64,
    /// Local time minus UTC at that moment, minutes.
    pub utc_offset_min: i16,
    /// What was ticked.
    pub concerns: Concerns,
    /// Whether "I have asked" was pressed.
    pub clinician_asked: bool,
}

impl GateAnswer {
    /// Whether a session may start now without asking again.
    ///
    /// An answer that leaves a leg out is valid on its own day only. An answer dated in the future (the clock was
    /// ahead) is not valid.
    pub fn allows_start(&self, now: Now) -> bool {
        let age = now.unix_ms.saturating_sub(self.unix_ms);
        let is_valid_by_age = (0..=GATE_VALID_MS).contains(&age);
        let leaves_out = Leg::BOTH.into_iter().any(|leg| self.concerns.leaves_out(leg));
        let may = match self.concerns.verdict() {
            GateVerdict::Clear => true,
            GateVerdict::ClinicianFirst => self.clinician_asked,
            GateVerdict::Blocked | GateVerdict::NoLegLeft => false,
        };
        is_valid_by_age && may && (!leaves_out || self.is_of_today(now))
    }

    /// Whether it was given on the current day of the person's local calendar.
    pub fn is_of_today(&self, now: Now) -> bool {
        local_day(self.unix_ms, self.utc_offset_min) == now.local_day()
    }
}
