"""The words a case file may use as a value, in English (canonical) and in Dutch.

Why: a file is written in Dutch or in English, never both, and gives the same Case. Keys carry
their Dutch name at the field itself (`fields.Key`); values carry it here. In a file a space and
an underscore are the same.
"""

from enum import Enum

from top3.words import LANGUAGES


class Word(str, Enum):  # noqa: UP042
    """A vocabulary word: its value is the English word, `nl` the Dutch one."""

    nl: str

    def __new__(cls, english: str, dutch: str) -> "Word":
        """Make the member a string equal to its English word."""
        word = str.__new__(cls, english)
        word._value_ = english
        word.nl = dutch
        return word

    @classmethod
    def read(cls, text: str, language: str) -> str | None:
        """Give the canonical word for `text` as written in a file, or None."""
        wanted = text.strip().lower().replace("_", " ")
        return next((w.value for w in cls if w.written(language) == wanted), None)

    def written(self, language: str) -> str:
        """Write the word as a file in `language` does."""
        return self.nl if language == "nl" else str(self.value)


class YesNo(Word):
    """A plain yes or no."""

    YES = "yes", "ja"
    NO = "no", "nee"


class Answer(Word):
    """Yes, no, or how sure we are of neither."""

    YES = "yes", "ja"
    NO = "no", "nee"
    UNKNOWN = "unknown", "onbekend"
    SUSPECTED = "suspected", "vermoeden"


class Certainty(Word):
    """Whether something is known or suspected."""

    KNOWN = "known", "bekend"
    SUSPECTED = "suspected", "vermoeden"


class Language(Word):
    """The language of the documents: the code of every language that has a folder."""

    _ignore_ = "code"
    for code in LANGUAGES:
        vars()[code.upper()] = code, code


class Share(Word):
    """Who may see one entry, where that differs from its label."""

    EVERYONE = "everyone", "iedereen"
    PROFESSIONALS = "professionals", "professionals"


class Role(Word):
    """A member's place in the family (all living arrangements, regiovisie ch. 1)."""

    MOTHER = "mother", "moeder"
    FATHER = "father", "vader"
    STEPMOTHER = "stepmother", "stiefmoeder"
    STEPFATHER = "stepfather", "stiefvader"
    FOSTER_PARENT = "foster parent", "pleegouder"
    PARTNER = "partner", "partner"
    EX_PARTNER = "ex-partner", "ex-partner"
    CHILD = "child", "kind"
    ADULT_CHILD = "adult child", "volwassen kind"
    UNBORN = "unborn child", "ongeboren kind"
    GRANDMOTHER = "grandmother", "grootmoeder"
    GRANDFATHER = "grandfather", "grootvader"
    BROTHER = "brother", "broer"
    SISTER = "sister", "zus"
    RELATIVE = "relative", "familielid"
    HOUSEMATE = "housemate", "huisgenoot"


class Form(Word):
    """Forms of violence (regiovisie fig. 2)."""

    PARTNER_VIOLENCE = "partner violence", "partnergeweld"
    EX_PARTNER_VIOLENCE = "ex-partner violence", "ex-partnergeweld"
    ONLINE_SEXUAL = "online sexual intimidation", "online seksuele intimidatie"
    STALKING = "stalking", "stalking"
    CONFLICT_DIVORCE = "conflict divorce", "conflictscheiding"
    WITNESSING = "witnessing violence", "getuige van geweld"
    CHILD_ABUSE = "child abuse", "kindermishandeling"
    UNBORN_CHILD = "violence against unborn child", "geweld tegen ongeboren kind"
    SHAKEN_BABY = "shaken baby", "shaken baby"
    CHILD_SEXUAL = "sexual abuse of a child", "seksueel misbruik van een kind"
    CHILD_PORNOGRAPHY = "child pornography", "kinderpornografie"
    NEGLECT = "neglect", "verwaarlozing"
    PARENT_ABUSE = "parent abuse", "oudermishandeling"
    ELDER_ABUSE = "elder abuse", "ouderenmishandeling"
    FINANCIAL = "financial abuse", "financieel misbruik"
    DERAILED_CARE = "derailed informal care", "ontspoorde mantelzorg"
    LOVERBOY = "loverboy", "loverboy"
    YOUTH_PROSTITUTION = "youth prostitution", "jeugdprostitutie"
    SEXTORTION = "sextortion", "sextortion"
    SEXUAL_EXPLOITATION = "sexual exploitation", "seksuele uitbuiting"
    LABOUR_EXPLOITATION = "labour exploitation", "arbeidsuitbuiting"
    CRIMINAL_EXPLOITATION = "criminal exploitation", "criminele uitbuiting"
    GENITAL_MUTILATION = "female genital mutilation", "vrouwelijke genitale verminking"
    FORCED_MARRIAGE = "forced marriage", "huwelijksdwang"
    ABANDONMENT = "abandonment abroad", "achterlating"
    HONOUR = "honour violence", "eergerelateerd geweld"
    FORCED_SUICIDE = "forced suicide", "gedwongen zelfmoord"


class FamilyProfile(Word):
    """The five gezinsprofielen of Verwey-Jonker (regiovisie fig. 3)."""

    INTIMATE_TERROR = "intimate terror", "intieme terreur"
    STRESS = "family under stress", "gezin in de stress"
    LONG_TERM_CARE = "long-term care", "langdurige zorg"
    CHILD_BEHAVIOUR = "child behaviour and parenting stress", "kindgedrag en opvoedstress"
    CONFLICT_DIVORCE = "complex conflict divorce", "complexe conflictscheiding"


class Harm(Word):
    """What it did to people, in observable steps (method.md §2)."""

    NONE = "no injury", "geen letsel"
    PAIN_OR_FEAR = "pain or fear", "pijn of angst"
    INJURY = "injury", "letsel"
    SERIOUS_INJURY = "serious injury", "ernstig letsel"
    DANGER_TO_LIFE = "danger to life", "levensgevaar"
    UNKNOWN = "unknown", "onbekend"


class Frequency(Word):
    """How often it happens."""

    ONCE = "once", "eenmalig"
    SOMETIMES = "now and then", "af en toe"
    MONTHLY = "monthly", "maandelijks"
    WEEKLY = "weekly", "wekelijks"
    DAILY = "daily", "dagelijks"
    UNKNOWN = "unknown", "onbekend"


class Feature(Word):
    """What an incident held, beside injury."""

    THREAT = "threat", "bedreiging"
    SEXUAL = "sexual", "seksueel"
    WEAPON = "weapon", "wapen"
    CONTROL = "control", "controle"
    STALKING = "stalking", "stalking"
    FINANCIAL = "financial", "financieel"
    NEGLECT = "neglect", "verwaarlozing"


class FlagKind(Word):
    """Heavy and light flags (method.md §3; sources there)."""

    SERIOUS_INJURY = "serious injury", "ernstig letsel"
    STRANGULATION = "strangulation", "verwurging"
    WEAPON = "weapon", "wapen"
    DEATH_THREAT = "death threat", "doodsbedreiging"
    STALKING_AFTER_SEPARATION = "stalking after separation", "stalking na scheiding"
    FORCED_SEX = "forced sex", "gedwongen seks"
    PREGNANCY = "violence in pregnancy", "geweld in zwangerschap"
    FEARS_FOR_LIFE = "victim fears for life", "slachtoffer vreest voor leven"
    BREACHED_ORDER = "breached order", "overtreden verbod"
    SUICIDE_OR_CHILDREN = "threat to kill self or children", "dreigt zichzelf of kinderen te doden"
    SEPARATION = "separation", "scheiding"
    JEALOUSY = "jealousy", "jaloezie"
    DRINK = "drink", "drank"
    JOB_LOSS = "job loss", "baanverlies"


class Basis(Word):
    """How we know a fact."""

    OBSERVED = "observed", "gezien"
    TOLD = "told", "verteld"
    OPINION = "opinion", "mening"


class ConversationKind(Word):
    """Whether somebody was spoken with, or (a young child) seen."""

    SPOKEN = "spoken", "gesproken"
    SEEN = "seen", "gezien"


class MeasureKind(Word):
    """Orders and circumstances that bind who meets whom."""

    BARRING_ORDER = "temporary barring order", "huisverbod"
    CONTACT_BAN = "contact ban", "contactverbod"
    AREA_BAN = "area ban", "gebiedsverbod"
    CONTACT_ARRANGEMENT = "contact arrangement", "omgangsregeling"
    COURT_ORDER = "court order", "beschikking"
    SUPERVISION = "supervision order", "ondertoezichtstelling"
    CRIMINAL_CASE = "criminal case", "strafzaak"
    DETENTION = "detention", "detentie"
    SHELTER = "shelter", "opvang"


class Status(Word):
    """Where an item stands (method.md §7)."""

    WAITING = "waiting", "wacht"
    PLANNED = "planned", "gepland"
    ACTIVE = "active", "actief"
    LASTING = "lasting", "geborgd"
    DONE = "done", "klaar"
    DROPPED = "dropped", "vervallen"


class Factor(Word):
    """Risk factors (regiovisie fig. 3)."""

    OWN_YOUTH = "violence in own youth", "geweld in eigen jeugd"
    PSYCHOLOGICAL = "psychological problems", "psychische problemen"
    ALCOHOL_DRUGS = "alcohol or drugs", "alcohol of drugs"
    POVERTY = "poverty", "armoede"
    UNEMPLOYMENT = "unemployment", "werkloosheid"
    SINGLE_PARENT = "single parenthood", "alleenstaand ouderschap"
    ACUTE_STRESS = "acute stress", "acute stress"
    COMMUNICATION = "disturbed communication", "verstoorde communicatie"
    PARENTING = "inadequate parenting", "inadequaat opvoeden"
    TRADITIONAL_ROLES = "traditional roles", "traditionele rollen"
    UNEQUAL_STATUS = "unequal status", "ongelijke positie"
    LEGITIMISING = "surroundings that legitimise violence", "omgeving die geweld goedkeurt"
    OTHER = "other", "anders"


class ActionKind(Word):
    """Support belongs in every phase; treatment may have to wait."""

    SUPPORT = "support", "steun"
    TREATMENT = "treatment", "behandeling"


class MeetingKind(Word):
    """Meetings and joint forms of help."""

    JOINT_CONVERSATION = "joint conversation", "gezamenlijk gesprek"
    MEDIATION = "mediation", "mediation"
    COUPLES_THERAPY = "couples therapy", "relatietherapie"
    JOINT_PARENT_GUIDANCE = "joint parent guidance", "gezamenlijke ouderbegeleiding"
    NETWORK = "network meeting", "netwerkberaad"
    TEAM = "team meeting", "teamoverleg"


class Table(Word):
    """Scale-up tables of the region (regiovisie ch. 2 and 4)."""

    JBT = "youth protection table", "jeugdbeschermingstafel"
    ZVH = "care and safety house", "zorg- en veiligheidshuis"
    RET = "regional youth expert team", "regionaal expertteam jeugd"
    VVT = "veilig verder team", "veilig verder team"
    POULE = "regional pool", "regionale poule"
    MDA = "mda++", "mda++"


class SecretKind(Word):
    """What kind of thing a confidential value is."""

    ADDRESS = "address", "adres"
    POSTCODE = "postcode", "postcode"
    PLACE = "place", "plaats"
    SHELTER = "shelter", "opvang"
    SCHOOL = "school", "school"
    WORK = "work", "werk"
    DOCTOR = "doctor", "huisarts"
    PHONE = "phone", "telefoon"
    CAR = "car", "auto"
    CODE_WORD = "code word", "codewoord"
    OTHER = "other", "anders"
