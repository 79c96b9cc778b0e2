"""The commands and their options. What a command does stands in the file of its name."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from top3 import __version__
from top3.cli.help import classes, usage_error
from top3.words import LANGUAGES, Words

FORMATS = ("html", "pdf", "docx", "md", "json")
READERS = ("everyone", "professional", "member:ID", "child:ID", "all")
CHECK_FORMATS = ("text", "json", "github", "junit", "sarif")
THRESHOLDS = ("error", "warning", "never")


class WrongUsage(Exception):
    """The command line can't be followed; `key` names the sentence that says why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def call(words: Words, arguments: list[str], no_language: str = "") -> int:
    """Parse the arguments, run the command and give the exit code.

    `no_language`: what asked for a language that has no folder.
    """
    try:
        if no_language:
            raise WrongUsage("cli.choose", option=no_language, valid=", ".join(LANGUAGES))
        code = build(words)(arguments, standalone_mode=False, prog_name="top3")
    except typer.TyperException as error:
        _complain(usage_error(error, words))
        return 2
    except WrongUsage as wrong:
        _complain(words.say(wrong.key, **wrong.values))
        return 2
    return code if isinstance(code, int) else 0


def _complain(text: str) -> None:
    from top3.report.terminal import Report

    for line in text.splitlines():
        Report(Words("nl"), sys.stderr).line(line)


def build(words: Words) -> typer.Typer:
    """Build the program in one language; `choose` has read --lang already, before the parsing."""
    group, command = classes(words)
    say = words.say
    context = {"max_content_width": 92, "help_option_names": ["-h", "--help"]}
    app = typer.Typer(
        cls=group,
        help=say("cli.about"),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        options_metavar=say("cli.options_metavar"),
        subcommand_metavar=say("cli.command_metavar"),
        context_settings=context,
    )
    lang = typer.Option("--lang", help=say("cli.lang"), metavar="|".join(LANGUAGES))
    day = typer.Option("--date", help=say("cli.date"), metavar=say("cli.date_metavar"))
    fail_on = typer.Option("--fail-on", help=say("cli.fail_on"), metavar="|".join(THRESHOLDS))
    show = typer.Option("--show-values", help=say("cli.show_values"))
    targets_metavar = f"{'|'.join(CHECK_FORMATS)}[={say('cli.file_metavar')}]"
    file = typer.Argument(help=say("cli.file"), metavar=say("cli.file_metavar"))
    settings: dict[str, Any] = {
        "cls": command,
        "options_metavar": say("cli.options_metavar"),
        "context_settings": context,
    }

    @app.callback(invoke_without_command=True)
    def top3(
        ctx: typer.Context,
        version: Annotated[bool, typer.Option("--version", help=say("cli.version"))] = False,
        lang: Annotated[str, lang] = "",
    ) -> int:
        if version:
            typer.echo(f"top3 {__version__}")
        elif ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())
            return 2
        return 0

    @app.command(help=say("cli.plan_help"), **settings)
    def plan(
        file: Annotated[str, file],
        reader: Annotated[
            str, typer.Option(help=say("cli.reader"), metavar="|".join(READERS))
        ] = "",
        formats: Annotated[
            str, typer.Option("--format", help=say("cli.format"), metavar=",".join(FORMATS))
        ] = "html,pdf,docx,md",
        output: Annotated[
            str, typer.Option(help=say("cli.output"), metavar=say("cli.folder_metavar"))
        ] = "plan",
        day: Annotated[str | None, day] = None,
        fail_on: Annotated[str, fail_on] = "error",
        lang: Annotated[str, lang] = "",
        show_values: Annotated[bool, show] = False,
    ) -> int:
        from top3.cli.plan import Order, make_plan

        wanted = _choices("--format", formats, FORMATS, many=True)
        if reader not in ("", "professional", "all") and "json" in wanted:
            raise WrongUsage("cli.json_everyone")
        _choices("--fail-on", fail_on, THRESHOLDS)
        order = Order(
            file, reader.replace(":", "-"), wanted, Path(output), _day(day), fail_on, show_values
        )
        return make_plan(order, words)

    @app.command(help=say("cli.check_help"), **settings)
    def check(
        paths: Annotated[
            list[str], typer.Argument(help=say("cli.paths"), metavar=say("cli.paths_metavar"))
        ],
        formats: Annotated[
            list[str] | None,
            typer.Option("--format", help=say("cli.check_format"), metavar=targets_metavar),
        ] = None,
        select: Annotated[
            list[str] | None, typer.Option(help=say("cli.select"), metavar=say("cli.codes_metavar"))
        ] = None,
        ignore: Annotated[
            list[str] | None, typer.Option(help=say("cli.ignore"), metavar=say("cli.codes_metavar"))
        ] = None,
        day: Annotated[str | None, day] = None,
        fail_on: Annotated[str, fail_on] = "error",
        lang: Annotated[str, lang] = "",
        show_values: Annotated[bool, show] = False,
    ) -> int:
        from top3.cli.order import Order, Selection, read_codes, read_targets

        _choices("--fail-on", fail_on, THRESHOLDS)
        targets = read_targets(formats or ["text"])
        chosen = read_codes("--select", select or [], words)
        left_out = read_codes("--ignore", ignore or [], words)
        selection = Selection(chosen, left_out)
        from top3.cli.check import check_paths

        order = Order(paths, targets, selection, _day(day), fail_on, show_values)
        return check_paths(order, words)

    @app.command(help=say("cli.new_help"), **settings)
    def new(
        file: Annotated[
            str, typer.Argument(help=say("cli.new_file"), metavar=say("cli.file_metavar"))
        ] = say("cli.new_name"),
        lang: Annotated[str, lang] = "",
    ) -> int:
        from top3.cli.new import write_starter

        return write_starter(file, words)

    @app.command(help=say("cli.rule_help"), **settings)
    def rule(
        code: Annotated[
            str, typer.Argument(help=say("cli.rule_code"), metavar=say("cli.code_metavar"))
        ] = "",
        lang: Annotated[str, lang] = "",
    ) -> int:
        from top3.cli.rule import show_rule

        return show_rule(code, words)

    @app.command(help=say("cli.explain_help"), **settings)
    def explain(
        file: Annotated[str, file],
        about: Annotated[
            str, typer.Argument(help=say("cli.explain_id"), metavar=say("cli.id_metavar"))
        ] = "",
        day: Annotated[str | None, day] = None,
        lang: Annotated[str, lang] = "",
    ) -> int:
        from top3.cli.explain import explain_file

        return explain_file(file, about, _day(day), words)

    @app.command(help=say("cli.questions_help"), **settings)
    def questions(
        file: Annotated[str, file],
        formats: Annotated[
            str,
            typer.Option("--format", help=say("cli.questions_format"), metavar="html,pdf,docx,md"),
        ] = "",
        output: Annotated[
            str, typer.Option(help=say("cli.output"), metavar=say("cli.folder_metavar"))
        ] = "plan",
        day: Annotated[str | None, day] = None,
        lang: Annotated[str, lang] = "",
    ) -> int:
        from top3.cli.questions import ask_file

        wanted = _choices("--format", formats, FORMATS[:-1], many=True) if formats else ()
        return ask_file(file, wanted, Path(output), _day(day), words)

    return app


def _choices(
    option: str, written: str, valid: tuple[str, ...], *, many: bool = False
) -> tuple[str, ...]:
    """Split a comma-separated choice. Raises WrongUsage; the message names the valid ones."""
    chosen = tuple(dict.fromkeys(part.strip() for part in written.split(",")))
    if not chosen or any(part not in valid for part in chosen) or (len(chosen) > 1 and not many):
        raise WrongUsage("cli.choose", option=option, valid=", ".join(valid))
    return chosen


def _day(written: str | None) -> date:
    """Read --date; today without it: the one place where the program looks at the clock."""
    if written is None:
        return date.today()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise WrongUsage("cli.bad_date")
