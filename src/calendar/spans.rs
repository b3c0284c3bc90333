//! Sorted lists of half-open spans of seconds, and the arithmetic of sets on them.

/// Half-open: from the first second up to but not including the second.
pub(crate) type Span = (i64, i64);

/// Adds a span that begins no earlier than the last one; spans that overlap or touch become one.
pub(crate) fn push(list: &mut Vec<Span>, (from, to): Span) {
    if from >= to {
        return;
    }
    match list.last_mut() {
        Some((_, end)) if from <= *end => *end = to.max(*end),
        Some(_) | None => list.push((from, to)),
    }
}

/// Any spans, in order and joined where they overlap or touch.
pub(crate) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut list = Vec::with_capacity(spans.len());
    for span in spans {
        push(&mut list, span);
    }
    list
}

/// What lies in either list.
pub(crate) fn union(mut first: Vec<Span>, second: &[Span]) -> Vec<Span> {
    if second.is_empty() {
        return first;
    }
    first.extend_from_slice(second);
    joined(first)
}

/// What lies in the first list and not in the second.
pub(crate) fn difference(first: Vec<Span>, second: &[Span]) -> Vec<Span> {
    let mut second = within(second, first.first().map_or(0, |span| span.0), i64::MAX).iter().copied().peekable();
    if second.peek().is_none() {
        return first;
    }
    let mut list = Vec::with_capacity(first.len());
    for (mut from, to) in first {
        while let Some((cut_from, cut_to)) = second.peek().copied() {
            if cut_from >= to {
                break;
            }
            push(&mut list, (from, cut_from));
            from = from.max(cut_to);
            if cut_to > to {
                break;
            }
            second.next();
        }
        push(&mut list, (from, to));
    }
    list
}

/// What lies in both lists.
pub(crate) fn intersection(first: &[Span], second: &[Span]) -> Vec<Span> {
    let mut list = Vec::new();
    let mut others = second.iter().copied().peekable();
    for (from, to) in first.iter().copied() {
        while let Some((other_from, other_to)) = others.peek().copied() {
            if other_from >= to {
                break;
            }
            push(&mut list, (from.max(other_from), to.min(other_to)));
            if other_to > to {
                break;
            }
            others.next();
        }
    }
    list
}

/// Those spans of a list that have a second from `from` up to but not including `to`; they are not cut.
pub(crate) fn within(list: &[Span], from: i64, to: i64) -> &[Span] {
    let first = list.partition_point(|span| span.1 <= from);
    let rest = list.get(first..).unwrap_or_default();
    rest.get(..rest.partition_point(|span| span.0 < to)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::random_hours::cases;

    fn list() -> impl Strategy<Value = Vec<Span>> {
        prop::collection::vec((0i64..60, 0i64..12), 0..8)
            .prop_map(|spans| joined(spans.into_iter().map(|(from, length)| (from, from + length)).collect()))
    }

    fn has(list: &[Span], second: i64) -> bool {
        list.iter().any(|(from, to)| *from <= second && second < *to)
    }

    proptest! {
        #![proptest_config(cases(200))]

        #[test]
        fn sets_of_seconds(a in list(), b in list()) {
            let results = [union(a.clone(), &b), difference(a.clone(), &b), intersection(&a, &b)];
            for second in -1..80 {
                let (in_a, in_b) = (has(&a, second), has(&b, second));
                let found = results.each_ref().map(|list| has(list, second));
                prop_assert_eq!(found, [in_a || in_b, in_a && !in_b, in_a && in_b]);
            }
            for list in results {
                prop_assert!(list.windows(2).all(|pair| pair[0].1 < pair[1].0), "{:?}", list);
                prop_assert!(list.iter().all(|(from, to)| from < to));
            }
        }
    }
}
