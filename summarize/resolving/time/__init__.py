"""When: finding time expressions in running text and turning a quoted one into days.

`find_times` finds, `resolve_time` counts one phrase from the dateline, from the day of a quotation or
from another event, and says on what basis; `resolve_times` does both for a whole text. What cannot be
settled is `Unresolved` with the reason.
"""

from summarize.resolving.time.finding import TimeExpression, find_times
from summarize.resolving.time.frame import TimeKind
from summarize.resolving.time.reckoning import TimeContext, publication_time, resolve_time
from summarize.resolving.time.running import resolve_times
from summarize.resolving.time.timex import timex_value

__all__ = [
    "TimeContext",
    "TimeExpression",
    "TimeKind",
    "find_times",
    "publication_time",
    "resolve_time",
    "resolve_times",
    "timex_value",
]
