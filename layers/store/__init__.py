"""Keeping: one Store, a dialect for each database."""
