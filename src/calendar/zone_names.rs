//! Which zone an author may have meant: a suggestion for a name that the database does not have.

use jiff::tz::TimeZone;

use crate::calendar::zone::Zone;

impl Zone {
    /// A zone that the author surely meant by a name that does not exist: the same name but for capitals or spaces, the
    /// right city under a wrong continent or none, or a name at most two slips of the pen away. `None` where two would do.
    #[must_use]
    pub fn nearest(name: &str) -> Option<String> {
        let written = simplified(name);
        if written.is_empty() || written.len() > 60 {
            return None;
        }
        let names = || Self::names().filter(|known| !known.starts_with("Etc/") && *known != "Factory");
        let same = one_of(names().filter(|known| simplified(known) == written).collect());
        let same_city = || one_of(names().filter(|known| city(&simplified(known)) == city(&written)).collect());
        same.or_else(same_city).or_else(|| a_slip_away(&written, names())).map(str::to_owned)
    }
}

/// The one nearest name, if it is at most two slips away; one for short names, where two slips may mean anything.
fn a_slip_away(written: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let allowed = match written.len() {
        0..5 => return None,
        5..8 => 1,
        _ => 2,
    };
    let mut nearest = (allowed + 1, Vec::new());
    // `GMT+1` is no misspelt `GMT+0`: a figure is never a slip of the pen.
    let figures = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let alike = |known: &&str| known.len().abs_diff(written.len()) <= allowed && figures(known) == figures(written);
    for known in names.filter(alike) {
        let distance = strsim::osa_distance(written, &simplified(known));
        if distance < nearest.0 {
            nearest = (distance, Vec::new());
        }
        if distance == nearest.0 && distance <= allowed {
            nearest.1.push(known);
        }
    }
    one_of(nearest.1)
}

/// The only name of a list, or the current one of several for the same place.
fn one_of(names: Vec<&'static str>) -> Option<&'static str> {
    if let [only] = names.as_slice() {
        return Some(only);
    }
    let primary =
        |name: &&'static str| TimeZone::get(name).ok().and_then(|zone| zone.primary_iana_name().map(str::to_owned));
    let current = names.first().and_then(primary)?;
    let one_place = names.iter().all(|name| primary(name).as_ref() == Some(&current));
    names.into_iter().find(|name| one_place && *name == current)
}

fn simplified(name: &str) -> String {
    name.trim().to_ascii_lowercase().replace([' ', '-'], "_")
}

/// The last part of a name, which says the place.
fn city(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_when_sure() {
        for (written, meant) in [
            ("Europe/Londn", Some("Europe/London")),
            ("europe/london", Some("Europe/London")),
            ("GMT+1", None),
            ("Europe/Londno", Some("Europe/London")),
            ("America/New York", Some("America/New_York")),
            ("America/NewYork", Some("America/New_York")),
            ("New York", Some("America/New_York")),
            ("Berlin", Some("Europe/Berlin")),
            ("Asia/Sydney", Some("Australia/Sydney")),
            ("Indianapolis", Some("America/Indiana/Indianapolis")),
            ("Asia/Kolkatta", Some("Asia/Kolkata")),
            ("utc", Some("UTC")),
            ("Bst", None),
            ("London time", None),
            ("Europe/Atlantis", None),
            ("", None),
        ] {
            assert_eq!(Zone::nearest(written).as_deref(), meant, "{written}");
        }
    }
}
