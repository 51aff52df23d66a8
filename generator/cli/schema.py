"""`jixiao schema`: the JSON Schema of forms, for editors."""

import typer

from generator.check.checking import write_schema
from generator.cli.app import Setting, app, hand_over
from generator.cli.localisation import ChineseCommand


@app.command(cls=ChineseCommand)
def schema(context: typer.Context) -> None:
    """重写 project.schema.json，编辑器用它来提示和核对键名。"""
    setting: Setting = context.obj
    hand_over(f"{write_schema(setting.content)}\n")
