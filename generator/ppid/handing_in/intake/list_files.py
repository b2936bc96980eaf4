"""The two files of a list, as text: its rows as CSV and what it says as a whole as YAML."""

import csv
from io import StringIO

import yaml

from ppid.diagnostics.inert import visible
from ppid.handing_in.intake.model import Intake
from ppid.handing_in.intake.privacy import repeatable
from ppid.kinds.rows import MODELS
from ppid.values.dates import read_tanggal


def csv_text(intake: Intake) -> str:
    """Write the rows below all columns of the model, in their order; lines end as on Linux."""
    columns = tuple(MODELS[intake.target.jenis].model_fields)
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.values[name] for name in columns] for row in intake.rows)
    return written.getvalue()


def yml_text(intake: Intake, file_name: str, *, contoh: bool = False) -> str:
    """Write what is known of the list as a whole; what is not known is left out.

    `contoh` marks a list that holds rows of a demonstration.
    """
    about: dict[str, object] = {}
    for name, value in sorted(intake.about.items()):
        part, _, key = name.partition(".")
        inner = about.setdefault(part, {})
        if isinstance(inner, dict):
            inner[key] = read_tanggal(value).value or value
    if contoh:
        about["contoh"] = True
    if intake.salinan_resmi:
        about["salinan_resmi"] = True
    about["sumber"] = f"Berkas {visible(repeatable(file_name))} dari perangkat daerah"
    text: str = yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=1000)
    return text


def place_of(intake: Intake) -> str:
    """Return the path of the list's files in the project, without their ending."""
    opd, jenis, tahun = intake.target.opd, intake.target.jenis, intake.target.tahun
    return f"data/opd/{opd}/{jenis}/{tahun}"
