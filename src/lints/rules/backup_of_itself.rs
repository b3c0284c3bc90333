//! Groups that stand in for each other in a circle.

use crate::lints::lint::{Lint, Subject};
use crate::lints::rules::shared::listing::listed;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::GroupModel;

/// The lint.
pub(super) static LINT: Lint = Lint::author(
    "backup-of-itself",
    "G311",
    Severity::Should,
    Confidence::Sure,
    include_str!("backup_of_itself.md"),
    check,
);

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let groups = &subject.strategy.components.agent_groups.content.groups;
    for circle in circles(groups) {
        let members: Vec<&GroupModel> = circle.iter().filter_map(|at| groups.get(*at)).collect();
        let Some((first, others)) = members.split_first() else { continue };
        let name = quoted(&first.head.name);
        let headline = match others {
            [] => format!("{name} is to stand in for itself."),
            _ => format!("{name} is to stand in for itself, by way of {}.", other_names(others)),
        };
        let span = first.backup.map_or(first.head.span, |backup| backup.span);
        let all = listed(members.iter().map(|group| group.head.name.as_str()));
        let mut finding = Diagnostic::new(&LINT.finding, span, headline)
            .why(match others {
                [] => "When it is overrun or away, nobody helps.".to_owned(),
                _ => format!("Each of {all} waits for the next, so when all are busy nobody helps."),
            })
            .story(format!(
                "On Tuesday at 10:30 {name} is overrun. Following backup from group to group leads back to {name}."
            ));
        for other in others.iter().take(2) {
            finding = finding.see(other.backup.map_or(other.head.span, |backup| backup.span), "and on from here");
        }
        sink.push(finding.advise("name a group outside the circle").advise("remove the line backup from one of them"));
    }
}

fn other_names(others: &[&GroupModel]) -> String {
    match others {
        [only] => quoted(&only.head.name),
        several => format!("{} others", several.len()),
    }
}

/// The circles, each once. Every group is walked over at most twice, since each has at most one backup.
fn circles(groups: &[GroupModel]) -> Vec<Vec<usize>> {
    let next = |at: usize| groups.get(at)?.backup.map(|backup| backup.value.index());
    // Which walk came by first; 0 for none.
    let mut walked = vec![0usize; groups.len()];
    let mut found = Vec::new();
    for start in 0..groups.len() {
        let mut at = Some(start);
        while let Some(here) = at {
            let Some(mark) = walked.get_mut(here) else { break };
            if *mark == start + 1 {
                found.push(circle_from(here, &next));
                break;
            }
            if *mark != 0 {
                break;
            }
            *mark = start + 1;
            at = next(here);
        }
    }
    found
}

/// The circle through a group, beginning with the group that was written first.
fn circle_from(start: usize, next: &impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    let mut circle = vec![start];
    let mut at = next(start);
    while let Some(here) = at.filter(|here| *here != start) {
        circle.push(here);
        at = next(here);
    }
    let earliest = circle.iter().enumerate().min_by_key(|(_, group)| **group).map_or(0, |(at, _)| at);
    circle.rotate_left(earliest);
    circle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::GroupId;
    use crate::source::{Span, Spanned};

    fn backups(list: &[Option<u16>]) -> Vec<GroupModel> {
        let group = |backup: &Option<u16>| GroupModel {
            backup: backup.map(|number| Spanned::new(GroupId(number), Span::default())),
            ..GroupModel::default()
        };
        list.iter().map(group).collect()
    }

    #[test]
    fn each_circle_is_found_once() {
        assert_eq!(circles(&backups(&[None, Some(0), Some(1)])), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&backups(&[Some(0)])), vec![vec![0]]);
        assert_eq!(circles(&backups(&[Some(2), Some(2), Some(1), Some(4), Some(3)])), vec![vec![1, 2], vec![3, 4]]);
    }
}
