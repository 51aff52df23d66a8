"""A kind of fault that a file can have before any rule looks at it."""

from dataclasses import dataclass

from generator.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault: `rule` names it in English; `title` and `explanation` are for the submitter."""

    code: str
    rule: str
    title: str
    explanation: str
    severity: Severity = Severity.ERROR

    def at(  # noqa: PLR0913 (a finding has that many parts)
        self,
        path: str,
        message: str,
        *,
        key: str = "",
        suggestion: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> Finding:
        """Report this fault in one file; `line` and `column` only where no key path leads to the place."""
        return Finding(
            self.code,
            self.rule,
            self.severity,
            path,
            message,
            key,
            suggestion=suggestion,
            line=line,
            column=column,
        )


# How a file is written
