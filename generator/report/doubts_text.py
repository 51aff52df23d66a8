"""What the site says less about, because git does not tell it, or not truly: for the publisher at the terminal."""

from collections.abc import Iterator
from typing import Final

from generator.model.history import Log

_MOST_NAMED: Final = 10
"""Commits whose names are told."""


def list_doubts(log: Log) -> Iterator[str]:
    """List what the publisher can mend, each with what was made of it."""
    if log.is_cut:
        yield (
            "这个仓库是浅克隆，没有取来全部的更改记录：更新和数据版本不全，不知道的没有写。"
            "请用 git fetch --unshallow 取来，再生成一次。"
        )
    if log.misdated:
        names = "、".join(id_[:10] for id_ in log.misdated[:_MOST_NAMED])
        more = " 等" if len(log.misdated) > _MOST_NAMED else ""
        yield (
            f"有 {len(log.misdated)} 个提交的日期不可信，早于自评年度，或者晚于现在，"
            f"网页上写作“日期不明”：{names}{more}。"
        )
    if log.refused_signers:
        yield (
            f"认可的签名人名单 {log.refused_signers} 在仓库里，谁提交更改都可以改它，所以没有采用，"
            "网页上不写更改者的身份。请把名单放到仓库外面，或者 .git 文件夹里。"
        )
