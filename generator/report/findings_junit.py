"""`check --format junit`: a test report: every file a suite, every finding a case."""

from itertools import groupby
from xml.etree import ElementTree

from generator.model.finding import Severity
from generator.report.located import Located
from generator.report.report import Report
from generator.text.printable import make_printable


def render_junit(report: Report) -> str:
    """Render findings as JUnit XML. Only errors fail; what else was found is written out beside a passed case.

    Texts are made printable, for XML can hold no control characters, not even escaped.
    """
    suites = ElementTree.Element("testsuites", name="jixiao")
    for path, group in groupby(report.findings, key=lambda located: located.path):
        _add_suite(suites, path, list(group))
    if not report.findings:
        suite = ElementTree.SubElement(suites, "testsuite", name="jixiao", tests="1", failures="0")
        ElementTree.SubElement(suite, "testcase", classname="jixiao", name=report.summarise())
    ElementTree.indent(suites)
    return ElementTree.tostring(suites, encoding="unicode", xml_declaration=False) + "\n"


def _add_suite(suites: ElementTree.Element, path: str, findings: list[Located]) -> None:
    failures = sum(located.finding.severity is Severity.ERROR for located in findings)
    suite = ElementTree.SubElement(
        suites, "testsuite", name=make_printable(path), tests=str(len(findings)), failures=str(failures)
    )
    for located in findings:
        finding = located.finding
        name = f"{finding.code} {located.line}:{located.column} {finding.severity.word}"
        case = ElementTree.SubElement(
            suite, "testcase", classname=make_printable(path), name=make_printable(name)
        )
        text = make_printable("　".join(located.sentences))
        if finding.severity is Severity.ERROR:
            failure = ElementTree.SubElement(
                case, "failure", type=finding.code, message=make_printable(finding.message)
            )
            failure.text = text
        else:
            ElementTree.SubElement(case, "system-out").text = text
