"""Display of results; completion and Shift-Tab for the lab."""

CARD = 'record Hello(String html, String text) implements lab.exercise.Card {}\nnew Hello("<b>hi</b>", "hi")'
MEASURED = (
    "record Race() implements lab.measure.Measured {\n"
    "  public lab.measure.Shape shape() {\n"
    '    var bar = lab.measure.Comparison.Bar.exact("loop", 3);\n'
    '    return new lab.measure.Comparison("A race", "ms", List.of(bar));\n'
    "  }\n"
    '  public String finding() { return "loop took 3 ms"; }\n'
    "}\n"
    "new Race()"
)


def test_a_card_shows_its_html_and_its_text(kernel):
    shown = kernel.run(CARD).result

    assert (shown["text/html"], shown["text/plain"]) == ("<b>hi</b>", "hi")


def test_a_measured_result_shows_its_figure_with_text_and_numbers(kernel):
    shown = kernel.run(MEASURED).result

    assert "<figure" in shown["text/html"] and 'alt="A race' in shown["text/html"]
    assert "loop took 3 ms" in shown["text/plain"]


def test_shift_tab_shows_the_javadoc_of_the_lab(kernel):
    code = "lab.measure.Pace.isQuick()"
    found = inspect(kernel, code, len(code) - 1)

    assert "quick mode" in found["text/plain"]


def test_shift_tab_works_at_the_very_end_of_a_cell(kernel):
    for code in ("Math.abs(", "Math.abs", 'String s = "x"; s.length('):
        assert inspect(kernel, code, len(code)), code


def test_completion_offers_members(kernel):
    sent = kernel.client.complete("lab.measure.Pace.is", 19)

    assert kernel.shell_reply(sent)["matches"] == ["isQuick()"]


def inspect(kernel, code: str, position: int) -> dict:
    reply = kernel.shell_reply(kernel.client.inspect(code, position))
    return reply["data"] if reply["found"] else {}
