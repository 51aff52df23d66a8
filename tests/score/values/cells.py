"""Texts of cells for properties: any text, and pieces of the grammar put together anyhow."""

from hypothesis import strategies as st

_FRAGMENTS = (
    "≥ ≤ > < = 不少于 不超过 以上 以内 9 83 100 0 0.5 1,234 万 亿 元 个 家 % ‰ 比例 人次 小时 天 /人 /月 次 "
    "每月 每季度 年 月 日 9月 前 底 2023年 - 至 、 ； ， 完成 达到 满意度 下降 约 余 两 十 百分之 成 ** xx （ ） ."
    " 规范 … 且 亩 级 （次） （含）以上 （应发尽发） 千分之 20231231 X"
)

CELLS = st.one_of(
    st.text(max_size=400), st.lists(st.sampled_from(_FRAGMENTS.split()), max_size=12).map("".join)
)
