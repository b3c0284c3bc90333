//! Conditions in the languages of the engines: all write lists and comparisons nearly alike.

use std::fmt::Write as _;

use frontdesk_bench::rules::{Attribute, Condition, Rule, RuleSet, Values};

/// How a language says things. `{}` stands for the attribute and `[]` for the list, in the order in which they come.
pub struct Language {
    /// Before the name of an attribute.
    pub before: &'static str,
    /// Around a name.
    pub quote: char,
    /// Around a list.
    pub brackets: (&'static str, &'static str),
    /// Whether the list comes first, as in `[...].contains(attribute)`.
    pub contains: bool,
    /// Before what is denied, and after it.
    pub not: (&'static str, &'static str),
    /// Between conditions.
    pub and: &'static str,
}

/// The name that a value has in a set.
pub fn name(attribute: &Attribute, at: usize) -> &str {
    match &attribute.values {
        Values::Names(names) => &names[at],
        Values::Numbers(..) | Values::YesNo => unreachable!("{} has no names", attribute.name),
    }
}

impl Language {
    /// The condition of a rule; `true` where it has none.
    pub fn condition(&self, set: &RuleSet, rule: &Rule) -> String {
        let asked = rule.when.iter().flat_map(|(on, condition)| self.tests(&set.attributes[*on], condition));
        let tests: Vec<String> = asked.collect();
        if tests.is_empty() { "true".into() } else { tests.join(self.and) }
    }

    fn tests(&self, attribute: &Attribute, condition: &Condition) -> Vec<String> {
        let on = format!("{}{}", self.before, attribute.name);
        let (open, close) = self.brackets;
        let quoted = |at: &usize| format!("{0}{1}{0}", self.quote, name(attribute, *at));
        let among = |some: &[usize]| {
            let list = some.iter().map(quoted).collect::<Vec<_>>().join(", ");
            if self.contains {
                format!("{open}{list}{close}.contains({on})")
            } else {
                format!("{on} in {open}{list}{close}")
            }
        };
        match condition {
            Condition::OneOf(some) => match some.as_slice() {
                [only] => vec![format!("{on} == {}", quoted(only))],
                some => vec![among(some)],
            },
            Condition::NoneOf(some) => vec![format!("{}{}{}", self.not.0, among(some), self.not.1)],
            Condition::Between(low, high) => {
                let low = low.map(|low| format!("{on} >= {low}"));
                low.into_iter().chain(high.map(|high| format!("{on} <= {high}"))).collect()
            }
            Condition::Is(yes) => vec![format!("{on} == {yes}")],
        }
    }
}

/// Two ways to say "the first rule that fits" in Rego.
#[derive(Debug, Clone, Copy)]
pub enum Rego {
    /// One chain of `else`.
    Else,
    /// The least of all that fit.
    Set,
}

const REGO: Language =
    Language { before: "input.", quote: '"', brackets: ("{", "}"), contains: false, not: ("not ", ""), and: "; " };

/// The rules as Rego.
pub fn rego(set: &RuleSet, how: Rego) -> String {
    let mut text = String::from("package r\n");
    for (at, rule) in set.rules.iter().enumerate() {
        let condition = REGO.condition(set, rule);
        let _ = match how {
            Rego::Else => {
                let head = if at == 0 { "rule" } else { "else" };
                writeln!(text, "{head} := {at} if {{ {condition} }}")
            }
            Rego::Set => writeln!(text, "fits contains {at} if {{ {condition} }}"),
        };
    }
    if matches!(how, Rego::Set) {
        text.push_str("rule := min(fits)\n");
    }
    text
}
