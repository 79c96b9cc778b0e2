"""Everybody in a case: the family, its network and the professionals around it."""

from typing import Annotated

from top3.case.fields import Age, Day, Entry, Flag, Id, Key, Label, Score, Text, When
from top3.case.vocabulary import Answer, ConversationKind, Role, Share

EVERYONE, NAMED, OWN, CHILD = Label.EVERYONE, Label.NAMED, Label.OWN, Label.CHILD
PROFESSIONAL = Label.PROFESSIONAL


class Conversation(Entry):
    """One contact with a member; `calm` confirms that there was no violence up to that day."""

    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    kind: Annotated[ConversationKind, Key("soort", PROFESSIONAL)] = ConversationKind.SPOKEN
    alone: Annotated[Flag | None, Key("apart", PROFESSIONAL)] = None
    calm: Annotated[Flag | None, Key("rustig", PROFESSIONAL)] = None
    by: Annotated[Text | None, Key("door", PROFESSIONAL)] = None


class OwnWords(Entry):
    """What somebody said: what worries, what goes well, what must happen."""

    date: Annotated[Day | None, Key("datum", OWN)] = None
    worries: Annotated[Text | None, Key("zorgen", OWN)] = None
    goes_well: Annotated[Text | None, Key("gaat_goed", OWN)] = None
    must_happen: Annotated[Text | None, Key("moet_gebeuren", OWN)] = None


class SafetyScore(Entry):
    """How safe somebody feels, 0-10, on a day. Never added up."""

    date: Annotated[Day | None, Key("datum", OWN)] = None
    score: Annotated[Score, Key("cijfer", OWN)]


class OwnCopy(Entry):
    """Whether somebody can safely hold a copy, and over which channel."""

    safe: Annotated[Answer | None, Key("veilig", PROFESSIONAL)] = None
    channel: Annotated[Text | None, Key("via", PROFESSIONAL)] = None
    decided_by: Annotated[Text | None, Key("besloten_door", PROFESSIONAL)] = None
    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None


class Member(Entry):
    """Somebody of the family: ex-partners and unborn children too (regiovisie ch. 1)."""

    id: Annotated[Id, Key("id", EVERYONE)]
    name: Annotated[Text | None, Key("naam", EVERYONE)] = None
    role: Annotated[Role | None, Key("rol", EVERYONE)] = None
    share_with: Annotated[Share | None, Key("delen_met", PROFESSIONAL)] = None
    born: Annotated[When | None, Key("geboren", PROFESSIONAL)] = None
    age: Annotated[Age | None, Key("leeftijd", PROFESSIONAL)] = None
    household: Annotated[Text | None, Key("huishouden", PROFESSIONAL)] = None
    custody: Annotated[Answer | None, Key("gezag", PROFESSIONAL)] = None
    in_contact: Annotated[Answer | None, Key("heeft_contact", PROFESSIONAL)] = None
    easy_reading: Annotated[Flag | None, Key("leest_eenvoudig", PROFESSIONAL)] = None
    language: Annotated[Text | None, Key("taal", PROFESSIONAL)] = None
    interpreter: Annotated[Text | None, Key("tolk", PROFESSIONAL)] = None
    conversations: Annotated[tuple[Conversation, ...], Key("gesprekken", PROFESSIONAL)] = ()
    no_conversation: Annotated[Text | None, Key("geen_gesprek_omdat", PROFESSIONAL)] = None
    no_agreement: Annotated[Text | None, Key("geen_afspraak_omdat", PROFESSIONAL)] = None
    own_words: Annotated[tuple[OwnWords, ...], Key("eigen_woorden", OWN)] = ()
    safety_scores: Annotated[tuple[SafetyScore, ...], Key("veiligheidscijfers", OWN)] = ()
    safe_contact: Annotated[Text | None, Key("veilig_bereikbaar", PROFESSIONAL)] = None
    own_copy: Annotated[OwnCopy | None, Key("eigen_exemplaar", PROFESSIONAL)] = None
    safe_place: Annotated[Text | None, Key("veilige_plek", CHILD)] = None
    calls: Annotated[Text | None, Key("belt", CHILD)] = None


class NetworkPerson(Entry):
    """Family, friends and neighbours who help. `tie` is what everyone may read: "oma"."""

    id: Annotated[Id, Key("id", EVERYONE)]
    name: Annotated[Text | None, Key("naam", NAMED)] = None
    tie: Annotated[Text | None, Key("band", EVERYONE)] = None
    name_shared: Annotated[Flag | None, Key("naam_delen", EVERYONE)] = None
    share_with: Annotated[Share | None, Key("delen_met", PROFESSIONAL)] = None
    tied_to: Annotated[tuple[Id, ...], Key("verbonden_met", PROFESSIONAL, "member")] = ()
    does: Annotated[Text | None, Key("doet", PROFESSIONAL)] = None
    reachable: Annotated[Text | None, Key("bereikbaar", PROFESSIONAL)] = None
    own_copy: Annotated[OwnCopy | None, Key("eigen_exemplaar", PROFESSIONAL)] = None


class FixedFace(Entry):
    """The casusregisseur or the stand-in: everyone may know the name and the work number."""

    id: Annotated[Id | None, Key("id", EVERYONE)] = None
    name: Annotated[Text | None, Key("naam", EVERYONE)] = None
    organisation: Annotated[Text | None, Key("organisatie", EVERYONE)] = None
    phone: Annotated[Text | None, Key("telefoon", EVERYONE)] = None


class Professional(Entry):
    """Another professional; without consent to be named everyone reads the organisation.

    `custody` marks the guardian: an organisation that has gezag consents where a parent would.
    """

    id: Annotated[Id | None, Key("id", EVERYONE)] = None
    name: Annotated[Text | None, Key("naam", NAMED)] = None
    organisation: Annotated[Text | None, Key("organisatie", EVERYONE)] = None
    name_shared: Annotated[Flag | None, Key("naam_delen", EVERYONE)] = None
    function: Annotated[Text | None, Key("functie", PROFESSIONAL)] = None
    custody: Annotated[Answer | None, Key("gezag", PROFESSIONAL)] = None
    phone: Annotated[Text | None, Key("telefoon", PROFESSIONAL)] = None


class Expert(Entry):
    """An expert who was consulted: Veilig Thuis, the police, a specialist."""

    who: Annotated[Text | None, Key("wie", PROFESSIONAL)] = None
    date: Annotated[Day | None, Key("datum", PROFESSIONAL)] = None
    about: Annotated[Text | None, Key("over", PROFESSIONAL)] = None
    advice: Annotated[Text | None, Key("advies", PROFESSIONAL)] = None


class Team(Entry):
    """Who works on it. Casusregie and procesregie: regiovisie ch. 4."""

    case_director: Annotated[FixedFace | None, Key("casusregisseur", EVERYONE)] = None
    stand_in: Annotated[FixedFace | None, Key("vervanger", EVERYONE)] = None
    process_director: Annotated[Professional | None, Key("procesregisseur", EVERYONE)] = None
    others: Annotated[tuple[Professional, ...], Key("anderen", EVERYONE)] = ()
    experts: Annotated[tuple[Expert, ...], Key("deskundigen", PROFESSIONAL)] = ()
