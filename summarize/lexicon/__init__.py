"""Closed lists of words that the rules read, each with its source."""
