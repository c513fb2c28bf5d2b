//! What was declared at IPA's site: which star, when, the ID, the logo.

use super::{Refusal, date, date_text};
use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::calendar_date::Expected;
use crate::core::star::Star;

const DECLARED_ON: usize = 0;
const STAR: usize = 1;
const ID: usize = 2;
const LOGO: usize = 3;

pub fn form(model: &Model) -> Form {
    let recorded = model.assessment.as_ref().map(|assessment| assessment.declaration.clone()).unwrap_or_default();
    let words = model.messages();
    let stars = [words.policy.not_declared, words.progress.one_star, words.progress.two_stars];
    Form::new(vec![
        Field::line(|m| m.policy.declared_on, &date_text(recorded.declared_on)).with_hint(|m| m.policy.date_hint),
        Field::choice(
            |m| m.policy.declared_star,
            stars.map(str::to_owned).into(),
            recorded.star.map_or(0, |star| star.number() as usize),
        ),
        Field::line(|m| m.policy.declaration_id, &recorded.declaration_id).with_hint(|m| m.policy.declaration_id_hint),
        Field::line(|m| m.policy.logo_downloaded_on, &date_text(recorded.logo_downloaded_on))
            .with_hint(|m| m.policy.date_hint),
        Field::button(|m| m.policy.keep),
    ])
}

/// Keeps what was declared. A star is only declared with its date. The form of the ID is not enforced; the procedure's screen
/// warns about an unusual one, and reports leave it out.
pub fn keep(assessment: &mut Assessment, form: &Form, model: &Model) -> Result<(), Refusal> {
    let logo_downloaded_on = date(model, form, LOGO, Expected::Past)?;
    let declared_on = date(model, form, DECLARED_ON, Expected::Past)?;
    let star = Star::from_number(form.selected(STAR) as u32);
    if star.is_some() && declared_on.is_none() {
        return Err((DECLARED_ON, model.messages().policy.declared_on_missing));
    }
    assessment.declaration.star = star;
    assessment.declaration.declared_on = declared_on;
    form.text(ID).clone_into(&mut assessment.declaration.declaration_id);
    assessment.declaration.logo_downloaded_on = logo_downloaded_on;
    Ok(())
}
