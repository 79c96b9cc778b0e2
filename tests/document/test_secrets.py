"""Other ways to write a confidential value are seen; ordinary sentences are not."""

import pytest

from top3.case.plan import Secret
from top3.case.vocabulary import SecretKind
from top3.document.secrets import runs_along, shows

ADDRESS = "Populierenhof 7a, 8071 ZT Epe"


def secret(value: str, kind: str | None) -> Secret:
    return Secret(id="x1", kind=SecretKind(kind) if kind else None, value=value)


@pytest.mark.parametrize(
    "value, kind, text",
    [
        (ADDRESS, "address", "Populierenhof 7a, 8071 ZT Epe"),
        (ADDRESS, "address", "op de POPULIERENHOF"),
        (ADDRESS, "address", "populieren hof"),
        (ADDRESS, "address", "populieren-hof"),
        (ADDRESS, "address", "de Populierenhofflat"),
        (ADDRESS, "address", "Pópulierenhof"),
        (ADDRESS, "address", "8071ZT"),
        (ADDRESS, "address", "8071 - zt"),
        (ADDRESS, "address", "zij woont in 8071"),
        (ADDRESS, "address", "in Epe"),
        (ADDRESS, "address", "het station van EPE."),
        (ADDRESS, "address", "8 0 7 1 Z T"),
        (ADDRESS, None, "Populierenhof"),
        (ADDRESS, None, "de trein naar Epe"),
        ("Nunspeet", "place", "de Nunspeetse markt"),
        ("06-51515151", "phone", "0651515151"),
        ("06-51515151", "phone", "+31 6 5151 5151"),
        ("06-51515151", "phone", "06 / 51.51.51.51"),
        ("06-51515151", "phone", "bel 6 5151 5151"),
        ("+31651515151", "phone", "0031 (0)6 51 51 51 51"),
        ("de Vlinder", "school", "hij zit op De Vlinder"),
        ("12-ABC-3", "car", "een auto met 12 abc 3"),
        ("pimpernel", "code word", "zeg Pimpernel"),
        ("ui", "code word", "zeg ui"),
        ("Łódźplein 3", "address", "Łódźplein"),
    ],
)
def test_it_is_recognised(value: str, kind: str | None, text: str) -> None:
    assert shows(secret(value, kind), f"We doen dit: {text}")


@pytest.mark.parametrize(
    "value, kind, text",
    [
        (ADDRESS, "address", "Sanne brengt de kinderen naar school."),
        (ADDRESS, "address", "We bellen om 8.07 uur."),
        ("De straat bij het huis", "address", "Thuis aan de straat."),
        ("Van Oss 1", "address", "Oma van Ria komt los van ons."),
        ("06-51515151", "phone", "055-555 01 23"),
        ("06-51515151", "phone", "tussen 09.00 en 17.00 uur, vanaf 02-09-2024"),
        ("Bij oma in Deventer", "other", "Bij oma is het rustig."),
        ("ui", "code word", "We gaan uit elkaar."),
        ("", "address", "Alles."),
    ],
)
def test_it_is_something_else(value: str, kind: str, text: str) -> None:
    assert not shows(secret(value, kind), text)


@pytest.mark.parametrize(
    "note, text",
    [
        (
            "Sanne vertrekt vrijdag als Peter werkt.",
            "Let op: sanne vertrekt, vrijdag als Peter weg is",
        ),
        ("vertrekt vrijdag", "Zij vertrekt  Vrijdag."),
        ("Moviera", "De hulp van moviera."),
    ],
)
def test_a_run_of_a_note_is_recognised(note: str, text: str) -> None:
    assert runs_along(note, text)


@pytest.mark.parametrize(
    "note, text",
    [
        ("ok", "Wij doen ook mee."),
        ("ja", "Jan komt."),
        ("Sanne vertrekt vrijdag als Peter werkt.", "Sanne en Peter werken vrijdag."),
        ("", "Alles."),
    ],
)
def test_what_is_said_otherwise_is_not_a_note(note: str, text: str) -> None:
    assert not runs_along(note, text)
