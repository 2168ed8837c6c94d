//! The emergency number of the person's region, derived from the browser's language tags and time zone.

/// The emergency number of the first region subtag in `language_tags`, as dialled. `None` if no tag has a region, if
/// the number of that region is not certain, or if `time_zone` (an IANA name) is outside the region.
///
/// Only the first region counts: browsers list the person's own language first and fallbacks after it. The time zone is
/// checked because many people outside the USA use a browser in American English, and 911 does not work there.
pub fn emergency_number<'a>(
    language_tags: impl IntoIterator<Item = &'a str>,
    time_zone: Option<&str>,
) -> Option<&'static str> {
    let region = language_tags.into_iter().find_map(region)?;
    let number = number_of_region(&region)?;
    let area = time_zone.and_then(|zone| zone.split_once('/')).map(|(area, _)| area);
    let is_in_region =
        area.is_none_or(|area| !TIME_ZONE_AREAS.contains(&area) || time_zone_areas(&region).contains(&area));
    is_in_region.then_some(number)
}

/// The first parts of IANA time zone names that are continents or oceans ("Etc" is neither).
const TIME_ZONE_AREAS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// The areas ([`TIME_ZONE_AREAS`]) of a region's time zones.
fn time_zone_areas(region: &str) -> &'static [&'static str] {
    match region {
        "US" | "CA" | "MX" | "PR" => &["America", "Pacific"],
        "AU" => &["Australia", "Antarctica", "Indian"],
        "NZ" => &["Pacific", "Antarctica"],
        "JP" | "KR" | "SG" | "HK" | "IN" | "GE" => &["Asia", "Indian"],
        "CY" | "TR" => &["Asia", "Europe"],
        // Atlantic: the Azores, Madeira, the Canary Islands, Iceland. Overseas France is absent: it has other numbers.
        _ => &["Europe", "Atlantic", "Arctic", "Africa"],
    }
}

/// The region subtag of a BCP 47 tag in upper case: "AT" for "de-AT" and "de-Latn-AT".
fn region(tag: &str) -> Option<String> {
    let mut parts = tag.split(['-', '_']).skip(1);
    // A single letter begins an extension, which has no region.
    let parts = std::iter::from_fn(|| parts.next().filter(|part| part.len() > 1));
    let mut regions = parts.filter(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    regions.next().map(str::to_ascii_uppercase)
}

/// The number that reaches an ambulance from every telephone in the region, including mobile telephones.
fn number_of_region(region: &str) -> Option<&'static str> {
    Some(match region {
        // The European emergency number: required by law in the EU and the European Economic Area; also valid in the
        // other regions listed here.
        "AT" | "BE" | "BG" | "CY" | "CZ" | "DE" | "DK" | "EE" | "ES" | "FI" | "FR" | "GR" | "HR" | "HU"
        | "IE" | "IT" | "LT" | "LU" | "LV" | "MT" | "NL" | "PL" | "PT" | "RO" | "SE" | "SI" | "SK" | "IS"
        | "LI" | "NO" | "CH" | "GE" | "MD" | "TR" | "UA" | "IN" => "112",
        "US" | "CA" | "MX" | "PR" => "911",
        "GB" | "GG" | "IM" | "JE" | "HK" => "999",
        "AU" => "000",
        "NZ" => "111",
        "JP" | "KR" => "119",
        "SG" => "995",
        _ => return None,
    })
}
