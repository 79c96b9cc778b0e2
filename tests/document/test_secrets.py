"""Other ways to write a confidential value are seen; ordinary sentences are not."""

import time
from itertools import islice, product

import pytest

from top3.case.plan import Secret
from top3.case.vocabulary import SecretKind
from top3.document.heard import listen
from top3.document.lookalikes import latin
from top3.document.numbers import in_digits, without
from top3.document.secrets import Match, runs_along, seek, shows
from top3.document.spelling import abbreviated, derived, slips

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
    "value, kind, text, match",
    [
        (ADDRESS, "address", "Populierenhof 7a, Epe", Match.WHOLE),
        (ADDRESS, "address", "naar populieren-hof 7 a", Match.WHOLE),
        (ADDRESS, "address", "Populierenhof 7 dus", Match.WHOLE),
        (ADDRESS, "address", "naar acht nul zeven een Z.T.", Match.WHOLE),
        (ADDRESS, "address", "de Populierenhof", Match.PART),
        (ADDRESS, "address", "in 8071", Match.PART),
        ("Epe", "place", "in Epe", Match.WHOLE),
        ("Best", "place", "in Best", Match.PART),
        ("Best", "place", "ons best", Match.NONE),
        ("0575-512384", "phone", "512384 in de stad", Match.PART),
        ("0575-512384", "phone", "0575, en dan 51 23 84", Match.WHOLE),
        ("2024 AB", "postcode", "in 2024 niet meer", Match.NONE),
        ("De Zwaluw", "school", "de zwaluwschool", Match.WHOLE),
        ("basisschool De Zwaluw", "school", "de zwaluwschool", Match.PART),
        ("Prins Willem Alexander", "school", "Opa Willem past op", Match.NONE),
        ("Prins Willem Alexander", "school", "de Willem-Alexander", Match.PART),
        ("", "address", "Alles.", Match.NONE),
    ],
)
def test_the_whole_value_is_told_from_a_part(
    value: str, kind: str, text: str, match: Match
) -> None:
    assert shows(secret(value, kind), text) is match


STREET = "Zandsteenlaan 27B, 8031 KP Zwolle"
PHONE = "06-41872903"


@pytest.mark.parametrize(
    "value, kind, text, match",
    [
        # a value of another kind, and what stands beside a number, gives up its names
        ("bij tante Mieke in Wervershoof", "other", "Elke vrijdag in Wervers-hoof", Match.PART),
        ("bij tante Mieke in Wervershoof", "other", "Een tante belt elke week.", Match.NONE),
        ("zandsteenlaan 27", "other", "Zandsteenlaan 27", Match.WHOLE),
        ("bij mieke, wervershoof", "other", "Zij zijn in Wervershoof.", Match.PART),
        ("De pas ligt in de lade", "other", "Doe de lade dicht.", Match.NONE),
        ("1623 AB Hoorn", "postcode", "Tom zwemt in Hoorn.", Match.PART),
        ("1623 AB Hoorn", "postcode", "Post naar 1623ab.", Match.WHOLE),
        ("0229-556718 (Hoorn)", "phone", "Tom zwemt in Hoorn.", Match.PART),
        ("witte Volvo V60, GK-719-H", "car", "achter de Volvo aan", Match.PART),
        ("witte Volvo V60, GK-719-H", "car", "Gk 719 h rijdt weg", Match.WHOLE),
        ("witte Volvo V60, GK-719-H", "car", "een witte jas", Match.NONE),
        ("06-41872903 of 0229 55 67 18", "phone", "Bel 041872903.", Match.WHOLE),
        ("06-41872903 of 0229 55 67 18", "phone", "Bel 0229-556718.", Match.WHOLE),
        ("06,41872903", "phone", "Bel 0641872903.", Match.WHOLE),
        ("paarse paraplu", "code word", "een paraplu die paars is", Match.PART),
        ("paarse paraplu", "code word", "neem een paraplu mee", Match.NONE),
        ("paraplu", "code word", "een parapl", Match.NONE),
        # as it sounds, and with a letter for a digit or a digit for a letter
        ("Zutphen", "place", "in Zutfen", Match.PART),
        ("Bergeijk", "place", "in Bergeyk", Match.PART),
        ("Hoorn", "place", "in H00rn", Match.PART),
        (STREET, "address", "in de Z4ndst33nlaan", Match.PART),
        (PHONE, "phone", "Bel O6-4187 29O3.", Match.WHOLE),
        (PHONE, "phone", "Bel 06-4l872903.", Match.WHOLE),
        (PHONE, "phone", "nul zes een en veertig zeven-en-tachtig 29 nul drie", Match.WHOLE),
        ("8031 OP", "postcode", "naar 8031op", Match.WHOLE),
        # part of a phone number, where somebody says so
        (PHONE, "phone", "Het nummer eindigt op 2903.", Match.PART),
        (PHONE, "phone", "De laatste vier cijfers zijn 2903.", Match.PART),
        (PHONE, "phone", "It ends in 2903.", Match.PART),
        (PHONE, "phone", "Het begint met +31 6-4187.", Match.PART),
        (PHONE, "phone", "Elk nummer begint met 06.", Match.NONE),
        (PHONE, "phone", "Het jaar eindigt op 03.", Match.NONE),
        (PHONE, "phone", "Kamer 2903.", Match.NONE),
        # part of an address
        (STREET, "address", "naar nummer 27B", Match.PART),
        (STREET, "address", "huisnummer zevenentwintig", Match.PART),
        (STREET, "address", "bij nummer 27 C", Match.NONE),
        (STREET, "address", "27 euro en 27 kinderen", Match.NONE),
        (STREET, "address", "op de hoek van de Zandsteen", Match.PART),
        (STREET, "address", "Zandsteen 27", Match.PART),
        (STREET, "address", "Zandsteen is hard. een zandsteen", Match.NONE),
        ("Kerkstraat 9", "address", "naar de Kerk, bij nummer 9", Match.NONE),
        # places with two names
        ("Den Bosch", "place", "in 's-Hertogenbosch", Match.PART),
        ("'s-Hertogenbosch", "place", "in Den Bosch", Match.PART),
        ("Den Haag", "place", "in The Hague", Match.PART),
        ("The Hague", "place", "in Den Haag", Match.PART),
        ("The Hague", "place", "de haag in de tuin", Match.NONE),
        # a service's name in pieces is written as a name; a street in pieces need not be
        ("kapsalon Haarfijn", "work", "naar Haar Fijn", Match.PART),
        ("kapsalon Haarfijn", "work", "zij vindt haar fijn", Match.NONE),
        ("Haarfijn", "work", "zij vindt haar fijn", Match.NONE),
        ("De Vlier, Meidoornstraat 1", "shelter", "in de meidoorn straat", Match.PART),
    ],
)
def test_other_ways_to_say_it(value: str, kind: str, text: str, match: Match) -> None:
    assert shows(secret(value, kind), text) is match


@pytest.mark.parametrize(
    "value, kind, text",
    [
        ("Kerkstraat 4, 1621 BC Hoorn", "address", "We gaan naar H o o r n."),
        ("Kerkstraat 4, 1621 BC Hoorn", "address", "Het is in h.o.o.r.n."),
        ("Kerkstraat 4, 1621 BC Hoorn", "address", "Het is in H\u2013o\u2013o\u2013r\u2013n."),
        ("Ede", "place", "De trein gaat naar E.d.e"),
        ("Ede", "place", "De trein gaat naar E d e."),
        ("Ede", "place", "De trein gaat naar E. d. e. om vier uur."),
        ("Ede", "place", "Komt u e d e binnen, dan belt u."),
        ("Stationsweg 3, Ede", None, "Eerst E-d-e, dan verder."),
        ("Best", "place", "Zij zijn in B e s t."),
    ],
)
def test_a_short_name_spelled_out_is_one_word(value: str, kind: str | None, text: str) -> None:
    assert shows(secret(value, kind), text)


@pytest.mark.parametrize(
    "text",
    [
        "Neem brood e.d. en kaas mee.",
        "Tom zegt d.m.v. een kaart of e-mail hoe het gaat.",
        "Plan A, B of C, d is de e van Erik.",
        "De letters e, d, e staan op het bord.",
        "Ed e n Tom eten samen.",
    ],
)
def test_loose_letters_are_no_place(text: str) -> None:
    assert not shows(secret("Stationsweg 3, Ede", "address"), text)


def test_a_name_that_everyone_knows_gives_nothing_away() -> None:
    of_sanne = secret("06-41872903 (Sanne, Hoorn)", "phone")
    assert seek(of_sanne).match(listen("Sanne komt.")) is Match.PART
    known = seek(of_sanne, frozenset({"sanne"}))
    assert known.match(listen("Sanne komt.")) is Match.NONE
    assert known.match(listen("In Hoorn.")) is Match.PART


def test_the_name_of_somebody_else_is_no_slip() -> None:
    at_mieke = secret("bij tante Mieke", "other")
    assert seek(at_mieke).match(listen("Bij Mike.")) is Match.PART
    mike = seek(at_mieke, others=frozenset({"mike", "mieke"}))
    assert mike.match(listen("Bij Mike.")) is Match.NONE
    assert mike.match(listen("Bij Mieke.")) is Match.PART


@pytest.mark.parametrize(
    "word, written, is_slip",
    [
        ("zwolle", "zwole", True),
        ("zwolle", "zwollle", True),
        ("zwolle", "zwlole", True),
        ("zwolle", "zwolla", True),
        ("zwolle", "zwoll", True),
        ("zwolle", "zwollen", True),
        ("zwolle", "wzolle", True),
        ("zwolle", "zwlloe", False),
        ("zwolle", "kwolle", False),
        ("zwolle", "zoll", False),
    ],
)
def test_one_slip_of_the_pen(word: str, written: str, is_slip: bool) -> None:
    assert (written in slips(word)) is is_slip


def test_what_is_made_of_a_place_and_of_a_street() -> None:
    assert {"zwols", "zwolse", "zwollenaar"} <= derived("zwolle")
    assert {"rotterdammer", "rotterdamse"} <= derived("rotterdam")
    assert {"leidse", "leidenaar"} <= derived("leiden")
    assert {"populierenh", "populierenho", "populierenstr"} <= abbreviated("populierenhof")
    assert "populieren" not in abbreviated("populierenhof")
    assert abbreviated("zwolle") == abbreviated("hof") == frozenset()


@pytest.mark.parametrize(
    "text, digits",
    [
        ("nul zes twaalf", "0 6 12"),
        ("eenentwintig, tweeendertig", "21, 32"),
        ("dubbel vier", "4 4"),
        ("zero double four, twenty-one", "0 4 4, 21"),
        ("achter de zessen", "achter de zessen"),
    ],
)
def test_numerals_become_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


@pytest.mark.parametrize("written", ["055-555 01 23", "0031 55 5550123", "+31 (0)55 555.01.23"])
@pytest.mark.parametrize("allowed", ["0555550123", "31555550123", "0031555550123"])
def test_an_allowed_number_is_left_out_however_it_is_written(allowed: str, written: str) -> None:
    assert without(frozenset({allowed}), f"Bel {written}, 9 uur").split() == [
        "Bel",
        "|",
        ",",
        "9",
        "uur",
    ]
    assert "9" in without(frozenset({allowed}), f"Bel {written}9")[-1]


def test_letters_that_look_alike_are_alike() -> None:
    assert latin("Рорuliеrеnhоf") == "Populierenhof"
    assert latin("Αpeldoorn, Zoë, Łódź") == "Apeldoorn, Zoe, Lodz"


def test_four_times_the_text_takes_no_sixteen_times_the_time() -> None:
    """Up to half a megabyte, in the forms that made a pattern or a search slow."""
    letters = islice(product("abcdefgh", repeat=8), 50_000)
    prose = " ".join("p" + "".join(word) for word in letters)
    sought = seek(secret(ADDRESS, "address")), seek(secret("06-51515151", "phone"))

    def spent(text: str) -> float:
        start = time.process_time()
        said = listen(text)
        assert not any(each.match(said) for each in sought)
        return time.process_time() - start

    for text in (prose, "A-" * 250_000, "1 " * 250_000, "1" + " " * 500_000, "een " * 125_000):
        quarter = max(spent(text[: len(text) // 4]), 0.005)
        assert spent(text) < 12 * quarter, text[:10]


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
