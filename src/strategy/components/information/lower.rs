//! Information as run.

use crate::policy::{Information, Item, Origin, PolicyBuilder};
use crate::strategy::components::information::model::{InformationModel, ItemModel};
use crate::strategy::written::Written;

/// Keeps what agents see and record, and what may be used where.
pub(crate) fn lower(model: &InformationModel, policy: &mut PolicyBuilder) {
    if !model.is_written() {
        return;
    }
    if model.items().any(|item| item.incomplete) {
        policy.incomplete();
    }
    let keep_for = model.keep_for.map(|keep| keep.value);
    let item = |item: &ItemModel, recorded: bool| Item {
        name: item.head.name.clone(),
        sensitivity: item.sensitivity.map(|how| how.value),
        only_on: item.only_on.iter().map(|set| set.value).collect(),
        source_system: item.source_system.as_ref().map(|system| system.text.clone()),
        keep_for: item.keep_for.map(|keep| keep.value).or(if recorded { keep_for } else { None }),
    };
    let text = |written: &Option<Written>| written.as_ref().map(|written| written.text.clone());
    let information = Information {
        agents_see: model.agents_see.iter().map(|it| item(it, false)).collect(),
        customers_see: model.customers_see.iter().map(|it| item(it, false)).collect(),
        we_record: model.we_record.iter().map(|it| item(it, true)).collect(),
        history_across_channels: text(&model.history),
        case_number: text(&model.case_number),
    };
    policy.information(information, Origin { span: model.head.span, path: vec!["information".into()] });
}
