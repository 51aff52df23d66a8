"""Rules about numbers of persons: whatever would be public must not hold one."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from generator.check.rules.rule import CollectionRule, ProjectRule
from generator.model.case import Case, Collection, PrivateKind, PrivateNumber
from generator.model.finding import Finding, Severity


class IdentityNumberPublic(ProjectRule):
    """文字里有公民身份号码

    ## 检查什么

    会公开的文字里，不能有公民身份号码（18 位，地区、出生日期和校验码都对得上的才算）。提示里只显示前三位和后两位。

    ## 为什么要紧

    身份号码公开后收不回来，会被用来冒名办事。按《中华人民共和国个人信息保护法》，公开个人信息要取得本人单独同意；
    自评表用不着它。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "读者满意度"
    explanation = "读者张某（11010519491231002X）多次投诉开放时间。"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "读者满意度"
    explanation = "有读者多次投诉开放时间。"
    ```
    """

    code: ClassVar[str] = "P001"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, case: Case) -> Iterator[Finding]:
        """Report every identity number."""
        for one in case.private_numbers:
            if one.kind is PrivateKind.IDENTITY:
                message = f"这里有一个公民身份号码（{one.masked}），不能公开。"
                yield self.found(case, one.key, message, "删去号码，不写到具体的人。")


class MobileNumberPublic(ProjectRule):
    """文字里有手机号码

    ## 检查什么

    会公开的文字里，不能有手机号码（11 位，以 13 至 19 开头，前后没有别的数字；用空格、横线、点隔开的，全角的，也算）。
    单位的固定电话、写明是合同编号一类或者金额的数字、网址里的数字不在此列。

    ## 为什么要紧

    手机号码是个人信息，公开后会招来骚扰和诈骗。需要留联系方式的，用单位的固定电话。

    依据：《中华人民共和国个人信息保护法》。

    ## 示例

    ```toml
    name = "社区图书室开放经费"
    source = "社区图书室，联系人 13800138000"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"
    source = "社区图书室，电话 021-12345678"
    ```
    """

    code: ClassVar[str] = "P002"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, case: Case) -> Iterator[Finding]:
        """Report every mobile number."""
        for one in case.private_numbers:
            if one.kind is PrivateKind.MOBILE:
                message = f"这里有一个手机号码（{one.masked}），不能公开。"
                yield self.found(case, one.key, message, "删去号码；需要留联系方式的，写单位的固定电话。")


class BankCardNumberPublic(ProjectRule):
    """文字里有银行卡号

    ## 检查什么

    会公开的文字里，不能有银行卡号（16 至 19 位，开头符合卡号的编排，并且校验位对得上的才算）。
    由地区代码和年份开头的项目编号不在此列。

    ## 为什么要紧

    收款人的卡号公开出去，会被用来行骗。自评表只需要写钱用在哪里，不需要写付到哪张卡上。

    依据：《中华人民共和国个人信息保护法》把金融账户列为敏感个人信息。

    ## 示例

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "志愿者补贴发放"
    explanation = "有一人的补贴退回，已改发到 6222021234567890128。"
    ```

    ## 改正后

    ```toml
    name = "社区图书室开放经费"

    [[indicators]]
    name = "志愿者补贴发放"
    explanation = "有一人的补贴退回，核对账户后已重新发放。"
    ```
    """

    code: ClassVar[str] = "P003"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, case: Case) -> Iterator[Finding]:
        """Report every card number."""
        for one in case.private_numbers:
            if one.kind is PrivateKind.BANK_CARD:
                message = f"这里有一个银行卡号（{one.masked}），不能公开。"
                yield self.found(case, one.key, message, "删去卡号。")


_WORDS = {
    PrivateKind.IDENTITY: "公民身份号码",
    PrivateKind.MOBILE: "手机号码",
    PrivateKind.BANK_CARD: "银行卡号",
}


def _is_of_contact(path: str, one: PrivateNumber) -> bool:
    """Tell whether it is a mobile number in the site's own contact, where a telephone number belongs."""
    return (path, one.key, one.kind) == ("site.toml", "contact", PrivateKind.MOBILE)


class PrivateNumberBesideForms(CollectionRule):
    """自评表以外的文字里有个人号码

    ## 检查什么

    页面（`pages`）、单位和部门的说明（`organisations.toml`）、评分办法（`profiles`）和 `site.toml` 里，不能有身份号码、
    手机号码和银行卡号，认法与自评表相同。`site.toml` 的联系方式里写手机号码的，另按 P005 提示。

    ## 为什么要紧

    这些文字和自评表一样会公开。有号码的页面不会公开；有号码的说明，公开时整段略去。

    依据：《中华人民共和国个人信息保护法》。

    ## 示例

    ```toml
    # organisations.toml
    [departments.department]
    name = "主管部门"

    [units.unit]
    name = "社区图书室"
    department = "department"
    note = "报送联系人张某，13800138000"
    ```

    ## 改正后

    ```toml
    # organisations.toml
    [departments.department]
    name = "主管部门"

    [units.unit]
    name = "社区图书室"
    department = "department"
    note = "报送联系电话 021-12345678"
    ```
    """

    code: ClassVar[str] = "P004"
    severity: ClassVar[Severity] = Severity.ERROR

    def check(self, collection: Collection) -> Iterator[Finding]:
        """Report every number of a person in what is no form."""
        for path, numbers in collection.private_numbers.items():
            for one in numbers:
                if not _is_of_contact(path, one):
                    message = f"这里有一个{_WORDS[one.kind]}（{one.masked}），不能公开。"
                    suggestion = "删去号码；需要留联系方式的，写单位的固定电话。"
                    found = self.find(path, one.key, message, suggestion)
                    yield replace(found, line=one.line, column=one.line and 1)


class ContactIsMobile(CollectionRule):
    """联系方式是手机号码

    ## 检查什么

    `site.toml` 的联系方式里有没有手机号码。固定电话、电子邮箱和地址不在此列。

    ## 为什么要紧

    联系方式本来就是给公众看的，发布单位可能有办公用的手机；但多半是经办人自己的号码，公开后收不回来，人员变动后也打不通。

    依据：《中华人民共和国个人信息保护法》。

    ## 示例

    ```toml
    # site.toml
    title = "绩效自评公开"
    publisher = "示例区财政局"
    profile = "shanghai"
    contact = "绩效科 13800138000"

    [licence]
    name = "CC BY 4.0"
    ```

    ## 改正后

    ```toml
    # site.toml
    title = "绩效自评公开"
    publisher = "示例区财政局"
    profile = "shanghai"
    contact = "绩效科 021-12345678"

    [licence]
    name = "CC BY 4.0"
    ```
    """

    code: ClassVar[str] = "P005"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, collection: Collection) -> Iterator[Finding]:
        """Report every mobile number in the site's contact."""
        for path, numbers in collection.private_numbers.items():
            for one in filter(partial(_is_of_contact, path), numbers):
                message = f"联系方式里有一个手机号码（{one.masked}），会随网站公开。"
                yield self.find(path, one.key, message, "请改写单位的固定电话；确是办公用的号码，可以不改。")
