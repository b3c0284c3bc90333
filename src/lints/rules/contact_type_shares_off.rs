//! Shares of contact types that do not make a whole.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::measure::{Decimal, Share};
use crate::policy::ContactTypeId;
use crate::source::{Confidence, Diagnostic, Severity, Sink, Span, quoted};
use crate::strategy::{ContactTypeModel, NameKind};

/// The lint. Every share is one of all contacts: those at the top make 100%. Parts make at most the share of their parent,
/// since a contact can be of the parent itself; a parent without a share of its own has that of its parts.
pub(super) static LINT: Lint = Lint::author(
    "contact-type-shares-off",
    "T301",
    Severity::Must,
    Confidence::Sure,
    include_str!("contact_type_shares_off.md"),
    check,
);

/// How many contact types that were taken away are named.
const MOST_NAMED: usize = 3;

/// Some contact types: how many there are and state a share, the sum, and where the last share stands.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    count: usize,
    stated: usize,
    percent: Decimal,
    last: Span,
}

impl Sum {
    fn add(&mut self, share: Option<(Share, Span)>) {
        self.count += 1;
        let Some((share, span)) = share else { return };
        self.stated += 1;
        self.percent = self.percent.plus(share.as_percent());
        self.last = span;
    }

    fn is_whole(self) -> bool {
        self.count > 0 && self.stated == self.count
    }

    /// Whether it is at most so much; one percent of rounding is allowed.
    fn fits_in(self, percent: Decimal) -> bool {
        self.percent <= percent.plus(Decimal::whole(1))
    }

    /// Whether it makes 100%, with the same rounding.
    fn makes_all(self) -> bool {
        self.fits_in(Decimal::whole(100)) && self.percent >= Decimal::whole(99)
    }
}

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let types = &subject.strategy.components.contact_types.content.types;
    // A part whose parent has no meaning would be counted at the top.
    if types.iter().any(|one| one.part_of.is_none() && one.head.fact("part of").is_some()) {
        return;
    }
    let mut parts: BTreeMap<ContactTypeId, Sum> = BTreeMap::new();
    for one in types {
        if let Some(parent) = one.part_of {
            parts.entry(parent.value).or_default().add(one.share.map(|share| (share.value, share.span)));
        }
    }
    let mut top = Sum::default();
    for (one, number) in types.iter().zip(0u16..).filter(|(one, _)| one.part_of.is_none()) {
        let below = parts.get(&ContactTypeId(number)).copied().unwrap_or_default();
        match one.share {
            Some(share) => {
                top.add(Some((share.value, share.span)));
                sink_parts(one, share.value, below, sink);
            }
            None if below.is_whole() => top.add(Share::percent(below.percent).map(|share| (share, below.last))),
            None => top.add(None),
        }
    }
    if top.is_whole() && !top.makes_all() {
        let headline = format!("Shares of contact types add up to {}%. They should make 100%.", top.percent);
        let gone: Vec<_> = subject.strategy.names.taken_away(NameKind::ContactType).collect();
        let mut why = whole_in_words(types);
        let mut advice = "correct the shares, so that they make 100% together";
        if !gone.is_empty() {
            let names: Vec<String> = gone.iter().take(MOST_NAMED).map(|(name, _)| quoted(name)).collect();
            why = format!("{why} Taken away, with what share it had: {}.", names.join(", "));
            advice = "write in the file that takes it away which shares grow, so that they make 100% together";
        }
        let finding = Diagnostic::new(&LINT.finding, top.last, headline).why(why).advise(advice);
        sink.push(
            gone.iter().take(MOST_NAMED).fold(finding, |finding, (_, place)| finding.see(*place, "taken away here")),
        );
    }
}

/// The parts of one contact type against its own share.
fn sink_parts(parent: &ContactTypeModel, share: Share, parts: Sum, sink: &mut Sink) {
    if parts.fits_in(share.as_percent()) {
        return;
    }
    let name = quoted(&parent.head.name);
    let headline = format!("The parts of {name} make {}% of contacts, but {name} itself makes {share}.", parts.percent);
    let finding = Diagnostic::new(&LINT.finding, parts.last, headline)
        .why("Every share is one of all contacts, that of a part too.")
        .advise(format!("correct the shares of the parts or that of {name}"));
    sink.push(
        parent.share.into_iter().fold(finding, |finding, share| finding.see(share.span, "the share of the whole")),
    );
}

/// The first shares at the top, as they are added up.
fn whole_in_words(types: &[ContactTypeModel]) -> String {
    let top: Vec<_> = types.iter().filter(|one| one.part_of.is_none()).collect();
    let said = |one: &&ContactTypeModel| {
        let share = one.share.map_or_else(|| "its parts".to_owned(), |share| share.value.to_string());
        format!("{} {share}", quoted(&one.head.name))
    };
    let written: Vec<String> = top.iter().take(6).map(said).collect();
    let more = top.len() - written.len();
    if more > 0 { format!("{} + {more} more.", written.join(" + ")) } else { format!("{}.", written.join(" + ")) }
}
