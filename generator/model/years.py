"""Budget years (年度), and stretches of them as `from` and `to` bound them."""

from typing import Annotated

from pydantic import ConfigDict, Field, StrictInt

from generator.model.cells import Record

Year = Annotated[StrictInt, Field(ge=1900, le=2999)]
"""A budget year."""

_HINT = "写成四位数字的年度，不加引号，如 2021"


class Years(Record):
    """Budget years from `first` to `last`, as far as they are bounded."""

    model_config = ConfigDict(serialize_by_alias=True)

    first: Year | None = Field(None, alias="from", title="从哪个年度起", description=_HINT)
    last: Year | None = Field(None, alias="to", title="到哪个年度止", description=_HINT)

    def covers(self, year: int) -> bool:
        """Tell whether a year is one of these."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)

    @property
    def words(self) -> str:
        """The years as people say them: `2019 年度起，到 2021 年度止`."""
        bounds = [f"{self.first} 年度起"] if self.first else []
        bounds += [f"到 {self.last} 年度止"] if self.last else []
        return "，".join(bounds) or "不限年度"
