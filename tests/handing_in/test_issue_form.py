"""A filled-in form becomes a submission only when every answer has its exact shape."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from ppid.handing_in.issue_form import LABELS, LARGEST, LISTS, Submission, read_form
from tests.conftest import ROOT, Run

FORM = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/serahkan-daftar.yml").read_text("utf-8"))
KNOWN = {"dinkes", "setda", "kecamatan-tepi-danau"}
URL = "https://github.com/user-attachments/files/123456/dik-2026.xlsx"
AGREED = (
    "- [X] Buku kerjanya tidak memuat data pribadi dan tidak memuat isi informasi yang "
    "dikecualikan."
)
GOOD = dict(
    zip(
        LABELS,
        ("dinkes", "DIK", "2026", f"[dik-2026.xlsx]({URL})", "", "", AGREED, ""),
        strict=True,
    )
)
NIL = GOOD | {
    "Daftar": "DIK nihil (tidak ada yang dikecualikan)",
    "Berkas": "",
    "Jabatan yang menyatakan nihil": "Sekretaris Dinas",
    "Tanggal pernyataan nihil": "2026-02-02",
}


def body(answers: dict[str, str]) -> str:
    """Write the answers as GitHub does."""
    return "\n\n".join(
        f"### {label}\n\n{text or '_No response_'}" for label, text in answers.items()
    )


def test_the_form_and_the_reader_agree() -> None:
    fields = [each for each in FORM["body"] if each["type"] != "markdown"]
    assert tuple(each["attributes"]["label"] for each in fields) == LABELS
    options = {each["id"]: each["attributes"].get("options") for each in fields}
    assert options["jenis"] == list(LISTS)
    assert len(options["sebelum"]) == 1
    assert options["sebelum"][0]["label"] == AGREED.removeprefix("- [X] ")
    assert {"opd", "tahun"} <= options.keys()
    assert FORM["labels"] == ["kiriman"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, Submission("dinkes", "dik", 2026, URL, "xlsx")),
        ({"Daftar": "DIP"}, Submission("dinkes", "dip", 2026, URL, "xlsx")),
        ({"Berkas": URL}, Submission("dinkes", "dik", 2026, URL, "xlsx")),
        (
            {"Berkas": "[a.ods](https://github.com/user-attachments/files/1/a.ods)"},
            Submission(
                "dinkes", "dik", 2026, "https://github.com/user-attachments/files/1/a.ods", "ods"
            ),
        ),
        (
            {"Berkas": "https://github.com/user-attachments/files/1/dik-2026.zip"},
            Submission(
                "dinkes",
                "dik",
                2026,
                "https://github.com/user-attachments/files/1/dik-2026.zip",
                "zip",
            ),
        ),
        (
            {"Keterangan": "### Tahun\n\n1999\n$(rm -rf /)"},
            Submission("dinkes", "dik", 2026, URL, "xlsx"),
        ),
        (
            {"Perangkat daerah": "kecamatan-tepi-danau"},
            Submission("kecamatan-tepi-danau", "dik", 2026, URL, "xlsx"),
        ),
    ],
)
def test_good_forms(changed: dict[str, str], expected: Submission) -> None:
    assert read_form(body(GOOD | changed), KNOWN) == expected
    assert read_form(body(GOOD | changed).replace("\n", "\r\n"), KNOWN) == expected


def test_nil_needs_no_workbook() -> None:
    read = read_form(body(NIL), KNOWN)
    assert read == Submission(
        "dinkes", "dik", 2026, pejabat="Sekretaris Dinas", tanggal="2026-02-02"
    )


HOSTILE = [
    ("Perangkat daerah", "dinkess"),
    ("Perangkat daerah", "../../etc"),
    ("Perangkat daerah", "dinkes; rm -rf /"),
    ("Perangkat daerah", "$(id)"),
    ("Perangkat daerah", "`id`"),
    ("Perangkat daerah", "dinkes\nopd=setda"),
    ("Perangkat daerah", "dinkes%0Aopd=setda"),
    ("Perangkat daerah", "DINKES"),
    ("Perangkat daerah", "dinkеs"),  # noqa: RUF001 — a Cyrillic letter
    ("Perangkat daerah", "::set-output name=opd::setda"),
    ("Daftar", "dik"),
    ("Daftar", "DIK\nDIP"),
    ("Daftar", "regulasi"),
    ("Tahun", "26"),
    ("Tahun", "20260"),
    ("Tahun", "２０２６"),  # noqa: RUF001 — full-width figures
    ("Tahun", "2026 || true"),
    ("Tahun", "2026\n2027"),
    ("Berkas", ""),
    ("Berkas", "https://jahat.example/dik-2026.xlsx"),
    ("Berkas", "https://github.com.jahat.example/user-attachments/files/1/a.xlsx"),
    ("Berkas", "https://github.com@jahat.example/user-attachments/files/1/a.xlsx"),
    ("Berkas", "http://github.com/user-attachments/files/1/a.xlsx"),
    ("Berkas", "https://github.com/user-attachments/files/1/../../../a.xlsx"),
    ("Berkas", "https://github.com/user-attachments/files/1/a.xlsx?x=$(id)"),
    ("Berkas", "https://github.com/user-attachments/files/1/a%2e%2e.xlsx"),
    ("Berkas", "https://github.com/user-attachments/files/1/a.exe"),
    ("Berkas", "https://github.com/user-attachments/files/1/a.xlsx.html"),
    ("Berkas", "https://127.0.0.1/user-attachments/files/1/a.xlsx"),
    ("Berkas", "file:///etc/passwd"),
    ("Berkas", f"[a.xlsx]({URL}) [b.xlsx]({URL})"),
    ("Berkas", f"[a.xlsx]({URL}) --output /etc/passwd"),
    ("Berkas", "![gambar](https://github.com/user-attachments/assets/1-2-3)"),
    ("Berkas", "Uploading dik-2026.xlsx…"),
    ("Sebelum mengirim", "- [ ] Buku kerjanya tidak memuat data pribadi"),
    ("Sebelum mengirim", ""),
]


@pytest.mark.parametrize(("label", "text"), HOSTILE)
def test_hostile_answers_are_refused(label: str, text: str) -> None:
    refused = read_form(body(GOOD | {label: text}), KNOWN)
    assert isinstance(refused, tuple)
    assert refused
    assert all(reason.endswith((".", "?")) for reason in refused)
    assert not any(text in reason for reason in refused if len(text) > 8)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "halo",
        body(GOOD).replace("### Tahun", "### Tahunan"),
        body(GOOD).replace("### Tahun", "## Tahun"),
        "awal\n\n" + body(GOOD),
        body(GOOD) + "x" * LARGEST,
        body({label: GOOD[label] for label in reversed(LABELS)}),
        body(GOOD).replace("### Berkas", "### Tahun\n\n2027\n\n### Berkas"),
        body({label: text for label, text in GOOD.items() if label != "Berkas"}),
        "\0" + body(GOOD),
    ],
)
def test_another_shape_is_refused_whole(text: str) -> None:
    refused = read_form(text, KNOWN)
    assert isinstance(refused, tuple)
    assert len(refused) == 1


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Jabatan yang menyatakan nihil", ""),
        ("Jabatan yang menyatakan nihil", "a: &x !!python/object"),
        ("Jabatan yang menyatakan nihil", "Sekretaris\ncontoh: false"),
        ("Jabatan yang menyatakan nihil", "x" * 200),
        ("Tanggal pernyataan nihil", "2026-02-30"),
        ("Tanggal pernyataan nihil", "2 Februari 2026"),
        ("Berkas", URL),
    ],
)
def test_nil_is_strict_as_well(label: str, text: str) -> None:
    assert isinstance(read_form(body(NIL | {label: text}), KNOWN), tuple)


def test_all_reasons_are_given_at_once() -> None:
    wrong = GOOD | {"Perangkat daerah": "dinkess", "Tahun": "dua", "Berkas": ""}
    refused = read_form(body(wrong), KNOWN)
    assert isinstance(refused, tuple)
    assert len(refused) == 3
    assert "“dinkes”" in refused[0]


def event(folder: Path, answers: dict[str, str], **more: Any) -> Path:  # noqa: ANN401 — JSON
    path = folder / "peristiwa.json"
    issue = {"number": 7, "title": "$(id)", "body": body(answers), **more}
    path.write_text(json.dumps({"issue": issue}), "utf-8")
    return path


def test_the_command_gives_only_what_is_safe(proyek: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / "keluaran"
    out.write_text("sebelum=ada\n", "utf-8")
    ended = run("terima", str(event(tmp_path, GOOD)), "--keluaran", str(out), at=proyek)
    assert ended.returncode == 0, ended.stderr
    assert out.read_text("utf-8").splitlines() == [
        *("sebelum=ada", "opd=dinkes", "jenis=dik", "tahun=2026"),
        *(f"alamat={URL}", "berkas=kiriman.xlsx"),
    ]


def test_the_command_writes_nil_as_a_list_once(proyek: Path, tmp_path: Path, run: Run) -> None:
    answer = tmp_path / "jawaban.md"
    path = proyek / "data/opd/dinkes/dik/2026.yml"
    arguments = ("terima", str(event(tmp_path, NIL)), "--laporan", str(answer))
    assert run(*arguments, at=proyek).returncode == 0
    written = yaml.safe_load(path.read_text("utf-8"))
    assert written["nihil"]["pejabat"] == "Sekretaris Dinas"
    assert "tanggal: 2026-02-02\n" in path.read_text("utf-8")
    found = run("periksa", "--tanggal", "2026-03-01", "data/opd/dinkes/dik/2026.yml", at=proyek)
    assert found.returncode == 0, found.stdout
    assert run(*arguments, at=proyek).returncode == 0
    assert "tidak ada yang berubah" in answer.read_text("utf-8")


def test_nil_takes_the_place_of_a_list_and_says_so(proyek: Path, tmp_path: Path, run: Run) -> None:
    answer = tmp_path / "jawaban.md"
    rows = proyek / "data/opd/dinkes/dik/2021.csv"
    count = len(rows.read_text("utf-8").splitlines()) - 1
    form = str(event(tmp_path, NIL | {"Tahun": "2021", "Tanggal pernyataan nihil": "2021-12-01"}))
    assert run("terima", form, "--laporan", str(answer), at=proyek).returncode == 0
    assert not rows.exists()
    assert yaml.safe_load(rows.with_suffix(".yml").read_text("utf-8"))["nihil"]["pernyataan"]
    said = answer.read_text("utf-8")
    assert f"memuat {count} baris" in said
    assert "PPID Utama sebelum usulnya disetujui" in said


@pytest.mark.parametrize("content", ["[]", '{"issue": 1}', '{"issue": {"body": null}}', "{}"])
def test_an_event_without_a_form_is_answered(
    proyek: Path, tmp_path: Path, run: Run, content: str
) -> None:
    path = tmp_path / "peristiwa.json"
    path.write_text(content, "utf-8")
    ended = run("terima", str(path), at=proyek)
    assert ended.returncode == 1
    assert "belum dapat diolah" in ended.stdout
