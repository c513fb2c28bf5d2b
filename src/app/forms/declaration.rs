//! Declaration ID and logo.

use super::{Refusal, date, date_text};
use crate::app::form::{Field, Form};
use crate::app::model::Model;
use crate::core::assessment::Assessment;
use crate::core::calendar_date::Expected;

const ID: usize = 0;
const LOGO: usize = 1;

pub fn form(model: &Model) -> Form {
    let recorded = model.assessment.as_ref().map(|assessment| assessment.declaration.clone()).unwrap_or_default();
    Form::new(vec![
        Field::line(|m| m.policy.declaration_id, &recorded.declaration_id),
        Field::line(|m| m.policy.logo_downloaded_on, &date_text(recorded.logo_downloaded_on))
            .with_hint(|m| m.policy.date_hint),
        Field::button(|m| m.policy.keep),
    ])
}

/// Keeps ID and date. The form of the ID is not enforced; the procedure's screen warns about an unusual one.
pub fn keep(assessment: &mut Assessment, form: &Form, model: &Model) -> Result<(), Refusal> {
    let logo_downloaded_on = date(model, form, LOGO, Expected::Past)?;
    form.text(ID).clone_into(&mut assessment.declaration.declaration_id);
    assessment.declaration.logo_downloaded_on = logo_downloaded_on;
    Ok(())
}
