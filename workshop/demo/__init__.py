"""Rehearsal: a workshop with simulated participants, and what they write."""
