//! What was probably meant: a suggestion only when sure.

/// Words that managers use for the words of the language, and for names that changed. A word may stand for several; the
/// first that is known in the strategy is suggested.
const SYNONYMS: [(&str, &[&str]); 70] = [
    ("twitter", &["x", "social"]),
    ("tweet", &["x", "social"]),
    ("tel", &["phone"]),
    ("telephone", &["phone"]),
    ("voice call", &["phone"]),
    ("call", &["phone"]),
    ("calls", &["phone"]),
    ("mobile", &["phone"]),
    ("hotline", &["phone"]),
    ("social media", &["social"]),
    ("social network", &["social"]),
    ("video call", &["video"]),
    ("contact form", &["web form"]),
    ("direct messages", &["private message"]),
    ("text messages", &["sms"]),
    ("texts", &["sms"]),
    ("store", &["in person"]),
    ("branch", &["in person"]),
    ("fax machine", &["fax"]),
    ("blog", &["community"]),
    ("help center", &["help pages", "self-service"]),
    ("insta", &["instagram", "social"]),
    ("ig", &["instagram", "social"]),
    ("fb", &["facebook", "social"]),
    ("meta", &["facebook", "social"]),
    ("mail", &["email", "post"]),
    ("e-mail", &["email"]),
    ("emails", &["email"]),
    ("web chat", &["chat"]),
    ("webchat", &["chat"]),
    ("live chat", &["chat"]),
    ("livechat", &["chat"]),
    ("letter", &["post"]),
    ("letters", &["post"]),
    ("text", &["sms"]),
    ("text message", &["sms"]),
    ("whatsapp", &["messaging"]),
    ("messenger", &["messaging"]),
    ("dm", &["private message"]),
    ("direct message", &["private message"]),
    ("webform", &["web form"]),
    ("form", &["web form"]),
    ("walk-in", &["in person"]),
    ("counter", &["in person"]),
    ("faq", &["help pages", "self-service"]),
    ("self service", &["self-service"]),
    ("ivr", &["self-service"]),
    ("chatbot", &["bot"]),
    ("forum", &["community"]),
    ("reviews", &["review sites", "review site"]),
    ("fone", &["phone"]),
    ("urgent", &["critical", "high"]),
    ("true", &["yes"]),
    ("y", &["yes"]),
    ("false", &["no"]),
    ("n", &["no"]),
    ("group", &["send to"]),
    ("team", &["send to"]),
    ("route to", &["send to"]),
    ("condition", &["when"]),
    ("if", &["when"]),
    ("opening times", &["hours", "open"]),
    ("medium", &["normal"]),
    ("everyone", &["Everyone else"]),
    ("everybody else", &["Everyone else"]),
    ("default", &["Everyone else", "Everything else"]),
    ("none", &["never", "none needed"]),
    ("no", &["never", "none needed"]),
    ("not needed", &["never", "none needed"]),
    ("not required", &["never", "none needed"]),
];

/// The one candidate that was meant, or none where that is not sure: the same but for case, a synonym, or at most two
/// letters away (one for words of fewer than five letters) with no other candidate as near.
#[must_use]
pub fn nearest(written: &str, candidates: &[&str]) -> Option<String> {
    let lower = written.to_lowercase();
    if let Some(same) = candidates.iter().find(|candidate| candidate.to_lowercase() == lower) {
        return Some((*same).to_owned());
    }
    let meanings = SYNONYMS.iter().find(|(word, _)| *word == lower).map_or(&[] as &[&str], |(_, meanings)| *meanings);
    if let Some(meant) = meanings.iter().find(|meaning| candidates.contains(*meaning)) {
        return Some((*meant).to_owned());
    }
    by_distance(&lower, candidates)
}

/// Names with something else than a comma between them, as a list should be written; none where one of them is not known.
pub(crate) fn joined(written: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    [" and ", " or ", " & ", " + ", "; ", ";", "/"].into_iter().find_map(|joint| {
        let parts: Vec<&str> = written.split(joint).map(str::trim).collect();
        (parts.len() > 1 && parts.iter().all(|part| is_known(part))).then(|| parts.join(", "))
    })
}

/// Names of one service each. The kind that such a service is of is more than was meant.
const SERVICES: [&str; 14] = [
    "twitter",
    "tweet",
    "insta",
    "ig",
    "instagram",
    "fb",
    "facebook",
    "meta",
    "tiktok",
    "linkedin",
    "youtube",
    "whatsapp",
    "messenger",
    "telegram",
];

/// The one channel that was meant, or the one kind of those that have a channel.
#[must_use]
pub(crate) fn nearest_channel(written: &str, channels: &[&str], kinds: &[&str]) -> Option<String> {
    let service = SERVICES.contains(&written.to_lowercase().as_str());
    let kinds = if service { &[] } else { kinds };
    nearest(written, &[channels, kinds].concat())
}

/// The one sentence that was meant, or none where that is not sure: the same but for case, or at most a fifth of its
/// letters away with no other candidate as near. For whole sentences, of which a word or two may be missing.
#[must_use]
pub(crate) fn closest(written: &str, candidates: &[&str]) -> Option<String> {
    let length = written.chars().count();
    if length > 200 {
        return None;
    }
    within(&written.to_lowercase(), length / 5, candidates)
}

fn by_distance(lower: &str, candidates: &[&str]) -> Option<String> {
    let length = lower.chars().count();
    if !(2..=60).contains(&length) {
        return None;
    }
    // "GMT+1" is not a misspelt "GMT+0", nor "Team 2" a "Team 3": a figure is never a slip of the finger to be guessed.
    let alike: Vec<&str> =
        candidates.iter().copied().filter(|candidate| figures(candidate) == figures(lower)).collect();
    within(lower, if length < 5 { 1 } else { 2 }, &alike)
}

/// The digits of a name, in order.
fn figures(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

/// The one candidate that is nearest, at most `most` letters away.
fn within(lower: &str, most: usize, candidates: &[&str]) -> Option<String> {
    let length = lower.chars().count();
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    for candidate in candidates {
        let other = candidate.chars().count();
        if other.abs_diff(length) > most || other < 2 {
            continue;
        }
        let distance = strsim::osa_distance(lower, &candidate.to_lowercase());
        if distance > most {
            continue;
        }
        match best {
            Some((found, name)) if found < distance || name == *candidate => {}
            Some((found, _)) if found == distance => tied = true,
            Some(_) | None => {
                best = Some((distance, candidate));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_when_sure() {
        let channels = ["phone", "chat", "email", "x", "help pages"];
        for (written, meant) in [
            ("fone", Some("phone")),
            ("tel", Some("phone")),
            ("twitter", Some("x")),
            ("emial", Some("email")),
            ("Phone", Some("phone")),
            ("FAQ", Some("help pages")),
            ("chta", Some("chat")),
            ("shop", None),
            ("y", None),
        ] {
            assert_eq!(nearest(written, &channels).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn a_figure_is_never_guessed() {
        assert_eq!(nearest("GMT+1", &["GMT+0", "GMT0"]), None, "an hour off");
        assert_eq!(nearest("Gold 2", &["Gold 1", "Silver"]), None, "another level");
    }

    #[test]
    fn sentences_may_lack_a_word() {
        let questions = ["Who decides what we can say?", "What can we say publicly?", "What is our voice?"];
        for (written, meant) in [
            ("who decides what we can say", Some("Who decides what we can say?")),
            ("Who decides what we say?", Some("Who decides what we can say?")),
            ("What may we say publicly?", Some("What can we say publicly?")),
            ("What is our favourite colour?", None),
            ("", None),
        ] {
            assert_eq!(closest(written, &questions).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn two_candidates_alike_are_no_suggestion() {
        assert_eq!(nearest("Desk 9", &["Desk 1", "Desk 2"]), None);
    }
}
