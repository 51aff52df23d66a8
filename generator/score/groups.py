"""The group of a profile that a 一级指标 names."""

import re

from generator.model.profile import Group, Profile
from generator.score.values import normalise_text

_BESIDE_NAME = re.compile(r"^[(（]?[一二三四五六七八九十0-9]+[)、.]|\([^()]*\)$|(?<![0-9])[0-9]+分?$")
"""What stands beside the name of a group: its place and its points (`一、产出指标(50分)`)."""


def find_group(level1: str, profile: Profile) -> Group | None:
    """Find the profile's group that a 一级指标 names, by its name or one of its other names."""
    name = _BESIDE_NAME.sub("", normalise_text(level1))
    groups = profile.groups_by_name
    return groups.get(name) or groups.get(f"{name}指标")
