"""One indicator with all that rules ask of it."""

from decimal import Decimal

import pytest

from generator.facts.rows import divide_target
from tests.scoring.samples import score_cells


@pytest.mark.parametrize(
    ("target", "reached", "share"),
    [
        ("≥50个", "100个", "0.5"),
        ("≥120个", "100个", "1.2"),
        ("≤50个", "100个", None),
        ("≥50个", "基本完成", None),
        ("规范", "100个", None),
        ("≥50个", "100%", None),
        ("≥50个", "0个", None),
    ],
)
def test_a_target_is_divided_by_what_was_reached_before(target: str, reached: str, share: str | None) -> None:
    now, before = score_cells(target, ""), score_cells("≥1个", reached)
    assert divide_target(now, before) == (share and Decimal(share))
