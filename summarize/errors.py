"""Every error this package raises on purpose, in one tree.

    SummarizeError
    ├── InputError            what was given cannot be read
    │   ├── EncodingError     the bytes are not text in a known encoding
    │   ├── DatelineError     a dateline is not a calendar date
    │   └── TextAbsent        a text that is kept elsewhere is not on this machine
    ├── SettingsError         an option, environment variable or summarize.toml is wrong
    ├── PromptError           a prompt file is broken
    ├── ModelError            the model could not answer at all
    │   ├── ModelUnavailable  nothing answers at the endpoint, or it keeps failing
    │   ├── ModelDenied       the endpoint refuses the key, the model name or the request
    │   └── ReplayMiss        a replayed cassette has no answer for this request
    ├── DownloadError         a local model could not be fetched or verified
    ├── LossError             something was lost and the caller asked to be told by an error
    └── OutputError           the result could not be written

A message names the offending value, the place and the next step; the same facts are attributes.
A model's bad answer is not an error: it becomes a `Loss` in the record.
"""

from __future__ import annotations


class SummarizeError(Exception):
    """Base of every error raised on purpose.

    Args:
        message: What was wrong, in one line.
        where: File, field, sentence or address it was found in.
        hint: The next step for the person who reads it.
    """

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"


class InputError(SummarizeError):
    """What was given to summarise cannot be read."""


class EncodingError(InputError):
    """The bytes are not text in a known encoding."""


class DatelineError(InputError):
    """A dateline is not a calendar date."""


class TextAbsent(InputError):
    """A text that is kept elsewhere is not on this machine."""


class SettingsError(SummarizeError):
    """An option, an environment variable or summarize.toml is wrong."""


class PromptError(SummarizeError):
    """A prompt file is broken."""


class ModelError(SummarizeError):
    """The model could not answer at all."""


class ModelUnavailable(ModelError):
    """Nothing answers at the endpoint, or it keeps failing."""


class ModelDenied(ModelError):
    """The endpoint refuses the key, the model name or the request."""


class ReplayMiss(ModelError):
    """A replayed cassette has no answer for this request."""


class DownloadError(SummarizeError):
    """A local model could not be fetched or verified."""


class LossError(SummarizeError):
    """Something was lost and the caller asked to be told by an error."""


class OutputError(SummarizeError):
    """The result could not be written."""
