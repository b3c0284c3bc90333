//! Collaboration decides no contact: nothing of it runs.

use crate::policy::PolicyBuilder;
use crate::strategy::components::collaboration::model::CollaborationModel;

/// Keeps nothing.
pub(crate) fn lower(_: &CollaborationModel, _: &mut PolicyBuilder) {}
