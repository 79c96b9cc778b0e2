"""The codes of the rules: which there are, which one was meant, and which count."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from top3.case.finding import Finding
from top3.cli.usage import WrongUsage
from top3.document import release
from top3.method import answers, check
from top3.method.rule import Rule
from top3.words import Words

INPUT = "T0"
"""How the codes of trouble with the file itself begin."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which codes count; empty `select` is all of them, and each may be the start of a code."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Tell whether a code was asked for."""
        is_selected = not self.select or code.startswith(self.select)
        return is_selected and not code.startswith(self.ignore)

    def keeps(self, finding: Finding) -> bool:
        """Tell whether a finding stays: always when it endangers or is about the file."""
        is_fixed = finding.stops or finding.code.startswith(INPUT)
        return is_fixed or self.wants(finding.code)


def all_rules() -> dict[str, Rule[object]]:
    """Every rule there is, by code."""
    mine = check.load_rules(answers.__name__, tuple(answers.__path__))
    every = (*check.registry(), *mine, *release.registry())
    return {rule.code: rule for rule in sorted(every, key=lambda rule: rule.code)}


def read_codes(option: str, written: Sequence[str], words: Words) -> tuple[str, ...]:
    """Read the codes, or beginnings of codes, of `--select` or `--ignore`. Raises WrongUsage."""
    valid = sorted(path.stem for path in (words.folder / "cards").glob("T*.toml"))
    codes = [code.strip().upper() for text in written if text for code in text.split(",")]
    for code in codes:
        if not code or not any(each.startswith(code) for each in valid):
            near = nearest(code, valid)
            raise WrongUsage("cli.code_near" if near else "cli.code_none", option=option, near=near)
    return tuple(codes)


def nearest(code: str, valid: Sequence[str]) -> str:
    """Find the code that was meant: of those that look like it, the one that begins like it."""
    alike = get_close_matches(code, valid, len(valid), 0.3)
    same = {each: sum(each.startswith(code[:n]) for n in range(1, len(code) + 1)) for each in alike}
    return max(alike, key=lambda each: same[each], default="")
