"""Downloads from a server of our own, which serves, stalls, breaks off and lies."""

import hashlib
import io
import os
import tarfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from lab_cli import download, jdk, maven, setup, temurin
from lab_cli.download import Archive
from lab_cli.problem import Problem
from lab_cli.project import Project

from tests.command.test_jdk import make_jdk


def packed(folder) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for child in sorted(folder.iterdir()):
            archive.add(child, child.name)
    return content.getvalue()


class Site:
    """Serves one file; what goes wrong is set by the test."""

    def __init__(self):
        self.files: dict[str, bytes] = {}
        self.requests: list[tuple[str, str | None]] = []
        self.breaks_after: list[int] = []
        self.stalls = threading.Event()
        self.ranges = True
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.serve(self)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.released = threading.Event()

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def serve(self, handler) -> None:
        asked = handler.headers.get("Range")
        path = handler.path.split("?")[0]
        self.requests.append((path, asked))
        if path not in self.files:
            handler.send_error(404)
            return
        content = self.files[path]
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and self.ranges else 0
        if start and start >= len(content):
            handler.send_error(416)
            return
        rest = content[start:]
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Length", str(len(rest)))
        handler.end_headers()
        if self.stalls.is_set():
            self.released.wait(20)
            return
        handler.wfile.write(rest[: self.breaks_after.pop(0)] if self.breaks_after else rest)

    def close(self) -> None:
        self.released.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site():
    site = Site()
    yield site
    site.close()


@pytest.fixture
def tool(site, tmp_path):
    """An archive on the site, with one program that may be executed."""
    program = tmp_path / "source" / "tool-1" / "bin" / "tool"
    program.parent.mkdir(parents=True)
    program.write_bytes(os.urandom(300_000))
    program.chmod(0o755)
    content = packed(tmp_path / "source")
    site.files["/tool.tar.gz"] = content
    return Archive("Tool 1", site.address("/tool.tar.gz"), "sha256", hashlib.sha256(content).hexdigest())


def unpack(archive, folder, **options):
    out = io.StringIO()
    download.unpack(archive, folder, out=out, **options)
    return out.getvalue()


def test_an_archive_is_unpacked_and_only_its_content_stays(site, tool, tmp_path):
    said = unpack(tool, tmp_path / "tools")
    assert os.access(tmp_path / "tools" / "tool-1" / "bin" / "tool", os.X_OK)
    assert [child.name for child in (tmp_path / "tools").iterdir()] == ["tool-1"]
    assert said == "  Downloading Tool 1 ... 0.3 of 0.3 MB \n"


def test_a_zip_is_unpacked_too(site, tmp_path):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("tool-1/tool.exe", "x")
    site.files["/tool.zip"] = content.getvalue()
    checksum = hashlib.sha512(content.getvalue()).hexdigest()
    unpack(Archive("Tool", site.address("/tool.zip"), "sha512", checksum), tmp_path / "tools")
    assert (tmp_path / "tools" / "tool-1" / "tool.exe").read_text() == "x"


def test_what_is_no_archive_is_said_and_removed(site, tool, tmp_path):
    site.files["/tool.tar.gz"] = b"<html>Please log in</html>"
    checksum = hashlib.sha256(site.files["/tool.tar.gz"]).hexdigest()
    with pytest.raises(Problem, match="cannot be unpacked"):
        unpack(Archive(tool.name, tool.address, "sha256", checksum), tmp_path / "tools")
    assert list((tmp_path / "tools").iterdir()) == []


def test_after_a_break_the_download_continues_where_it_was(site, tool, tmp_path):
    site.breaks_after = [100_000, 50_000]
    unpack(tool, tmp_path / "tools")
    assert [asked for _, asked in site.requests] == [None, "bytes=100000-", "bytes=150000-"]


def test_a_server_without_ranges_starts_again(site, tool, tmp_path):
    site.ranges, site.breaks_after = False, [100_000]
    unpack(tool, tmp_path / "tools")
    assert (tmp_path / "tools" / "tool-1" / "bin" / "tool").stat().st_size == 300_000


def test_a_server_that_stalls_is_given_up_and_the_next_command_continues(site, tool, tmp_path):
    site.breaks_after = [100_000]
    with pytest.raises(Problem) as raised:
        site_stalls_after_the_first_break(site, tool, tmp_path)
    assert "nothing arrived for 0.2 s" in str(raised.value) and "continues" in str(raised.value)
    assert (tmp_path / "tools" / "tool.tar.gz.part").stat().st_size == 100_000
    site.stalls.clear()
    site.requests.clear()
    unpack(tool, tmp_path / "tools")
    assert site.requests == [("/tool.tar.gz", "bytes=100000-")]


def site_stalls_after_the_first_break(site, tool, tmp_path):
    append = download.append

    def first_breaks(*given):
        download.append = append
        try:
            append(*given)
        finally:
            site.stalls.set()

    download.append = first_breaks
    unpack(tool, tmp_path / "tools", patience=0.2)


def test_a_wrong_checksum_is_refused_and_nothing_stays(site, tool, tmp_path):
    wrong = Archive(tool.name, tool.address, tool.algorithm, "0" * 64)
    with pytest.raises(Problem, match="wrong checksum"):
        unpack(wrong, tmp_path / "tools")
    assert list((tmp_path / "tools").iterdir()) == []


def test_a_part_of_an_older_file_is_thrown_away(site, tool, tmp_path):
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "tool.tar.gz.part").write_bytes(b"of another release")
    unpack(tool, tmp_path / "tools")
    assert (tmp_path / "tools" / "tool-1").is_dir()


def test_a_part_that_was_complete_is_used(site, tool, tmp_path):
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "tool.tar.gz.part").write_bytes(site.files["/tool.tar.gz"])
    unpack(tool, tmp_path / "tools")
    assert len(site.requests) == 1


def test_what_is_not_there_is_said_with_its_address(site, tool, tmp_path):
    site.files.clear()
    with pytest.raises(Problem) as raised:
        unpack(tool, tmp_path / "tools")
    assert "404" in str(raised.value) and tool.address in str(raised.value)


def test_on_a_terminal_the_line_grows(site, tool, tmp_path):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    out = Terminal()
    download.unpack(tool, tmp_path / "tools", out=out)
    assert out.getvalue().count("\r") >= 2 and out.getvalue().endswith("0.3 of 0.3 MB \n")


# --- a JDK of the lab's own


@pytest.fixture
def adoptium(site, tmp_path):
    """An index with one archive, as Adoptium has them."""
    make_jdk(tmp_path / "jdks" / "jdk-25.0.1+8", "25.0.1")
    content = packed(tmp_path / "jdks")
    site.files["/OpenJDK25.tar.gz"] = content
    checksum = hashlib.sha256(content).hexdigest()
    package = {"link": site.address("/OpenJDK25.tar.gz"), "checksum": checksum}
    index(site, f'[{{"binary": {{"package": {str(package).replace(chr(39), chr(34))}}}}}]')
    site.files["/OpenJDK25.tar.gz.sha256.txt"] = f"{checksum}  OpenJDK25.tar.gz\n".encode()
    return site.address("")


def index(site, answer: str):
    site.files["/v3/assets/latest/25/hotspot"] = answer.encode()


def test_the_newest_temurin_is_looked_up_and_found_in_the_folder_afterwards(adoptium, tmp_path, capsys):
    tools = tmp_path / "tools"
    temurin.fetch(25, tools, environ={}, index=adoptium)
    assert jdk.find({"PATH": ""}, [f"{tools}/*"]).version == "25.0.1"
    assert "Eclipse Temurin 25" in capsys.readouterr().out


def test_the_question_to_adoptium_names_system_and_processor(adoptium, monkeypatch):
    asked = []
    monkeypatch.setattr(temurin.download, "text", lambda address: asked.append(address) or "[]")
    monkeypatch.setattr(temurin.platform, "system", lambda: "Darwin")
    monkeypatch.setattr(temurin.platform, "machine", lambda: "arm64")
    with pytest.raises(Problem, match="no JDK 25 for mac on aarch64"):
        temurin.newest(25, "https://example.org")
    assert "architecture=aarch64" in asked[0] and "os=mac" in asked[0] and "image_type=jdk" in asked[0]


@pytest.mark.parametrize("answer", ["", "[]", "{}", "<html>", '[{"binary": {}}]'])
def test_an_index_without_an_archive_is_said(site, adoptium, tmp_path, answer):
    index(site, answer)
    with pytest.raises(Problem, match="Adoptium offers no JDK 25"):
        temurin.fetch(25, tmp_path / "tools", environ={}, index=adoptium)


def test_a_mirror_names_the_archive_and_its_checksum_is_beside_it(site, adoptium, tmp_path):
    mirror = {"LAB_JDK_URL": site.address("/OpenJDK25.tar.gz")}
    temurin.fetch(25, tmp_path / "tools", mirror, index="http://127.0.0.1:1")
    assert jdk.find({"PATH": ""}, [f"{tmp_path}/tools/*"]).feature == 25


def test_a_mirror_without_a_checksum_is_refused(site, adoptium, tmp_path):
    site.files["/OpenJDK25.tar.gz.sha256.txt"] = b""
    with pytest.raises(Problem, match="wrong checksum"):
        temurin.fetch(25, tmp_path / "tools", {"LAB_JDK_URL": site.address("/OpenJDK25.tar.gz")})


def test_without_a_network_the_mirror_and_the_proxy_are_named(tmp_path):
    with pytest.raises(Problem) as raised:
        temurin.fetch(25, tmp_path, environ={}, index="http://127.0.0.1:1")
    assert "could not begin" in str(raised.value)
    assert "HTTPS_PROXY" in str(raised.value) and "LAB_JDK_URL" in str(raised.value)


class Keyboard(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("typed", "wanted"), [("y\n", True), ("Yes\n", True), ("n\n", False), ("\n", False), ("", False)])
def test_at_a_terminal_the_person_is_asked(typed, wanted, capsys):
    assert temurin.is_wanted("No JDK was found.", 25, "build/tools", {}, Keyboard(typed)) is wanted
    asked = capsys.readouterr().out
    assert asked.startswith("\nNo JDK was found.") and "MB" in asked and "./lab clean removes it" in asked


@pytest.mark.parametrize(("environ", "wanted"), [({}, False), ({"LAB_FETCH_JDK": "1"}, True), ({"LAB_FETCH_JDK": "0"}, False)])
def test_without_a_terminal_nobody_is_asked(environ, wanted):
    assert temurin.is_wanted("No JDK", 25, "build/tools", environ, io.StringIO("y\n")) is wanted


def test_the_set_up_goes_on_with_the_jdk_that_it_fetched(adoptium, tmp_path, monkeypatch):
    project = Project(tmp_path / "clone")
    monkeypatch.setenv("LAB_FETCH_JDK", "1")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(temurin, "ADOPTIUM", adoptium)
    monkeypatch.setattr(jdk.find, "__defaults__", (os.environ, [f"{project.tools}/*"], print))
    monkeypatch.setattr(jdk.there_is_one, "__defaults__", (os.environ, [f"{project.tools}/*"]))
    monkeypatch.setattr(temurin.fetch, "__defaults__", (os.environ, adoptium))
    assert setup.a_jdk(project).home == project.tools / "jdk-25.0.1+8"


def test_without_consent_the_commands_are_shown_and_the_offer(monkeypatch, tmp_path):
    monkeypatch.setenv("LAB_FETCH_JDK", "0")
    monkeypatch.setattr(jdk.find, "__defaults__", ({"PATH": ""}, [], print))
    with pytest.raises(Problem) as raised:
        setup.a_jdk(Project(tmp_path))
    assert "sudo apt install" in str(raised.value) and "./lab start --yes" in str(raised.value)


# --- a Maven of the lab's own

CENTRAL = f"/central/org/apache/maven/apache-maven/{maven.VERSION}/"


def test_a_maven_on_the_path_is_used(tmp_path):
    program = tmp_path / "bin" / ("mvn.cmd" if os.name == "nt" else "mvn")
    program.parent.mkdir()
    program.write_text("")
    program.chmod(0o755)
    assert maven.command(Project(tmp_path), {"PATH": str(program.parent)}) == str(program)


def test_without_one_the_pinned_maven_comes_from_the_mirror(site, tmp_path, monkeypatch, capsys):
    project = Project(tmp_path / "clone")
    made = tmp_path / "maven" / maven.program(project).relative_to(project.tools)
    made.parent.mkdir(parents=True)
    made.write_text("#!/bin/sh\n")
    made.chmod(0o755)
    content = packed(tmp_path / "maven")
    site.files[CENTRAL + maven.archive({}).file] = content
    monkeypatch.setattr(maven, "SHA512", hashlib.sha512(content).hexdigest())
    environ = {"PATH": "", "MVNW_REPOURL": site.address("/central/")}
    assert maven.command(project, environ) == str(maven.program(project))
    assert os.access(maven.program(project), os.X_OK)
    site.requests.clear()
    assert maven.command(project, environ) == str(maven.program(project)) and site.requests == []
    assert "builds lab-lib" in capsys.readouterr().out


def test_without_a_mirror_it_comes_from_apache():
    archive = maven.archive({})
    assert archive.address.startswith("https://archive.apache.org/") and maven.VERSION in archive.file
    assert len(bytes.fromhex(archive.checksum)) == 64


def test_a_maven_that_is_no_maven_is_refused_with_the_commands_that_install_one(site, tmp_path):
    site.files[CENTRAL + maven.archive({}).file] = b"not the Maven whose checksum is pinned"
    with pytest.raises(Problem) as raised:
        maven.command(Project(tmp_path), {"PATH": "", "MVNW_REPOURL": site.address("/central")})
    assert "wrong checksum" in str(raised.value) and "sudo apt install maven" in str(raised.value)
