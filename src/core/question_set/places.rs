//! Where the parts of a question set stand in its file, as byte offsets: what reading finds and checking refers to.

/// Where the parts of a set stand in its file; `None` for what is missing or of the wrong type, and was reported.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Ids of the categories.
    pub(super) categories: Vec<Option<usize>>,
    /// Ids of the groups.
    pub(super) groups: Vec<Option<usize>>,
    /// The choices.
    pub(super) choices: Vec<ChoicePlaces>,
    /// The bands.
    pub(super) bands: Vec<BandPlaces>,
    /// The questions.
    pub(super) questions: Vec<QuestionPlaces>,
}

/// Where the parts of a choice stand.
#[derive(Debug)]
pub(super) struct ChoicePlaces {
    pub(super) id: Option<usize>,
    pub(super) label: Option<usize>,
    /// Points or whether it counts.
    pub(super) value: Option<usize>,
}

/// Where the parts of a band stand.
#[derive(Debug)]
pub(super) struct BandPlaces {
    pub(super) id: Option<usize>,
    pub(super) min: Option<usize>,
    pub(super) max: Option<usize>,
}

/// Where the parts of a question stand.
#[derive(Debug)]
pub(super) struct QuestionPlaces {
    pub(super) id: Option<usize>,
    pub(super) category: Option<usize>,
    pub(super) group: Option<usize>,
}
