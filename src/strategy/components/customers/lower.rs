//! Customers as run.

use crate::policy::{Field, Origin, PolicyBuilder, Segment};
use crate::strategy::components::customers::model::CustomersModel;

/// Keeps what decides: how each segment is recognised, and the fields that are known only from there.
pub(super) fn lower(model: &CustomersModel, policy: &mut PolicyBuilder) {
    for field in &model.fields {
        let origin = Origin { span: field.name.span, path: vec!["customers".into(), field.name.value.clone()] };
        let field = Field { name: field.name.value.clone(), kind: field.kind.clone(), only_when: Vec::new() };
        policy.field(field, origin);
    }
    for segment in &model.segments {
        if segment.by_name_only {
            policy.incomplete();
        }
        let origin = Origin { span: segment.head.span, path: vec!["customers".into(), segment.head.name.clone()] };
        policy.segment(
            Segment {
                name: segment.head.name.clone(),
                recognised_by: segment.recognised_by.iter().map(|test| test.value.clone()).collect(),
                by_name_only: segment.by_name_only,
                languages: segment.languages.iter().map(|language| language.value).collect(),
            },
            origin,
        );
    }
}
