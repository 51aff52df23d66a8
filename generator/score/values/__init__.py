"""The grammar of targets (年度指标值) and actual values (实际完成值): reading them, and holding one against the other.

- `reading`: any text into a value, by `placeholders`, `deadlines` (with `frequencies`), `quantities`, `between`
  and `compounds`
- `quantities`: by `heads`, `numerals`, `tails` and `units`, or `spelled` where there are no digits
- `comparing`: whether a target is met, by `pairing` and `aligning` (quantities) and `timing` (dates and frequencies)
- `mentions`: the quantities within a sentence
- `normalising`: one spelling for texts that say the same
"""

from generator.score.values.normalising import normalise_text as normalise_text
from generator.score.values.reading import read_value as read_value
