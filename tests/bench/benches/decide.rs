//! Which rule decides: the index beside a scan of compiled conditions, and a whole decision: `cargo bench --bench decide`.
//! `SEED` and `PROFILE` (layered, random) choose the rules.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use frontdesk::engine::{Engine, Prepared, RuleIndex};
use frontdesk_bench::rules::{Ids, Profile, Scan, contacts, engine_contact, policy, rule_set};

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];
const CONTACTS: usize = 10_000;

fn decide(criterion: &mut Criterion) {
    let seed = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(42);
    let profile = std::env::var("PROFILE").ok().and_then(|name| Profile::named(&name)).unwrap_or(Profile::Layered);
    let sets: Vec<_> = SIZES.iter().map(|size| rule_set(*size, seed, profile)).collect();
    let contacts = contacts(&sets, seed, CONTACTS);
    let mut group = criterion.benchmark_group("decide");
    group.throughput(Throughput::Elements(CONTACTS as u64));
    for (size, set) in SIZES.iter().zip(&sets) {
        let answers: Vec<Option<usize>> = contacts.iter().map(|contact| set.first(contact)).collect();
        let policy = policy(set);
        let index = RuleIndex::new(&policy);
        let ids: Vec<Ids> = contacts.iter().map(|contact| Ids::new(set, contact)).collect();
        let prepare = |ids: &Ids| {
            let mut prepared = Prepared::default();
            index.prepare(ids, &mut prepared);
            prepared
        };
        let prepared: Vec<Prepared> = ids.iter().map(prepare).collect();
        let found: Vec<_> = index.first_of_each(&prepared).map(|rule| rule.map(|id| id.index())).collect();
        assert_eq!(found, answers, "the index answers as the rules do");
        let rows: Vec<[i64; 8]> = contacts.iter().map(|contact| Scan::ready(set, contact)).collect();
        let rules = Scan::new(set);
        let scan = |values: &[i64; 8]| rules.first(values);
        assert_eq!(rows.iter().map(scan).collect::<Vec<_>>(), answers);
        println!("{size} rules: {} bytes of rows, {CONTACTS} answers alike", index.bytes());
        group.bench_function(BenchmarkId::new("scan", size), |bencher| {
            bencher.iter(|| rows.iter().for_each(|row| _ = black_box(scan(black_box(row)))));
        });
        group.bench_function(BenchmarkId::new("prepared", size), |bencher| {
            bencher.iter(|| prepared.iter().for_each(|one| _ = black_box(index.first(black_box(one)))));
        });
        group.bench_function(BenchmarkId::new("numbers", size), |bencher| {
            let mut prepared = Prepared::default();
            bencher.iter(|| {
                for one in &ids {
                    index.prepare(black_box(one), &mut prepared);
                    black_box(index.first(&prepared));
                }
            });
        });
        let engine = Engine::new(policy);
        let whole: Vec<_> = contacts.iter().map(|contact| engine_contact(set, contact)).collect();
        let decided = whole.iter().map(|contact| engine.decide(contact).rule.map(|id| id.index()));
        assert_eq!(decided.collect::<Vec<_>>(), answers, "the engine answers as the rules do");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("decision", size), |bencher| {
            bencher.iter(|| whole.iter().for_each(|one| _ = black_box(engine.decide(black_box(one)))));
        });
    }
    group.finish();
}

criterion_group!(benches, decide);
criterion_main!(benches);
