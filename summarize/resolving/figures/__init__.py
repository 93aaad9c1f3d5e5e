"""How many: finding the quantities that a text reports and reading one that was quoted.

`find_figures` finds, `read_figure` reads a phrase. The text of a quantity is what an analyst would quote: the
hedge, the number and the counted noun ("more than 200,000 people"). A number that counts nothing (a year, a
code, an age, a date) is no quantity; a vague numeral ("dozens") is one without a number.
"""

from summarize.resolving.figures.finding import find_figures, read_figure
from summarize.resolving.figures.quantity import Quantity

__all__ = ["Quantity", "find_figures", "read_figure"]
