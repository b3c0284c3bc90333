//! A decision together with the reasons: why each earlier rule did not fit.

use crate::engine::contact::Contact;
use crate::engine::decide::Engine;
use crate::engine::decision::Decision;
use crate::engine::why::WhyNot;
use crate::policy::{RuleId, SegmentId};

/// A decision with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The decision.
    pub decision: Decision,
    /// Why each rule before the one that fitted did not; every rule where none fitted.
    pub why_not: Vec<WhyNot>,
    /// Where the customer was recognised: the segments that were tried before and did not fit.
    pub not_recognised_as: Vec<SegmentId>,
}

impl Engine {
    /// Decides a contact and says why each earlier rule did not fit. The decision is the one that [`Engine::decide`]
    /// makes.
    #[must_use]
    pub fn explain(&self, contact: &Contact) -> Explanation {
        let (facts, recognised) = self.facts(contact);
        let decision = self.conclude(&facts, recognised);
        let tried = decision.rule.map_or(usize::MAX, RuleId::index);
        let rules = (0u16..).map(RuleId).zip(&self.policy().rules).take(tried);
        let why_not = rules.map(|(rule, written)| WhyNot { rule, failed: facts.failed(&written.tests) }).collect();
        let tried_segments = if recognised.how.by_trying() { self.policy().segments.len() } else { 0 };
        let before = recognised.segment.map_or(usize::MAX, SegmentId::index);
        let segments = (0u16..).map(SegmentId).zip(&self.policy().segments).take(tried_segments.min(before));
        let passed_over = segments.filter(|(_, segment)| !segment.by_name_only && !segment.recognised_by.is_empty());
        Explanation { decision, why_not, not_recognised_as: passed_over.map(|(id, _)| id).collect() }
    }
}
