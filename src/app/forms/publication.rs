//! Where and since when the basic policy is public.

use super::{Refusal, date, date_text};
use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::calendar_date::Expected;
use crate::core::declaration::Publication;

const PLACE: usize = 0;
const PUBLISHED_AT: usize = 1;

pub fn form(model: &Model) -> Form {
    let recorded = model.assessment.as_ref().map(|assessment| assessment.publication.clone()).unwrap_or_default();
    Form::new(vec![
        Field::line(|m| m.policy.place, &recorded.place).with_hint(|m| m.policy.place_hint),
        Field::line(|m| m.policy.published_at, &date_text(recorded.published_at)).with_hint(|m| m.policy.date_hint),
        Field::button(|m| m.policy.keep),
    ])
}

pub fn keep(assessment: &mut Assessment, form: &Form, model: &Model) -> Result<(), Refusal> {
    let published_at = date(model, form, PUBLISHED_AT, Expected::Past)?;
    assessment.publication = Publication { place: form.text(PLACE).to_owned(), published_at };
    Ok(())
}
