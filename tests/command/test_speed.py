"""./lab bench without kernels: medians, ratios, intervals, the table, what is kept and compared."""

import io
import itertools
import json
import math
import socket

import pytest
from lab_cli import bench, main, server
from speed import launch, ordinary_jar, parts, ports, report, score, table, truth
from speed.budget import QUICK
from speed.interval import Interval, pooled, quantile
from speed.pace import LONGEST, rounds
from speed.report import Aim, Missing, Report, Row
from speed.say import Say
from speed.spread import Spread, ratio
from lab_cli.problem import Problem
from lab_cli.project import Project

from tests.conftest import PROJECT, ROOT

MACHINE = {
    "date": "2026-01-01T00:00:00+00:00", "cpus": 2, "memory_mib": 4096, "system": "Linux x86_64",
    "jdk": "25", "commit": "abc", "load_before": 0.3, "quick": False,
}  # fmt: skip
ROW = Row("launch", "lab", "s", Spread(2.0, 1.0, 3.0), (1.0, 2.0, 3.0), Spread(0.5, 0.4, 0.6),
          Aim("ratio at most 0.5", True))  # fmt: skip


def typed(*arguments):
    return bench.bench(Project(ROOT), main.parser().parse_args(["bench", *arguments]))


def test_a_spread_is_the_median_and_the_ends():
    assert Spread.of([5, 1, 2]) == Spread(2, 1, 5)
    assert Spread.of([4, 1, 2, 3]) == Spread(2.5, 1, 4)


def test_a_ratio_is_computed_round_by_round():
    assert ratio([1, 20, 3], [2, 10, 6]) == Spread(0.5, 0.5, 2.0)
    with pytest.raises(ValueError, match="3 and 2"):
        ratio([1, 2, 3], [1, 2])


@pytest.mark.parametrize("freedom, known", [(2, 31.599), (9, 4.7809), (29, 3.6594), (100, 3.3905)])
def test_the_quantile_is_that_of_the_tables(freedom, known):
    assert quantile(freedom) == pytest.approx(known, rel=1e-4)


def test_a_pooled_interval_is_that_of_all_iterations():
    samples = [[10.0, 11.0, 12.0], [14.0, 15.0, 19.0]]
    whole = interval_of([*samples[0], *samples[1]])
    assert pooled([interval_of(each) for each in samples]).mean == pytest.approx(whole.mean)
    assert pooled([interval_of(each) for each in samples]).error == pytest.approx(whole.error)


def interval_of(samples):
    count, mean = len(samples), sum(samples) / len(samples)
    variance = sum((sample - mean) ** 2 for sample in samples) / (count - 1)
    return Interval(mean, quantile(count - 1) * math.sqrt(variance / count), count)


def test_the_result_file_of_jmh_is_read():
    kept = [{"primaryMetric": {"score": 3.5, "scoreError": 0.2, "rawData": [[3.4, 3.6], [3.5]]}}]
    assert ordinary_jar.interval(kept) == Interval(3.5, 0.2, 3)


def test_the_ordinary_jar_uses_the_librarys_versions():
    pom = (PROJECT.library / "pom.xml").read_text(encoding="utf-8")
    wanted = set(ordinary_jar.versions(pom))
    template = (ordinary_jar.TEMPLATE / "pom.xml").read_text(encoding="utf-8")
    asked = set(part.split("}")[0] for part in template.split("${")[1:])
    assert asked - {"project.build.directory"} <= wanted
    assert "package" not in score.cell_source()


def test_a_cell_that_is_far_from_the_jar_does_not_meet_the_aim():
    def aim_of(cell, jar):
        return list(score.compared("sum", [Interval(cell, 0.1, 5)], [Interval(jar, 0.1, 5)]))[1]

    assert aim_of(10.0, 10.1).aim.met and "overlap" in aim_of(10.0, 10.1).note
    assert not aim_of(12.0, 10.0).aim.met and "apart" in aim_of(12.0, 10.0).note


def test_each_kernel_is_compared_with_the_labs():
    seen = {"lab": [launch.Launch(1, 2, 300)], "plain JJava": [launch.Launch(4, 4, 100)]}
    rows = {(row.figure, row.who): row for row in launch.rows(seen)}
    plain = rows["launch to the first result", "plain JJava"]
    assert plain.ratio.median == 0.25 and plain.aim == Aim("ratio at most 0.5", True)
    assert rows["memory then (PSS)", "plain JJava"].ratio.median == 3
    assert rows["launch to the first result", "lab"].ratio is None


def test_rounds_change_who_comes_first_and_the_first_round_does_not_count(monkeypatch):
    started = []
    monkeypatch.setattr(launch, "launch", lambda kernel: started.append(kernel.name) or len(started))
    kernels = [type("Named", (), {"name": name}) for name in "ab"]
    launches = launch.by_turns(kernels, 2, lambda detail: None)
    assert "".join(started) == "abbaab"
    assert launches == {"a": [4, 5], "b": [3, 6]}


def test_a_slow_machine_runs_fewer_rounds_but_at_least_three():
    def made(wished, seconds):
        """Uses a clock that advances by a fixed number of seconds at every call."""
        return len(list(rounds(wished, "launch", itertools.count(0, seconds).__next__)))

    limit = LONGEST["launch"]
    assert made(9, seconds=0) == 9
    assert made(9, seconds=limit / 2) == 5
    assert made(9, seconds=2 * limit) == 3
    assert made(2, seconds=2 * limit) == 2


def test_the_table_shows_medians_ranges_ratios_and_what_is_missing():
    shown = table.table(Report(MACHINE, [ROW], [Missing("scores", "Maven was not found.")]))
    line = next(line for line in shown.splitlines() if line.startswith("launch"))
    for part in ("  3  2.00 s", "1.00 - 3.00", "0.500 (0.400 - 0.600)", "ratio at most 0.5: met"):
        assert part in line
    assert shown.endswith("scores: not measured. Maven was not found.")


def test_two_runs_are_shown_side_by_side():
    faster = Row("launch", "lab", "s", Spread(0.5, 0.4, 0.6), ratio=Spread(0.1, 0.1, 0.1))
    new = Report(MACHINE, [faster, Row("new", "", "s", Spread(1, 1, 1))])
    shown = table.compared(Report(MACHINE, [ROW]), new).splitlines()
    assert shown[1].split() == ["launch", "lab", "2.00", "s", "0.500", "s", "0.250", "apart", "0.500", "0.100"]
    assert shown[2] == "only in the new run: new"


def test_a_kept_report_is_read_again(tmp_path):
    whole = Report(MACHINE, [ROW], [Missing("scores", "no Maven")], 12.5)
    report.save(whole, tmp_path / "kept.json")
    assert report.load(tmp_path / "kept.json") == whole
    assert json.loads((tmp_path / "kept.json").read_text())["rows"][0]["spread"]["median"] == 2.0


def test_two_kept_runs_are_shown_without_measuring(tmp_path, capsys):
    for name in ("old.json", "new.json"):
        report.save(Report(MACHINE, [ROW]), tmp_path / name)
    assert typed("--show", str(tmp_path / "new.json"), "--compare", str(tmp_path / "old.json")) == 0
    shown = capsys.readouterr().out
    assert "ratio at most 0.5: met" in shown and "new : old" in shown


@pytest.mark.parametrize("other, words", [({"load_before": 1.5}, "BUSY"), ({"quick": True}, "QUICK")])
def test_figures_of_little_value_carry_a_note(other, words):
    assert words in table.heading({**MACHINE, **other})
    assert words not in table.heading(MACHINE)


@pytest.mark.parametrize("text", ["{}", "no json", '{"format": 99}', "[]"])
def test_a_file_of_another_kind_is_refused(tmp_path, text):
    (tmp_path / "kept.json").write_text(text)
    with pytest.raises(Problem, match="kept.json"):
        report.load(tmp_path / "kept.json")


def test_a_part_that_cannot_be_measured_does_not_stop_the_others(monkeypatch):
    def refuse(say):
        raise Problem("Maven was not found.", "It builds the jar.")

    monkeypatch.setattr(parts.contenders, "lab", lambda project: None)
    made, report_ = parts.Parts(Project(ROOT), QUICK), Report(MACHINE)
    made.score = lambda: [("scores", refuse)]
    made.load = lambda: [("load", lambda say: [ROW])]
    made.measure(["score", "load"], report_)
    assert report_.missing == [Missing("scores", "Maven was not found. It builds the jar.")]
    assert report_.rows == [ROW]


def test_a_file_to_compare_with_must_exist_before_anything_is_measured(tmp_path):
    with pytest.raises(Problem, match="no file"):
        typed("--compare", str(tmp_path / "gone.json"))


def test_for_an_unknown_part_the_known_parts_are_named():
    with pytest.raises(Problem, match="no part launch; there are: kernel, fork, score, load, truth"):
        typed("launch")


def answer(ruling, winner="one", seconds=7.0):
    return {"ruling": ruling, "winner": winner, "factor": 1.0, "seconds": seconds}


SAME, TENTH, TWICE = (truth.Trial("any", rival, False, 10) for rival in ("Same", "Tenth", "Twice"))


@pytest.mark.parametrize(
    "trial, answers, met",
    [
        (SAME, [answer("same")] * 60 + [answer("inconclusive")] * 40, True),
        (SAME, [answer("same")] * 99 + [answer("faster")], True),
        (SAME, [answer("same")] * 98 + [answer("faster")] * 2, False),
        (truth.Trial("any", "Same", True, 10), [answer("same")] * 98 + [answer("faster")] * 2, True),
        (TENTH, [answer("faster")] * 9 + [answer("inconclusive")], True),
        (TENTH, [answer("faster")] * 8 + [answer("same")] * 2, False),
        (TENTH, [answer("faster", "other")] * 10, False),
        (TWICE, [answer("faster")] * 10, True),
        (TWICE, [answer("faster")] * 9 + [answer("faster", seconds=8.5)], False),
        (TWICE, [answer("faster")] * 9 + [answer("inconclusive")], False),
    ],
)
def test_the_truth_of_bench_is_judged_by_what_is_known(trial, answers, met):
    assert truth.row(trial, answers).aim.met is met


def test_the_truth_table_counts_what_was_said():
    row = truth.row(TENTH, [answer("faster"), answer("faster", "other"), answer("same", seconds=9.0)])
    assert row.note == "2 faster, 1 same (1 in the wrong order)"
    assert row.spread == Spread(7.0, 7.0, 9.0)


def test_pairs_cover_every_kind_of_body():
    quiet = truth.trials(100)[0]
    assert [quiet.body(number) for number in range(quiet.runs)].count("sort") == 20
    assert sum(trial.runs for trial in truth.trials(100) if trial.rival == "Same") == 200


def test_runs_that_were_kept_are_not_measured_again(tmp_path):
    kept = truth.Kept(tmp_path / "bench" / "truth.jsonl")
    kept.add("A/A, quiet/0", answer("same"))
    again = truth.Kept(kept.file)
    assert again.answers["A/A, quiet/0"]["ruling"] == "same"
    again.retire()
    assert not truth.Kept(kept.file).answers


def test_kernels_that_start_side_by_side_get_ports_of_their_own():
    both = [port for _ in range(2) for port in ports.of_a_kernel().values()]

    assert len(set(both)) == 2 * len(ports.KINDS)
    assert all(ports.FIRST <= port < ports.LAST for port in both)
    with socket.socket() as taken:
        taken.bind((server.HOST, 0))
        taken.listen()
        assert not server.is_free(taken.getsockname()[1])


def test_a_part_that_cannot_be_measured_says_why_at_once():
    told = io.StringIO()
    with pytest.raises(Problem), Say("small cells", told):
        raise Problem("plain JJava ended by itself")

    assert told.getvalue().endswith("stopped after 0 s: Problem: plain JJava ended by itself\n")
