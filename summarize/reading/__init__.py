"""Reading: files, folders, pages and streams to articles with a dateline and numbered sentences."""

from summarize.reading.articles import read_article, sentences
from summarize.reading.dateline import Dateline, find_dateline, parse_dateline
from summarize.reading.encodings import decode
from summarize.reading.inputs import read_all, read_path

__all__ = [
    "Dateline",
    "decode",
    "find_dateline",
    "parse_dateline",
    "read_all",
    "read_article",
    "read_path",
    "sentences",
]
