//! What the app promises, one file per subject.

mod access;
mod away;
mod boot;
mod console;
mod damage;
mod dead;
mod dialogs;
mod dom_updates;
mod ear;
mod files;
mod gate;
mod growth;
mod harness;
mod history;
mod hosted;
mod import;
mod install;
mod keys;
pub mod kill;
mod language;
mod large_text;
mod late;
mod lazy_part;
mod leaks;
mod leaves;
mod leg;
mod listen;
mod marks;
mod mat;
mod neighbours;
mod offline;
mod pause;
mod plate;
mod plates;
mod present;
mod reload;
mod screenshots;
mod session;
mod silent;
mod spacing;
mod spoilt;
mod storage;
mod strangers;
mod tabs;
mod torn;
mod touch;
mod translations;
mod translator;
mod truth;
mod undo;
mod unread;
mod update;
mod voice;
mod voices;
mod weeks;
mod worker;

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
        lazy_part::all(),
        storage::all(),
        silent::all(),
        unread::all(),
        late::all(),
        spacing::all(),
        spoilt::all(),
        gate::all(),
        growth::all(),
        offline::all(),
        update::all(),
        damage::all(),
        worker::all(),
        dead::all(),
        dialogs::all(),
        translator::all(),
        strangers::all(),
        neighbours::all(),
        hosted::all(),
        install::all(),
        leaves::all(),
        touch::all(),
        keys::all(),
        undo::all(),
        pause::all(),
        history::all(),
        import::all(),
        files::all(),
        weeks::all(),
        tabs::all(),
        present::all(),
        console::all(),
        ear::all(),
        voice::all(),
        voices::all(),
        marks::all(),
        dom_updates::all(),
        large_text::all(),
        leg::all(),
        plate::all(),
        language::all(),
        translations::all(),
        boot::all(),
        harness::all(),
        if pictures { [plates::all(), screenshots::all()].concat() } else { vec![] },
    ]
    .concat()
}
