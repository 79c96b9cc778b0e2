"""The blank forms: their labels are the keys of the case file, and nobody's family is in them."""

import re
from dataclasses import fields
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.render.readers import READERS
from top3.case.reader import read
from top3.case.shape import keys
from top3.document.forms import FORMED, compose_forms
from top3.render import FORMATS, Rendered, render
from top3.words import LANGUAGES, Words, data_folder

SHEETS = 9


def markdown(language: str) -> str:
    made = render(compose_forms(Words(language)), ["md"])["md"]
    assert isinstance(made, Rendered)
    return made.data.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_a_key_of_the_model(language: str) -> None:
    form = compose_forms(Words(language)).lesson.form  # type: ignore[union-attr]
    assert form is not None
    source = (data_folder("templates") / language / "workshop/forms.md.j2").read_text("utf-8")
    asked = re.findall(r"\bk\.(\w+)\.(\w+)", source)
    assert len(set(asked)) > 60
    text = markdown(language)
    for entry, field in asked:
        if entry != "status":
            assert form.keys[entry][field] in keys(FORMED[entry], language)
        assert (
            form.keys[entry][field].replace("_", "\\_") in text or form.keys[entry][field] in text
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_typed_in_the_template(language: str) -> None:
    """A bold label comes from the model; what is bold by itself is a sheet's own name."""
    source = (data_folder("templates") / language / "workshop/forms.md.j2").read_text("utf-8")
    typed = re.findall(r"\*\*([a-z][a-z_]+)\*\*", source)
    assert not typed


def test_the_labels_are_those_of_the_language() -> None:
    assert "**als\\_het\\_misgaat**" in markdown("nl") or "als_het_misgaat" in markdown("nl")
    assert "if_not" in markdown("en") and "als_het_misgaat" not in markdown("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_form_is_of_no_family_and_says_so(language: str) -> None:
    document = compose_forms(Words(language))
    filled = {f.name for f in fields(document) if getattr(document, f.name)}
    assert filled == {"template", "language", "phase", "numbers", "lesson"}
    mark = Words(language).entry("page.only")["workshop/forms"]
    made = render(document, FORMATS)
    for name, one in made.items():
        assert isinstance(one, Rendered) and not one.replaced
        assert mark in READERS[name](one.data)[0] or name == "docx"  # its header is read apart


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_is_a_page(language: str) -> None:
    """A page that runs over by a line spoils a form."""
    made = render(compose_forms(Words(language)), ["pdf"])["pdf"]
    assert isinstance(made, Rendered)
    assert len(PdfReader(BytesIO(made.data)).pages) == SHEETS


TYPED_OVER = {
    "nl": """
top3: 1
casus: {fictief: ja}
gezin:
  - {id: v1, naam: A., rol: vader, leeftijd: 40, huishouden: samen, gezag: ja,
     taal: Pools, tolk: een tolk aan de telefoon,
     gesprekken: [{datum: 2026-01-30, door: Karin, apart: ja}],
     veiligheidscijfers: [{datum: 2026-01-31, cijfer: 4}],
     eigen_woorden: [{datum: 2026-01-30, zorgen: Geld., gaat_goed: Werk., moet_gebeuren: Rust.}]}
  - {id: m1, naam: B., rol: moeder, gesprekken: [{datum: 2026-01-30, apart: ja, rustig: nee}]}
  - {id: k1, naam: C., rol: kind, leeftijd: 8, veilige_plek: bij D., belt: D.}
geweld:
  vormen: [{vorm: partnergeweld}]
  dwingende_controle: nee
  screening_dwang: {datum: 2026-01-30, door: Karin, uitkomst: nee}
  acute_onveiligheid: nee
  structurele_onveiligheid: ja
  signalen: [{id: f1, soort: drank, datum: 2026-01-28}]
  incidenten:
    - {id: i1, datum: 2026-01-28, wat: A. duwde B., door: v1, tegen: m1, getuigen: k1,
       letsel: letsel, bron: B., bekend_op: 2026-01-29}
netwerk:
  - {id: n1, naam: D., band: oma, verbonden_met: m1, doet: belt elke dag, naam_delen: ja}
veilig_thuis:
  meldingen: [{datum: 2026-01-29, door: de politie, uitkomst: Overgedragen.}]
team:
  casusregisseur: {id: p1, naam: Karin, organisatie: het wijkteam, telefoon: 055-555 01 23}
  vervanger: {id: p2, naam: Bart, organisatie: het wijkteam, telefoon: 055-555 01 24}
  procesregisseur: {id: p3, naam: Rosa, organisatie: de gemeente}
  deskundigen: [{wie: Veilig Thuis, datum: 2026-01-30, over: Delen., advies: Apart.}]
onveilige_situaties:
  - {id: s1, titel: Duwen, wens: Niemand duwt., rang: 1, door: v1, onveilig_voor: [m1, k1],
     ernst: letsel, hoe_vaak: wekelijks,
     afspraken: [{id: a1, wat: A. duwt niet., wie: v1, wanneer: altijd, kijkt_mee: p1,
                  hoe_kijken: elke week, als_het_misgaat: A. gaat weg en belt Karin.}]}
  - {id: s2, titel: Schelden, status: wacht, door: v1, onveilig_voor: m1}
risicofactoren: [{id: r1, titel: Rust, wens: A. drinkt niet., van: v1, grond: Hij drinkt.}]
herstel: [{id: h1, titel: Slapen, van: k1, behoefte: Nachten zonder angst.}]
plan:
  datum: 2026-01-31
  versie: 1
  volgende_evaluatie: 2026-02-05
  fase: {niveau: 1, datum: 2026-01-31, door: Karin, waarom: Op 28 januari ging het mis.}
  bij_spanning: [{wie: v1, doet: Ik ga naar buiten.}]
  bij_terugval: [Bij gevaar bellen wij 112.]
""",
    "en": """
top3: 1
info: {fictional: yes}
members:
  - {id: v1, name: A., role: father, age: 40, household: together, custody: yes,
     language: Polish, interpreter: an interpreter on the phone,
     conversations: [{date: 2026-01-30, by: Karin, alone: yes}],
     safety_scores: [{date: 2026-01-31, score: 4}],
     own_words: [{date: 2026-01-30, worries: Money., goes_well: Work., must_happen: Rest.}]}
  - {id: m1, name: B., role: mother, conversations: [{date: 2026-01-30, alone: yes, calm: no}]}
  - {id: k1, name: C., role: child, age: 8, safe_place: at D.'s, calls: D.}
violence:
  forms: [{form: partner violence}]
  coercive_control: no
  screening: {date: 2026-01-30, by: Karin, outcome: no}
  acute: no
  structural: yes
  flags: [{id: f1, kind: drink, date: 2026-01-28}]
  incidents:
    - {id: i1, date: 2026-01-28, what: A. pushed B., by: v1, against: m1, witnesses: k1,
       injury: injury, source: B., became_known: 2026-01-29}
network:
  - {id: n1, name: D., tie: grandmother, tied_to: m1, does: rings every day, name_shared: yes}
veilig_thuis:
  reports: [{date: 2026-01-29, by: the police, result: Handed over.}]
team:
  case_director: {id: p1, name: Karin, organisation: the team, phone: 055-555 01 23}
  stand_in: {id: p2, name: Bart, organisation: the team, phone: 055-555 01 24}
  process_director: {id: p3, name: Rosa, organisation: the municipality}
  experts: [{who: Veilig Thuis, date: 2026-01-30, about: Sharing., advice: Alone.}]
situations:
  - {id: s1, title: Pushing, wish: Nobody pushes., rank: 1, by: v1, unsafe: [m1, k1],
     severity: injury, frequency: weekly,
     agreements: [{id: a1, what: A. does not push., who: v1, when: always, checks: p1,
                   how_checked: every week, if_not: A. leaves and rings Karin.}]}
  - {id: s2, title: Swearing, status: waiting, by: v1, unsafe: m1}
risk_factors: [{id: r1, title: Rest, wish: A. does not drink., of: v1, ground: He drinks.}]
recovery: [{id: h1, title: Sleep, of: k1, need: Nights without fear.}]
plan:
  date: 2026-01-31
  version: 1
  next_review: 2026-02-05
  phase: {level: 1, date: 2026-01-31, by: Karin, why: It went wrong on 28 January.}
  on_tension: [{who: v1, does: I go outside.}]
  on_relapse: [In danger we call 112.]
""",
}


@pytest.mark.parametrize("language", TYPED_OVER)
def test_a_form_that_was_filled_in_and_typed_over_is_read(language: str) -> None:
    """Every key that the form asks for stands in the file, and the reader has nothing to say."""
    reading = read(TYPED_OVER[language].encode())
    assert reading.findings == () and reading.case is not None
    form = compose_forms(Words(language)).lesson.form  # type: ignore[union-attr]
    assert form is not None
    source = (data_folder("templates") / language / "workshop/forms.md.j2").read_text("utf-8")
    asked = {form.keys[entry][field] for entry, field in re.findall(r"\bk\.(\w+)\.(\w+)", source)}
    typed = {*re.findall(r"[a-z_]+(?=:)", TYPED_OVER[language])}
    assert asked - typed - {form.keys["status"]["waiting"]} == set()
