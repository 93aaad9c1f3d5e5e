"""MUC-4: incidents of terrorism in news from Latin America, 1988 to 1991, against expert templates.

The rules are those of the task documentation that comes with the data (`guidelines/`, "part 1" and "part 2" below) and
of the conference's Appendix C, Guidelines for Scoring Mismatches (MUC-4 Proceedings, 1992, ACL Anthology M92-1044).
"""
