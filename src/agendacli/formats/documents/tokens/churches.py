"""Churches by their saints: `St Botolph's`, `All Saints, Upper Harding`, `Pfarrkirche St. Kilian`."""

import re

from agendacli.formats.documents.tokens.letterwise import letterwise

_NAME = r"[^\W\d_][\w-]+"
_BY_SAINT = (
    rf"(?:(?:sts?|saints?)\.? {_NAME}(?: (?:and|&) {_NAME})?"
    r"(?:['’]s?|,? (?:and|&) all angels| the (?:virgin|baptist|evangelist|great|apostle|martyr|less)| magdalene)"
    rf"|(?:ss|sts)\.? {_NAME} (?:and|&) {_NAME}|all (?:saints|souls)['’]?|holy trinity|christ church)"
    r"(?:,? (?:(?:church|parish|school|village) )?(?:church|chapel|hall|school|room|churchyard|cathedral))?"
)
_BY_KIND = (
    r"(?:\w*kirche|\w*kapelle|\w*dom|munster|basilika|church|chapel|eglise|chapelle|iglesia|ermita|parroquia) "
    r"(?:of |de |du |zu[rm]? )?"
    r"(?:st|saint|sankt|sainte|san|santa|santo|heilig\w*|unserer|holy|all|our|notre)\b[. -].{2,30}"
)
_BY_TOWN = r"(?:\w*kirche|\w*kapelle) [^\W\d_]\w+"
_CHURCH = re.compile(rf"(?:{_BY_SAINT}|{_BY_KIND}|{_BY_TOWN})(?:, \S.{{2,30}})?")


def is_church(text: str) -> bool:
    """Whether a text is the name of a church alone, perhaps with its town behind it."""
    text = text.strip(" .")
    is_name = text[:1].isupper() and text.split()[-1][:1].isupper()
    return is_name and _CHURCH.fullmatch(letterwise(text)) is not None
