"""Which language the program speaks: --lang, TOP3_LANG, else the system's locale."""

from collections.abc import Mapping, Sequence

from top3.words import LANGUAGES, Words


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Words, list[str]]:
    """Choose the language and give the arguments; a wrong --lang stays in them, to be refused.

    Help is written before the arguments are parsed, so the language is looked up first.
    """
    rest, wanted = [*arguments], ""
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            wanted = arguments[position + 1]
        elif argument.startswith("--lang="):
            wanted = argument.partition("=")[2]
    if wanted not in LANGUAGES:
        wanted = environment.get("TOP3_LANG", "")
    if wanted not in LANGUAGES:
        wanted = _locale(environment)
    return Words(wanted), rest


def _locale(environment: Mapping[str, str]) -> str:
    """Dutch, unless the system speaks another language."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((name for name in names if name), "")
    is_plain = name.partition(".")[0] in ("", "C", "POSIX")
    return "nl" if is_plain or name.startswith("nl") else "en"
