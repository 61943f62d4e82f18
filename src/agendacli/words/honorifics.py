"""What comes before a name, or in some scripts after it, and is not part of it: `Ms.`, `Prof. Dr.`, `Sra.`, `先生`."""

import re
from functools import cache, lru_cache

HONORIFICS = (
    # English, and what stands in many languages alike
    "H.E.", "H. E.", "HE", "H.R.H.", "HRH", "Hon.", "Mr.", "Mrs.", "Ms.", "Mx.", "Miss", "Dr.", "Prof.", "Professor",
    "Sir", "Dame", "Lord", "Lady", "Madam", "Judge", "Justice", "Rev.",
    "Rt. Rev.", "Rt Rev.", "The Rt Rev.", "Rt Revd.", "The Rt Revd.", "Very Revd.", "The Very Revd.",
    "Ven.", "The Ven.", "Revd.",
    "Rev'd", "Rev’d", "The Revd.", "The Rev.", "Cllr.", "Ald.", "Bro.", "MR.", "MRS.", "MS.", "DR.", "PROF.",
    # French
    "M.", "MM.", "Mme", "Mmes", "Mlle", "Pr.", "S.E.", "S.E.M.", "S. E.", "Monsieur", "Madame", "Maître", "Me", "Sœur",
    # Spanish, Portuguese, Italian
    "Sr.", "Sra.", "Srta.", "Sres.", "Dra.", "Dña.", "D.ª", "Dª", "Profa.", "Lic.", "Licda.", "Mtro.", "Mtra.",
    "Doña", "Fray", "Sor",
    "Rvdo.", "Rvda.", "Mons.", "Hno.", "Hna.", "Excmo.", "Excma.", "Exmo.",
    "Exma.",
    "Dott.", "Dott.ssa", "Prof.ssa", "Sig.", "Sig.ra", "Avv.", "Eng.", "Arq.",
    # German, Dutch, the languages of the north
    "Herr", "Herrn", "Frau", "Schwester", "Hr.", "Fr.", "Dipl.-Ing.", "Ing.", "Mag.", "PD", "Univ.-Prof.", "Pfr.",
    "Pfrin.", "RA", "RAin", "Dhr.", "Mevr.", "Mw.",
    # Slavic languages, Turkish, Greek
    "Pan", "Pani", "г-н", "г-жа", "д-р", "проф.", "пан", "пані", "Κ.", "Κα", "Sn.", "Sayın",
    # Arabic
    "د.", "أ.د.", "السيد", "السيدة", "الدكتور", "الدكتورة", "الأستاذ", "الأستاذة",
)  # fmt: skip
"""What stands before a name; a full stop may be left out."""

BEHIND = ("先生", "女士", "小姐", "教授", "博士", "さん", "様", "氏", "님", "씨", "교수", "교수님", "박사", "박사님")
"""What stands behind a name."""

_GENDERED = {
    **dict.fromkeys(
        ("mr", "sir", "lord", "m", "mm", "monsieur", "sr", "sig", "herr", "hr", "dhr", "г-н", "السيد"), "mr"
    ),
    **dict.fromkeys(
        ("ms", "mrs", "miss", "madam", "dame", "lady", "mme", "mlle", "madame", "sra", "srta", "dña"), "ms"
    ),
    **dict.fromkeys(("sig ra", "frau", "mevr", "г-жа", "السيدة"), "ms"),
}


def _pattern(honorific: str) -> str:
    return r"\.?\s?".join(re.escape(each) for each in honorific.rstrip(".").split(". ")) + (
        r"\.?" if honorific[-1] == "." else ""
    )


# What looks like a given name, or its initial, is an honorific only before a full name.
_BEFORE_FULL_NAMES = frozenset(
    {"M.", "Pan", "Pani", "HE", "PD", "Lord", "Lady", "Justice", "Eng.", "Pr.", "Mag.", "Me", "RA"}
)


# Degrees and ranks that are put together or cut short as one likes: `Dipl.-Rest.`, `Assoc. Prof.`, `Ir.`
_DEGREES = (
    r"(?:Dipl|Dr|Mag|Ing|Univ|Priv|Lic)\.(?:-[^\W\d_]\w*\.?)+",
    r"(?:Dipl|Engr|Ir|Drs|Ilm[oa]|[MB]\.\s?(?:Sc|Eng))\.",
    r"(?:Assoc|Ass|Asst|Assist|Adj|Emer|Associate|Assistant|Adjunct|Emeritus|apl)\.?(?=\s+Prof(?:essor)?\b\.?\s+[^\W\d_a-z])",
    r"(?:A/|Jun\.-|Ass\.-|Hon\.-)Prof\.?",
    r"(?:Capt|Sen|Gov|Col|Gen|Lt|Sgt|Det|Insp|Cpl|Cmdr|Maj)\.(?=\s+(?:\([^\s()]+\)\s+)?\w[^\s,]+\s+\w)",
    r"(?:W?[GIF]M|MI|GMI)(?=\s+\w[^\s,]+\s+\w)",  # of chess
)
_MORE = r"(?:\s?\([^\W\d_][\w.]{1,4}\))?(?:\s?(?:i\.\s?R|a\.\s?D)\.)?(?:\s?(?:[a-z]{1,6}\.)+)*"
"""What may stand behind one: `Dr. rer. nat.`, `Mag. (FH)`, `Prof. em.`."""


# Patterns are compiled when a name is read: that takes longer than all the rest of a quick run over a calendar.
@cache
def _any() -> str:
    return "|".join(map(_pattern, sorted(set(HONORIFICS) - _BEFORE_FULL_NAMES, key=lambda each: (-len(each), each))))


@cache
def _before() -> re.Pattern[str]:
    full = "|".join(map(_pattern, sorted(_BEFORE_FULL_NAMES)))
    degrees = "|".join(_DEGREES)
    return re.compile(rf"(?:(?:{degrees}|{_any()}|(?:{full})(?=\s+(?:\([^\s()]+\)\s+)?\w[^\s,]+\s+\w)){_MORE}\s+)+")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s?({'|'.join(sorted(BEHIND, key=len, reverse=True))})$")


@lru_cache(maxsize=4096)
def name_and_honorifics(text: str) -> tuple[str, str | None]:
    """A name without honorifics, and these as they stand there; a text of nothing but honorifics is a name."""
    before, behind = _before().match(text), _behind().search(text)
    begin, end = before.end() if before else 0, behind.start() if behind else len(text)
    name = text[begin:end].strip()
    if not name:
        return text.strip(), None
    return name, " ".join(filter(None, (text[:begin].strip(), text[end:].strip()))) or None


def is_honorific(text: str) -> bool:
    """Whether a text is nothing but honorifics."""
    return not text.strip() or _before().fullmatch(f"{text.strip()} ") is not None


def gendered(honorific: str | None) -> str | None:
    """`mr` or `ms`, if an honorific says that much: `H.E. Mrs.` is `ms`, `Dr.` neither."""
    words = (honorific or "").replace(".", " ").casefold().split()
    return next((_GENDERED[word] for word in words if word in _GENDERED), None)


_ROLES = (
    r"by|speakers?|presenters?|presented by|moderators?|moderated by|chair(?:s|ed by|persons?)?|panell?ists?|hosts?"
    r"|referent(?:en|in)?|vortragende[r]?|redner(?:in)?|intervenante?s?|orateurs?|ponentes?|oradores"
)


@cache
def _in_text() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any()})\s+(?=\w+\s\w)")


@cache
def _role_line() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_ROLES})\s*:\s*\w", re.IGNORECASE | re.MULTILINE)


def names_somebody(text: str) -> bool:
    """Whether a text seems to name a person: somebody with an honorific, or behind a role as in `Speaker: …`."""
    return _role_line().search(text) is not None or _in_text().search(text) is not None
