//! The part "Over weeks": plan, times to ease, heatmap, knee scores, and the printed report.

use leptos::prelude::*;

use super::{
    heatmap::HeatmapSection, history_access::with_sessions, knee::KneeSection, plan::PlanSection,
    print_report::PrintSection, spots::SpotsSection,
};
use crate::{
    app::context::use_app,
    domain::{leg::Leg, track::tracks},
};

/// All sections. They are rendered again when the sessions or the day change, because each one reads the whole history.
#[component]
pub fn Trends() -> impl IntoView {
    let app = use_app();
    // Outside `<For>`, so that the selection survives rendering.
    let leg = RwSignal::new(None);
    let chosen_period = RwSignal::new(None);
    view! {
        <div class="trends">
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
                            <HeatmapSection chosen=chosen_period/>
                            <KneeSection/>
                            <PrintSection tracks/>
                        </div>
                    }
                }
            </For>
        </div>
    }
}
