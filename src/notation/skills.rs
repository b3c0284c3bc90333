//! Whether a group does only this, and what it can do: `blended with email`, `orders, German (fluent)`.

use std::fmt;

use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::list::LIST;
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::{Miss, splice};
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::{leading_words, telling, whole_words};
use crate::source::{Excerpt, Spanned};

/// Whether a group does only this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mix {
    /// Only this.
    Dedicated,
    /// This and other work.
    Blended {
        /// The other work.
        with: Spanned<String>,
        /// Who or what goes first.
        first: Option<Spanned<String>>,
        /// More on it, in the author's words.
        note: Option<Spanned<String>>,
    },
}

/// Something that a group can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// What.
    pub name: Spanned<String>,
    /// How well, where it matters.
    pub level: Option<Spanned<String>>,
}

pub(crate) const MIX: Reader<'static, Spanned<Mix>> =
    Reader { wanted: Phrase::Mix, parse: &parse_mix, look: &look_mix };

pub(crate) const SKILLS: Reader<'static, Vec<Skill>> =
    Reader { wanted: Phrase::Skills, parse: &parse_skills, look: &look_skills };

/// Reads `dedicated` or `blended with email, phone first`.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn mix(excerpt: Excerpt<'_>) -> Result<Spanned<Mix>, Misread> {
    MIX.read(excerpt)
}

/// Reads skills between `, `, each perhaps with a level in brackets.
///
/// # Errors
/// Says what is wrong with any other text.
pub fn skills(excerpt: Excerpt<'_>) -> Result<Vec<Skill>, Misread> {
    SKILLS.read(excerpt)
}

fn parse_mix(excerpt: Excerpt<'_>) -> Attempt<Spanned<Mix>> {
    let found = parse(Rule::mix_phrase, excerpt)?.first()?;
    if found.rule() == Rule::dedicated {
        return Ok(found.with(Mix::Dedicated));
    }
    let first = found.part(Rule::goes_first).map(|part| part.need(Rule::first_one)).transpose()?;
    Ok(found.with(Mix::Blended {
        with: found.need(Rule::piece)?.words(),
        first: first.as_ref().map(Found::words),
        note: found.part(Rule::note).as_ref().map(Found::words),
    }))
}

fn parse_skills(excerpt: Excerpt<'_>) -> Attempt<Vec<Skill>> {
    // What is wrong with a list is wrong with a list of skills.
    if let Some(miss) = LIST.miss(excerpt.text).and_then(telling) {
        return Err(miss.into());
    }
    let phrase = parse(Rule::skills_phrase, excerpt)?;
    phrase
        .all(Rule::skill)
        .map(|skill| {
            let level = skill.part(Rule::level);
            Ok(Skill { name: skill.need(Rule::skill_name)?.words(), level: level.as_ref().map(Found::words) })
        })
        .collect()
}

fn look_mix(text: &str) -> Option<Miss> {
    let words = [
        ("dedicated", "dedicated"),
        ("separate", "dedicated"),
        ("only this", "dedicated"),
        ("exclusive", "dedicated"),
        ("not blended", "dedicated"),
        ("yes", "dedicated"),
    ];
    let leads = [
        ("mixed with", "blended with"),
        ("shared with", "blended with"),
        ("combined with", "blended with"),
        ("Blended with", "blended with"),
        ("blended:", "blended with"),
        ("blend of", "blended with"),
        ("blended", "blended with"),
    ];
    let second = text.strip_prefix("blended ").is_some_and(|rest| rest == "with" || rest.starts_with("with "));
    if let Some(miss) = whole_words(text, &words).or_else(|| leading_words(text, &leads).filter(|_| !second)) {
        return Some(miss);
    }
    let blended =
        ["blended", "blended with", "mixed", "shared"].into_iter().find(|word| text.eq_ignore_ascii_case(word));
    blended.map(|_| Miss::new(0, text.len(), MisreadKind::MissingPart { wanted: Phrase::Mix }))
}

fn look_skills(text: &str) -> Option<Miss> {
    // `German(fluent)`, `German (fluent`
    if let Some(at) = text.find('(').filter(|at| *at > 0 && text.get(*at - 1..*at).is_some_and(|before| before != " "))
    {
        return Some(Miss::new(at, at + 1, MisreadKind::Blanks).becomes(splice(text, at, at, " ")));
    }
    let joints = [(") and ", "), "), (") & ", "), "), ("; ", ", ")];
    if let Some((found, write, at)) =
        joints.into_iter().find_map(|(found, write)| text.find(found).map(|at| (found, write, at)))
    {
        let skip = usize::from(found.starts_with(')'));
        let kind = MisreadKind::WrongSeparator { found: found.get(skip..)?.to_owned(), write: ", " };
        return Some(Miss::new(at + skip, at + found.len(), kind).becomes(splice(text, at, at + found.len(), write)));
    }
    let Some(open) = text.rfind('(') else {
        let close = text.find(')')?;
        return Some(Miss::new(close, close + 1, MisreadKind::LoneBracket));
    };
    let unclosed = !text.get(open..)?.contains(')');
    unclosed.then(|| {
        let end = text.get(open..).and_then(|rest| rest.find(", ")).map_or(text.len(), |end| open + end);
        Miss::new(open, end, MisreadKind::LoneBracket).becomes(splice(text, end, end, ")"))
    })
}

impl fmt::Display for Mix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dedicated => f.write_str("dedicated"),
            Self::Blended { with, first, note } => {
                write!(f, "blended with {}", with.value)?;
                if let Some(first) = first {
                    write!(f, ", {} first", first.value)?;
                }
                note.as_ref().map_or(Ok(()), |note| write!(f, ", {}", note.value))
            }
        }
    }
}

impl fmt::Display for Skill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name.value)?;
        self.level.as_ref().map_or(Ok(()), |level| write!(f, " ({})", level.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{exact, misread, read_all};

    #[test]
    fn a_mix_says_what_else_and_who_goes_first() {
        read_all(
            mix,
            &[
                "dedicated",
                "blended with email",
                "blended with email, phone first",
                "blended with all channels, emergencies first, then calls, then written",
                "blended with email, in turns",
            ],
        );
        let read = mix(exact("blended with serving in the shop, people in the shop go first")).unwrap().value;
        let Mix::Blended { with, first: Some(first), note: None } = read else { panic!("{read:?}") };
        assert_eq!((with.value.as_str(), first.value.as_str()), ("serving in the shop", "people in the shop"));
        let word = |found: &str, write: &str| MisreadKind::WrongWord { found: found.into(), write: write.into() };
        misread(mix, "Dedicated", &word("Dedicated", "dedicated"), Some("dedicated"));
        misread(mix, "shared with email", &word("shared with", "blended with"), Some("blended with email"));
        misread(mix, "blended", &MisreadKind::MissingPart { wanted: Phrase::Mix }, None);
        misread(mix, "now and then", &MisreadKind::Unreadable { wanted: Phrase::Mix }, None);
    }

    #[test]
    fn skills_may_have_a_level() {
        let text = "orders, German (fluent), writing in public";
        let read = skills(exact(text)).unwrap();
        let printed: Vec<_> = read.iter().map(ToString::to_string).collect();
        assert_eq!(printed.join(", "), text);
        assert_eq!(read[1].level.as_ref().unwrap().value, "fluent");
        assert_eq!(read[1].name.value, "German");
        misread(skills, "orders, German(fluent)", &MisreadKind::Blanks, Some("orders, German (fluent)"));
        misread(skills, "German (fluent, orders", &MisreadKind::LoneBracket, Some("German (fluent), orders"));
        misread(skills, "orders, ", &MisreadKind::EmptyItem, Some("orders"));
    }
}
