//! The import of a backup: the person chooses a file, sees what it would bring, and only a yes imports it.

use leptos::{
    ev::{Event, Targeted},
    html,
    prelude::*,
};
use web_sys::HtmlInputElement;

use crate::{
    app::context::{AppContext, AppRequest, FilesRequest, ImportStage, use_app},
    components::dialog::Dialog,
    domain::import_preview::{Preview, Refusal, Wish},
    i18n::date,
};

/// The id of the heading of the dialog.
const TITLE: &str = "import-title";

/// The button that chooses a file, and the dialog while there is one to decide about.
#[component]
pub fn ImportBackup() -> impl IntoView {
    let app = use_app();
    let input = NodeRef::<html::Input>::new();
    let is_open = Memo::new(move |_| app.files().import.get() != ImportStage::Idle);
    let click_input = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let read = move |input: HtmlInputElement| {
        app.files().chosen_file.set_value(Some(input.clone()));
        app.request(AppRequest::Files(FilesRequest::Read));
        // Choosing the same file again is a change again.
        input.set_value("");
    };
    let choose = move |event: Targeted<Event, HtmlInputElement>| read(event.target());
    app.take_dropped_files(move |files| {
        // While a file is read, asked about or written, no other one takes its place.
        if let Some(input) = input.get_untracked().filter(|_| !is_open.get_untracked()) {
            input.set_files(Some(files));
            read(input);
        }
    });
    view! {
        <div class="import">
            <button type="button" on:click=click_input>{app.phrase(|t| t.files.import)}</button>
            <input
                node_ref=input
                type="file"
                hidden
                aria-hidden="true"
                on:change:target=choose
            />
            {move || is_open.get().then(|| view! { <ImportDialog/> })}
        </div>
    }
}

/// The dialog, whose content follows the stage of the import.
#[component]
fn ImportDialog() -> impl IntoView {
    let app = use_app();
    let stage = Memo::new(move |_| app.files().import.get());
    let dialog = NodeRef::<html::Dialog>::new();
    // The button that had the focus is gone in the next stage: a screen reader begins with the dialog's name again.
    Effect::new(move |_| {
        stage.get();
        if let Some(dialog) = dialog.get_untracked() {
            dialog.focus().ok();
        }
    });
    view! {
        <Dialog labelled_by=TITLE class="sheet" dialog_ref=dialog on_close=move |()| close(app)>
            {move || match stage.get() {
                ImportStage::Idle => ().into_any(),
                ImportStage::Reading => view! { <Reading/> }.into_any(),
                ImportStage::Refused(why) => view! { <Refused why/> }.into_any(),
                ImportStage::Asking(preview) => view! { <ImportPreview preview/> }.into_any(),
                ImportStage::Writing => view! { <Writing/> }.into_any(),
                ImportStage::Done { in_one_store, not_stored, has_copy } => {
                    view! { <ImportDone in_one_store not_stored has_copy/> }.into_any()
                }
            }}
        </Dialog>
    }
}

/// Closes the dialog, unless sessions are being written: that cannot be stopped.
fn close(app: AppContext) {
    if app.files().import.get_untracked() != ImportStage::Writing {
        app.request(AppRequest::Files(FilesRequest::Close));
    }
}

#[component]
fn CloseButton() -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" class="action" on:click=move |_| close(app)>
            {app.text.get_untracked().files.preview.close}
        </button>
    }
}

/// A button that exports the sessions as they were before the import.
#[component]
fn CopyButton(words: &'static str) -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::Copy))>{words}</button>
    }
}

/// While the file is being read.
#[component]
fn Reading() -> impl IntoView {
    let text = use_app().text.get_untracked();
    view! {
        <h2 id=TITLE>{text.files.import}</h2>
        <p class="sheet-lead" role="status" translate="no">{text.shell.coming}</p>
        <div class="sheet-foot">
            <CloseButton/>
        </div>
    }
}

/// Why the file cannot be imported.
#[component]
fn Refused(why: Refusal) -> impl IntoView {
    let t = &use_app().text.get_untracked().files.refused;
    view! {
        <h2 id=TITLE>{t.title}</h2>
        <p class="sheet-lead">{t.why(why)}</p>
        <p>{t.nothing_changed}</p>
        <div class="sheet-foot">
            <CloseButton/>
        </div>
    }
}

/// What the file would bring.
#[component]
fn ImportPreview(preview: Preview) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.files.preview;
    let made = app.moment(preview.made_unix_ms).local_ms();
    let made = t.made.words(&date::day_and_year(made));
    view! {
        <h2 id=TITLE>{t.title}</h2>
        <p class="sheet-lead">{made}</p>
        {preview.unanswered.then(|| view! { <p class="not-kept">{t.unanswered}</p> })}
        {if preview.is_nothing() {
            view! {
                <p>{t.nothing}</p>
                <div class="sheet-foot">
                    <CloseButton/>
                </div>
            }.into_any()
        } else {
            view! { <ImportQuestion preview/> }.into_any()
        }}
    }
}

/// The counts, what the person can choose, and the buttons that answer.
#[component]
fn ImportQuestion(preview: Preview) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().files.preview;
    let Preview { new, same, newer, older, conflicts, deletes, set_aside, deleted_here, .. } = preview;
    let counts = [new, same, newer, older, conflicts, deletes, set_aside].into_iter().zip(t.counts);
    let counts = counts.filter(|(count, _)| *count > 0);
    let options = RwSignal::new(Wish::default());
    let has_sessions = app.history.with_untracked(|history| history.entries().next().is_some());
    view! {
        <ul class="import-counts">
            {counts.map(|(count, words)| view! { <li>{words.of(count)}</li> }).collect_view()}
        </ul>
        {(deleted_here > 0).then(|| view! {
            <ImportOption label=t.bring_back.of(deleted_here) options set=|wish, yes| wish.bring_back = yes/>
        })}
        {preview.settings.then(|| view! {
            <ImportOption label=t.settings.to_owned() options set=|wish, yes| wish.settings = yes/>
        })}
        {has_sessions.then(|| view! {
            <div class="import-copy">
                <p class="soft">{t.copy_note}</p>
                <CopyButton words=t.copy/>
            </div>
        })}
        <div class="sheet-foot">
            <button type="button" on:click=move |_| close(app)>{t.cancel}</button>
            <button
                type="button"
                class="action"
                on:click=move |_| app.request(AppRequest::Files(FilesRequest::Import(options.get_untracked())))
            >
                {t.go}
            </button>
        </div>
    }
}

/// A choice that the import makes only when it is ticked.
#[component]
fn ImportOption(label: String, options: RwSignal<Wish>, set: fn(&mut Wish, bool)) -> impl IntoView {
    let choose = move |event: Targeted<Event, HtmlInputElement>| {
        let checked = event.target().checked();
        options.update(|options| set(options, checked));
    };
    view! {
        <label class="concern">
            <input type="checkbox" on:change:target=choose/>
            <span>{label}</span>
        </label>
    }
}

/// While the sessions are being written.
#[component]
fn Writing() -> impl IntoView {
    let t = &use_app().text.get_untracked().files.preview;
    view! {
        <h2 id=TITLE>{t.taking}</h2>
        <div class="sheet-foot"></div>
    }
}

/// What came of the import.
#[component]
fn ImportDone(in_one_store: usize, not_stored: usize, has_copy: bool) -> impl IntoView {
    let t = &use_app().text.get_untracked().files.preview;
    let (title, stored) = match (in_one_store, not_stored) {
        (0, 0) => (t.done, t.all_kept.to_owned()),
        (_, 0) => (t.done, t.not_all_kept.of(in_one_store)),
        (..) => (t.not_done, t.nowhere.of(not_stored)),
    };
    view! {
        <h2 id=TITLE>{title}</h2>
        <p class="sheet-lead" role="status" translate="no">{stored}</p>
        <div class="sheet-foot">
            {has_copy.then(|| view! { <CopyButton words=t.copy_before/> })}
            <CloseButton/>
        </div>
    }
}
