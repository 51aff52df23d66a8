"""Who publishes: `site.toml`."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.form import Name, Record, Status, Text

Address = Annotated[str, Field(pattern=r"^(https?://\S+)?$", max_length=500)]
"""A whole address in the web, or none."""


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


class Site(Record):
    """The publisher's own particulars. `host` is stated where the address of the repository does not tell it."""

    title: Name = Field(title="网站名称")
    publisher: Name = Field(title="发布单位")
    description: Text = Field("", title="网站简介")
    url: Address = Field("", title="网站网址")
    repository: Address = Field("", title="数据仓库网址")
    host: CodeHost | None = Field(None, title="代码托管平台")
    branch: Name = Field("main", title="主分支")
    contact: Text = Field("", title="联系方式")
    profile: Name = Field(title="默认评分办法")
    licence: Licence = Field(title="数据许可")
    roles: dict[Name, Name] = Field({}, title="更改者的身份")
