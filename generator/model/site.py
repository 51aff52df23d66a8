"""Who publishes: `site.toml`."""

from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

from generator.model.cells import MOST_ROWS, Name, Record, Reference, Remark
from generator.model.form import Status
from generator.model.web_address import refuse_other_roots, refuse_other_texts
from generator.model.years import Years

_Short = Annotated[str, Field(max_length=500)]

Address = Annotated[_Short, AfterValidator(refuse_other_texts)]
"""A whole address in the web, or none."""

Root = Annotated[_Short, AfterValidator(refuse_other_roots)]
"""A whole address in the web that others are made from by going on behind it, or none."""


class Edition(StrEnum):
    """Whom a build is for. The public edition holds only what has been published."""

    PUBLIC = "public"
    INTERNAL = "internal"

    @property
    def verb(self) -> str:
        """What has been done with the forms that the edition shows."""
        return "公开" if self is Edition.PUBLIC else "收到"

    def shows(self, status: Status) -> bool:
        """Tell whether forms of this status have a page."""
        return self is Edition.INTERNAL or status in (Status.PUBLISHED, Status.WITHDRAWN)


class CodeHost(StrEnum):
    """The kind of program that a code host runs, which decides where it shows a file."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    FORGEJO = "forgejo"
    GITEE = "gitee"


class Licence(Record):
    """The licence under which the data is published."""

    name: Name = Field(title="许可名称")
    url: Address = Field("", title="许可全文网址")


class YearlyProfile(Years):
    """The profile by which forms of some years are judged that name none."""

    profile: Name = Field(title="评分办法")


class Defaults(NamedTuple):
    """The profiles by which forms are judged that name none: by year, and `fallback` in all other years."""

    fallback: str = ""
    yearly: tuple[YearlyProfile, ...] = ()

    def list_keys(self) -> dict[str, str]:
        """Name all defaults by where `site.toml` says them."""
        keys = {f"profiles[{index}].profile": one.profile for index, one in enumerate(self.yearly)}
        return {"profile": self.fallback} | keys

    def find_key(self, year: int) -> str:
        """Find where the default of a year is said: the first entry that covers it, else the fallback."""
        covering = (index for index, one in enumerate(self.yearly) if one.covers(year))
        return next((f"profiles[{index}].profile" for index in covering), "profile")

    def find(self, year: int) -> str:
        """Find the id of the default of a year."""
        return next((one.profile for one in self.yearly if one.covers(year)), self.fallback)


class Site(Record):
    """The publisher's own particulars. `host` is stated where the address of the repository does not tell it.

    `host_verifies_authors` says that nothing gets into the main branch but through the code host, and that the host
    lets in only commits whose author is the account that handed them in. Only then is an author believed.
    """

    title: Name = Field(title="网站名称")
    publisher: Name = Field(title="发布单位")
    description: Remark = Field("", title="网站简介")
    url: Root = Field("", title="网站网址")
    repository: Root = Field("", title="数据仓库网址")
    host: CodeHost | None = Field(None, title="代码托管平台")
    branch: Name = Field("main", title="主分支")
    contact: Reference = Field("", title="联系方式")
    profile: Name = Field(title="默认评分办法")
    profiles: tuple[YearlyProfile, ...] = Field((), title="各年度的默认评分办法", max_length=MOST_ROWS)
    licence: Licence = Field(title="数据许可")
    roles: dict[Name, Name] = Field({}, title="更改者的身份", max_length=MOST_ROWS)
    host_verifies_authors: bool = Field(False, title="代码托管平台核对更改者")
