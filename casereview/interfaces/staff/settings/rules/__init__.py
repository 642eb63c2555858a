"""An area's rules, for its administrators: read in words, proposed, mended at the line, confirmed, taken back."""
