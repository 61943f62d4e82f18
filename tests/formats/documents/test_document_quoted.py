"""Mails in HTML: what they quote is apart, and French dates in March are dates."""

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.tokens.days import days_in
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked

HEAD = (
    "From: a@b.example\nSubject: Dates\nDate: Thu, 25 Feb 2027 08:30:00 +0100\nMIME-Version: 1.0\n"
    'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
)
BODY = (
    "<html><body>\n<ul>\n<li><b>Lundi 8 mars, 18h00&ndash;19h15</b>&nbsp;: bureau</li>\n"
    "<li><b>Mardi 16 mars, 17h45</b>&nbsp;: conseil</li>\n</ul>\n"
    "<p>Le 20 févr. 2027 à 21:15, Ida a écrit&nbsp;:<br>&gt; le bureau sera le lundi 8 mars à 19h30</p>\n"
    "</body></html>\n"
)


def test_a_mail_in_html_quotes_an_earlier_one() -> None:
    found, _ = sessions_of(read_document((HEAD + BODY).encode(), "mail.eml"), Asked())
    assert [(str(each.day.value), each.start.value, each.title.value) for each in found] == [
        ("2027-03-08", 18 * 60, "bureau"),
        ("2027-03-16", 17 * 60 + 45, "conseil"),
    ]


def test_mars_behind_a_number_is_a_month() -> None:
    assert [(each.day, each.month) for each in days_in("Lundi 8 mars, 18h")] == [(8, 3)]
    assert not any(each.is_dated for each in days_in("what mars 5 of them"))
