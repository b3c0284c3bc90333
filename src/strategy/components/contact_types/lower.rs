//! Contact types as run.

use crate::policy::{ContactType, Origin, PolicyBuilder};
use crate::strategy::components::contact_types::model::ContactTypesModel;

/// Keeps what decides. A part has taken over what it does not say itself.
pub(super) fn lower(model: &ContactTypesModel, policy: &mut PolicyBuilder) {
    for one in &model.types {
        if one.incomplete {
            policy.incomplete();
        }
        let origin = Origin { span: one.head.span, path: vec!["contact types".into(), one.head.name.clone()] };
        policy.contact_type(
            ContactType {
                name: one.head.name.clone(),
                gravity: model.gravity(one),
                part_of: one.part_of.map(|parent| parent.value),
                everything_else: one.everything_else.is_some_and(|line| line.value),
                reply: model.reply(one),
                private_only: model.private_only(one),
                never_on: model.never_on(one),
                handle_time: model.handle_time(one),
            },
            origin,
        );
    }
}
