"""Resolving measured on labelled data: one module a part, each with a `run`."""
