//! Deployment decides no contact: nothing of it runs.

use crate::policy::PolicyBuilder;
use crate::strategy::components::deployment::model::DeploymentModel;

/// Keeps nothing.
pub(crate) fn lower(_: &DeploymentModel, _: &mut PolicyBuilder) {}
