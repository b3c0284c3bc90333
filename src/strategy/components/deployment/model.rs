//! Deployment as meant: nothing in it names anything else.

use crate::source::Sink;
use crate::strategy::components::deployment::syntax::DeploymentSyntax;
use crate::strategy::names::Names;

/// The section as meant.
pub type DeploymentModel = DeploymentSyntax;

/// Keeps what was written.
pub(crate) fn resolve(syntax: &DeploymentSyntax, _: &Names, _: &mut Sink) -> DeploymentModel {
    syntax.clone()
}
