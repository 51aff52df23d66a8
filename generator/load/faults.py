"""The catalogue of loading faults: all that can be wrong with a file before any rule looks at it.

Each fault is one section of the published page of loading faults, under its code. To add one: define it
below, with the next free code, and add it to `LOADING_FAULTS`.
"""

from generator.load.fault import Fault
from generator.model.finding import Severity

TOML_SYNTAX = Fault(
    "L001",
    "toml-syntax",
    "文件写法有误",
    "文件的某一行不合 TOML 的写法，读不懂。最常见的原因：文字没有加引号，引号只写了一半，"
    "用了全角的引号、等号或逗号，括号没有收尾。请到所指的行和列，照建议改好后再检查一次。"
    "读不懂的行先跳过，其余各行照常检查；括号没有收尾时跳不过去，改好后可能还会报出下一处。",
)
DUPLICATE_KEY = Fault(
    "L002",
    "duplicate-key",
    "同一个键写了两次",
    "同一张表里，一个键只能写一次。请删去多余的一行，或者把两行并成一行。"
    "要写多行指标，请每行指标各用一个 [[indicators]] 开头（两层方括号）。",
)
NESTED_TOO_DEEP = Fault(
    "L003",
    "nested-too-deep",
    "括号套得太深",
    "列表和表一层套一层，超过了能读的层数。自评表最多用到三层，请去掉多余的括号。",
)
NOT_UTF8 = Fault(
    "L004",
    "not-utf8",
    "文件编码不是 UTF-8",
    "文件要用 UTF-8 编码保存。用记事本时，在“另存为”里把“编码”选为 UTF-8；用 WPS 或 Excel 导出的文件，"
    "请先用记事本打开再另存为 UTF-8。",
)
BYTE_ORDER_MARK = Fault(
    "L005",
    "byte-order-mark",
    "文件开头有编码标记",
    "文件开头有一个看不见的编码标记（带 BOM 的 UTF-8）。文件照样读取，但别的软件可能读不出第一行。"
    "在“另存为”里把“编码”选为 UTF-8，不要选“带 BOM 的 UTF-8”。",
    Severity.WARNING,
)
NUL_BYTE = Fault(
    "L006",
    "nul-byte",
    "文件里有空字节",
    "文件里有编号为 0 的字节。文本文件里不会有它，多半是文件损坏，或者不是文本文件。请用原件重新保存一份。",
)
HIDDEN_CHARACTER = Fault(
    "L007",
    "hidden-character",
    "有看不见的字符",
    "文字里有看不见的控制字符、零宽字符或改变文字方向的字符，多半是从网页或 Word 粘贴时带进来的。"
    "它会让检索找不到这段文字，也可能让人看到的和实际写的不一样。请删去它，把这一段重新打一遍。",
)
FILE_TOO_LARGE = Fault(
    "L008",
    "file-too-large",
    "文件太大",
    "一个文件最大 1 MB；一张自评表通常只有几千字节。请确认放进来的是自评表的文本，不是扫描件、图片或数据表。",
)
UNREADABLE_FILE = Fault(
    "L009",
    "unreadable-file",
    "文件读不出来",
    "这个位置上的东西不能当作文件来读：没有读取权限，或者它是文件夹、管道、失效的链接。请换成普通的文本文件。",
)

# What a file says

UNKNOWN_KEY = Fault(
    "L010",
    "unknown-key",
    "不认识的键",
    "这个键不在能填写的键之内，多半是拼写有误，或者写错了地方。键名一律用英文，与表上栏目的对应见“怎样填写”。"
    "拼错的键不会被当作没填而放过，以免数字悄悄丢失。",
)
MISSING_KEY = Fault(
    "L011",
    "missing-key",
    "缺少必填的键",
    "有一项必须填写而没有填。请在所指的表里补上这一行。",
)
WRONG_TYPE = Fault(
    "L012",
    "wrong-type",
    "值的类型不对",
    "该写文字的地方写了数字或日期，或者该写数字的地方写了文字。文字要放在英文双引号里，照原表抄写；"
    "金额、分值、得分直接写数字，不加引号、千位逗号和单位。",
)
UNKNOWN_CHOICE = Fault(
    "L013",
    "unknown-choice",
    "不在可选的值之内",
    "这一项只能从给定的几个值里选一个。请照建议改成其中之一。",
)
EMPTY_VALUE = Fault(
    "L014",
    "empty-value",
    "必填的内容是空的",
    "这一项写了键，却没有写内容。请补上内容。",
)
TEXT_TOO_LONG = Fault(
    "L015",
    "text-too-long",
    "文字太长",
    "一格里的文字超过了上限。请确认没有把别处的内容粘贴进来；确实要写的长篇说明，请只留要点。",
)
NOT_FINITE = Fault(
    "L016",
    "not-finite",
    "不是一个确定的数",
    "nan 表示“不是数”，inf 表示“无穷大”，都不能当作金额或分数。不知道的数请删去这一行，不要填写。",
)
NUMBER_TOO_LARGE = Fault(
    "L017",
    "number-too-large",
    "数字太大或太长",
    "数字超出了金额或分数可能有的范围，多半是多打了几位，或者把别的内容粘贴了进来。请对照原表改正。",
)
OUT_OF_RANGE = Fault(
    "L018",
    "out-of-range",
    "数字超出范围",
    "这一项的数字有上限或下限。比例按小数写，80% 写作 0.8。请照所说的范围改正。",
)
TOO_MANY_DECIMALS = Fault(
    "L019",
    "too-many-decimals",
    "小数位太多",
    "金额和分数最多写 6 位小数。请照原表印出的位数填写，不要填计算器算出的长小数。",
)
TOO_MANY_FAULTS = Fault(
    "L020",
    "too-many-faults",
    "问题太多，没有全部列出",
    "这个文件里的问题太多，只列出了前面的一部分。请先改好已列出的，再检查一次。",
)

# Where a file lies

MISSING_FILE = Fault(
    "L021",
    "missing-file",
    "缺少必备的文件",
    "内容文件夹里必须有 site.toml（由谁发布）和 organisations.toml（主管部门与实施单位）。请补上缺少的文件，"
    "或者检查命令里写的内容文件夹是否正确。",
)
LINK = Fault(
    "L022",
    "link-in-content",
    "链接代替了文件",
    "这里是一个符号链接，不是文件本身。链接会把草稿、审核意见或者别处的文件公开出去，所以内容文件夹里的链接一律不读，"
    "不论它指向哪里。请把文件本身放进来。",
)
MISPLACED_FILE = Fault(
    "L023",
    "misplaced-file",
    "文件放错了层级",
    "项目文件只能放在 projects/年度/单位代号/项目代号.toml，不多一层也不少一层。请把文件移到对应的文件夹里。",
)
FOREIGN_FILE = Fault(
    "L024",
    "foreign-file",
    "不是内容文件",
    "这个文件或文件夹在这里用不上，不会被读取，也不会公开，多半是名称写错了：项目放在 projects 文件夹里，"
    "评分办法放在 profiles，页面放在 pages；项目文件的扩展名是 .toml（小写），页面文件的扩展名是 .md。"
    "请改正名称，或者把它移走。",
    Severity.ADVICE,
)
YEAR_FOLDER = Fault(
    "L025",
    "year-folder",
    "年度文件夹的名称不是年份",
    "projects 下的第一层文件夹是预算年度，用四位半角数字，如 2023，范围是 1990 到 2100。请改正文件夹的名称。",
)
UNKNOWN_UNIT = Fault(
    "L026",
    "unknown-unit",
    "没有登记的实施单位",
    "文件所在的单位文件夹，在 organisations.toml 里没有登记。请改正文件夹的名称，或者在 organisations.toml 里"
    "登记这个单位和它的主管部门。",
)
UNKNOWN_DEPARTMENT = Fault(
    "L027",
    "unknown-department",
    "没有登记的主管部门",
    "单位所写的主管部门，在 organisations.toml 的 [departments] 里没有登记。"
    "在改好之前，这个单位按没有登记处理。",
)
SLUG = Fault(
    "L028",
    "slug",
    "名称不能用作网址",
    "文件名、单位代号、部门代号都会成为网址的一段，只能用英文字母、数字、连字符“-”和下划线“_”，以字母或数字开头；"
    "index 和 readme 是网站自己要用的名称，con、nul、com1 等是 Windows 留给设备的名称，都不能用。"
    "中文名称写在文件里面，文件名用拼音即可。",
)
SHARED_URL = Fault(
    "L029",
    "shared-url",
    "两个文件会用同一个网址",
    "两个文件的名称只有大小写不同，会生成同一个网址，其中一个会盖住另一个。请给其中一个另起名称。",
)
UNKNOWN_PROFILE = Fault(
    "L030",
    "unknown-profile",
    "没有这个评分办法",
    "所写的评分办法在 profiles 文件夹里没有对应的文件。评分办法的名称就是文件名去掉 .toml，"
    "如 shanghai 对应 profiles/shanghai.toml。",
)
CIRCULAR_PROFILE = Fault(
    "L031",
    "circular-profile",
    "评分办法互相沿用，没有尽头",
    "几个评分办法用 extends 互相沿用，绕成了一个圈，定不出以哪个为准。请删去其中一个的 extends。",
)
NOT_AN_ADDRESS = Fault(
    "L032",
    "not-an-address",
    "不是网址",
    "网址要写完整，以 https:// 或 http:// 开头，中间不能有空格和引号。没有网址，就留空。"
    "页面里这样的链接，会照原样显示成文字。",
)
TOO_MANY_ROWS = Fault(
    "L033",
    "too-many-rows",
    "行数太多",
    "一张表里的行数超过了任何一张纸质表可能有的行数，多半是把同样的内容粘贴了多次，或者把几个项目写进了一个文件。"
    "请一个项目一个文件，每行只写一次。",
)
LOGIN_IN_ADDRESS = Fault(
    "L034",
    "login-in-address",
    "网址里有用户名或密码",
    "网址里 @ 前面的用户名、密码或令牌会随网站公开，谁都能用。请把它删去，并到签发的地方把这个密码或令牌作废："
    "已经写进仓库的，改掉文件也还留在历史里。",
)
COMPLEX_PAGE = Fault(
    "L035",
    "complex-page",
    "页面写得太复杂",
    "这一页里有大量重复的符号、套得太深的列表，或者特别长的段落，排成网页要花很久，所以没有采用。手写的页面不会有这么多，"
    "多半是粘贴了别处的内容。请照所说的位置删减，或者分成几页。",
)
OPEN_COMMENT = Fault(
    "L036",
    "open-comment",
    "注释没有收尾",
    "页面里的注释写在 <!-- 和 --> 之间，不会公开。只有开头、没有收尾的，分不清从哪里起是要公开的内容，"
    "所以这一页没有采用。请在注释的末尾补上 -->。",
)
PROFILE_OUT_OF_YEARS = Fault(
    "L039",
    "profile-out-of-years",
    "评分办法不适用于这个年度",
    "评分办法写明了适用的年度（[validity] 的 from 和 to），不能用来评别的年度的表：那时这个办法还没有，或者已经不用了。"
    "请改用当年适用的办法；默认的办法可以在 site.toml 里用 [[profiles]] 按年度写明。",
)
UNKNOWN_GOAL = Fault(
    "L037",
    "unknown-goal",
    "没有这一条目标",
    "goal 写这一行指标属于第几条年度总体目标，从 1 数起，不能大于 [[goals]] 的条数。请照原表改正，或者补上那条目标。",
)
CONTRADICTING_MERGE = Fault(
    "L038",
    "contradicting-merge",
    "合并的行不能有自己的值",
    "merged 表示指标值、完成值、分值、得分与上一行是同一个单元格。这样的行上面必须有一行，自己不能再写这些值，"
    "否则同一个格子就有两种说法。请只在合并的第一行写这些值；各行有各自的格子的，删去 merged。",
)

LOADING_FAULTS: tuple[Fault, ...] = (
    TOML_SYNTAX,
    DUPLICATE_KEY,
    NESTED_TOO_DEEP,
    NOT_UTF8,
    BYTE_ORDER_MARK,
    NUL_BYTE,
    HIDDEN_CHARACTER,
    FILE_TOO_LARGE,
    UNREADABLE_FILE,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    UNKNOWN_CHOICE,
    EMPTY_VALUE,
    TEXT_TOO_LONG,
    NOT_FINITE,
    NUMBER_TOO_LARGE,
    OUT_OF_RANGE,
    TOO_MANY_DECIMALS,
    TOO_MANY_FAULTS,
    MISSING_FILE,
    LINK,
    MISPLACED_FILE,
    FOREIGN_FILE,
    YEAR_FOLDER,
    UNKNOWN_UNIT,
    UNKNOWN_DEPARTMENT,
    SLUG,
    SHARED_URL,
    UNKNOWN_PROFILE,
    CIRCULAR_PROFILE,
    NOT_AN_ADDRESS,
    TOO_MANY_ROWS,
    LOGIN_IN_ADDRESS,
    COMPLEX_PAGE,
    OPEN_COMMENT,
    UNKNOWN_GOAL,
    CONTRADICTING_MERGE,
    PROFILE_OUT_OF_YEARS,
)
"""All loading faults by code."""
