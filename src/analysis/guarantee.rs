//! Guarantees: proven for every contact, or refuted by one.

use crate::analysis::claim::{Cases, Dates, Promises, answered, cases_of_rule, kinds_of_dates};
use crate::analysis::code::Code;
use crate::analysis::compared::compared;
use crate::analysis::coverage::meet;
use crate::analysis::point::Point;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::analysis::verdict::{Counterexample, Verdict, unusual};
use crate::analysis::witness::simplest;
use crate::policy::{Claim, Guarantee, Region, Rule, RuleId, Scope};

/// A counterexample, while a simpler one may come.
#[derive(Debug, Clone)]
struct Best {
    unusual: usize,
    point: Point,
    claim: Claim,
    never: bool,
    /// Found while the rules were gone through: the rule is known.
    rule: Option<RuleId>,
}

impl Best {
    fn example(self, space: &Space<'_>) -> Counterexample {
        Counterexample {
            contact: space.witness(&self.point),
            compared: None,
            claim: self.claim,
            never: self.never,
            // A claim about a promise is looked at before the rules are gone through.
            rule: self.rule.or_else(|| space.first_rule(&self.point)),
        }
    }
}

/// A guarantee while it is looked at.
#[derive(Debug)]
struct Open<'g> {
    guarantee: &'g Guarantee,
    when: Region,
    literals: Vec<Literal>,
    best: Option<Best>,
    /// A contact of whom it is not known.
    open: Option<Best>,
    about_nobody: bool,
    unknown: bool,
    /// How many counterexamples have been looked at.
    looked_at: usize,
    /// What is known where it compares two promises.
    of_pairs: Option<Verdict>,
}

/// So many counterexamples are looked at to find the simplest; one more would only be told more simply.
const MOST_LOOKED_AT: usize = 40;

/// Proves or refutes guarantees, each for every contact.
#[must_use]
pub fn guarantees(space: &Space<'_>, guarantees: &[Guarantee]) -> Vec<Verdict> {
    let mut code = Code::new(space);
    let answered = answered(&mut code);
    let dates = kinds_of_dates(&mut code);
    let mut open: Vec<Open<'_>> = guarantees.iter().map(|guarantee| Open::new(&mut code, guarantee)).collect();
    let promises = Promises::new(space.policy, dates.len());
    for one in &mut open {
        one.of_pairs = compared(&mut code, promises.as_ref(), &dates, one.guarantee);
        one.promises(&mut code, promises.as_ref(), &dates);
    }
    for ((id, rule), region) in (0u16..).map(RuleId).zip(&space.policy.rules).zip(&space.rules) {
        let box_of = code.literals(region);
        for one in open.iter_mut().filter(|one| one.meets(region)) {
            one.decided(&mut code, answered, Some((id, rule)), &box_of);
        }
        code.without(region);
    }
    for one in &mut open {
        one.decided(&mut code, answered, None, &[]);
    }
    open.into_iter().map(|one| one.verdict(space)).collect()
}

impl<'g> Open<'g> {
    fn new(code: &mut Code<'_>, guarantee: &'g Guarantee) -> Self {
        let tests = match &guarantee.scope {
            Scope::When(when) => when,
            Scope::Compare(one, _) => one,
        };
        let when = code.space.axes.region(code.space.policy, tests).unwrap_or_default();
        let literals = code.literals(&when);
        let answer = code.ask(&literals);
        Self {
            guarantee,
            when,
            literals,
            best: None,
            open: None,
            about_nobody: answer == Answer::None,
            unknown: answer == Answer::GivenUp,
            looked_at: 0,
            of_pairs: None,
        }
    }

    /// Whether a rule can decide a contact that the guarantee is about.
    fn meets(&self, region: &Region) -> bool {
        !self.about_nobody && meet(&self.when, region)
    }

    /// The claims, each with whether it should never hold.
    fn claims(&self) -> impl Iterator<Item = (&'g Claim, bool)> + use<'g> {
        let (always, never) = (&self.guarantee.always, &self.guarantee.never);
        always.iter().map(|claim| (claim, false)).chain(never.iter().map(|claim| (claim, true)))
    }

    /// The claims about promises, which hang on no rule.
    fn promises(&mut self, code: &mut Code<'_>, promises: Option<&Promises<'_>>, dates: &[Dates]) {
        for (claim, never) in self.claims() {
            if let Claim::PromiseAtMost(length) = claim {
                match promises {
                    Some(promises) => {
                        let (cases, open) = promises.cases(code, dates, *length, never);
                        self.look(code, &[], cases, (claim, never), None);
                        self.look_at_open(code, open, (claim, never));
                    }
                    None => self.unknown = true,
                }
            }
        }
    }

    /// The claims about what a rule does, for the contacts that are left to it.
    fn decided(
        &mut self,
        code: &mut Code<'_>,
        answered: Option<Literal>,
        rule: Option<(RuleId, &Rule)>,
        box_of: &[Literal],
    ) {
        if self.about_nobody {
            return;
        }
        for (claim, never) in self.claims() {
            let cases = cases_of_rule(code, answered, claim, rule.map(|(_, rule)| rule), never);
            self.look(code, box_of, cases, (claim, never), rule.map(|(id, _)| id));
        }
    }

    fn look(
        &mut self,
        code: &mut Code<'_>,
        box_of: &[Literal],
        cases: Cases,
        claim: (&Claim, bool),
        rule: Option<RuleId>,
    ) {
        for case in cases {
            let question: Vec<Literal> = self.literals.iter().chain(box_of).copied().chain(case).collect();
            if self.looked_at >= MOST_LOOKED_AT {
                return;
            }
            match simplest(code, &question) {
                Ok(point) => {
                    self.looked_at += 1;
                    let unusual = unusual(code.space, &point);
                    if self.best.as_ref().is_none_or(|best| unusual < best.unusual) {
                        self.best = Some(Best { unusual, point, claim: claim.0.clone(), never: claim.1, rule });
                    }
                }
                Err(Answer::GivenUp) => self.unknown = true,
                Err(Answer::None | Answer::Found) => {}
            }
        }
    }

    /// Looks for a contact among those of whom it is not known whether a claim holds.
    fn look_at_open(&mut self, code: &mut Code<'_>, cases: Cases, (claim, never): (&Claim, bool)) {
        for case in cases {
            if self.open.is_some() {
                return;
            }
            let question: Vec<Literal> = self.literals.iter().copied().chain(case).collect();
            match simplest(code, &question) {
                Ok(point) => self.open = Some(Best { unusual: 0, point, claim: claim.clone(), never, rule: None }),
                Err(Answer::GivenUp) => self.unknown = true,
                Err(Answer::None | Answer::Found) => {}
            }
        }
    }

    fn verdict(self, space: &Space<'_>) -> Verdict {
        if let Some(best) = self.best {
            return Verdict::Fails(Box::new(best.example(space)));
        }
        match (self.of_pairs, self.open) {
            (Some(fails @ Verdict::Fails(_)), _) => fails,
            _ if self.unknown => Verdict::Unknown,
            (_, Some(open)) => Verdict::HangsOnHours(Box::new(open.example(space))),
            (Some(of_pairs), None) => of_pairs,
            (None, None) if self.about_nobody => Verdict::AboutNobody,
            (None, None) => Verdict::Holds,
        }
    }
}
