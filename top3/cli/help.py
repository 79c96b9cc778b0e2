"""Help and wrong usage in the chosen language, without an argument's value.

Why: Typer's own texts are English and quote what was typed; that may be a name.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

from top3.words import Words

_EXTRA = re.compile(r"<[^>]*>|\[required\]|\[default: [^\]]*\]|\[\d+<=x[^\]]*\]|[{}]")
"""What Typer adds in English."""


class _Spoken:
    """What a command and a group share: usage and sections in `words`."""

    words: Words

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        found: Sequence[str] = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        pieces = [_EXTRA.sub("", piece).replace("......", "...") for piece in found]
        prefix = self.words.say("cli.usage") + " "
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=prefix)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        for kind in ("argument", "option"):
            rows = [
                (_EXTRA.sub("", names).strip(), _EXTRA.sub("", text).strip())
                for param in self.get_params(ctx)  # type: ignore[attr-defined]
                if param.param_type_name == kind and (record := param.get_help_record(ctx))
                for names, text in (record,)
            ]
            if rows:
                with formatter.section(self.words.say(f"cli.{kind}s")):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = self.words.say("cli.help")
        return option


def classes(words: Words) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """Make the group and the command class that speak `words`."""

    class Group(_Spoken, TyperGroup):
        def format_options(self, ctx: Any, formatter: Any) -> None:
            super().format_options(ctx, formatter)
            names = self.list_commands(ctx)
            rows = [
                (n, c.get_short_help_str(300)) for n in names if (c := self.get_command(ctx, n))
            ]
            with formatter.section(self.words.say("cli.commands")):
                formatter.write_dl(rows)

    class Command(_Spoken, TyperCommand):
        pass

    Group.words = Command.words = words
    return Group, Command


def usage_error(error: TyperException, words: Words) -> str:
    """Say what was wrong with the command line, naming options and commands alone."""
    kind = type(error).__name__
    param = getattr(error, "param", None)
    name = param.metavar if param is not None and param.param_type_name == "argument" else ""
    name = name or (param.opts[0] if param is not None else "")
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "top3"
    if kind == "NoSuchOption":
        near = ", ".join(getattr(error, "possibilities", None) or ())
        said = words.say("cli.no_option_near" if near else "cli.no_option", near=near)
    elif kind == "MissingParameter":
        said = words.say("cli.missing", name=name)
    elif kind == "BadParameter":
        said = _value_error(param, name, words)
    elif kind == "BadOptionUsage":
        said = words.say("cli.needs_value", name=getattr(error, "option_name", ""))
    elif ctx is not None and isinstance(ctx.command, TyperGroup):
        said = _command_error(ctx, words)
    else:
        said = words.say("cli.too_many")
    return f"{said}\n{words.say('cli.try_help', path=path)}"


def _value_error(param: Any, name: str, words: Words) -> str:
    least, most = (getattr(param, bound, None) for bound in ("min", "max"))
    if least is None or most is None:
        return words.say("cli.bad_value", name=name)
    return words.say("cli.bad_number", name=name, least=str(least), most=str(most))


def _command_error(ctx: Any, words: Words) -> str:
    typed = next(iter((*getattr(ctx, "_protected_args", ()), *ctx.args)), "")
    names = ctx.command.list_commands(ctx)
    near = get_close_matches(typed, names, 1)
    if near:
        return words.say("cli.command_near", near=near[0])
    return words.say("cli.command", valid=", ".join(names))
