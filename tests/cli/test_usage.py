import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES
from top3 import __version__
from top3.cli import run
from top3.words import LANGUAGES

WRONG = [
    ("pln",), ("plan",), ("plan", "--geheim"), ("plan", "x", "y"), ("plan", "x", "--date"),
    ("plan", "x", "--date", "geheim"), ("plan", "x", "--date", "2024-02-30"),
    ("plan", "x", "--date", "20240902"),
    ("plan", "x", "--date", "2024-W36-1"), ("plan", "x", "--format", "odt"),
    ("plan", "x", "--format", ""), ("plan", "x", "--reader", "geheim"),
    ("plan", "x", "--lang", "fr"), ("check",), ("check", "x", "--format", "xml"),
    ("check", "x", "--fail-on", "geheim"), ("new", "a", "b"), ("--geheim",), (),
]  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_wrong_usage_is_2_with_a_way_on_and_no_value(top3, monkeypatch, arguments, language):
    monkeypatch.setenv("TOP3_LANG", language)
    result = top3(*arguments)
    assert result.code == 2
    said = result.out + result.err
    assert said.strip() and "geheim" not in said and "Traceback" not in said
    english = ("Error", "Try '", "Missing", "Invalid", "Did you mean")
    if language == "nl":
        assert not [word for word in english if word in said]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "Opdrachten"),
        ({"LANG": "nl_NL.UTF-8"}, "Opdrachten"),
        ({"LANG": "C.UTF-8"}, "Opdrachten"),
        ({"LANG": "en_GB.UTF-8"}, "Commands"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "en_US.UTF-8"}, "Commands"),
        ({"LANG": "nl_NL.UTF-8", "TOP3_LANG": "en"}, "Commands"),
        ({"LANG": "nl_BE@euro"}, "Opdrachten"),
        ({"LANG": "xx_NL.UTF-8"}, "Commands"),
    ],
)
def test_the_language_of_help(monkeypatch, capsys, environment, expected):
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "TOP3_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run(["--help"]) == 0
    assert expected in capsys.readouterr().out


def test_a_language_without_a_folder_is_refused_with_those_that_have_one(top3, monkeypatch):
    listed = f"kunt u kiezen uit: {', '.join(LANGUAGES)}."
    for arguments in (("check", "x", "--lang", "fr"), ("--lang=fr",)):
        wrong = top3(*arguments)
        assert wrong.code == 2 and wrong.out == ""
        assert " ".join(wrong.err.split()) == f"Bij --lang {listed}"
    monkeypatch.setenv("TOP3_LANG", "fr")
    wrong = top3("--version")
    assert wrong.code == 2 and wrong.out == ""
    assert " ".join(wrong.err.split()) == f"Bij TOP3_LANG {listed}"
    assert top3("--version", "--lang", "en").code == 0
    monkeypatch.setenv("TOP3_LANG", "en")
    assert top3("--version").code == 0


@pytest.mark.parametrize("command", ["plan", "check", "new"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_explains_itself(top3, command, language):
    result = top3(command, "--help", "--lang", language)
    assert result.code == 0 and len(result.out) > 100
    assert all(len(line) <= 92 for line in result.out.splitlines())
    other = ("Opties", "Usage") if language == "en" else ("Options", "Opties:")
    assert (other[0] in result.out) is False and (other[1] in result.out) is True


def test_version(top3):
    assert top3("--version").out.strip() == f"top3 {__version__}"


def test_new_writes_a_readable_starter_and_refuses_to_overwrite(top3):
    assert top3("new").code == 0
    assert top3("check", "gezin.yaml", "--date", "2024-09-02").code in (0, 1)
    before = Path("gezin.yaml").read_bytes()
    assert top3("new", "gezin.yaml").code == 2
    assert Path("gezin.yaml").read_bytes() == before
    assert top3("new", "--lang", "en").code == 0 and Path("family.yaml").exists()


def test_help_loads_nothing_heavy():
    """Start-up is guarded by what is loaded, not by milliseconds."""
    heavy = ["top3.case", "top3.method", "jinja2", "typst", "docx", "ruamel", "markdown_it", "rich"]
    code = (
        "import sys; from top3.cli import run; run(['--help']); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


HOSTILE = {
    "empty": b"",
    "utf-16": "top3: 1\n".encode("utf-16"),
    "nul": b"top3: 1\nx: \x00geheim\n",
    "bidi": "top3: 1\ncasus: {gemeente: geheim\u202e}\n".encode(),
    "zero-width": "top3: 1\ncasus: {gemeente: ge\u200bheim}\n".encode(),
    "anchor": b"top3: 1\ncasus: &a {gemeente: geheim}\n",
    "bomb": b"a: &a [geheim]\n" + b"".join(b"b%d: [*a, *a]\n" % n for n in range(50)),
    "merge": b"top3: 1\n<<: {gemeente: geheim}\n",
    "tag": b"top3: !!python/object/apply:os.system [geheim]\n",
    "second": b"top3: 1\n---\ngeheim: 1\n",
    "directive": b"%YAML 1.2\n---\ngeheim: 1\n",
    "deep": b"[" * 200_000,
    "deep-map": b"{a: " * 100_000,
    "large": b"top3: 1\n# " + b"geheim " * 200_000,
    "duplicate": b"top3: 1\ncasus: {gemeente: geheim}\ncasus: {gemeente: geheim}\n",
    "list": b"- geheim\n",
    "scalar": b"geheim\n",
    "syntax": b"top3: 1\ncasus: {gemeente: 'geheim\n",
    "cyrillic": "top3: 1\nc\u0430sus: {gemeente: geheim}\n".encode(),
    "version": b"top3: geheim\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_refused_with_nothing_written(top3, tmp_path, name):
    Path("f.yaml").write_bytes(HOSTILE[name])
    for command in (("plan", "f.yaml"), ("check", "f.yaml")):
        result = top3(*command, "--date", "2024-09-02")
        assert result.code == 2 and result.out == ""
        assert "f.yaml:" in result.err and "T0" in result.err
        assert "geheim" not in result.err and "Traceback" not in result.err
    assert {path.name for path in tmp_path.iterdir()} == {"f.yaml"}


def test_a_missing_file_and_a_folder(top3, tmp_path):
    for path in ("missing.yaml", str(tmp_path), "/dev/zero", str(EXAMPLES)):
        result = top3("plan", path)
        assert result.code == 2 and "T001" in result.err
