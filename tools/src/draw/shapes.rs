//! The table of the plate's shapes: anchors of smooth curves, in plate units.
//!
//! The outline follows the measured profile, except for noted corrections where the mesh is inaccurate. Muscle borders
//! are constructed from the attachments and the usual topography; none is traced.

use super::path::{Anchor, ShapeTable};

/// The silhouette from above the waist down the back, round the foot and up the front.
/// Differences from the mesh: a crease at the gluteal fold; the patella stands out and has a
/// dip above and the tendon below; the tibial tuberosity shows; the foot has heel, arch, ball and toes.
pub const OUTLINE: ShapeTable = &[
    &[(120.0, -32.0), (116.0, 0.0), (103.0, 55.0), (81.0, 101.0), (60.0, 144.0), (51.0, 190.0), (56.0, 234.0), (72.0, 268.0), (95.0, 293.0)],
    &[(95.0, 293.0), (110.0, 340.0), (120.0, 420.0), (132.5, 512.0), (141.5, 580.0), (142.0, 618.0), (134.5, 653.0), (119.0, 697.0), (109.0, 750.0), (107.0, 808.0), (113.5, 880.0), (128.0, 965.0), (141.0, 1045.0), (144.5, 1090.0), (139.0, 1135.0), (136.0, 1168.0), (142.0, 1190.0), (160.0, 1199.0)],
    &[(160.0, 1199.0), (372.0, 1199.0)],
    &[(372.0, 1199.0), (392.0, 1199.5), (410.0, 1199.0), (420.5, 1192.0), (418.0, 1180.0), (405.0, 1174.0), (390.0, 1172.5), (372.0, 1165.0), (348.0, 1156.0), (315.0, 1142.0), (268.0, 1112.0), (240.0, 1082.0), (229.5, 1040.0), (230.0, 985.0), (235.0, 900.0), (241.0, 815.0), (248.0, 752.0), (257.0, 715.0), (264.5, 692.0), (279.0, 669.0), (286.5, 647.0), (286.0, 626.0), (287.5, 604.0), (299.0, 530.0), (315.0, 445.0), (320.5, 380.0), (317.0, 310.0), (307.0, 222.0)],
    &[(307.0, 222.0), (313.0, 195.0), (322.0, 130.0), (330.0, 70.0), (331.0, 40.0), (327.0, 0.0), (322.0, -32.0)],
];

/// Gluteus medius: a fan below the crest that converges on the tip of the trochanter.
pub const GLUTEUS_MEDIUS: ShapeTable = &[
    &[(146.0, 40.0), (176.0, 24.0), (210.0, 32.0), (240.0, 56.0)],
    &[(240.0, 56.0), (236.0, 104.0), (223.0, 152.0), (206.0, 192.0), (198.0, 210.0)],
    &[(198.0, 210.0), (188.0, 210.0)],
    &[(188.0, 210.0), (180.0, 186.0), (166.0, 130.0), (146.0, 40.0)],
];

/// Gluteus maximus: from the crest and sacrum to the band and, deep to it, the femur. Its lower border
/// continues obliquely past the gluteal fold; in the reference drawing it ended level there.
pub const GLUTEUS_MAXIMUS: ShapeTable = &[
    &[(146.0, 40.0), (112.0, 82.0), (84.0, 121.0), (65.0, 162.0), (59.0, 200.0), (64.0, 236.0), (80.0, 266.0), (104.0, 292.0), (140.0, 318.0), (170.0, 342.0), (186.0, 366.0)],
    &[(186.0, 366.0), (178.0, 322.0), (171.0, 280.0), (170.0, 230.0), (168.0, 170.0), (158.0, 100.0), (146.0, 40.0)],
];

/// Tensor fasciae latae, with the bulge of its belly in front, which the reference drawing lacked.
pub const TENSOR: ShapeTable = &[
    &[(240.0, 54.0), (262.0, 82.0), (277.0, 119.0)],
    &[(277.0, 119.0), (281.0, 155.0), (275.0, 205.0), (260.0, 255.0), (241.0, 302.0)],
    &[(241.0, 302.0), (233.0, 262.0), (229.0, 210.0), (230.0, 140.0), (240.0, 54.0)],
];

/// Sartorius: the first part, from the front spine to the inner thigh.
pub const SARTORIUS: ShapeTable = &[
    &[(277.0, 117.0), (292.0, 150.0), (302.0, 190.0), (307.0, 240.0), (312.0, 290.0)],
    &[(312.0, 290.0), (298.0, 245.0), (284.0, 195.0), (277.0, 117.0)],
];

/// Rectus femoris, which forms the front contour of the thigh.
pub const RECTUS: ShapeTable = &[
    &[(277.0, 180.0), (293.0, 222.0), (306.0, 280.0), (312.5, 340.0), (313.0, 390.0), (308.0, 446.0), (297.0, 510.0), (287.0, 560.0), (279.0, 606.0)],
    &[(279.0, 606.0), (280.0, 560.0), (286.0, 510.0), (287.5, 450.0), (283.0, 385.0), (270.0, 315.0), (258.0, 265.0), (264.0, 225.0), (277.0, 180.0)],
];

/// The whole vastus lateralis: the band covers its middle, and a strip is visible behind the band.
pub const VASTUS: ShapeTable = &[
    &[(200.0, 246.0), (250.0, 262.0), (272.0, 320.0), (284.0, 390.0), (287.5, 450.0), (285.0, 515.0), (277.0, 570.0), (265.0, 616.0)],
    &[(265.0, 616.0), (250.0, 600.0), (224.0, 598.0), (206.0, 614.0)],
    &[(206.0, 614.0), (194.0, 565.0), (180.0, 495.0), (169.0, 425.0), (161.0, 360.0), (156.0, 300.0), (200.0, 246.0)],
];

/// Biceps femoris: long head from under gluteus maximus, short head joining in front, tendon to the fibular head.
/// A groove separates it from the band above the knee; in the reference drawing the two touched.
pub const BICEPS: ShapeTable = &[
    &[(110.0, 290.0), (119.0, 340.0), (129.0, 410.0), (139.0, 480.0), (151.0, 555.0), (163.0, 612.0), (175.0, 655.0), (183.0, 682.0)],
    &[(183.0, 682.0), (190.0, 652.0), (194.0, 610.0), (187.0, 553.0), (177.0, 490.0), (167.0, 425.0), (159.0, 360.0), (154.0, 300.0)],
    &[(154.0, 300.0), (110.0, 290.0)],
];

/// Semitendinosus and semimembranosus, visible behind the biceps toward the hollow of the knee.
pub const INNER_HAMSTRINGS: ShapeTable = &[
    &[(112.0, 345.0), (124.0, 425.0), (136.0, 510.0), (146.5, 580.0), (148.0, 615.0), (143.0, 648.0)],
    &[(143.0, 648.0), (159.0, 625.0), (162.0, 600.0), (150.0, 530.0), (112.0, 345.0)],
];

/// Patella, from the side.
pub const PATELLA: ShapeTable = &[&[
    (269.0, 623.5), (279.5, 628.0), (283.0, 643.0), (278.5, 661.0), (268.5, 675.5), (261.0, 664.0), (256.0, 650.0), (258.5, 633.0), (269.0, 623.5),
]];

/// Head of the fibula.
pub const FIBULAR_HEAD: ShapeTable = &[&[
    (184.0, 690.0), (193.0, 695.0), (195.0, 706.0), (189.0, 718.0), (181.0, 718.0), (175.0, 708.0), (176.5, 696.0), (184.0, 690.0),
]];

/// Greater trochanter, seen through the sheet above the zone.
pub const TROCHANTER: ShapeTable = &[&[
    (184.0, 199.0), (202.0, 205.0), (215.0, 224.0), (216.0, 244.0), (204.0, 258.0), (188.0, 250.0), (177.0, 224.0), (184.0, 199.0),
]];

/// Shade along the trochanter's back and lower edge.
pub const TROCHANTER_SHADE: ShapeTable = &[
    &[(184.0, 199.0), (177.0, 224.0), (188.0, 250.0), (204.0, 258.0), (216.0, 244.0)],
    &[(216.0, 244.0), (202.0, 247.0), (190.0, 236.0), (185.0, 219.0), (184.0, 199.0)],
];

/// Quadriceps tendon above and patellar tendon below the patella.
pub const TENDONS: [ShapeTable; 2] = [
    &[
        &[(286.0, 545.0), (281.5, 600.0), (280.0, 630.0)],
        &[(280.0, 630.0), (261.0, 630.0)],
        &[(261.0, 630.0), (272.0, 600.0), (286.0, 545.0)],
    ],
    &[
        &[(275.0, 666.0), (261.0, 692.0), (250.0, 728.0)],
        &[(250.0, 728.0), (249.0, 708.0), (253.0, 690.0), (261.0, 666.0)],
        &[(261.0, 666.0), (275.0, 666.0)],
    ],
];

/// Ink lines inside the silhouette, as start, control point and end: gluteal fold, groin, hollow of the knee, folds
/// above and below the patella, outer ankle, heel, instep, three small toes, nail of the great toe.
pub const FOLDS: [[Anchor; 3]; 13] = [
    [(95.0, 293.0), (112.0, 303.0), (132.0, 298.0)],
    [(307.0, 222.0), (302.0, 203.0), (284.0, 192.0)],
    [(142.0, 618.0), (148.0, 629.0), (161.0, 628.0)],
    [(286.0, 613.0), (282.0, 618.5), (272.0, 618.0)],
    [(279.0, 669.0), (275.0, 679.0), (264.0, 683.0)],
    [(186.0, 1104.0), (207.0, 1104.0), (205.0, 1124.0)],
    [(205.0, 1124.0), (203.0, 1136.0), (192.0, 1140.0)],
    [(151.0, 1189.0), (160.0, 1178.0), (178.0, 1178.0)],
    [(236.0, 1088.0), (226.0, 1096.0), (221.0, 1110.0)],
    [(338.0, 1190.0), (352.0, 1182.0), (357.0, 1198.0)],
    [(357.0, 1186.0), (369.0, 1178.0), (374.0, 1198.0)],
    [(374.0, 1183.0), (386.0, 1175.0), (391.0, 1198.0)],
    [(404.0, 1180.0), (413.0, 1180.0), (416.0, 1186.0)],
];

/// Fine lines that model the knee: patellar tendon, quadriceps tendon, collateral ligament.
pub const KNEE_LINES: [[Anchor; 3]; 5] = [
    [(261.0, 673.0), (253.0, 692.0), (249.0, 716.0)],
    [(273.0, 674.0), (262.0, 690.0), (255.0, 716.0)],
    [(281.0, 590.0), (266.0, 604.0), (263.0, 626.0)],
    [(209.0, 642.0), (202.0, 672.0), (190.0, 695.0)],
    [(203.0, 644.0), (195.0, 672.0), (185.0, 691.0)],
];

/// Calf and shin muscles, which complete the leg down to the floor: soleus, gastrocnemius, peroneus longus, the
/// extensors of the shin.
pub const LOWER_LEG: [ShapeTable; 4] = [
    &[
        &[(182.0, 770.0), (184.0, 850.0), (176.0, 940.0), (163.0, 1015.0), (151.0, 1070.0)],
        &[(151.0, 1070.0), (146.0, 1010.0), (134.0, 940.0), (150.0, 850.0), (182.0, 770.0)],
    ],
    &[
        &[(180.0, 640.0), (147.0, 656.0), (126.0, 700.0), (115.5, 755.0), (113.5, 810.0), (119.5, 880.0), (129.0, 934.0)],
        &[(129.0, 934.0), (152.0, 895.0), (168.0, 820.0), (176.0, 740.0), (180.0, 640.0)],
    ],
    &[
        &[(181.0, 706.0), (182.0, 800.0), (183.0, 880.0), (178.0, 970.0), (175.0, 1050.0), (182.0, 1106.0)],
        &[(182.0, 1106.0), (185.0, 1050.0), (199.0, 950.0), (208.0, 860.0), (207.0, 780.0), (196.0, 720.0), (181.0, 706.0)],
    ],
    &[
        &[(200.0, 700.0), (211.0, 790.0), (212.0, 880.0), (204.0, 980.0), (214.0, 1076.0)],
        &[(214.0, 1076.0), (222.0, 1040.0), (227.0, 960.0), (234.0, 870.0), (239.5, 790.0), (240.0, 735.0), (228.0, 705.0), (200.0, 700.0)],
    ],
];

/// Capsule and retinaculum round the outer knee, pale under everything, and the shin bone's bare front edge.
pub const KNEE: ShapeTable = &[
    &[(196.0, 580.0), (262.0, 600.0), (272.0, 640.0), (258.0, 690.0), (246.0, 742.0), (233.0, 900.0)],
    &[(233.0, 900.0), (234.0, 780.0), (222.0, 724.0), (186.0, 706.0)],
    &[(186.0, 706.0), (184.0, 670.0), (190.0, 630.0), (196.0, 580.0)],
];

/// Achilles tendon.
pub const ACHILLES: ShapeTable = &[
    &[(120.0, 890.0), (137.0, 985.0), (147.0, 1050.0), (149.0, 1095.0), (143.0, 1150.0)],
    &[(143.0, 1150.0), (156.0, 1150.0), (157.0, 1095.0), (158.0, 1000.0), (150.0, 890.0), (120.0, 890.0)],
];

/// Biceps tendon on the muscle's outer face.
pub const BICEPS_TENDON: ShapeTable = &[
    &[(177.0, 570.0), (177.0, 620.0), (179.0, 660.0), (180.0, 698.0)],
    &[(180.0, 698.0), (190.0, 698.0)],
    &[(190.0, 698.0), (189.0, 660.0), (186.0, 620.0), (177.0, 570.0)],
];

/// Crest of the hip bone from the back spine to the front one; muscles cover all but its rim.
pub const CREST: ShapeTable = &[&[
    (111.0, 76.0), (143.0, 36.0), (176.0, 18.5), (208.0, 24.0), (237.0, 46.0), (263.0, 77.0), (280.0, 121.0),
]];

/// Shadow along the band's back edge.
pub const BAND_SHADE: ShapeTable = &[
    &[(172.0, 262.0), (185.0, 370.0), (202.0, 540.0), (215.0, 690.0)],
    &[(215.0, 690.0), (211.0, 590.0), (199.0, 430.0), (172.0, 262.0)],
];

/// Front edge of the sheet above the zone, under tensor fasciae latae.
pub const SHEET_FRONT: [Anchor; 2] = [(258.0, 70.0), (256.0, 190.0)];
/// Back edge of the sheet above the zone, under gluteus maximus.
pub const SHEET_BACK: [Anchor; 2] = [(136.0, 70.0), (156.0, 190.0)];
