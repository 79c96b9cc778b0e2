"""Numbers the sources don't give, in one place: settings with a default, never the method's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Settings:
    """All in days unless named otherwise. Source of each: method.md, marked [D] there."""

    calm_days: int = 90
    """Confirmed days without violence that open the gate ("circa drie maanden", ch. 3)."""
    review_days: Mapping[int, int] = field(
        default_factory=lambda: MappingProxyType({1: 14, 2: 42, 3: 92})
    )
    """The longest time between two reviews, per phase."""
    provisional_review_days: int = 7
    provisional_review_days_heavy: int = 3
    heavy_flag_days: int = 365
    """How long a heavy flag lifts the minimum AVE level."""
    broken_agreements: int = 2
    """So many breaks of one agreement count as stalled cooperation."""
    child_speaks_from: int = 4
    """Age in years from which a child is spoken with; a younger one is seen."""
    reads_from: int = 8
    """Age in years from which a child reads a copy with somebody; a younger one is read to."""
    decides_from: int = 12
    """Age in years from which a child's own consent counts (rijksoverheid.nl, method.md §5)."""
    decides_alone_from: int = 16
    adult_from: int = 18
    most_priorities: int = 3
    ban_ends_days: int = 3
    """So many days before a huisverbod ends, the day after must have been agreed."""
    help_days: int = 90
    """Days that help must have run before incidents count as "despite help"."""
    incidents_despite_help: int = 2


SETTINGS = Settings()
