//! How to install the app on the Home Screen: the install prompt of the browser if it has one, otherwise steps.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, InstallMethod, use_app},
    domain::Event,
};

/// A card below the leg, until it is dismissed.
#[component]
pub fn InstallCard() -> impl IntoView {
    let app = use_app();
    let install = Memo::new(move |_| app.status.get().install_method);
    view! {
        <section class="welcome" aria-labelledby="install">
            <h2 id="install">{app.phrase(|t| t.install.title)}</h2>
            {move || view! { <InstallSteps install=install.get()/> }}
            <div class="button-row">
                <InstallPromptButton/>
                <button type="button" on:click=move |_| app.dispatch(Event::InstallCardDismissed)>
                    {app.phrase(|t| t.install.not_now)}
                </button>
            </div>
        </section>
    }
}

/// The same as a section of Settings, until the app is installed.
#[component]
pub fn InstallSection() -> impl IntoView {
    let app = use_app();
    let install = Memo::new(move |_| app.status.get().install_method);
    view! {
        <div>
            {move || {
                let install = install.get();
                (install != InstallMethod::Unavailable).then(|| view! {
                    <section>
                        <h2>{app.phrase(|t| t.install.title)}</h2>
                        <InstallSteps install/>
                        <div class="button-row">
                            <InstallPromptButton/>
                        </div>
                    </section>
                })
            }}
        </div>
    }
}

/// A button for the install prompt, if the browser offers one.
#[component]
fn InstallPromptButton() -> impl IntoView {
    let app = use_app();
    let is_offered = Memo::new(move |_| app.status.get().install_method == InstallMethod::Prompt);
    view! {
        {move || is_offered.get().then(|| view! {
            <button type="button" on:click=move |_| app.request(AppRequest::ShowInstallPrompt)>
                {app.phrase(|t| t.install.install)}
            </button>
        })}
    }
}

/// Why to install the app, and steps for browsers without an install prompt.
#[component]
fn InstallSteps(
    /// How this browser installs the app.
    install: InstallMethod,
) -> impl IntoView {
    let app = use_app();
    move || {
        let t = app.text.get();
        let (why, steps) = match install {
            InstallMethod::Unavailable => (None, None),
            InstallMethod::Prompt => (Some(t.install.why), None),
            InstallMethod::FirefoxMenu => (Some(t.install.why), Some(t.install.menu_steps)),
            InstallMethod::ShareSheet => (Some(t.welcome.ios_why), Some(t.welcome.ios_steps)),
        };
        view! {
            {why.map(|why| view! { <p>{why}</p> })}
            {steps.map(|steps| view! {
                <ol class="numbered-steps">{steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
            })}
        }
    }
}
