"""The door of pages and plain HTTP."""
