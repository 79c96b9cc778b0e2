"""Which language the program speaks: --lang, TOP3_LANG, else the system's locale."""

from collections.abc import Mapping, Sequence

from top3.words import LANGUAGES, Words


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Words, str]:
    """Choose the language, and say what asked for one that has no folder (else empty).

    Help is written before the arguments are parsed, so the language is looked up first.
    """
    asked = {"--lang": _option(arguments), "TOP3_LANG": environment.get("TOP3_LANG", "")}
    source = next((source for source, code in asked.items() if code), "")
    wrong = source if source and asked[source] not in LANGUAGES else ""
    spoken = next((code for code in asked.values() if code in LANGUAGES), _locale(environment))
    return Words(spoken), wrong


def _option(arguments: Sequence[str]) -> str:
    """The value of the last --lang, or an empty text."""
    wanted = ""
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            wanted = arguments[position + 1]
        elif argument.startswith("--lang="):
            wanted = argument.partition("=")[2]
    return wanted


def _locale(environment: Mapping[str, str]) -> str:
    """The system's language if it has a folder, else English; Dutch if the system says nothing."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((name for name in names if name), "").partition(".")[0].partition("@")[0]
    if name in ("", "C", "POSIX"):
        return "nl"
    code = name.lower().replace("_", "-")
    return next((found for found in (code, code.partition("-")[0]) if found in LANGUAGES), "en")
