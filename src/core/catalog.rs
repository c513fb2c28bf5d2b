//! The question sets at hand.
