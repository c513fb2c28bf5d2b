//! Who is assessed. The list of fields below is what saved files, JSON, imports, answer sheets, reports and the form go
//! through, and the scanner of saved files as well, so that a new field is one line here and its labels in `messages::profile`.

/// Makes [`Organization`] and [`OrganizationField`] from one list.
macro_rules! organization {
    ($($(#[$about:meta])* $field:ident $name:ident: $kind:ident,)+) => {
        /// Who is assessed and who answers.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Organization {
            $($(#[$about])* pub $name: organization!(@type $kind),)+
        }

        enum_with_all! {
            /// A field of an organisation, in the order in which fields are shown and written.
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub enum OrganizationField {
                $($(#[$about])* $field,)+
            }
        }

        impl OrganizationField {
            /// The key in files and JSON.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$field => stringify!($name),)+ }
            }

            /// Whether its value is a number rather than a text.
            pub const fn is_count(self) -> bool {
                match self { $(Self::$field => organization!(@is_count $kind),)+ }
            }
        }

        impl Organization {
            /// The value of a field.
            pub fn get(&self, field: OrganizationField) -> FieldValue<'_> {
                match field { $(OrganizationField::$field => organization!(@get $kind self.$name),)+ }
            }

            /// The value of a field, to be changed.
            pub fn get_mut(&mut self, field: OrganizationField) -> FieldValueMut<'_> {
                match field { $(OrganizationField::$field => FieldValueMut::$kind(&mut self.$name),)+ }
            }
        }
    };
    (@type Text) => { String };
    (@type Count) => { Option<u32> };
    (@is_count Text) => { false };
    (@is_count Count) => { true };
    (@get Text $value:expr) => { FieldValue::Text(&$value) };
    (@get Count $value:expr) => { FieldValue::Count($value) };
}

organization! {
    /// Name of the company; the only field that is required.
    Name name: Text,
    /// Site or department, where several answer.
    Site site: Text,
    /// Who answers.
    Respondent respondent: Text,
    /// Industry in the company's own words.
    Industry industry: Text,
    /// Region in the company's own words.
    Region region: Text,
    /// Number of employees.
    Employees employees: Count,
}

impl Organization {
    /// The same organisation, with what is given in place of what it says.
    #[must_use]
    pub fn with(mut self, given: &Self) -> Self {
        for field in OrganizationField::ALL {
            match (self.get_mut(field), given.get(field)) {
                (FieldValueMut::Text(text), FieldValue::Text(given)) if !given.trim().is_empty() => {
                    given.clone_into(text);
                }
                (FieldValueMut::Count(count), FieldValue::Count(Some(given))) => *count = Some(given),
                _ => {}
            }
        }
        self
    }
}

/// The value of a field of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldValue<'a> {
    /// A text of one line; empty where nothing is known.
    Text(&'a str),
    /// A number of people, if it is known.
    Count(Option<u32>),
}

/// The value of a field of an organisation, to be changed.
#[derive(Debug, PartialEq, Eq)]
pub enum FieldValueMut<'a> {
    /// A text of one line; empty where nothing is known.
    Text(&'a mut String),
    /// A number of people, if it is known.
    Count(&'a mut Option<u32>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_by_a_field_is_read_by_it() {
        for field in OrganizationField::ALL {
            let mut organization = Organization::default();
            match organization.get_mut(field) {
                FieldValueMut::Text(text) => field.key().clone_into(text),
                FieldValueMut::Count(count) => *count = Some(7),
            }
            match organization.get(field) {
                FieldValue::Text(text) => assert_eq!(text, field.key()),
                FieldValue::Count(count) => assert_eq!(count, Some(7)),
            }
        }
    }
}
