from agendacli.model.codes import EMPTY, TAB
from agendacli.model.diagnostic import Diagnostic, Note
from agendacli.model.findings import Findings
from agendacli.model.span import Span

HERE = Span("x.yaml", 2)


def test_report_keeps_diagnostics_in_the_order_of_finding() -> None:
    findings = Findings()
    note = Note("and here")
    findings.report(TAB, HERE, "one", note)
    findings.report(EMPTY, Span("x.yaml"), "two")
    assert findings.all == (Diagnostic(TAB, "one", HERE, (note,)), Diagnostic(EMPTY, "two", Span("x.yaml")))


def test_report_leaves_out_the_middle_of_a_message_that_nobody_would_read() -> None:
    findings = Findings()
    findings.report(TAB, HERE, f"`{'a' * 5000}` is not a tab; delete it")
    (found,) = findings.all
    assert found.message == f"`{'a' * 249} … {'a' * 225}` is not a tab; delete it"


def test_report_once_keeps_the_first_of_a_code_in_a_file() -> None:
    findings = Findings()
    for span in (HERE, Span("x.yaml", 3), Span("y.yaml", 4)):
        findings.report_once(TAB, span, "a tab")
    assert [each.span for each in findings.all] == [HERE, Span("y.yaml", 4)]


def test_extend_keeps_those_of_another_reading() -> None:
    findings, other = Findings(), Findings()
    other.report(TAB, HERE, "one")
    findings.extend(other.all)
    assert findings.all == other.all
