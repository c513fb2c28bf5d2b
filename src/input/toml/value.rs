//! What both readers of TOML share: values by their types.

use toml::Spanned;
use toml::de::DeValue;

use crate::input::{Faults, FieldFault, ValueType};

/// The value of a key as `pick` takes it; a fault where it is of another type.
pub(super) fn take<'value, Found>(
    faults: &Faults<'_>,
    key: &str,
    value: &'value Spanned<DeValue<'value>>,
    wanted: ValueType,
    pick: impl Fn(&'value DeValue<'value>) -> Option<Found>,
) -> Option<Found> {
    let found = pick(value.get_ref());
    if found.is_none() {
        let found = type_of(value.get_ref());
        faults.add(value.span().start, FieldFault::WrongType { key: key.into(), wanted, found });
    }
    found
}

/// The number under `schema`; `None` where it is not a whole one.
pub(crate) fn schema_of(value: &Spanned<DeValue<'_>>) -> Option<i128> {
    let number = value.get_ref().as_integer()?;
    i128::from_str_radix(number.as_str(), number.radix()).ok()
}

const fn type_of(value: &DeValue<'_>) -> ValueType {
    match value {
        DeValue::String(_) => ValueType::Text,
        DeValue::Integer(_) => ValueType::Integer,
        DeValue::Float(_) => ValueType::Fraction,
        DeValue::Boolean(_) => ValueType::Boolean,
        DeValue::Datetime(_) => ValueType::AnyDateTime,
        DeValue::Array(_) => ValueType::Array,
        DeValue::Table(_) => ValueType::Table,
    }
}
