//! Whether a text names a person or role at all, and whether it names one.

/// Words that stand where somebody is to be named later, or that name nobody.
const PLACEHOLDERS: [&str; 23] = [
    "tbd",
    "tba",
    "tbc",
    "tbn",
    "todo",
    "to do",
    "n/a",
    "na",
    "not applicable",
    "none",
    "nobody",
    "no one",
    "unknown",
    "open",
    "pending",
    "vacant",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "name",
    "your name",
    "name here",
];

/// Beginnings of such words.
const BEGINNINGS: [&str; 5] = ["to be ", "not yet ", "still ", "tbd ", "tba "];

/// Words for several people together, as the last word of a name.
const GROUPS: [&str; 14] = [
    "team",
    "teams",
    "committee",
    "board",
    "group",
    "department",
    "departments",
    "everyone",
    "everybody",
    "all",
    "staff",
    "management",
    "us",
    "we",
];

/// Words for one person, as the last word of a role.
const ROLES: [&str; 11] = [
    "director",
    "manager",
    "lead",
    "leader",
    "head",
    "officer",
    "owner",
    "chief",
    "president",
    "coordinator",
    "supervisor",
];

/// Whether a text only keeps the place of a name: `TBD`, `?`, `to be decided`, `xxx`.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let plain = text.to_lowercase();
    let bare = plain.trim_matches(|letter: char| !letter.is_alphanumeric());
    let crosses = bare.len() > 1 && bare.chars().all(|letter| letter == 'x');
    bare.is_empty()
        || crosses
        || PLACEHOLDERS.contains(&bare)
        || BEGINNINGS.iter().any(|beginning| bare.starts_with(beginning))
}

/// Whether a text, without the function after its comma, names one person or role, and not several or a whole team.
#[must_use]
pub fn is_one_person(text: &str) -> bool {
    let name = text.split(',').next().unwrap_or(text).to_lowercase();
    let name = name.trim();
    let last = name.split_whitespace().next_back().unwrap_or("");
    let leads = |text: &str| text.contains(" of ") || text.contains(" for ");
    if GROUPS.contains(&last) && !leads(name) {
        return false;
    }
    let halves = [" and ", " & ", " / ", " or ", "/", " + "].iter().find_map(|between| name.split_once(between));
    let Some((left, right)) = halves else { return true };
    // `Head of Sales and Service` and `Sales and Service Manager` are one role each.
    let role_of_both = ROLES.contains(&last) && !left.trim().contains(' ');
    (leads(left) && !leads(right)) || role_of_both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_keeps_the_place_of_a_name() {
        for text in
            ["TBD", "tbd.", "?", "??", "xxx", "-", "n/a", "N/A", "[name]", "To be decided", "none", "…", "<TBC>"]
        {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["Priya Shah", "Duty manager", "Nona", "Xu", "Ólafur", "山田", "Opening team", "Head of Care"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn one_person_or_role() {
        for text in [
            "Priya Shah, Head of Customer Care",
            "Head of Sales and Service",
            "Sales and Service Manager",
            "Director of Care & Quality",
            "Team lead",
            "Group head of care",
            "Head of Change Management",
            "Lead for the Care team",
        ] {
            assert!(is_one_person(text), "{text}");
        }
        for text in [
            "Priya Shah and Tom Reyes",
            "Priya Shah & Tom Reyes, Care",
            "the team",
            "Steering committee",
            "Head of Care and Head of Sales",
            "A and B",
            "Priya/Tom",
            "everyone",
        ] {
            assert!(!is_one_person(text), "{text}");
        }
    }
}
