//! Import of a backup: the person chooses a file, sees a preview, and confirms.

use leptos::{
    ev::{Event, Targeted},
    html,
    prelude::*,
};
use web_sys::HtmlInputElement;

use crate::{
    app::context::{AppContext, AppRequest, FilesRequest, ImportStage, use_app},
    components::dialog::Dialog,
    domain::import_preview::{ImportError, ImportOptions, ImportPreview},
    i18n::date,
};

/// The id of the heading of the dialog.
const TITLE: &str = "import-title";

/// The button that opens the file picker, and the dialog while a file is being handled.
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
        app.files().import_input.set_value(Some(input.clone()));
        app.request(AppRequest::Files(FilesRequest::ReadImportFile));
        // Cleared, so that choosing the same file again fires `change`.
        input.set_value("");
    };
    let choose = move |event: Targeted<Event, HtmlInputElement>| read(event.target());
    app.on_files_dropped(move |files| {
        // While a file is read, previewed or written, no other file replaces it.
        if let Some(input) = input.get_untracked().filter(|_| !is_open.get_untracked()) {
            input.set_files(Some(files));
            read(input);
        }
    });
    view! {
        <div class="import">
            <button type="button" on:click=click_input>{app.phrase(|t| t.files.import_backup)}</button>
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

/// The dialog; its content follows the stage of the import.
#[component]
fn ImportDialog() -> impl IntoView {
    let app = use_app();
    let stage = Memo::new(move |_| app.files().import.get());
    let dialog = NodeRef::<html::Dialog>::new();
    // The focused button is gone in the next stage: focus the dialog, so that a screen reader announces its
    // name again.
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
                ImportStage::Reading => view! { <ImportReading/> }.into_any(),
                ImportStage::Rejected(why) => view! { <ImportRefused why/> }.into_any(),
                ImportStage::AwaitingConfirmation(preview) => view! { <ImportPreview preview/> }.into_any(),
                ImportStage::Writing => view! { <ImportWriting/> }.into_any(),
                ImportStage::Done { in_one_store, not_stored, has_copy } => {
                    view! { <ImportDone in_one_store not_stored has_copy/> }.into_any()
                }
            }}
        </Dialog>
    }
}

/// Closes the dialog, unless sessions are being written, which cannot be cancelled.
fn close(app: AppContext) {
    if app.files().import.get_untracked() != ImportStage::Writing {
        app.request(AppRequest::Files(FilesRequest::CancelImport));
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
fn ExportCopyButton(
    /// The label.
    label: &'static str,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button type="button" on:click=move |_| app.request(AppRequest::Files(FilesRequest::ExportPreImportCopy))>
            {label}
        </button>
    }
}

/// While the file is being read.
#[component]
fn ImportReading() -> impl IntoView {
    let text = use_app().text.get_untracked();
    view! {
        <h2 id=TITLE>{text.files.import_backup}</h2>
        <p class="sheet-lead" role="status" translate="no">{text.shell.loading}</p>
        <div class="sheet-foot">
            <CloseButton/>
        </div>
    }
}

/// Why the file cannot be imported.
#[component]
fn ImportRefused(
    /// Why the file was refused.
    why: ImportError,
) -> impl IntoView {
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

/// The preview of the import.
#[component]
fn ImportPreview(
    /// The preview of the file.
    preview: ImportPreview,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.files.preview;
    let created = app.moment(preview.created_unix_ms).local_ms();
    let created = t.made_on.with_text(&date::day_and_year(created));
    view! {
        <h2 id=TITLE>{t.title}</h2>
        <p class="sheet-lead">{created}</p>
        {preview.is_incomplete.then(|| view! { <p class="not-saved-note">{t.store_unavailable}</p> })}
        {if preview.changes_nothing() {
            view! {
                <p>{t.nothing_new}</p>
                <div class="sheet-foot">
                    <CloseButton/>
                </div>
            }.into_any()
        } else {
            view! { <ImportQuestion preview/> }.into_any()
        }}
    }
}

/// The counts, the options, and the buttons that answer.
#[component]
fn ImportQuestion(
    /// The preview of the file.
    preview: ImportPreview,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().files.preview;
    let ImportPreview {
        new,
        identical,
        newer,
        older,
        conflicts,
        deletions,
        quarantined,
        deleted_locally,
        ..
    } = preview;
    let labelled_counts =
        [new, identical, newer, older, conflicts, deletions, quarantined].into_iter().zip(t.counts);
    let labelled_counts = labelled_counts.filter(|(count, _)| *count > 0);
    let options = RwSignal::new(ImportOptions::default());
    let has_sessions = app.history.with_untracked(|history| history.entries().next().is_some());
    view! {
        <ul class="import-counts">
            {labelled_counts.map(|(count, words)| view! { <li>{words.for_count(count)}</li> }).collect_view()}
        </ul>
        {(deleted_locally > 0).then(|| view! {
            <ImportOption
                label=t.restore_deleted.for_count(deleted_locally)
                options
                set=|options, is_checked| options.restore_deleted = is_checked
            />
        })}
        {preview.settings_differ.then(|| view! {
            <ImportOption
                label=t.use_settings.to_owned()
                options
                set=|options, is_checked| options.replace_settings = is_checked
            />
        })}
        {has_sessions.then(|| view! {
            <div class="import-copy">
                <p class="secondary-text">{t.save_copy_note}</p>
                <ExportCopyButton label=t.save_copy/>
            </div>
        })}
        <div class="sheet-foot">
            <button type="button" on:click=move |_| close(app)>{t.cancel}</button>
            <button
                type="button"
                class="action"
                on:click=move |_| app.request(AppRequest::Files(FilesRequest::Import(options.get_untracked())))
            >
                {t.import}
            </button>
        </div>
    }
}

/// An option of the import, off by default.
#[component]
fn ImportOption(
    /// The label.
    label: String,
    /// The options of the import.
    options: RwSignal<ImportOptions>,
    /// Sets this option.
    set: fn(&mut ImportOptions, bool),
) -> impl IntoView {
    let choose = move |event: Targeted<Event, HtmlInputElement>| {
        let checked = event.target().checked();
        options.update(|options| set(options, checked));
    };
    view! {
        <label class="checkbox-row">
            <input type="checkbox" on:change:target=choose/>
            <span>{label}</span>
        </label>
    }
}

/// While the sessions are being written.
#[component]
fn ImportWriting() -> impl IntoView {
    let t = &use_app().text.get_untracked().files.preview;
    view! {
        <h2 id=TITLE>{t.importing}</h2>
        <div class="sheet-foot"></div>
    }
}

/// The result of the import.
#[component]
fn ImportDone(
    /// The number of sessions that were written to one of the two stores only.
    in_one_store: usize,
    /// The number of sessions that could not be written.
    not_stored: usize,
    /// Whether a backup from before the import is available.
    has_copy: bool,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().files.preview;
    let (title, stored) = match (in_one_store, not_stored) {
        (0, 0) => (t.imported, t.all_saved.to_owned()),
        (_, 0) => (t.imported, t.not_saved_in_both.for_count(in_one_store)),
        (..) => (t.partly_saved, t.not_saved.for_count(not_stored)),
    };
    view! {
        <h2 id=TITLE>{title}</h2>
        <p class="sheet-lead" role="status" translate="no">{stored}</p>
        <div class="sheet-foot">
            {has_copy.then(|| view! { <ExportCopyButton label=t.save_copy_from_before/> })}
            <CloseButton/>
        </div>
    }
}
