"""What blank forms print in their cells as instructions, which nobody wrote."""

import re
from functools import lru_cache

_INSTRUCTION = re.compile(
    r"[(（]?(?:(?:请|对照|结合|简要|概括|填写|逐[条项])[^。；;]{0,60}(?:[0-9]{1,6}字(?:以内|左右)|填写)"
    r"|(?:请(?:在|简要|如实|按照?|对照|结合|填写|说明|概述|描述|逐)|简要(?:说明|概述|描述))[^。；;0-9]{0,40})(?<![)）。.])[)）。.]*+"
    r"|(?:年度|总体){0,2}(?:预期)?目标(?:完成情况)?[:：]?|(?:年度)?(?:目标)?实际完成情况[:：]?"
    r"|(?:(?:总体)?目标[0-9一二三四五]?[:：]?(?:…+|\.{3,}|[×xX*]{2,})[。；;]?)+"
)
"""What blank forms print in the cells of goals, without white space."""
_OF_A_REASON = re.compile(
    r"[(（]?(?:注|说明|备注)?[:：]?(?:[0-9]+[.、])?(?:如|若|未|对|凡|得分|偏差|完成|预算执行率?|执行率)"
    r"[^。；;]{0,50}(?:(?:需|须|应当?|请|要求?)(?:逐[条项])?(?:在此|如实|详细|简要)?(?:说明|分析|填写|注明|写明)|(?:填写|说明)(?:原因|理由))"
    r"[^。；;0-9]{0,24}(?<![)）。.])[)）。.]*+"
    r"|(?:偏差(?:较?大)?(?:的)?|目标)?(?:或)?(?:目标)?(?:未完成)?(?:的)?原因(?:分析|说明)?(?:(?:及|和|与)(?:拟采取的)?改进措施)?[:：]?"
)
"""What they print in the cells of reasons: `未完成的指标，需说明原因及改进措施`."""


def is_instruction(text: str) -> bool:
    """Tell whether a cell of goals holds what the blank form prints there."""
    return _INSTRUCTION.fullmatch("".join(text.split())) is not None


@lru_cache(maxsize=16_384)
def is_reason_instruction(text: str) -> bool:
    """Tell whether a cell of reasons holds what the blank form prints there."""
    plain = "".join(text.split())
    return bool(plain) and bool(_INSTRUCTION.fullmatch(plain) or _OF_A_REASON.fullmatch(plain))
