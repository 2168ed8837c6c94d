//! How the app gets onto the Home Screen: the browser's own offer where it makes one, steps where it does not.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, Install, use_app},
    domain::Event,
};

/// The card below the leg, until it is dismissed.
#[component]
pub fn InstallCard() -> impl IntoView {
    let app = use_app();
    let install = Memo::new(move |_| app.device.get().install);
    view! {
        <section class="welcome" aria-labelledby="install">
            <h2 id="install">{app.phrase(|t| t.install.title)}</h2>
            {move || view! { <InstallSteps install=install.get()/> }}
            <div class="welcome-acts">
                <OfferButton/>
                <button type="button" on:click=move |_| app.dispatch(Event::InstallDismissed)>
                    {app.phrase(|t| t.install.not_now)}
                </button>
            </div>
        </section>
    }
}

/// The same as a part of Settings, for as long as the app is not installed.
#[component]
pub fn InstallSection() -> impl IntoView {
    let app = use_app();
    let install = Memo::new(move |_| app.device.get().install);
    view! {
        <div>
            {move || {
                let install = install.get();
                (install != Install::Nothing).then(|| view! {
                    <section>
                        <h2>{app.phrase(|t| t.install.title)}</h2>
                        <InstallSteps install/>
                        <div class="welcome-acts">
                            <OfferButton/>
                        </div>
                    </section>
                })
            }}
        </div>
    }
}

/// A button for the browser's own offer, where it makes one.
#[component]
fn OfferButton() -> impl IntoView {
    let app = use_app();
    let is_offered = Memo::new(move |_| app.device.get().install == Install::Offer);
    view! {
        {move || is_offered.get().then(|| view! {
            <button type="button" on:click=move |_| app.request(AppRequest::Install)>
                {app.phrase(|t| t.install.install)}
            </button>
        })}
    }
}

/// Why to install the app, and the steps where the browser makes no offer.
#[component]
fn InstallSteps(install: Install) -> impl IntoView {
    let app = use_app();
    move || {
        let t = app.text.get();
        let (why, steps) = match install {
            Install::Nothing => (None, None),
            Install::Offer => (Some(t.install.why), None),
            Install::Menu => (Some(t.install.why), Some(t.install.menu_how)),
            Install::Share => (Some(t.welcome.ios_why), Some(t.welcome.ios_how)),
        };
        view! {
            {why.map(|why| view! { <p>{why}</p> })}
            {steps.map(|steps| view! {
                <ol class="welcome-steps">{steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
            })}
        }
    }
}
