"""The scores that a form claims."""

from collections.abc import Iterator

from generator.model.assessment import Assessment
from generator.model.case import Claim


def list_claims(assessment: Assessment) -> Iterator[Claim]:
    """List every claimed score, that of execution first; rows that are part of another claim none of their own."""
    execution = assessment.sheet.execution
    if execution.claimed is not None:
        yield Claim("reported.execution_score", "预算执行率", execution.claimed, execution.weight)
    for row, score in zip(assessment.project.form.indicators, assessment.sheet.rows, strict=True):
        if row.score is not None and not row.of_which:
            yield Claim(f"{score.key}.score", f"“{row.name}”", row.score, score.weight)
