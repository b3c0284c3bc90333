//! The guarantees of a strategy, each with what is known of it.

use crate::analysis::{Incomplete, Verdict};
use crate::lints::lint::Subject;
use crate::policy::Guarantee;
use crate::source::Span;
use crate::strategy::GuaranteeModel;

/// Each guarantee that has a meaning: as written, as meant, and what is known of it.
pub(crate) fn guaranteed<'a>(
    subject: &Subject<'a>,
) -> impl Iterator<Item = (&'a GuaranteeModel, &'a Guarantee, Result<&'a Verdict, Incomplete>)> + use<'a> {
    let written = &subject.strategy.governance.guarantees.content.guarantees;
    let meant = written.iter().filter_map(|model| Some((model, model.guarantee.as_ref()?)));
    let analysis = subject.analysis;
    meant.enumerate().filter_map(move |(number, (model, guarantee))| {
        let verdict = analysis.map(|analysis| analysis.verdicts.get(number)).transpose()?;
        Some((model, guarantee, verdict))
    })
}

/// Where a guarantee says which contacts it is about; its name where it is about all.
pub(crate) fn condition(model: &GuaranteeModel) -> Span {
    let fact = model.head.fact("when").or_else(|| model.head.fact("compare"));
    fact.map_or(model.head.span, |fact| fact.span)
}
