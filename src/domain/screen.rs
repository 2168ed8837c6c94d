//! The screens of the app. [`for_each_screen!`] is the one list of them.

/// Calls a macro with the list of all screens: the variant of [`Screen`], the module in `src/screens`, and the URL
/// fragment, in the order of the tabs.
///
/// To add a screen, add a line here and a module `src/screens/<module>/mod.rs` with `pub fn view() -> AnyView`. The
/// compiler then asks for the module's `pub mod` line in `src/screens/mod.rs` and for the screen's tab, or its absence,
/// in `src/i18n/tabs.rs`. A new phrase needs a field in `src/i18n/shell.rs`, and the tests name each language file that
/// lacks it. The tabs of the app and of `index.html`, and the title while the screen is loading, follow from these.
macro_rules! for_each_screen {
    ($callback:ident) => {
        $callback! {
            /// The diagram of a leg with its marks. The app starts with it.
            Leg, leg, "#/";
            /// The running session, or its summary.
            Session, session, "#/session";
            /// The finished sessions.
            History, history, "#/history";
            /// How to roll.
            Learn, learn, "#/learn";
            /// The settings.
            Settings, settings, "#/settings";
        }
    };
}

#[cfg(feature = "web")]
pub(crate) use for_each_screen;

macro_rules! define_screen {
    ($($(#[$attribute:meta])* $screen:ident, $module:ident, $address:literal;)*) => {
        /// What is on the screen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Screen {
            $($(#[$attribute])* $screen,)*
        }

        impl Screen {
            /// Every screen, in the order of the tabs.
            pub const ALL: &[Self] = &[$(Self::$screen),*];

            /// The URL fragment at which the screen is shown, with its `#`.
            pub const fn address(self) -> &'static str {
                match self {
                    $(Self::$screen => $address,)*
                }
            }
        }

        /// Does not compile if two screens name the same module.
        #[expect(non_camel_case_types, dead_code, reason = "The variants are names of modules.")]
        enum ModuleOfOneScreen {
            $($module,)*
        }
    };
}

for_each_screen!(define_screen);

impl Screen {
    /// The screen that is shown at a URL fragment; `None` where there is none.
    pub fn at_address(fragment: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|screen| screen.address() == fragment)
    }
}
