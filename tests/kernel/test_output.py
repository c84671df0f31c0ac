"""Output of cells arrives completely, in order, in few messages, and while they run."""

LINES = 100_000


def test_a_hundred_thousand_lines_arrive_in_order(kernel):
    cell = kernel.run(f'for (int i = 0; i < {LINES}; i++) System.out.println("line " + i);')

    assert cell.printed == "".join(f"line {i}\n" for i in range(LINES))
    assert len(cell.outputs) < 1_000


def test_progress_shows_while_the_cell_runs(kernel):
    cell = kernel.run("for (int i = 0; i < 4; i++) { System.out.print(i); Thread.sleep(300); }")

    early = [when for _, _, when in cell.outputs if when < cell.took - 0.3]
    assert cell.printed == "0123"
    assert len(early) >= 2


def test_streams_and_displays_keep_their_order(kernel):
    cell = kernel.run(
        'System.out.print("a"); System.err.print("b"); String id = display("c"); System.out.print("d");'
    )

    seen = [c["text"] if kind == "stream" else c["data"]["text/plain"] for kind, c, _ in cell.outputs]
    assert seen == ["a", "b", "c", "d"]


def test_characters_are_never_split_between_messages(kernel):
    cell = kernel.run('for (int i = 0; i < 20_000; i++) System.out.print("aé€😀");')

    assert cell.printed == "aé€😀" * 20_000


def test_a_live_output_is_updated_in_place(kernel):
    cell = kernel.run(
        "try (var live = lab.jupyter.Notebook.current().live()) {\n"
        '  for (int i = 0; i < 50; i++) { live.show("<b>" + i + "</b>", "" + i); Thread.sleep(20); }\n'
        "}"
    )

    kinds = [kind for kind, _, _ in cell.outputs]
    assert kinds[0] == "display_data" and set(kinds[1:]) == {"update_display_data"}
    assert len({content["transient"]["display_id"] for _, content, _ in cell.outputs}) == 1
    assert cell.outputs[-1][1]["data"]["text/html"] == "<b>49</b>"
    assert len(cell.outputs) <= 4 * cell.took + 2


def test_a_figure_that_a_live_output_shows_is_not_a_result_as_well(kernel):
    kernel.run("import static lab.Lab.*;\nimport lab.load.*;\nvar shop = lab.server.LoopServer.open();")
    cell = kernel.run('live(show -> Load.on(shop.at("/fast")).run(open(50), ofMillis(300)))')

    assert "execute_result" not in [kind for kind, _, _ in cell.outputs]
    assert "<img" in cell.outputs[-1][1]["data"]["text/html"]


def test_a_background_thread_updates_the_output_of_its_own_cell(kernel):
    sent = kernel.client.execute(
        "var live = lab.jupyter.Notebook.current().live();\n"
        'live.show("<i>first</i>", "first");\n'
        'new Thread(() -> { try { Thread.sleep(600); } catch (Exception e) {} live.show("<i>late</i>", "late"); }).start();'
    )
    kernel.answer(sent)
    message = kernel.client.get_iopub_msg(timeout=10)

    assert message["msg_type"] == "update_display_data"
    assert message["parent_header"]["msg_id"] == sent
    assert message["content"]["data"]["text/plain"] == "late"


def test_a_figure_is_drawn_if_it_is_the_last_expression_of_a_cell(kernel):
    kernel.run("import static lab.Lab.*;")
    shown = kernel.run('chart(race("one", () -> Math.sqrt(1), "two", () -> Math.sqrt(2)))').result
    assert "data:image/png" in shown["text/html"]
