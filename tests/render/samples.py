"""Documents made by hand: a full plan, a plan of the first night, and one out to do harm."""

from dataclasses import replace

from tests.render.sample_facts import everywhere, facts
from top3.case.model import Case
from top3.document.model import (
    Agreement,
    Contact,
    Document,
    Judgement,
    Notice,
    Priority,
    Step,
    Waiting,
)

NUMBERS = {"danger": "112", "advice": "0800-2000"}


def full(language: str = "nl", reader: str = "everyone") -> Document:
    """Julia and Tom, as in the method's worked case, completed."""
    return Document(
        template=reader,
        language=language,
        fictional=True,
        provisional=False,
        date="2 september 2024",
        version="3",
        review="16 september 2024",
        phase=1,
        names=("Peter", "Sanne", "Julia", "Tom", "oma Ria"),
        contacts=(
            Contact("Karin de Wit", "Wijkteam Noord", "0612 34 56 78"),
            Contact("Fatma Yıldız", "Wijkteam Noord", "055 123 45 67"),
        ),
        numbers=NUMBERS,
        priorities=(
            Priority(
                1,
                "Dreigen bij het wisselen van huis",
                "Peter en Sanne praten rustig. Niemand dreigt.",
                (
                    Agreement(
                        "Peter en Sanne dreigen niet.",
                        "Peter en Sanne",
                        "Altijd",
                        "Karin de Wit van het wijkteam, elke week, met ieder apart",
                        "Peter of Sanne stopt, loopt weg en belt het wijkteam. Bij gevaar 112.",
                    ),
                ),
                because=(
                    "De dreiging 'afmaken' is nog niet uitgezocht en telt als zwaar.",
                    "De kinderen zien het elke week.",
                ),
            ),
            Priority(
                2,
                "Schreeuwen bij het wisselen van huis",
                "Julia en Tom gaan zonder ruzie van het ene huis naar het andere.",
                (
                    Agreement(
                        "Peter en Sanne maken geen ruzie waar Julia en Tom bij zijn.",
                        "Peter en Sanne",
                        "Altijd",
                        "Karin de Wit, elke week",
                        "Oma Ria neemt de kinderen mee naar haar huis.",
                    ),
                    Agreement(
                        "Oma Ria haalt en brengt Julia en Tom.",
                        "Oma Ria",
                        "Bij elke wissel, voorlopig",
                        "Karin de Wit",
                        "Tante Els doet het.",
                    ),
                ),
                because=("De kinderen zien en horen het bij elke wissel.",),
            ),
            Priority(
                3,
                "Ruzie aan de telefoon",
                "De kinderen horen geen ruzie aan de telefoon.",
                (
                    Agreement(
                        "Peter en Sanne bellen alleen als de kinderen slapen.",
                        "Peter en Sanne",
                        "Na 20.30 uur",
                        "Karin de Wit vraagt het elke vrijdag",
                        "Zij sturen alleen berichten, via Karin.",
                    ),
                ),
                because=("Het gebeurt minder vaak dan de andere twee.",),
            ),
        ),
        lasting=(
            Agreement(
                "Sanne en Peter drinken niet als de kinderen er zijn.",
                "Sanne en Peter",
                "Altijd",
                "Oma Ria",
                "De kinderen slapen bij oma Ria.",
            ),
        ),
        conditions=("Julia en Tom zijn om het weekend bij Peter. Dat heeft de rechter beslist.",),
        tension=(
            Step("Peter", "Ik ga een half uur wandelen en bel mijn broer."),
            Step("Sanne", "Ik ga naar boven en bel oma Ria."),
            Step("Oma Ria", "Ik kom de kinderen halen."),
        ),
        relapse=(
            "We bellen Karin, ook als het klein is.",
            "Karin praat binnen drie dagen met ieder apart.",
            "We maken het plan samen beter.",
        ),
        later=(
            Waiting("Steun voor vader", because=("Dit hoort bij fase 2.",)),
            Waiting("Steun voor moeder", because=("Dit hoort bij fase 2.",)),
            Waiting("Naar school gaan", because=("Dit hoort bij fase 2.",)),
        ),
        judgement=_judgement() if reader == "professional" else None,
    )


def first_night(language: str = "nl", reader: str = "everyone") -> Document:
    """What is known on the night of a ban from home: almost nothing."""
    return Document(
        template=reader,
        language=language,
        fictional=False,
        provisional=True,
        date="2 september 2024",
        version="",
        review="",
        phase=1,
        names=("Mila", "Daan"),
        contacts=(),
        numbers=NUMBERS,
        priorities=(
            Priority(1, "Duwen en slaan in huis", "", (Agreement("", "", "", "", ""),)),
            Priority(2, "Schreeuwen in de nacht", "Iedereen slaapt rustig.", ()),
        ),
        lasting=(),
        conditions=(),
        tension=(),
        relapse=(),
        later=(),
        judgement=_judgement() if reader == "professional" else None,
    )


def filled(value: str, language: str = "nl") -> Document:
    """A plan in which every text is the same value: whatever it is, the form stays the form."""
    agreement = Agreement(value, value, value, value, value)
    return Document(
        template="everyone",
        language=language,
        fictional=True,
        provisional=True,
        date=value,
        version=value,
        review=value,
        phase=2,
        names=(value, value),
        contacts=(Contact(value, value, value), Contact(value, value, value)),
        numbers=NUMBERS,
        priorities=(Priority(1, value, value, (agreement, agreement), (value,)),),
        lasting=(agreement,),
        conditions=(value, value),
        tension=(Step(value, value),),
        relapse=(value, value),
        later=(Waiting(value, (value,)),),
        events=(value, value),
    )


def dossier(value: str, language: str = "nl") -> Document:
    """The same for the professionals: every text of the case too."""
    judgement = Judgement(
        reference_date=value,
        phase=1,
        phase_name=value,
        recorded_phase=1,
        gate_open=False,
        earliest_next=value,
        phase_because=(value,),
        ave_minimum=2,
        ave_recorded=value,
        ave_because=(value,),
        notices=(Notice(value, value, 3, value, value),),
        facts=everywhere(Case, value),
    )
    return replace(filled(value, language), template="professional", judgement=judgement)


def _judgement() -> Judgement:
    return Judgement(
        reference_date="2 september 2024",
        phase=1,
        phase_name="Directe veiligheid",
        recorded_phase=1,
        gate_open=False,
        earliest_next="30 november 2024",
        phase_because=(
            "Het laatste geweld was op 31 augustus 2024.",
            "Sanne en Julia bevestigden nog geen rust na die dag.",
        ),
        ave_minimum=2,
        ave_recorded="2",
        ave_because=("Voor elk plan geldt ten minste AVE 2.",),
        notices=(
            Notice(
                "T107",
                "waarschuwing",
                48,
                "Het profiel is complexe conflictscheiding. Er is niet gekeken naar dwang.",
                "Kijk of er sprake is van dwingende controle en noteer de uitkomst.",
            ),
            Notice(
                "T406",
                "advies",
                112,
                "Het AVE-niveau is niet vastgelegd.",
                "Bespreek het niveau met de procesregisseur.",
            ),
        ),
        facts=facts(),
    )
