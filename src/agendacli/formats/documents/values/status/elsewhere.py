"""Sentences that say of a session elsewhere that it does not take place: `Please note: the choir is cancelled.`"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from agendacli.formats.documents.page import Document, Line, lines_of_block
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours
from agendacli.formats.documents.tokens.statuses import called_off, is_only_status
from agendacli.formats.documents.values.told import ToldSession
from agendacli.model.frozen import frozen
from agendacli.words.folded import folded_words, word_set

_NEXT_SENTENCE = re.compile(r"(?<=\w\w[.!?])\s+(?=[^\W\d_a-z])")
_WIDE, _LONGEST = 50, 200
_NO_NAME = word_set(
    "the a an our your this that these all and of for on in at to der die das den dem des ein eine unser unsere und am "
    "im um diese dieser dieses le la les l un une des du de d notre votre nos ce cet cette et a au aux el los las una "
    "nuestro nuestra este esta y del al please note that hinweis achtung attention atencion leider unfortunately sadly "
    "malheureusement lamentablemente desgraciadamente today heute hoy"
)
_ANY = word_set(
    "session sessions event events talk it they sitzung veranstaltung veranstaltungen termin termine es sie seance "
    "manifestation elle il ils elles sesion acto actos evento eventos everything alles tout todo"
)
_BOOKED = word_set(
    "booking bookings ticket tickets registration registrations reservation reservations order orders refund refunds "
    "buchung buchungen karten anmeldung anmeldungen reservierung billets inscription inscriptions entradas inscripcion "
    "reserva reservas stornierung flight flights train trains"
)


@frozen
class Sentence:
    """A sentence that says that something does not take place, its first line, and the words for that thing."""

    text: str
    line: Line
    about: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """Its words but those that stand in any."""
        return [each for each in folded_words(self.text) if each not in _NO_NAME]


def with_sentences_elsewhere(sessions: Sequence[ToldSession], document: Document) -> tuple[ToldSession, ...]:
    """The sessions, those doubted of which a sentence says elsewhere that they do not take place."""
    found = [*sessions]
    for sentence in _sentences(document):
        named = [n for n, each in enumerate(found) if _names(sentence, each)]
        for n in named:
            doubt = "" if found[n].status else f"`{sentence.text[:_LONGEST]}` may be said of it"
            found[n] = replace(found[n], title=found[n].title.doubted(doubt))
        for n, session in enumerate(found) if named else ():
            if n not in named and _is_by_note(session, sentence):
                found[n] = replace(session, status=None)
    return tuple(found)


def unread_cancellations(document: Document, sessions: Sequence[ToldSession]) -> Iterator[Line]:
    """The sentences, and the cells, that say that something does not take place, and that no session shows."""
    cited = {(line.page, n) for each in sessions for line in _shown(each) for n in range(line.line, line.ends + 1)}
    for sentence in _sentences(document):
        is_shown = (sentence.line.page, sentence.line.line) in cited
        if not is_shown and not any(_names(sentence, each) for each in sessions):
            yield replace(sentence.line, text=sentence.text[:_LONGEST])
    said = {(line.page, line.line, text) for each in sessions for line in _shown(each) for text in _texts(line)}
    for line in (lines[0] for lines in _paragraphs(document) if len(lines) == 1):
        if is_only_status(line.text) and (line.page, line.line, line.text) not in said:
            yield line


def _is_by_note(session: ToldSession, sentence: Sentence) -> bool:
    """Whether a session has its status of nothing but that sentence, which stands below its title."""
    return session.status is not None and session.status.lines == (sentence.line,) and sentence.line in session.notes


def _shown(session: ToldSession) -> Iterator[Line]:
    """The lines of which a session shows what they say."""
    yield from (*session.day.lines, *session.start.lines, *session.title.lines, *session.notes)
    yield from session.status.lines if session.status else ()


def _texts(line: Line) -> tuple[str, str]:
    return line.text, line.said_status


def _names(sentence: Sentence, session: ToldSession) -> bool:
    """Whether a sentence names a session: by its title, or by some words, on the day that it says; or by its start."""
    title = [each for each in folded_words(session.title.value) if each not in _NO_NAME]
    day = session.day.value
    said = days_in(sentence.text)
    is_of_day = day is None or not said or any(each.in_year(day.year) == day for each in said)
    is_named = f" {' '.join(title)} " in f" {' '.join(sentence.words)} " or set(sentence.about) <= set(title)
    is_at = (sentence.line.page, sentence.line.line) in {(each.page, each.line) for each in session.start.lines}
    is_start = is_at and any(each.start.plain == session.start.value for each in hours_in(sentence.text))
    return is_start or (bool(title) and is_of_day and is_named)


def _sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of a document that say that something does not take place, over however many lines they go."""
    for lines in _paragraphs(document):
        at = 0
        for text in _NEXT_SENTENCE.split(" ".join(each.text for each in lines)):
            ends = accumulate(len(each.text) + 1 for each in lines)
            first = next(line for line, end in zip(lines, ends, strict=True) if at < end)
            about = tuple(each for each in folded_words(called_off(text)) if each not in _NO_NAME)
            if about and not _NO_NAME.union(_ANY).issuperset(about) and not _BOOKED.intersection(about):
                yield Sentence(text, first, about)
            at += len(text) + 1


def _paragraphs(document: Document) -> Iterator[list[Line]]:
    """Lines that go on with the sentence of the one above, together; every cell line by itself."""
    found: list[Line] = []
    for block in document.blocks:
        for line in lines_of_block(block):
            is_next = found and isinstance(block, Line) and line.line == found[-1].ends + 1 and not line.is_bullet
            if found and not (is_next and _goes_on(found[-1].text, line.text)):
                yield found
                found = []
            found.append(line)
    if found:
        yield found


def _goes_on(above: str, below: str) -> bool:
    """Whether a line goes on with the sentence of the one above it."""
    is_wrapped = below[:1].islower() or len(above) >= _WIDE
    return is_wrapped and above[-1:] not in set(".!?:;") and not leading_hours(below)[0]
