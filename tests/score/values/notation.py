"""Values written in one line, so that a table of examples shows what each must read as.

`≥83 个` and `≤2026000 元` are quantities in their plain unit, `=1 share` is 100 %, `3..5 次` a range, `[合格率]` a
label and `{方案}` a noun; `2021-12-31` is a date, `..09-01` the moment before it, `01-01..12` a period.
"""

from generator.model.value import Compound, Deadline, Quantity, Value
from generator.text.numbers import write_number


def write_value(value: Value) -> str:
    """Write a value in one line: its kind, then what it says."""
    match value:
        case Quantity():
            return write_quantity(value)
        case Compound():
            return " + ".join(write_quantity(part) for part in value.parts)
        case Deadline():
            return write_deadline(value)
        case _:
            return value.kind.value


def write_quantity(quantity: Quantity) -> str:
    """Write a quantity: sign, number in the plain unit, unit, label and noun."""
    number = write_number(quantity.number)
    if quantity.upper is not None:
        number += f"..{write_number(quantity.upper)}"
    words = [f"{quantity.sign}{number}", "share" if quantity.is_share else quantity.unit]
    words += [
        f"[{quantity.label}]" if quantity.label else "",
        f"{{{quantity.noun}}}" if quantity.noun else "",
    ]
    return " ".join(word for word in words if word)


def write_deadline(deadline: Deadline) -> str:
    """Write a deadline or a frequency."""
    if deadline.every:
        times = f" {write_quantity(deadline.times)}" if deadline.times else ""
        day = f" day {deadline.day}" if deadline.day else ""
        return f"every {deadline.every}{times}{day}"
    date = f"{deadline.month:02}" + (f"-{deadline.day:02}" if deadline.day else "")
    if deadline.year:
        date = f"{deadline.year}-{date}"
    if deadline.period:
        begin = "" if deadline.since is None else f"{deadline.since[0]:02}-{deadline.since[1]:02}"
        return f"period {begin}..{date}"
    return f"before {date}" if deadline.before else f"by {date}"
