//! What the app promises, one file per subject.

mod access;
mod away;
mod boot;
mod console;
mod damage;
mod dead;
mod ear;
mod harness;
mod history;
mod hosted;
mod import;
mod install;
mod keys;
pub mod kill;
mod language;
mod large_text;
mod leaks;
mod leaves;
mod leg;
mod listen;
mod marks;
mod mat;
mod offline;
mod pause;
mod plate;
mod plates;
mod reload;
mod rest;
mod screenshots;
mod session;
mod spoilt;
mod storage;
mod tabs;
mod torn;
mod touch;
mod truth;
mod undo;
mod update;
mod voice;
mod weeks;

use crate::runner::Scenario;

/// Every scenario. The long ones come first: the run is over when the last of them is.
/// With `pictures`, those too that only take them.
pub fn all(pictures: bool) -> Vec<Scenario> {
    [
        access::all(),
        session::all(),
        torn::all(),
        truth::all(),
        leaks::all(),
        mat::all(),
        kill::all(),
        reload::all(),
        away::all(),
        rest::all(),
        storage::all(),
        spoilt::all(),
        offline::all(),
        update::all(),
        damage::all(),
        dead::all(),
        hosted::all(),
        install::all(),
        leaves::all(),
        touch::all(),
        keys::all(),
        undo::all(),
        pause::all(),
        history::all(),
        import::all(),
        weeks::all(),
        tabs::all(),
        console::all(),
        ear::all(),
        voice::all(),
        marks::all(),
        large_text::all(),
        leg::all(),
        plate::all(),
        language::all(),
        boot::all(),
        harness::all(),
        if pictures { [plates::all(), screenshots::all()].concat() } else { vec![] },
    ]
    .concat()
}
