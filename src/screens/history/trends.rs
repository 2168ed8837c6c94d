//! What the sessions show together: the plan, the spots' times, the map, the knee, and a page of it on paper.

use leptos::prelude::*;

use super::{
    history_access::with_sessions, knee::KneeSection, map::MapSection, plan::PlanSection,
    print_report::PrintSection, spots::SpotsSection,
};
use crate::{
    app::context::use_app,
    domain::{leg::Leg, track::tracks},
};

/// All of it, computed anew when the sessions have changed or another day has begun: each part reads the whole history.
#[component]
pub fn Trends() -> impl IntoView {
    let app = use_app();
    // What was chosen outlives what is computed anew.
    let leg = RwSignal::new(None);
    let span = RwSignal::new(None);
    view! {
        <div class="weeks">
            <For each=move || [(app.history_fingerprint.get(), app.today.get())] key=|both| *both let(_)>
                {
                    let tracks = untrack(|| with_sessions(app, |history| Leg::BOTH.map(|leg| tracks(history, leg))));
                    let tracks = StoredValue::new(tracks);
                    view! {
                        <div>
                            <PlanSection/>
                            <SpotsSection tracks chosen=leg/>
                        </div>
                        <div>
                            <MapSection chosen=span/>
                            <KneeSection/>
                            <PrintSection tracks/>
                        </div>
                    }
                }
            </For>
        </div>
    }
}
