//! Shares of customers that do not make a whole.

use crate::lints::lint::{Lint, Subject};
use crate::measure::{Decimal, Share};
use crate::source::{Confidence, Diagnostic, Severity, Sink, Spanned, quoted};

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "customer-shares-off",
    "C307",
    Severity::Must,
    Confidence::Sure,
    include_str!("customer_shares_off.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let segments = &subject.strategy.components.customers.content.segments;
    let shares: Vec<(&str, Spanned<Share>)> =
        segments.iter().filter_map(|segment| Some((segment.head.name.as_str(), segment.share?))).collect();
    let Some(((last, last_share), others)) = shares.split_last() else { return };
    let before = others.iter().fold(Decimal::ZERO, |sum, (_, share)| sum.plus(share.value.as_percent()));
    let sum = before.plus(last_share.value.as_percent());
    let (low, high) = (Decimal::whole(99), Decimal::whole(101));
    if shares.len() < segments.len() || (low <= sum && sum <= high) {
        return;
    }
    let headline = format!("Customer shares add up to {sum}%. They should make 100%.");
    let written: Vec<String> =
        shares.iter().take(6).map(|(name, share)| format!("{} {}", quoted(name), share.value)).collect();
    let more = shares.len() - written.len();
    let more = if more > 0 { format!(" + {more} more") } else { String::new() };
    let finding = Diagnostic::new(&LINT.finding, last_share.span, headline);
    let sums = format!("{}{more}.", written.join(" + "));
    let rest = Share::percent(Decimal::whole(100).minus(before)).filter(|rest| rest.as_percent() > Decimal::ZERO);
    sink.push(match (rest, others) {
        (Some(rest), [(only, _)]) => finding
            .why(format!("{sums} If {} is right, {} is {rest}.", quoted(only), quoted(last)))
            .replace(last_share.span, rest.to_string()),
        (Some(rest), [_, ..]) => finding
            .why(format!("{sums} If the others are right, {} is {rest}.", quoted(last)))
            .replace(last_share.span, rest.to_string()),
        (Some(_) | None, _) => finding.why(sums).advise("correct the shares, so that they make 100% together"),
    });
}
