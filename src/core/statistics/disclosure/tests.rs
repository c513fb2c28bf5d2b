use proptest::prelude::*;

use super::*;

const MIN_SIZE: u64 = 5;

fn cells(some: &[(Position, u64)]) -> Cells {
    some.iter().copied().filter(|(_, count)| *count > 0).collect()
}

/// The hidden groups of each feature.
fn hidden(cells: &Cells) -> [Vec<usize>; FEATURES] {
    let positions = |hidden: Vec<bool>| (0..hidden.len()).filter(|group| hidden[*group]).collect();
    hidden_groups(cells, MIN_SIZE).map(positions)
}

#[test]
fn a_group_alone_below_the_limit_takes_the_next_one_with_it() {
    // Five makers and one retailer: all minus the makers is the retailer.
    assert_eq!(hidden(&cells(&[([0, 0, 0], 5), ([1, 0, 0], 1)])), [vec![0, 1], vec![], vec![]]);
    // A third one stays.
    assert_eq!(hidden(&cells(&[([0, 0, 0], 5), ([1, 0, 0], 1), ([2, 0, 0], 6)])), [vec![0, 1], vec![], vec![]]);
    // Small ones together are enough.
    let many = cells(&[([0, 0, 0], 50), ([1, 0, 0], 3), ([2, 0, 0], 2), ([3, 0, 0], 7)]);
    assert_eq!(hidden(&many), [vec![1, 2], vec![], vec![]]);
    assert_eq!(hidden(&cells(&[([0, 0, 0], 5), ([1, 0, 0], 5)])), <[Vec<usize>; FEATURES]>::default());
}

#[test]
fn fewer_than_the_limit_in_all_are_hidden_in_every_feature() {
    assert_eq!(hidden(&cells(&[([0, 0, 0], 2), ([1, 0, 1], 2)])), [vec![0, 1], vec![0], vec![0, 1]]);
    assert_eq!(hidden(&Cells::new()), <[Vec<usize>; FEATURES]>::default());
}

#[test]
fn groups_of_different_features_do_not_give_each_other_away() {
    // Every one of the six dentists (industry 1) but one is in the region 1, where nobody else is.
    let dentists = cells(&[([0, 0, 0], 20), ([1, 1, 0], 5), ([1, 0, 0], 1)]);
    let [industries, regions, _] = hidden(&dentists);
    assert!(industries == [0, 1] || regions == [0, 1], "dentists minus the region: {industries:?} {regions:?}");
    // Two industries together are two regions but for one assessment, each alone is far from any region.
    let together = cells(&[
        ([0, 0, 0], 9),
        ([0, 1, 0], 9),
        ([1, 0, 0], 9),
        ([1, 1, 0], 9),
        ([2, 2, 0], 9),
        ([2, 3, 0], 9),
        ([3, 2, 0], 9),
        ([3, 3, 0], 9),
        ([1, 2, 0], 1),
    ]);
    assert_ne!(hidden(&together), <[Vec<usize>; FEATURES]>::default());
    // Three features are needed: region 1 minus industry 1 minus size 1.
    let three = cells(&[([0, 0, 0], 9), ([0, 1, 1], 9), ([1, 1, 0], 9), ([1, 0, 1], 1)]);
    assert_ne!(hidden(&three), <[Vec<usize>; FEATURES]>::default());
}

#[test]
fn large_groups_that_mix_are_all_shown() {
    let mut mixed = Cells::new();
    for industry in 0..6 {
        for region in 0..10 {
            for size in 0..6 {
                mixed.insert([industry, region, size], 1 + ((industry + 2 * region + size) % 3) as u64);
            }
        }
    }
    assert_eq!(hidden(&mixed), <[Vec<usize>; FEATURES]>::default());
}

prop_compose! {
    /// A few groups of each feature, some cells empty, some with one or two, some with many.
    fn any_cells()(
        (industries, regions, sizes) in (1..5_usize, 1..5_usize, 1..4_usize),
        counts in proptest::collection::vec(prop_oneof![4 => Just(0), 3 => 1..3_u64, 2 => 3..9_u64, 1 => 9..40_u64], 64),
    ) -> Cells {
        let positions = (0..industries * regions * sizes)
            .map(|number| [number % industries, number / industries % regions, number / industries / regions]);
        positions.zip(counts).filter(|(_, count)| *count > 0).collect()
    }
}

/// Every union of groups of a feature that are shown and all assessments minus each of these, a bit for each cell.
fn unions(cells: &Cells, hidden: &[Vec<bool>; FEATURES], feature: usize) -> Vec<u64> {
    let bits = |is_in: &dyn Fn(usize) -> bool| {
        cells.keys().enumerate().filter(|(_, position)| is_in(position[feature])).map(|(bit, _)| 1 << bit).sum::<u64>()
    };
    let mut unions = vec![0];
    for group in (0..hidden[feature].len()).filter(|group| !hidden[feature][*group]) {
        let members = bits(&|one| one == group);
        unions.extend(unions.iter().map(|union| union | members).collect::<Vec<_>>());
    }
    let all = bits(&|_| true);
    unions.extend(unions.iter().map(|union| all & !union).collect::<Vec<_>>());
    unions
}

proptest! {
    #[test]
    fn nobody_recomputes_a_few_by_subtracting_unions(cells in any_cells()) {
        let hidden = hidden_groups(&cells, MIN_SIZE);
        prop_assume!(cells.values().sum::<u64>() >= MIN_SIZE);
        let counts: Vec<u64> = cells.values().copied().collect();
        let unions: Vec<u64> = (0..FEATURES).flat_map(|feature| unions(&cells, &hidden, feature)).collect();
        for larger in &unions {
            for smaller in unions.iter().filter(|smaller| *smaller & !larger == 0) {
                let left = larger & !smaller;
                let left = (0..counts.len()).filter(|bit| left & (1 << bit) != 0).map(|bit| counts[bit]).sum::<u64>();
                prop_assert!(left == 0 || left >= MIN_SIZE, "{larger:b} minus {smaller:b}: {left} of {cells:?}, {hidden:?}");
            }
        }
    }

    #[test]
    fn nobody_recomputes_a_few_with_any_weights(cells in any_cells(), seed in any::<u64>()) {
        let hidden = hidden_groups(&cells, MIN_SIZE);
        prop_assume!(cells.values().sum::<u64>() >= MIN_SIZE);
        let mut random = fastrand::Rng::with_seed(seed);
        for _ in 0..1000 {
            // The hidden groups of a feature share a weight.
            let weights = hidden.each_ref().map(|hidden| {
                let together = random.i32(-1..=1);
                hidden.iter().map(|is_hidden| if *is_hidden { together } else { random.i32(-2..=2) }).collect::<Vec<_>>()
            });
            let weight = |position: &Position| -> i32 { (0..FEATURES).map(|feature| weights[feature][position[feature]]).sum() };
            let touched = cells.iter().filter(|(position, _)| weight(position) != 0).map(|(_, count)| count).sum::<u64>();
            prop_assert!(touched == 0 || touched >= MIN_SIZE, "{weights:?} of {cells:?}");
        }
    }

    #[test]
    fn nothing_more_is_hidden_where_every_cell_is_large(cells in any_cells()) {
        let large: Cells = cells.keys().map(|position| (*position, MIN_SIZE)).collect();
        let hidden = hidden_groups(&large, MIN_SIZE);
        prop_assert!(large.keys().all(|position| (0..FEATURES).all(|feature| !hidden[feature][position[feature]])));
    }
}
