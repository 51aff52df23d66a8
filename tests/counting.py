"""How much Python does: the instructions that a call runs, counted and never timed, so that growth can be judged."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def count_instructions(work: Callable[[], object]) -> int:
    """Count the instructions of Python code that a call runs; what is written in C counts as one."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def measure_growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """Tell how many times more instructions the second doubling of a size brings than the first.

    It is 2 where the instructions grow as the size does, and near 4 where they grow as its square. `work` prepares a
    call, uncounted; what it keeps in a cache is there before anything is counted.
    """
    work(size * 4)()
    few, more, most = (count_instructions(work(size * times)) for times in (1, 2, 4))
    return (most - more) / (more - few)
