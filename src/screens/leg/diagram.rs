//! The diagram of the leg with its words, and the measuring of its size.

use leptos::{
    html::{Div, Span},
    prelude::*,
    svg::Rect,
};

use super::{
    anatomy::{StructureNames, naming},
    coordinates::{self, decimal},
    crop::Crop,
    drawing,
    earlier_spots::{EarlierSpotRings, EarlierSpots},
    layout::Size,
    layout_cache::LayoutCache,
    marks::{Callout, Facts, Grip, MarkDisc},
    plate,
    plate_tools::PlateTools,
    resize_observer::observe_size,
    selected_leg::selected_leg,
    teaching::Teaching,
    touch::Touch,
    ui_state::{LegUiState, set_if_changed},
};
use crate::{app::context::use_app, components::leg_attribute::leg_attribute, domain::leg::Leg};

/// The leg that is looked at, with its marks. The list below says and does the same.
#[component]
pub fn LegDiagram(
    /// The state of the screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().shell;
    let layout = LayoutCache::new(app, ui);
    let plate = NodeRef::<Div>::new();
    let front_word = NodeRef::<Span>::new();
    let zone = NodeRef::<Rect>::new();
    let touch = Touch::new(app, ui, layout, earlier, plate, zone);
    measure(ui, plate, front_word);
    view! {
        <div
            node_ref=plate
            class="plate"
            data-crop=move || ui.crop.get().name()
            on:pointerdown=move |event| touch.pressed(&event)
            on:mousedown=move |event| touch.mouse_pressed(&event)
            on:pointermove=move |event| touch.moved(&event)
            on:pointerup=move |event| touch.released(&event)
            on:pointercancel=move |event| touch.cancelled(&event)
            on:touchend=move |event| touch.touch_ended(&event)
        >
            <Drawing ui layout earlier zone/>
            <span class="plate-word is-back">{t.back}</span>
            <span class="plate-word is-knee">{t.knee_keep_off}</span>
            <div class="plate-column">
                <span class="plate-word is-hip">{t.hip_keep_off}</span>
                <Teaching ui/>
                <span class="plate-word is-front" node_ref=front_word>{t.front}</span>
            </div>
            <StructureNames ui/>
            <For each=move || layout.ids() key=|id| *id children=move |id| view! { <Grip layout id/> }/>
            <Callout ui layout/>
            <PlateTools ui/>
        </div>
    }
}

/// The drawing, and what is drawn on it.
#[component]
fn Drawing(ui: LegUiState, layout: LayoutCache, earlier: EarlierSpots, zone: NodeRef<Rect>) -> impl IntoView {
    let app = use_app();
    let leg = Memo::new(move |_| selected_leg(app));
    let leaders = move || naming(ui).map(|naming| drawing::leaders(naming, leg.get())).unwrap_or_default();
    // Another tap there is another element, whose animation starts anew.
    let flash = move || {
        let taps = ui.kept_off.get();
        ui.past_end.get().map(|end| drawing::keep_off(end, taps)).unwrap_or_default()
    };
    view! {
        <svg
            viewBox=move || ui.crop.get().view_box()
            role="img"
            aria-labelledby="leg-which leg-words"
            data-diagram=move || leg_attribute(leg.get())
        >
            // As markup: inside `<svg>`, the macro wraps static elements in a group of their own.
            <g
                mask=move || ui.crop.get().mask()
                transform=move || mirror(leg.get())
                inner_html=r##"<use href="#leg-plate"/>"##
            ></g>
            <g transform=move || mirror(leg.get()) inner_html=flash></g>
            <g inner_html=leaders></g>
            <rect
                node_ref=zone
                data-zone=""
                fill="none"
                x=move || zone_left(leg.get())
                y=decimal(plate::ZONE[1])
                width=decimal(plate::ZONE[2])
                height=decimal(plate::ZONE[3])
            ></rect>
            <g transform=move || in_pixels(ui.crop.get(), ui.size.get())>
                <EarlierSpotRings ui earlier/>
                <Facts layout/>
                <For
                    each=move || layout.ids()
                    key=|id| *id
                    children=move |id| view! { <MarkDisc ui layout id/> }
                />
            </g>
        </svg>
    }
}

/// Measures the diagram, and the small text on it: before the first paint, and whenever their sizes change.
fn measure(ui: LegUiState, plate: NodeRef<Div>, word: NodeRef<Span>) {
    Effect::new(move |_| {
        let (Some(plate), Some(word)) = (plate.get(), word.get()) else { return };
        let elements = [plate.clone().into(), word.clone().into()];
        let measure = move || {
            let width = f64::from(plate.client_width());
            let line = f64::from(word.offset_height());
            let scale = width / ui.crop.get_untracked().frame()[2];
            set_if_changed(ui.size, (width > 0.0).then_some(Size { scale, line }));
        };
        measure();
        observe_size([&elements[0], &elements[1]], measure);
    });
}

const fn mirror(leg: Leg) -> Option<&'static str> {
    match leg {
        Leg::Left => Some(plate::MIRROR),
        Leg::Right => None,
    }
}

fn zone_left(leg: Leg) -> String {
    let [left, _, width, _] = plate::ZONE;
    let right = left + width;
    decimal(coordinates::on_side(leg, left).min(coordinates::on_side(leg, right)))
}

/// Inside this group a unit is a pixel, however large the diagram is: marks and text keep their size.
fn in_pixels(crop: Crop, size: Option<Size>) -> String {
    let [left, top, ..] = crop.frame();
    let scale = decimal(size.map_or(1.0, |size| 1.0 / size.scale));
    format!("{} scale({scale})", drawing::translated([left, top]))
}
