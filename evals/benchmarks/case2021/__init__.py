"""CASE 2021, shared task 2: news snippets, each with one of 30 mostly ACLED types of event.

Haneczok et al. 2021, Fine-grained Event Classification in News-like Text Snippets (CASE @ ACL-IJCNLP).
"""
