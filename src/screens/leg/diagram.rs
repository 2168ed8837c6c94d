//! The diagram of the leg with its captions, and the measurement of its size.

use leptos::{
    html::{Div, Span},
    prelude::*,
    svg::Rect,
};

use super::{
    coordinates::{self, decimal},
    crop::Crop,
    crop_toggles::CropToggles,
    earlier_spots::{EarlierSpotRings, EarlierSpots},
    first_use_hints::FirstUseHints,
    layout::DiagramSize,
    layout_cache::LayoutCache,
    marks::{DragHandle, DraggedMarkLabel, MarkDisc, MarkLabels},
    plate,
    pointer_gestures::PointerGestures,
    resize_observer::observe_size,
    selected_leg::selected_leg,
    structure_labels::{StructureLabels, label_style},
    svg_markup,
    ui_state::{LegUiState, set_if_changed},
};
use crate::{app::context::use_app, components::leg_attribute::leg_attribute, domain::leg::Leg};

/// The selected leg with its marks. The list below provides the same information and actions without pointers.
#[component]
pub fn LegDiagram(
    /// UI state of the leg screen.
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
    let gestures = PointerGestures::new(app, ui, layout, earlier, plate, zone);
    measure(ui, plate, front_word);
    view! {
        <div
            node_ref=plate
            class="plate"
            data-crop=move || ui.crop.get().attribute()
            on:pointerdown=move |event| gestures.pointer_down(&event)
            on:mousedown=move |event| gestures.mouse_down(&event)
            on:pointermove=move |event| gestures.pointer_move(&event)
            on:pointerup=move |event| gestures.pointer_up(&event)
            on:pointercancel=move |event| gestures.pointer_cancel(&event)
            on:touchend=move |event| gestures.touch_end(&event)
        >
            <Drawing ui layout earlier zone/>
            <span class="plate-caption is-back">{t.back_of_thigh}</span>
            <span class="plate-caption is-knee">{t.knee_keep_off}</span>
            <div class="plate-captions">
                <span class="plate-caption is-hip">{t.hip_keep_off}</span>
                <FirstUseHints ui/>
                <span class="plate-caption is-front" node_ref=front_word>{t.front_of_thigh}</span>
            </div>
            <StructureLabels ui/>
            <For each=move || layout.mark_ids() key=|id| *id children=move |id| view! { <DragHandle layout id/> }/>
            <DraggedMarkLabel ui layout/>
            <CropToggles ui/>
        </div>
    }
}

/// The SVG of the leg and the marks.
#[component]
fn Drawing(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The layout of the diagram.
    layout: LayoutCache,
    /// The earlier spots.
    earlier: EarlierSpots,
    /// The rectangle of the zone, for pointer gestures.
    zone: NodeRef<Rect>,
) -> impl IntoView {
    let app = use_app();
    let leg = Memo::new(move |_| selected_leg(app));
    let leaders = move || {
        label_style(ui)
            .map(|label_style| svg_markup::structure_leaders(label_style, leg.get()))
            .unwrap_or_default()
    };
    // Each tap renders a new element, so that the animation restarts.
    let flash = move || {
        let taps = ui.outside_zone_taps.get();
        ui.outside_zone.get().map(|end| svg_markup::keep_off_flash(end, taps)).unwrap_or_default()
    };
    view! {
        <svg
            viewBox=move || ui.crop.get().view_box()
            role="img"
            aria-labelledby="leg-which leg-summary"
            data-diagram=move || leg_attribute(leg.get())
        >
            // Set as `inner_html`: inside `<svg>` the macro wraps static elements in an extra group.
            <g
                mask=move || ui.crop.get().mask()
                transform=move || mirror_transform(leg.get())
                inner_html=r##"<use href="#leg-plate"/>"##
            ></g>
            <g transform=move || mirror_transform(leg.get()) inner_html=flash></g>
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
            <g transform=move || pixel_transform(ui.crop.get(), ui.size.get())>
                <EarlierSpotRings ui earlier/>
                <MarkLabels layout/>
                <For
                    each=move || layout.mark_ids()
                    key=|id| *id
                    children=move |id| view! { <MarkDisc ui layout id/> }
                />
            </g>
        </svg>
    }
}

/// Measures the diagram and the height of its small text before the first paint and after each resize.
fn measure(ui: LegUiState, plate: NodeRef<Div>, label: NodeRef<Span>) {
    Effect::new(move |_| {
        let (Some(plate), Some(label)) = (plate.get(), label.get()) else { return };
        let elements = [plate.clone().into(), label.clone().into()];
        let measure = move || {
            let width = f64::from(plate.client_width());
            let line_height_px = f64::from(label.offset_height());
            let px_per_unit = width / ui.crop.get_untracked().bounds()[2];
            set_if_changed(ui.size, (width > 0.0).then_some(DiagramSize { px_per_unit, line_height_px }));
        };
        measure();
        observe_size([&elements[0], &elements[1]], measure);
    });
}

const fn mirror_transform(leg: Leg) -> Option<&'static str> {
    match leg {
        Leg::Left => Some(plate::MIRROR),
        Leg::Right => None,
    }
}

fn zone_left(leg: Leg) -> String {
    let [left, _, width, _] = plate::ZONE;
    let right = left + width;
    decimal(coordinates::x_on_leg(leg, left).min(coordinates::x_on_leg(leg, right)))
}

/// The `transform` of a group in which one unit is one CSS pixel, so that marks and text keep their size at any
/// size of the diagram.
fn pixel_transform(crop: Crop, size: Option<DiagramSize>) -> String {
    let [left, top, ..] = crop.bounds();
    let scale = decimal(size.map_or(1.0, |size| 1.0 / size.px_per_unit));
    format!("{} scale({scale})", svg_markup::translate([left, top]))
}
