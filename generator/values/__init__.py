"""The grammar of targets (年度指标值) and actual values (实际完成值): reading them, and holding one against the other.

- `read_value` turns any text into a value
- `normalise_text` brings a text to one spelling
"""

from generator.values.normalising import normalise_text as normalise_text
from generator.values.reading import read_value as read_value
