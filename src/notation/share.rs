//! Shares of a whole: `80%`.

use crate::measure::{Decimal, Share};
use crate::notation::grammar::{Found, Rule, parse};
use crate::notation::misread::Misread;
use crate::notation::misread_kind::MisreadKind;
use crate::notation::miss::Miss;
use crate::notation::phrase::Phrase;
use crate::notation::reader::{Attempt, Reader};
use crate::notation::slips::leading_words;
use crate::source::{Excerpt, Spanned};

pub(crate) const SHARE: Reader<'static, Spanned<Share>> =
    Reader { wanted: Phrase::Share, parse: &parse_share, look: &look };

/// Reads `80%` or `99.5%`.
///
/// # Errors
/// Says what is wrong with any other text; a bare `0.8` is never read as 0.8%.
pub fn share(excerpt: Excerpt<'_>) -> Result<Spanned<Share>, Misread> {
    SHARE.read(excerpt)
}

fn parse_share(excerpt: Excerpt<'_>) -> Attempt<Spanned<Share>> {
    build_share(&parse(Rule::share_phrase, excerpt)?.need(Rule::share)?)
}

/// The share that the rule `share` matched.
pub(crate) fn build_share(found: &Found<'_>) -> Attempt<Spanned<Share>> {
    let number = found.text().trim_end_matches('%');
    let share = Decimal::parse(number).and_then(Share::percent);
    share.map(|share| found.with(share)).ok_or_else(|| {
        let kind = MisreadKind::ShareOverWhole { number: number.to_owned() };
        Miss::new(found.start(), found.end(), kind).into()
    })
}

/// Words that say that a number is not exact. Shares are taken as written.
const ABOUT: [(&str, &str); 9] = [
    ("about", ""),
    ("around", ""),
    ("approximately", ""),
    ("approx.", ""),
    ("approx", ""),
    ("roughly", ""),
    ("circa", ""),
    ("ca.", ""),
    ("some", ""),
];

/// `1/5`, where so many percent say the same.
fn fraction(text: &str) -> Option<Miss> {
    let (above, below) = text.split_once('/')?;
    let (above, below): (u32, u32) = (above.trim().parse().ok()?, below.trim().parse().ok()?);
    let fits = (1..=100).contains(&below) && above <= below && (above * 100).is_multiple_of(below);
    let kind = MisreadKind::ShareForm { found: text.to_owned() };
    fits.then(|| Miss::new(0, text.len(), kind).becomes(format!("{}%", above * 100 / below)))
}

fn look(text: &str) -> Option<Miss> {
    if let Some(miss) = leading_words(text, &ABOUT).or_else(|| fraction(text)) {
        return Some(miss);
    }
    if let Some(rest) = text.strip_prefix('~') {
        let miss = Miss::new(0, 1, MisreadKind::ExtraWords { found: "~".into() });
        return Some(miss.becomes(rest.trim_start()));
    }
    let sign = usize::from(text.starts_with('-'));
    let digits =
        text.bytes().skip(sign).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
    let (number, rest) = text.split_at_checked(sign + digits)?;
    let point = number.replace(',', ".");
    let value = Decimal::parse(&point)?;
    let all = |kind| Miss::new(0, text.len(), kind);
    let found = text.to_owned();
    match rest.trim().to_ascii_lowercase().as_str() {
        "" if value > Decimal::ZERO && value < Decimal::whole(1) => {
            let kind = MisreadKind::ShareAsFraction { number: number.to_owned() };
            let hundredfold = Decimal::from_billionths(value.billionths() * 100);
            Some(all(kind).becomes(format!("{hundredfold}%")))
        }
        "" if value >= Decimal::ZERO => {
            let kind = MisreadKind::ShareWithoutSign { number: number.to_owned() };
            Some(all(kind).becomes(format!("{point}%")))
        }
        "" | "%" if value < Decimal::ZERO => Some(all(MisreadKind::NegativeShare { number: number.to_owned() })),
        "%" | "percent" | "per cent" | "pct" | "pc" => {
            Some(all(MisreadKind::ShareForm { found }).becomes(format!("{point}%")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::checks::{misread, read_all};

    #[test]
    fn right_forms_print_as_they_were_written() {
        read_all(share, &["0%", "5%", "80%", "99.5%", "100%"]);
    }

    #[test]
    fn near_misses() {
        let form = |found: &str| MisreadKind::ShareForm { found: found.into() };
        let cases: Vec<(&str, MisreadKind, Option<&str>)> = vec![
            ("0.8", MisreadKind::ShareAsFraction { number: "0.8".into() }, Some("80%")),
            ("80", MisreadKind::ShareWithoutSign { number: "80".into() }, Some("80%")),
            ("1", MisreadKind::ShareWithoutSign { number: "1".into() }, Some("1%")),
            ("80 percent", form("80 percent"), Some("80%")),
            ("80 per cent", form("80 per cent"), Some("80%")),
            ("80 %", form("80 %"), Some("80%")),
            ("80,5%", form("80,5%"), Some("80.5%")),
            ("120%", MisreadKind::ShareOverWhole { number: "120".into() }, None),
            ("120", MisreadKind::ShareWithoutSign { number: "120".into() }, None),
            ("-5%", MisreadKind::NegativeShare { number: "-5".into() }, None),
            ("1/5", form("1/5"), Some("20%")),
            ("1/3", MisreadKind::Unreadable { wanted: Phrase::Share }, None),
            ("about 20%", MisreadKind::ExtraWords { found: "about".into() }, Some("20%")),
            ("most", MisreadKind::Unreadable { wanted: Phrase::Share }, None),
            ("\u{201c}80%\u{201d}", MisreadKind::OddCharacter { found: '\u{201c}', write: "" }, Some("80%")),
        ];
        for (text, kind, suggestion) in cases {
            misread(share, text, &kind, suggestion);
        }
    }
}
