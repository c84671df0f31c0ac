"""A cell that measures for seconds shows one line with the time left, and removes it at the end."""

import time

import pytest

IMPORTS = """\
import static lab.Lab.*;
import lab.eventloop.*;
import lab.load.*;
import lab.server.*;"""
SERVER = 'var server = LoopServer.open();\nserver.on("/slow", request -> { Thread.sleep(20); request.response().end(); });'
EMPTY = {"text/plain": "", "text/html": ""}


@pytest.fixture(scope="module")
def ready(kernel):
    for code in (IMPORTS, SERVER):
        cell = kernel.run(code)
        assert cell.ok, cell.traceback
    return kernel


def displays(cell):
    """The display messages of the cell with their content and time."""
    kinds = ("display_data", "update_display_data")
    return [(kind, content["data"], at) for kind, content, at in cell.outputs if kind in kinds]


def test_a_load_of_three_seconds_counts_down_and_leaves_no_line(ready):
    cell = ready.run('load(server.at("/fast"), open(50), ofSeconds(4))')

    assert cell.ok, cell.traceback
    seen = displays(cell)
    texts = [data["text/plain"] for _, data, _ in seen]
    assert [kind for kind, _, _ in seen] == ["display_data"] + ["update_display_data"] * (len(seen) - 1)
    assert texts[0].startswith("load on /fast, ") and texts[0].endswith(" s left")
    assert 1 < seen[0][2] < 2.5
    assert seen[-1][1] == EMPTY
    assert len(seen) <= 4 * cell.took
    assert "Latency of /fast" in cell.result["text/html"]


def test_a_cell_of_less_than_a_second_shows_no_line(ready):
    cell = ready.run('Arrivals.of(open(50), ofMillis(300)).run("nothing", arrival -> {})')

    assert cell.ok, cell.traceback
    assert displays(cell) == []


def test_each_step_of_a_sweep_is_named_but_not_the_steps_inside_it(ready):
    cell = ready.run('Experiment.on(server, ofSeconds(3)).requestEach(2, "/fast", "/slow")')

    assert cell.ok, cell.traceback
    texts = [data["text/plain"] for _, data, _ in displays(cell)]
    assert any(text.startswith("1 of 2: /fast") for text in texts)
    assert any(text.startswith("2 of 2: /slow") for text in texts)
    assert all(text == "" or " of 2: " in text for text in texts)
    assert texts[-1] == ""


def test_a_live_figure_shows_no_line(ready):
    code = """\
var db = lab.database.Database.server();
lab.pool.Use query = connection -> connection.createStatement().execute(db.nap(ofMillis(30)));
live(show -> lab.pool.Borrowers.of(db.pool(2)).telling(show).come(closed(4), ofSeconds(4), query).gauge())"""
    cell = ready.run(code)

    assert cell.ok, cell.traceback
    assert not any("load on" in data["text/plain"] for _, data, _ in displays(cell))


def test_an_interrupt_removes_the_line(ready):
    sent = ready.client.execute('load(server.at("/fast"), open(50), ofSeconds(30))')
    time.sleep(3)
    ready.interrupt()
    cell = ready.answer(sent)

    assert not cell.ok
    seen = displays(cell)
    assert len(seen) >= 2
    assert seen[-1][1] == EMPTY


def test_an_exception_of_a_handler_is_reported_with_its_line(ready):
    broken = ready.run(
        """\
server.on("/broken", request -> {
    int answer = 42;
    if (answer == 42) throw new IllegalStateException("boo");
});"""
    )
    assert broken.ok, broken.traceback
    cell = ready.run('Experiment.on(server, ofSeconds(3)).request("/broken", 1)')

    assert "your handler of /broken threw IllegalStateException: boo" in cell.traceback
    assert 'throw new IllegalStateException("boo")' in cell.traceback
    assert len(cell.reply["traceback"]) <= 6

    loaded = ready.run('load(server.at("/broken"), open(20), ofSeconds(3))')
    assert "the first: your handler of /broken threw IllegalStateException: boo" in loaded.result["text/plain"]


def test_a_response_that_is_never_ended_is_reported_within_seconds(ready):
    ready.run('server.on("/forgotten", request -> {});')
    cell = ready.run('Experiment.on(server, ofSeconds(3)).request("/forgotten", 1)')

    assert "your handler of /forgotten did not end its response within 5" in cell.traceback
    assert cell.took < 15
