"""The few family-level figures that are known, and the settings that no source gives.

Why: invented families must look like the families of the region taken together, and nobody may
take a setting for a finding. `FIGURES` are the regiovisie's (ch. 1, bijlage 5; method.md §6);
`SETTINGS` are invented for the workshop and are not known of any region.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of families (of children where it says so), as the regiovisie gives them."""

    police_reports: float = 0.61
    child_abuse: float = 0.55
    """Suspected or known, in so many reports."""
    known_before: float = 0.30
    """Families known from a closed report ("about 30%")."""
    barring_order: float = 0.04
    """73 assessments of a huisverbod beside 1,727 reports in 2022, both regions: the most it
    can be, as not every assessment leads to one."""
    serious_at_start: float = 0.75
    """Frequent or serious violence when the report was made ..."""
    serious_after_year: float = 0.50
    """... and a year later."""
    unsafe_children_at_start: float = 0.489
    """Children who are emotionally unsafe ..."""
    unsafe_children_after_year: float = 0.244


def _weights(**values: float) -> Mapping[str, float]:
    return MappingProxyType({name.replace("_", " "): weight for name, weight in values.items()})


@dataclass(frozen=True, slots=True)
class Settings:
    """Invented: no source gives these. Weights and shares of 1."""

    profiles: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType(
            {
                "family under stress": 0.35,
                "complex conflict divorce": 0.20,
                "child behaviour and parenting stress": 0.15,
                "long-term care": 0.15,
                "intimate terror": 0.15,
            }
        )
    )
    a_year_on: float = 0.4
    """Families told a year after the report; the others in its first weeks."""
    calm_after_year: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({1: 0.2, 2: 0.5, 3: 0.3})
    )
    """In which phase a family is in which frequent or serious violence stopped within the year."""
    unsafe_child_in_fase_1: float = 0.37
    """Of the children a year on: chosen so that all together give the figure."""
    unsafe_child_later: float = 0.055
    man_uses_violence: float = 0.85
    """Where one adult uses violence against another."""
    children: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({1: 0.35, 2: 0.45, 3: 0.2})
    )
    eldest: tuple[int, int] = (3, 17)
    """The age in years of the eldest child."""
    no_children: float = 0.06
    """Couples without children, where the profile can be told without."""
    one_parent: float = 0.35
    """Families with one parent, in the profiles that can be told with one."""
    same_sex: float = 0.04
    abuse_suspected: float = 0.0897
    """Families with children in which child abuse is suspected beside what happened: chosen so
    that all families together, those in which it did happen too, give the figure."""
    mixed_backgrounds: float = 0.15
    close_to_actor: float = 0.5
    """Of the second of those who help: close to the one who uses violence."""
    interpreter: float = 0.4
    """Of adults who speak another language at home: who has an interpreter."""
    scores_from: int = 6
    """Age in years from which a child gives a number for how safe it feels."""
    unsafe_below: int = 6
    """A child's number below this stands for "emotionally unsafe"."""


FIGURES = Figures()
SETTINGS = Settings()
