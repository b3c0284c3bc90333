//! When something falls due for one contact: promises, steps and escalations on the clock of its desk.

use std::sync::Arc;

use crate::engine::decision::Due;
use crate::policy::{Clause, Clock, Counting, CountingRules, Deadline, DeskTables, Duration, Instant, Promise, due};

/// The clock of one contact: it starts on arrival and runs on the hours of its desk.
#[derive(Debug, Clone)]
pub(crate) struct Running {
    pub(crate) tables: Arc<DeskTables>,
    pub(crate) clock: Clock,
    pub(crate) arrived: Instant,
}

/// The clock that the rules of counting ask for.
pub(crate) fn clock(rules: &CountingRules) -> Clock {
    Clock {
        counting: if rules.all_hours { Counting::AllHours } else { Counting::WhileOpen },
        after_close_counts_next: rules.after_close_next_working_day,
    }
}

impl Running {
    /// When a length of time has passed since `start`; `None` where never.
    pub(crate) fn after(&self, start: Instant, length: Duration) -> Option<Instant> {
        self.due(start, Deadline::Within(length))
    }

    /// When each point of a promise is due.
    pub(crate) fn points(&self, promise: &Promise) -> Vec<Due> {
        let clauses = (0u16..).zip(&promise.clauses);
        let points = clauses.filter_map(|(at, clause)| match clause {
            Clause::Point { deadline, .. } => Some(Due { clause: at, at: self.due(self.arrived, *deadline) }),
            Clause::Average(_) | Clause::Abandoned { .. } | Clause::Busy { .. } | Clause::Over { .. } => None,
        });
        points.collect()
    }

    fn due(&self, start: Instant, deadline: Deadline) -> Option<Instant> {
        let accepting = &self.tables.accepting;
        due(accepting, accepting.zone(), self.clock, start, deadline)
    }
}
