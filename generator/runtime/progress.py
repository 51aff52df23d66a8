"""What a long run tells while it works: its stages, and how far each has come."""

from enum import StrEnum
from typing import Protocol


class Stage(StrEnum):
    """The stages of a build, in the order in which they end; the values are what a person sees."""

    LOAD = "读取"
    SCORE = "计分"
    CHECK = "检查"
    RENDER = "生成页面"
    EXPORT = "导出数据"
    WRITE = "写入"
    PUBLISH = "排版成网站"
    SEARCH = "建检索"


class Listener(Protocol):
    """Somebody who is told of the progress: a terminal, a benchmark, or nobody."""

    def begin(self, stage: Stage) -> None:
        """Hear that a stage begins; the one before it has ended."""

    def advance(self, done: int, total: int) -> None:
        """Hear how far the stage has come."""

    def finish(self) -> None:
        """Hear that the last stage has ended."""


class Silence:
    """Nobody is listening."""

    def begin(self, stage: Stage) -> None:
        """Ignore it."""

    def advance(self, done: int, total: int) -> None:
        """Ignore it."""

    def finish(self) -> None:
        """Ignore it."""
