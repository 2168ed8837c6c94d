//! Everything the app knows at one moment.

use super::{
    draft::Draft,
    history::{History, Kept},
    leg::Leg,
    live::Live,
    running::Running,
    safety::{Concerns, GateAnswer},
    session::{KneeScore, SessionId},
    settings::Settings,
    spot::Pain,
    time::Now,
};

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The diagram.
    #[default]
    Leg,
    /// The running session, or its summary.
    Session,
    /// The finished sessions.
    History,
    /// How to roll.
    Learn,
    /// Choices.
    Settings,
}

/// A wish to start that waits for the safety gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The session's name, should it begin.
    pub id: SessionId,
    /// What is ticked so far.
    pub ticked: Concerns,
}

/// Whether somebody is on the mat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sitting {
    /// Nobody is.
    Idle,
    /// Start was pressed and the safety gate asks.
    Asking(Asking),
    /// A session is under way, or its summary is shown.
    Running(Box<Running>),
    /// The app was closed on a session.
    Found {
        /// What was last written of it.
        live: Box<Live>,
        /// "Discard?" is being asked.
        asks_discard: bool,
    },
    /// Another tab runs a session; this one only watches.
    Elsewhere(Box<Live>),
}

/// What is kept once, beside sessions and settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The last answer to the safety gate.
    pub gate: Option<GateAnswer>,
    /// The welcome was read or skipped.
    pub welcomed: bool,
    /// Unix milliseconds of the last backup.
    pub last_backup_unix_ms: Option<i64>,
    /// The card that offers installing was dismissed.
    pub install_dismissed: bool,
    /// When what asks for a clinician's look was last read, unix milliseconds: it is said once.
    pub prompts_read_unix_ms: Option<i64>,
}

/// How the knee is, said on the way into a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KneeNow {
    /// 0 to 10.
    pub pain: Pain,
    /// When it was said, unix milliseconds.
    pub unix_ms: i64,
}

impl KneeNow {
    /// After so long it is no score from before the session any more, milliseconds.
    const HOLDS_MS: i64 = 3_600_000;

    /// The score before a session that starts now.
    pub fn before(self, start_unix_ms: i64) -> Option<KneeScore> {
        let ago_ms = start_unix_ms - self.unix_ms;
        let minutes = i32::try_from(ago_ms.div_euclid(60_000)).ok()?;
        (0..=Self::HOLDS_MS).contains(&ago_ms).then_some(KneeScore { pain: self.pain, minutes: -minutes })
    }
}

/// What the person has to know about the stores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Values that could not be read and were set aside.
    pub set_aside: u32,
    /// A newer app wrote here: nothing is written until this one is updated.
    pub newer: bool,
}

/// Everything the app knows at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// What is on the screen.
    pub screen: Screen,
    /// The red card lies on top.
    pub red_card: bool,
    /// Choices.
    pub settings: Settings,
    /// What is kept once.
    pub meta: Meta,
    /// Marks not yet rolled.
    pub draft: Draft,
    /// How the knee is before the next session; as long as the app is open.
    pub knee_now: Option<KneeNow>,
    /// The draft that the end of the session cleared, for Undo.
    pub cleared_draft: Option<Draft>,
    /// Finished sessions.
    pub history: History,
    /// Whether somebody is on the mat.
    pub sitting: Sitting,
    /// The session that was left behind and discarded: a slow store may tell of it once more.
    pub discarded: Option<SessionId>,
    /// Where the live record is kept, and which one.
    pub live_kept: (u32, Kept),
    /// What is wrong with the stores.
    pub trouble: Trouble,
    /// Short name of this build, written into every session.
    pub build: &'static str,
    /// When the app was opened: what was left behind is as old as that.
    pub opened: Now,
}

impl Model {
    /// A first day: nothing marked, nothing recorded.
    pub fn new(build: &'static str) -> Self {
        Self {
            screen: Screen::Leg,
            red_card: false,
            settings: Settings::default(),
            meta: Meta::default(),
            draft: Draft::empty(Leg::Right),
            knee_now: None,
            cleared_draft: None,
            history: History::default(),
            sitting: Sitting::Idle,
            discarded: None,
            live_kept: (0, Kept::Pending),
            trouble: Trouble::default(),
            build,
            opened: Now::default(),
        }
    }

    /// The running session, if any.
    pub fn running(&self) -> Option<&Running> {
        match &self.sitting {
            Sitting::Running(running) => Some(running),
            Sitting::Idle | Sitting::Asking(_) | Sitting::Found { .. } | Sitting::Elsewhere(_) => None,
        }
    }
}
