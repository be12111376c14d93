"""Pure functions of the records: what a picture or a sentence about them needs."""
