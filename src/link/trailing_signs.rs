//! The signs of a sentence that programs take for the end of a link: `country=BT).` in place of `country=BT`.
//!
//! Invariant: no letter or digit is a sign. Nor are `-`, `+` and `#`, which can make another code: C is not C++.

/// Whether a character is a space, a mark of a sentence, a quotation mark or a closing bracket, in any script.
pub(super) fn is_sign(character: char) -> bool {
    matches!(character,
        ' '..='"' | '\''..='*' | ',' | '.' | ':'..='@' | ']'..='`' | '|'..='}' | '\u{80}'..='\u{bf}'
        | '\u{600}'..='\u{61f}' | '\u{6d4}' | '\u{964}'..='\u{965}' | '\u{f08}'..='\u{f14}'
        | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff65}')
}
