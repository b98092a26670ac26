//! Questions back into the text an author would have written.
