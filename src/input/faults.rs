//! The faults of one file, collected while it is read.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::location::Walk;
use super::{Fault, FaultKind, Location, Position};

/// The faults found so far in a file. Readers note what is wrong and go on; at the end there is either what they read or
/// every fault.
///
/// In a text, faults are noted by byte offset; lines and columns are only counted when there is a fault. Elsewhere they are
/// noted with their [`Location`].
#[derive(Debug)]
pub struct Faults<'text> {
    text: &'text str,
    limit: usize,
    found: RefCell<Vec<Found>>,
    intact_until: usize,
    ignore_after: usize,
}

#[derive(Debug, PartialEq)]
struct Found {
    place: Place,
    kind: FaultKind,
    is_syntax: bool,
}

#[derive(Debug, PartialEq)]
enum Place {
    Offset(usize),
    Location(Location),
}

impl Place {
    /// Faults of a text are put in the order of their offsets, those of the whole file first; all others stay as found.
    const fn offset(&self) -> Option<usize> {
        match self {
            Self::Offset(offset) => Some(*offset),
            Self::Location(_) => None,
        }
    }
}

impl<'text> Faults<'text> {
    /// No faults yet of a text. At most `limit` faults are kept: after so many, it is not the kind of file that it should be.
    pub fn of_text(text: &'text str, limit: usize) -> Self {
        Self { text, limit, found: RefCell::default(), intact_until: usize::MAX, ignore_after: usize::MAX }
    }

    /// No faults yet of a file whose faults are noted with their locations.
    pub fn of_document() -> Self {
        Self::of_text("", usize::MAX)
    }

    /// Notes a fault at a byte offset of the text.
    pub fn add(&self, offset: usize, kind: impl Into<FaultKind>) {
        self.note(Found { place: Place::Offset(offset), kind: kind.into(), is_syntax: false });
    }

    /// Notes a fault of the form of the text. Other faults of the same line only follow from it and are left out.
    pub fn add_syntax(&self, offset: usize, kind: impl Into<FaultKind>) {
        self.note(Found { place: Place::Offset(offset), kind: kind.into(), is_syntax: true });
    }

    /// Notes a fault with its location.
    pub fn push(&self, fault: Fault) {
        self.note(Found { place: Place::Location(fault.location), kind: fault.kind, is_syntax: false });
    }

    fn note(&self, fault: Found) {
        if fault.place.offset().is_some_and(|offset| offset > self.ignore_after) {
            return;
        }
        let mut found = self.found.borrow_mut();
        // A parser that goes on after an error finds the same one again, once for each bracket that is open.
        if found.len() <= self.limit && found.last() != Some(&fault) {
            found.push(fault);
        }
    }

    /// Notes that from an offset on, keys may be lost or in the wrong table.
    pub fn structure_broken_from(&mut self, offset: usize) {
        self.intact_until = self.intact_until.min(offset);
    }

    /// Ignores faults after an offset, because something that begins there is never closed and all after it was read as part of it.
    pub fn ignore_after(&mut self, offset: usize) {
        self.ignore_after = self.ignore_after.min(offset);
        self.structure_broken_from(offset);
    }

    /// Whether all keys are where they were written. Where not, nothing can be said about what is missing.
    pub fn has_intact_structure(&self) -> bool {
        self.intact_until == usize::MAX
    }

    /// Whether what stands at an offset is where it was written.
    pub(super) fn is_intact_at(&self, offset: usize) -> bool {
        offset < self.intact_until
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// Line and column of an offset, for a fault that refers to a second place.
    pub fn position(&self, offset: usize) -> Position {
        Position::of_offset(self.text, offset)
    }

    /// The text as it stands in the file.
    pub(super) fn source(&self, start: usize, end: usize) -> &'text str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// What was read, if nothing is wrong.
    ///
    /// # Errors
    ///
    /// All faults in the order of their offsets, or as they were found; at least one.
    pub fn into_result<Content>(self, content: Option<Content>) -> Result<Content, Vec<Fault>> {
        let faults = self.into_faults();
        match content {
            Some(content) if faults.is_empty() => Ok(content),
            None if faults.is_empty() => Err(vec![Fault::of_file(FaultKind::Unreadable)]),
            _ => Err(faults),
        }
    }

    /// All faults in the order of their offsets, or as they were found.
    pub fn into_faults(self) -> Vec<Fault> {
        let mut found = self.found.into_inner();
        let is_cut = found.len() > self.limit;
        found.truncate(self.limit);
        // Stable: faults of one place stay in the order in which they were found.
        found.sort_by_key(|fault| fault.place.offset());
        let mut walk = Walk::new(self.text);
        let located: Vec<(Location, Found)> = found
            .into_iter()
            .map(|fault| match &fault.place {
                Place::Offset(offset) => (Location::Position(walk.to(*offset)), fault),
                Place::Location(location) => (location.clone(), fault),
            })
            .collect();
        let line = |location: &Location| match location {
            Location::Position(position) => Some(position.line),
            _ => None,
        };
        let broken_lines: BTreeSet<Option<usize>> =
            located.iter().filter(|(_, fault)| fault.is_syntax).map(|(location, _)| line(location)).collect();
        let mut faults: Vec<Fault> = located
            .into_iter()
            .filter(|(location, fault)| fault.is_syntax || !broken_lines.contains(&line(location)))
            .map(|(location, fault)| Fault { location, kind: fault.kind })
            .collect();
        faults.dedup();
        if is_cut {
            faults.push(Fault::of_file(FaultKind::More));
        }
        faults
    }
}
