"""One sample per form, written in the dialect alone, so that no real template is needed."""

from markdown_it.tree import SyntaxTreeNode

from tests.render.samples import full
from top3.render.direction import directed
from top3.render.markdown import _parser
from top3.render.page import LOOKS, Page
from top3.render.tokens import TreeBuilder
from top3.render.tree import Blocks
from top3.words import Words

PLAIN = """# Uw plan om veilig te zijn

- **Voor:** Sanne
- **Datum:** 2 september 2024

## Wie kunt u bellen?

::: call phone
**Is er nu gevaar? Bel [112](tel:).**
Wilt u praten over veiligheid thuis?
Bel Veilig Thuis: **[0800-2000](tel:)**. Dat is gratis.
U kunt dag en nacht bellen.
:::

::: card user
### Karin de Wit helpt u met dit plan.

- **Werkt bij:** Wijkteam Noord
- **Telefoon:** **[0612 34 56 78](tel:)**
:::

## Dit hebt u zelf gezegd

Op 28 augustus 2024 zei u dit.

::: words
Ik wil dat het rustig is als de kinderen wisselen.
Bij mijn moeder gaat het goed.
:::

::: words message-circle
Ik wil dat het rustig is als de kinderen wisselen.
:::

## Uw afspraken

::: card handshake
### Oma Ria haalt en brengt Julia en Tom.

- **Wie:** Oma Ria
- **Wanneer:** Bij elke wissel, voorlopig
- **Wie kijkt mee:** Karin de Wit
- **Als het niet lukt:** Tante Els doet het.
:::

::: condition shield
- Julia en Tom zijn om het weekend bij Peter. Dat heeft de rechter beslist.
- Peter komt niet zonder afspraak bij Sanne.
:::

::: provisional calendar
**Dit plan is nog niet af.**
We kijken opnieuw op 16 september 2024.
:::

Zo gaat het verder.

1. We bellen Karin, ook als het klein is.
2. Karin praat binnen drie dagen met ieder apart.
"""

LARGE = """# Ons plan

:::: page phone
## Wie kunt u bellen?

::: call
**Is er nu gevaar? Bel [112](tel:).**
Wilt u praten?
Bel Veilig Thuis: **[0800-2000](tel:)**.
U kunt altijd bellen.
:::

Karin de Wit helpt u.
Zij werkt bij Wijkteam Noord.
Haar nummer is [0612 34 56 78](tel:).
::::

:::: page handshake
## Dit spreken we af

Dit doen we samen.
Het plan is voor iedereen.

::: card car
### Oma Ria haalt Julia en Tom.

- **Wie:** Oma Ria
- **Wanneer:** Elke vrijdag
- **Wie kijkt mee:** Karin
- **Als het niet lukt:** Tante Els doet het.
:::

::: card moon
### Peter belt als de kinderen slapen.

- **Wie:** Peter
- **Wanneer:** Na 20.30 uur
:::
::::

:::: page calendar
## Wanneer kijken we opnieuw?

We praten op 16 september 2024.
Dan kijken we wat goed gaat.
::::
"""

ALOUD = """# Voor Tom

::: page home
Soms is het thuis niet veilig.
:::

::: page heart
Dat is niet jouw schuld.
:::

::: page handshake
De grote mensen maken afspraken.
Oma Ria haalt jou op van school.
:::

::: page user
Ben je bang? Ga naar oma Ria.

- **Je mag bellen:** oma Ria
:::
"""

TEEN = """# Dit is afgesproken

Je hebt thuis dingen meegemaakt die niet oké zijn.
Je leest hier wat is afgesproken. Je mag zeggen wat je ervan vindt, en je mag het laten veranderen.

## Wie kun je bellen?

::: call phone
**Is er nu gevaar? Bel [112](tel:).**
Wil je praten? Bel de Kindertelefoon: **[0800-0432](tel:)**. Dat is gratis.
:::

## Wat je mag

- Je mag van je vader en van je moeder houden.
- Je mag erover praten met wie je wilt, omdat het over jou gaat.

::: card footprints
### Oma Ria haalt en brengt jou en Tom.

- **Wie:** Oma Ria
- **Wanneer:** Bij elke wissel
- **Als het niet lukt:** Tante Els doet het.
:::

::: words
Als papa en mama schreeuwen ga ik naar mijn kamer.
:::
"""

POSTER = """# Onze afspraken

::: call phone
Is er nu gevaar?
Bel **[112](tel:)**
:::

::: card home
Oma Ria haalt en brengt Julia en Tom.
:::

::: card moon
Peter en Sanne bellen na 20.30 uur.
:::

::: card message-circle
Is er ruzie? Wij stoppen en lopen weg.
:::

::: call
Hulp nodig? Bel Karin: **[0612 34 56 78](tel:)**
Veilig Thuis: **[0800-2000](tel:)**
:::
"""

SAMPLES = {
    "plain": PLAIN,
    "compact": PLAIN,
    "teen": TEEN,
    "large": LARGE,
    "aloud": ALOUD,
    "poster": POSTER,
}
assert set(SAMPLES) == set(LOOKS)


def tree(source: str, rtl: bool = False) -> Blocks:
    """Read a source of the dialect."""
    root = SyntaxTreeNode(_parser().parse(source))
    return directed(TreeBuilder((), Words("nl"), full()).blocks(root.children), rtl)


def around(form: str, *, rtl: bool = False) -> Page:
    """The furniture of a copy in this form."""
    return Page(
        language="nl",
        form=form,
        title="Plan om thuis veilig te zijn",
        only="",
        fictional="Verzonnen voorbeeld",
        provisional="",
        version="Plan van 2 september 2024 · Versie 3",
        of="bladzijde {page} van {pages}",
        tag="ar" if rtl else "nl-NL",
        rtl=rtl,
    )
