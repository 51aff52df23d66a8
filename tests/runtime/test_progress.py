"""The stages of a build, as a person sees them."""

import re

from generator.runtime.progress import Stage


def test_every_stage_has_a_chinese_name() -> None:
    assert all(re.fullmatch("[\u4e00-\u9fff]+", stage) for stage in Stage)
