//! Faults of the TOML itself.

use toml::de::Error;

use super::fields::Faults;
use crate::store::failure::quoted;

/// Notes what the TOML parser found wrong. Its message says what, without the line itself, which may be hostile.
pub(super) fn report(errors: &[Error], faults: &Faults<'_>) {
    for error in errors {
        let (offset, message) = (error.span().map_or(0, |span| span.start), error.message());
        if message.starts_with("duplicate key") {
            faults.add(
                offset,
                "同じキーが二度書かれています。どちらか一方を消してください。",
                "the same key is written twice; remove one of them.",
            );
        } else if message.contains("recurs") {
            faults.add(offset, "入れ子が深すぎます。", "this is nested too deeply.");
        } else {
            let message = quoted(message);
            faults.add(
                offset,
                format!("TOMLとして読めません（{message}）。この行を直してください。"),
                format!("this is not valid TOML ({message}); correct this line."),
            );
        }
    }
}
