//! The contacts of a space, and for each rule a switch that leaves its contacts out, so that one set of clauses answers
//! questions about any selection of rules.

use std::collections::BTreeMap;

use crate::analysis::code::Code;
use crate::analysis::solver::{Answer, Literal};
use crate::analysis::space::Space;
use crate::policy::{Region, RuleId};

/// Clauses with a switch for each rule that was asked for so far.
#[derive(Debug)]
pub(crate) struct Switched<'s> {
    pub(crate) code: Code<'s>,
    switches: BTreeMap<RuleId, Literal>,
    /// How many questions may still be asked.
    left: u32,
}

impl<'s> Switched<'s> {
    /// For at most so many questions.
    pub(crate) fn new(space: &'s Space<'s>, questions: u32) -> Self {
        Self { code: Code::new(space), switches: BTreeMap::new(), left: questions }
    }

    /// The literals that hold for the contacts of a rule.
    pub(crate) fn of(&self, rule: RuleId) -> Vec<Literal> {
        let region: Option<&Region> = self.code.space.rules.get(rule.index());
        region.map_or_else(Vec::new, |region| self.code.literals(region))
    }

    /// The literal under which no contact of a rule is looked at.
    pub(crate) fn without(&mut self, rule: RuleId) -> Literal {
        if let Some(switch) = self.switches.get(&rule) {
            return *switch;
        }
        let switch = self.code.solver.variable();
        let not_it: Vec<Literal> = self.of(rule).into_iter().map(|literal| !literal).collect();
        self.code.solver.one_of(not_it.into_iter().chain([!switch]));
        self.switches.insert(rule, switch);
        switch
    }

    /// Whether there is a contact for which these literals hold.
    pub(crate) fn ask(&mut self, assumed: &[Literal]) -> Answer {
        let Some(left) = self.left.checked_sub(1) else { return Answer::GivenUp };
        self.left = left;
        self.code.ask(assumed)
    }
}
