//! Channels: the means by which customers reach us.

mod kind_of_name;
mod lower;
mod model;
mod syntax;

#[cfg(test)]
mod tests;

pub use model::{ChannelModel, ChannelsModel};
pub use syntax::{ChannelSyntax, ChannelsSyntax, ToolSyntax};

crate::strategy::component::component! {
    /// The component `channels`.
    Channels = "channels", syntax::FIELDS, include_str!("component.md"), ChannelsSyntax, ChannelsModel;
    syntax::read, syntax::declare, model::resolve, lower::lower
}
