//! A macro for enums whose variants are listed somewhere: in a menu, on the command line, in a test.

/// Declares an enum of plain variants together with `ALL`, an array of them in the order of their declaration. The compiler
/// writes the array, so that no variant can be forgotten in it.
macro_rules! enum_with_all {
    (
        $(#[$about:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$about_variant:meta])* $variant:ident,)+
        }
    ) => {
        $(#[$about])*
        $visibility enum $name {
            $($(#[$about_variant])* $variant,)+
        }

        impl $name {
            /// All variants, in the order of their declaration.
            pub const ALL: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];
        }
    };
}
