"""The commands, each with its arguments and options. What one does stands in the file of its name.

A command's file is loaded only when it runs: help must not wait for pydantic and typst.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from top3 import __version__
from top3.cli.help import classes, usage_error
from top3.cli.options import Options
from top3.cli.usage import (
    DOCUMENT_FORMATS,
    PLAN_FORMATS,
    WrongUsage,
    read_choices,
    read_day,
    read_threshold,
)
from top3.words import LANGUAGES, Words

Command = Callable[..., int]


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
    group_class, command_class = classes(words)
    options_metavar = words.say("cli.options_metavar")
    context = {"max_content_width": 92, "help_option_names": ["-h", "--help"]}
    app = typer.Typer(
        cls=group_class,
        help=words.say("cli.about"),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        options_metavar=options_metavar,
        subcommand_metavar=words.say("cli.command_metavar"),
        context_settings=context,
    )
    options = Options(words)
    app.callback(invoke_without_command=True)(_program(options))
    for make in (_plan, _check, _new, _rule, _explain, _questions, _example, _workshop, _forms):
        command = make(options, words)
        app.command(
            help=words.say(f"cli.{command.__name__}_help"),
            cls=command_class,
            options_metavar=options_metavar,
            context_settings=context,
        )(command)
    return app


def _program(options: Options) -> Command:
    def top3(
        ctx: typer.Context,
        version: Annotated[bool, options.version] = False,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        if version:
            typer.echo(f"top3 {__version__}")
        elif ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())
            return 2
        return 0

    return top3


def _plan(options: Options, words: Words) -> Command:
    def plan(
        file: Annotated[str, options.file],
        reader: Annotated[str, options.reader] = "",
        formats: Annotated[str, options.plan_formats] = ",".join(DOCUMENT_FORMATS),
        output: Annotated[str, options.output] = "plan",
        day: Annotated[str | None, options.day] = None,
        fail_on: Annotated[str, options.fail_on] = "error",
        lang: Annotated[str, options.lang] = "",
        show_values: Annotated[bool, options.show_values] = False,
    ) -> int:
        from top3.cli.plan import PlanRequest, make_plan

        wanted = read_choices("--format", formats, PLAN_FORMATS)
        if reader not in ("", "professional", "all") and "json" in wanted:
            raise WrongUsage("cli.json_everyone")
        request = PlanRequest(
            file=file,
            reader=reader.replace(":", "-"),
            formats=wanted,
            fail_on=read_threshold(fail_on),
            output=Path(output),
            day=read_day(day),
            show_values=show_values,
        )
        return make_plan(request, words)

    return plan


def _check(options: Options, words: Words) -> Command:
    def check(
        paths: Annotated[list[str], options.paths],
        formats: Annotated[list[str] | None, options.check_formats] = None,
        select: Annotated[list[str] | None, options.select] = None,
        ignore: Annotated[list[str] | None, options.ignore] = None,
        day: Annotated[str | None, options.day] = None,
        fail_on: Annotated[str, options.fail_on] = "error",
        ci: Annotated[bool, options.ci] = False,
        lang: Annotated[str, options.lang] = "",
        show_values: Annotated[bool, options.show_values] = False,
    ) -> int:
        from top3.cli.check import CheckRequest, check_paths
        from top3.cli.codes import Selection, read_codes
        from top3.cli.targets import read_targets

        request = CheckRequest(
            paths=paths,
            fail_on=read_threshold(fail_on),
            targets=read_targets(formats or ["text"]),
            selection=Selection(
                select=read_codes("--select", select or [], words),
                ignore=read_codes("--ignore", ignore or [], words),
            ),
            day=read_day(day),
            show_values=show_values,
            is_ci=ci,
        )
        return check_paths(request, words)

    return check


def _new(options: Options, words: Words) -> Command:
    def new(
        file: Annotated[str, options.new_file] = words.say("cli.new_name"),
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        from top3.cli.new import write_starter

        return write_starter(file, words)

    return new


def _rule(options: Options, words: Words) -> Command:
    def rule(
        code: Annotated[str, options.code] = "",
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        from top3.cli.rule import show_rule

        return show_rule(code, words)

    return rule


def _explain(options: Options, words: Words) -> Command:
    def explain(
        file: Annotated[str, options.file],
        about: Annotated[str, options.about] = "",
        day: Annotated[str | None, options.day] = None,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        from top3.cli.explain import explain_file

        return explain_file(file, about, read_day(day), words)

    return explain


def _questions(options: Options, words: Words) -> Command:
    def questions(
        file: Annotated[str, options.file],
        formats: Annotated[str, options.question_formats] = "",
        output: Annotated[str, options.output] = "plan",
        day: Annotated[str | None, options.day] = None,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        from top3.cli.questions import ask_file

        wanted = read_choices("--format", formats, DOCUMENT_FORMATS) if formats else ()
        return ask_file(file, wanted, Path(output), read_day(day), words)

    return questions


def _example(options: Options, words: Words) -> Command:
    def example(
        name: Annotated[str, options.sample] = "",
        profile: Annotated[str, options.profile] = "",
        phase: Annotated[str, options.phase] = "",
        ages: Annotated[str, options.ages] = "",
        mistakes: Annotated[str, options.mistakes] = "",
        seed: Annotated[int | None, options.seed] = None,
        count: Annotated[int, options.count] = 1,
        output: Annotated[str, options.example_output] = ".",
        day: Annotated[str | None, options.day] = None,
        lang: Annotated[str, options.made_lang] = "",
    ) -> int:
        from top3.cli.example import ExampleRequest, make_example, read_mistakes, wish_of

        request = ExampleRequest(
            name=name,
            wish=wish_of(
                seed=1 if seed is None else seed,
                day=read_day(day),
                profile=profile,
                phase=phase,
                ages=ages,
                words=words,
            ),
            count=count,
            mistakes=read_mistakes(mistakes),
            output=Path(output),
            is_invented=any((profile, phase, ages, mistakes, seed is not None, count > 1)),
        )
        return make_example(request, words)

    return example


def _workshop(options: Options, words: Words) -> Command:
    def workshop(
        output: Annotated[str, options.kit] = "workshop",
        groups: Annotated[int, options.groups] = 6,
        seed: Annotated[int, options.seed] = 1,
        level: Annotated[str, options.level] = "start",
        formats: Annotated[str, options.kit_formats] = "pdf,docx",
        day: Annotated[str | None, options.day] = None,
        lang: Annotated[str, options.made_lang] = "",
    ) -> int:
        from top3.cli.workshop import WorkshopRequest, make_workshop, read_level

        request = WorkshopRequest(
            output=Path(output),
            groups=groups,
            seed=seed,
            level=read_level(level, words),
            formats=read_choices("--format", formats, DOCUMENT_FORMATS),
            day=read_day(day),
        )
        return make_workshop(request, words)

    return workshop


def _forms(options: Options, words: Words) -> Command:
    def forms(
        formats: Annotated[str, options.form_formats] = "docx,pdf",
        output: Annotated[str, options.form_output] = words.say("cli.forms_folder"),
        lang: Annotated[str, options.made_lang] = "",
    ) -> int:
        from top3.cli.forms import make_forms

        return make_forms(read_choices("--format", formats, DOCUMENT_FORMATS), Path(output), words)

    return forms
