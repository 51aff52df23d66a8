"""Units of measure: which ones there are, which mean the same, and how they scale to one another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_ALIASES = {
    "人": "人 名 位",
    "次": "次 回",
    "起": "起 宗",
    "幢": "幢 栋",
    "本": "本 册",
    "场": "场 场次",
    "批": "批 批次",
    "人次": "人次 人/次 人·次 人*次",
    "秒": "秒 秒钟",
    "分钟": "分钟 min",
    "小时": "小时 个小时 钟头 个钟头 h",
    "天": "天 日 自然日 个自然日 日历天",
    "工作日": "工作日 个工作日",
    "周": "周 星期 个星期 礼拜 个礼拜",
    "月": "月 个月",
    "季度": "季度 个季度 季",
    "年": "年 年度",
    "平方米": "平方米 平米 平方 ㎡ m² m2",
    "立方米": "立方米 立方 方 m³ m3",
    "米": "米 m 延米 延长米",
    "公里": "公里 千米 km KM Km ㎞",
    "厘米": "厘米 cm ㎝",
    "毫米": "毫米 mm ㎜",
    "公斤": "公斤 千克 kg KG Kg ㎏",
    "克": "克 g",
    "吨": "吨 t",
    "升": "升 L",
    "毫升": "毫升 ml mL",
    "公顷": "公顷 ha",
    "平方公里": "平方公里 平方千米 km² km2",
    "毫克": "毫克 mg",
    "微克": "微克 μg ug",
    "千瓦时": "千瓦时 度 kWh",
    "分贝": "分贝 dB",
    "岁": "岁 周岁",
    "℃": "℃ °C 摄氏度",
    "学时": "学时 课时 个学时 个课时",
    "百分点": "百分点 个百分点",
    "元": "元 元人民币 元整",
}

_COUNTED = (
    "个 家 处 项 件 份 套 台 辆 部 张 篇 条 根 座 间 户 期 趟 轮 班 门 节 课 款 种 类 只 头 匹 株 棵 盏 盆 桶 "
    "箱 包 袋 瓶 盒 支 枝 把 块 片 幅 面 架 艘 列 副 双 对 组 队 支队 团 届 层 栋楼 单元 村 镇 街道 社区 站 点 "
    "点位 所 校 班级 人份 例 宗地 标段 段 路 线 口 眼 井 孔 集 档 封 页 字 句 首 版 枚 束 卷 扇 床 桌 席 顶 樘 "
    "户次 家次 车次 台次 件次 班次 组次 艘次 架次 起次 例次 户数 亩 斤 两 里 分 星 级 倍 折 成 千瓦 瓦 "
    "伏 GB TB MB Mbps 人天 人·天 人月 人年 工日 台班 台套 学期 学年 刻钟 步 圈 笔 单 则 公里·年"
)

CANONICAL = {
    **{name: name for name in _COUNTED.split()},
    **{name: unit for unit, names in _ALIASES.items() for name in names.split()},
}
"""Every known unit by each of its names."""

SHARES = {
    "%": Decimal("0.01"),
    "百分比": Decimal("0.01"),
    "‰": Decimal("0.001"),
    "‱": Decimal("0.0001"),
    "比例": Decimal(1),
}
"""Names of shares, and how much one of them is."""

SHARE_OF = {"百": "%", "千": "‰", "万": "‱"}
"""The shares that `百分之`, `千分之` and `万分之` name."""

_DURATIONS = frozenset({"秒", "分钟", "小时", "天", "工作日", "周", "月", "季度", "年", "刻钟"})
_READINGS = frozenset({"岁", "℃", "分贝"})
RANKS = frozenset({"级"})
"""Units of which no sign tells which way is better: `2级以上` may mean 1级 or 3级."""

_SCALES: dict[str, tuple[str, Decimal]] = {
    "秒": ("秒", Decimal(1)),
    "分钟": ("秒", Decimal(60)),
    "小时": ("秒", Decimal(3600)),
    "天": ("秒", Decimal(86_400)),
    "周": ("秒", Decimal(604_800)),
    "月": ("月", Decimal(1)),
    "季度": ("月", Decimal(3)),
    "年": ("月", Decimal(12)),
    "毫米": ("毫米", Decimal(1)),
    "厘米": ("毫米", Decimal(10)),
    "米": ("毫米", Decimal(1000)),
    "公里": ("毫米", Decimal(1_000_000)),
    "平方米": ("三分之一平方米", Decimal(3)),
    "亩": ("三分之一平方米", Decimal(2_000)),  # 15 亩 are one 公顷, so that only thirds come out even
    "公顷": ("三分之一平方米", Decimal(30_000)),
    "平方公里": ("三分之一平方米", Decimal(3_000_000)),
    "毫克": ("毫克", Decimal(1)),
    "克": ("毫克", Decimal(1000)),
    "斤": ("毫克", Decimal(500_000)),
    "公斤": ("毫克", Decimal(1_000_000)),
    "吨": ("毫克", Decimal(1_000_000_000)),
    "毫升": ("毫升", Decimal(1)),
    "升": ("毫升", Decimal(1000)),
}

_EITHER = re.compile(r"([^()]++)\(([^()]++)\)")
_DIVISORS = str.maketrans("、*·×", "////")


def match_any(names: Iterable[str]) -> str:
    """Write a pattern that matches any of some names, the longest first: `个小时` is not `个` and something else."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit ready for comparison: what is measured, per what, and how many of the least unit it is."""

    base: str
    factor: Decimal
    per: tuple[str, ...]
    alternatives: frozenset[str] = frozenset()
    """What else it may be: `人(次)` is 人, 次 or 人次."""

    def fits(self, other: "Measure") -> bool:
        """Tell whether numbers in both units can be held against each other; a unit left out fits any."""
        if self.per != other.per:
            return False
        is_open = not self.base or not other.base
        return is_open or not ({self.base} | self.alternatives).isdisjoint({other.base} | other.alternatives)


@lru_cache(maxsize=4096)
def measure_of(unit: str) -> Measure:
    """Work out what a unit measures; an unknown one measures itself. `元/人·月` and `元/月/人` are the same.

    `/年` says nothing that the form does not say anyway: it is the form of one year.
    """
    name, _, divisors = (CANONICAL.get(unit) or unit).partition("/")
    one, *others = _list_names(name)
    per = sorted(CANONICAL.get(each, each) for each in divisors.translate(_DIVISORS).split("/") if each)
    base, factor = _SCALES.get(one, (one, Decimal(1)))
    return Measure(base, factor, tuple(each for each in per if each != "年"), frozenset(others))


def _list_names(name: str) -> list[str]:
    match = _EITHER.fullmatch(name)
    names = (match[1], match[2], match[1] + match[2]) if match else (name,)
    return [CANONICAL.get(each, each) for each in names]


def is_either_way(unit: str) -> bool:
    """Tell whether more of a unit may be better or worse (`24小时`, `30℃`), so that only a sign tells."""
    return CANONICAL.get(unit) in _DURATIONS | _READINGS
