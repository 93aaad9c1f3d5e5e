"""Public labelled sets as benchmarks: each adapter reads a set, asks a system, and scores by the set's own rules.

Their texts are no part of this repository. Run files and recordings hold them, and are kept out of git.
"""
