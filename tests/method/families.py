"""Files to turn inside out: every fixture and example, and one family in which much goes on."""

import json
from pathlib import Path
from typing import Any

from tests.method.stories import fixtures
from top3.case.loader import Node, decode, load

EXAMPLES = Path(__file__).parents[2] / "examples"

BUSY = """\
top3: 1
plan: {datum: 2024-08-20, volgende_evaluatie: 2024-10-01, fase: {niveau: 2, datum: 2024-08-25}}
team:
  casusregisseur: {id: p1, naam: Noor Bakker, telefoon: 06-12345678}
  deskundigen: [{wie: Veilig Thuis, datum: 2024-08-01}, {wie: politie, datum: 2024-07-01}]
  anderen: [{id: p2, naam: Bas, organisatie: school}, {id: p3, organisatie: reclassering}]
gezin:
  - id: v1
    naam: Mark Visser
    rol: vader
    gesprekken: [{datum: 2024-08-22, apart: ja, rustig: ja}]
  - id: m1
    naam: Dewi Visser
    rol: moeder
    gesprekken:
      - {datum: 2024-08-20, apart: ja, rustig: ja}
      - {datum: 2024-08-28, apart: ja, rustig: ja}
  - {id: g1, naam: Ria, rol: grootmoeder}
  - id: k1
    naam: Finn
    rol: kind
    leeftijd: 9
    gesprekken: [{datum: 2024-08-10, apart: ja, rustig: ja}]
  - {id: k2, naam: Saar, rol: kind, leeftijd: 2}
  - id: k3
    naam: Mo
    rol: kind
    leeftijd: 14
    eigen_woorden: [{datum: 2024-08-21, zorgen: Stil zijn.}]
netwerk:
  - {id: n1, naam: Els, band: buurvrouw, verbonden_met: [m1, k1]}
  - {id: n2, naam: Bo, band: oom, naam_delen: ja}
geweld:
  vormen: [{vorm: partnergeweld}, {vorm: conflictscheiding}, {vorm: verwaarlozing}]
  dwingende_controle: vermoeden
  structurele_onveiligheid: ja
  incidenten:
    - {id: i1, datum: 2024-03-01, door: v1, tegen: [m1, g1], getuigen: [k1, k2], letsel: letsel}
    - {id: i2, datum: 2024-04-01, door: v1, tegen: m1, letsel: geen letsel}
    - {id: i3, datum: 2024-08-19, bekend_op: 2024-08-23, bekend_door: k3, door: k3, tegen: k1}
    - {id: i4, datum: 2024-02-01, tegen: k2, kenmerken: verwaarlozing}
  signalen:
    - {id: f1, soort: wapen, datum: 2024-03-01, incident: i1}
    - {id: f2, soort: doodsbedreiging, datum: 2024-08-02}
    - {id: f3, soort: drank}
  waarnemingen:
    - {datum: 2024-05-01, door: school, zorg_goed_genoeg: ja}
    - {datum: 2024-06-01, door: tante, rustig: nee}
veilig_thuis:
  meldingen: [{datum: 2024-03-02, door: politie}, {datum: 2024-08-20, door: school}]
maatregelen:
  - id: b1
    soort: huisverbod
    geldt_voor: v1
    beschermt: [m1, k1]
    vanaf: 2024-08-28
    tot: 2024-09-07
  - {id: b2, soort: contactverbod, geldt_voor: v1, beschermt: k1, vanaf: 2024-08-28}
onveilige_situaties:
  - id: s1
    titel: Slaan
    ernst: letsel
    signalen: [f1, f3]
    incidenten: [i1, i2]
    door: v1
    onveilig_voor: [m1, k1]
    rang: 2
    afspraken:
      - {id: a1, wat: Mark haalt Finn op., wie: v1, wanneer: vrijdag, kijkt_mee: [m1, n1]}
      - {id: a2, wat: Dewi houdt Mark rustig., wie: m1, kijkt_mee: m1}
      - id: a3
        wat: Els belt aan.
        wie: [n1, n2]
        wanneer: elke avond
        kijkt_mee: [n2, n1]
        als_het_misgaat: Bel 112.
  - {id: s2, titel: Schelden, rang: 2, status: actief, ernst: geen letsel, onveilig_voor: k1}
  - {id: s3, titel: Dreigen, signalen: f2, status: wacht}
  - {id: s4, titel: Honger, status: actief}
  - {id: s5, titel: Kou, status: actief}
risicofactoren:
  - {id: r1, van: v1, voedt: [s1, s2], status: actief}
  - id: r2
    van: m1
    voedt: s2
    acties:
      - {id: x1, soort: behandeling, status: actief}
      - {id: x2, soort: behandeling, samen_met: v1}
herstel:
  - {id: h1, van: k1, acties: [{id: x3, soort: behandeling, status: gepland}]}
  - {id: h2, van: m1, sinds: 2024-01-01}
bijeenkomsten:
  - {id: b3, soort: mediation, met: [v1, m1]}
  - {id: b4, soort: netwerkberaad, met: [m1, n1]}
evaluaties: [{datum: 2024-08-21}, {datum: 2024-08-24}]
besluiten:
  - {over: i2, datum: 2024-04-02, door: Noor, waarom: Het was schelden.}
  - {over: T202, datum: 2024-08-22, door: Noor, waarom: De wachtlijst., tot: 2024-12-01}
"""


def texts() -> dict[str, str]:
    """All of them, by name. The day to judge them on is in `day`."""
    found = {fixture.path.stem: fixture.text for fixture in fixtures()}
    found |= {path.stem: path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))}
    return found | {"busy": BUSY}


def plain(text: str) -> Any:
    """Read a file into lists, mappings and text, by its own reader."""
    return _plain(load(decode(text.encode())))


def _plain(node: Node) -> Any:
    if isinstance(node.value, str):
        return node.value
    if node.is_mapping:
        return {key.text: _plain(value) for key, value in node.pairs}
    return [_plain(item) for item in node.items]


def written(data: Any) -> str:
    """Write it again, in JSON, which is YAML too: everything quoted, on one line."""
    return json.dumps(data, ensure_ascii=False)
