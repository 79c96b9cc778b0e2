"""A name or a place in a script without capitals is found as one in Latin letters is."""

import pytest

from tests.document.stories import examined

CASE = """
top3: 1
plan: {{datum: 2024-09-02, volgende_evaluatie: 2024-09-09}}
team:
  casusregisseur: {{id: p1, naam: Karin, organisatie: het wijkteam, telefoon: 055-555 01 23}}
gezin:
  - {{id: v1, naam: Peter, rol: vader}}
  - {{id: m1, naam: {mother}, rol: moeder, tolk: {interpreter}}}
netwerk: [{{id: n1, naam: {aunt} {family}, band: tante van het gezin}}]
geweld:
  acute_onveiligheid: nee
maatregelen:
  - {{id: h1, soort: contactverbod, geldt_voor: [v1], beschermt: [m1], vanaf: 2024-09-01}}
onveilige_situaties:
  - id: s1
    titel: Slaan
    wens: Niemand slaat.
    afspraken: [{{id: a1, wat: "{text}", wie: v1, kijkt_mee: p1, als_het_misgaat: Stop.}}]
vertrouwelijk: [{{id: x1, soort: adres, waarde: "{hidden}", van: [m1], datum: 2024-09-01}}]
"""
LATIN = {"mother": "Salma", "aunt": "Huda", "family": "Hamid", "hidden": "Zonnelaan 14 Epe"}
ARABIC = {"mother": "سلمى", "aunt": "هدى", "family": "حميد", "hidden": "شارع الياسمين 14 حلب"}


@pytest.mark.parametrize("names", [LATIN, ARABIC], ids=["latin", "arabic"])
@pytest.mark.parametrize(
    ("code", "text", "interpreter"),
    [
        ("T901", "Peter gaat niet naar {place}.", "ja"),
        ("T903", "Peter praat met {aunt} over school.", "ja"),
        ("T113", "Peter belt {mother} op zondag.", "ja"),
        ("T413", "Peter gaat weg.", "{aunt}"),
    ],
)
def test_it_is_found(code: str, text: str, interpreter: str, names: dict[str, str]) -> None:
    known = {**names, "place": names["hidden"].split()[-1]}
    calm = {"text": "Peter gaat weg.", "interpreter": "een tolk"}
    meant = {"text": text.format(**known), "interpreter": interpreter.format(**known)}
    assert code in codes(names | meant)
    assert code not in codes(names | calm)


def codes(parts: dict[str, str]) -> set[str]:
    return {finding.code for finding in examined(CASE.format(**parts)).findings}
