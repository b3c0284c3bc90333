//! The solver of clauses behind a small face: variables, clauses, a question under assumptions, and its answer.
//!
//! The only file that knows the foreign crate's types by more than a literal.

use batsat::{Callbacks, ClauseKind, Lit, Solver as Foreign, SolverInterface, SolverOpts, lbool};

/// A variable that holds, or one that does not.
pub(crate) type Literal = Lit;

/// How a question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// There is such a contact; [`Solver::holds`] tells of one.
    Found,
    /// There is none.
    None,
    /// More conflicts than allowed: it is not known.
    GivenUp,
}

/// How many conflicts a question may meet before it is given up. Hard questions of 10,000 dense rules meet some
/// thousands. Conflicts are counted and not time, so that the same strategy always gets the same answer.
const CONFLICTS: u64 = 100_000;

/// How much work all questions together may be before the rest is given up: each is as much as there are variables. The
/// rule sets of the benchmark, of 10,000 rules, stay below a third of it.
const WORK: u64 = 60_000_000;

/// Counts the conflicts of a question.
#[derive(Debug, Default)]
struct Count {
    conflicts: u64,
}

impl Callbacks for Count {
    fn on_start(&mut self) {
        self.conflicts = 0;
    }

    fn on_new_clause(&mut self, _: &[Lit], kind: ClauseKind) {
        if kind == ClauseKind::Learnt {
            self.conflicts += 1;
        }
    }

    fn stop(&self) -> bool {
        self.conflicts > CONFLICTS
    }
}

/// Clauses, of which each must hold by one of its literals.
pub(crate) struct Solver {
    foreign: Foreign<Count>,
    clause: Vec<Lit>,
    work: u64,
}

impl std::fmt::Debug for Solver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Solver of {} variables and {} clauses", self.foreign.num_vars(), self.foreign.num_clauses())
    }
}

impl Solver {
    pub(crate) fn new() -> Self {
        Self { foreign: Foreign::new(SolverOpts::default(), Count::default()), clause: Vec::new(), work: 0 }
    }

    /// A new variable, as the literal that it holds.
    pub(crate) fn variable(&mut self) -> Literal {
        Lit::new(self.foreign.new_var_default(), true)
    }

    /// One of these must hold.
    pub(crate) fn one_of(&mut self, clause: impl IntoIterator<Item = Literal>) {
        self.clause.clear();
        self.clause.extend(clause);
        self.foreign.add_clause_reuse(&mut self.clause);
    }

    /// Whether all clauses can hold together with these assumptions.
    pub(crate) fn ask(&mut self, assumed: &[Literal]) -> Answer {
        self.work += u64::from(self.foreign.num_vars());
        if self.work > WORK {
            return Answer::GivenUp;
        }
        let answer = self.foreign.solve_limited(assumed);
        if answer == lbool::TRUE {
            Answer::Found
        } else if answer == lbool::FALSE {
            Answer::None
        } else {
            Answer::GivenUp
        }
    }

    /// Whether a literal holds for the contact that was found last.
    pub(crate) fn holds(&self, literal: Literal) -> bool {
        self.foreign.value_lit(literal) == lbool::TRUE
    }

    /// Which of these assumptions were needed to see that there is none; more than those may be named.
    pub(crate) fn needed<'l>(&'l self, assumed: &'l [Literal]) -> impl Iterator<Item = Literal> + 'l {
        assumed.iter().copied().filter(|literal| self.foreign.unsat_core_contains_var(literal.var()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_name_what_holds_and_what_was_needed() {
        let mut solver = Solver::new();
        let [one, two, three] = [solver.variable(), solver.variable(), solver.variable()];
        solver.one_of([!one, two]);
        assert_eq!(solver.ask(&[one]), Answer::Found);
        assert!(solver.holds(one) && solver.holds(two));
        assert_eq!(solver.ask(&[three, one, !two]), Answer::None);
        assert_eq!(solver.needed(&[three, one, !two]).collect::<Vec<_>>(), [one, !two]);
        assert_eq!(solver.ask(&[three]), Answer::Found);
    }
}
