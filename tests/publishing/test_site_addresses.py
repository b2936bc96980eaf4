"""Where an address leads is answered once, for the build, the check of a site, and copies of it."""

from pathlib import Path

import pytest

from ppid.publishing.dead_links import DeadLinkError, find_dead_links, refuse_dead_links
from ppid.publishing.site_addresses import file_sent, leads_elsewhere, place_of
from ppid.publishing.site_check import site_faults

PAGE = "opd/dinkes/index.html"
FILES = {"index.html", "opd/index.html", "opd/dinkes/data.csv"}


@pytest.mark.parametrize(
    ("address", "page", "below", "place"),
    [
        ("../", PAGE, "", "opd"),
        ("../..", PAGE, "", "."),
        ("data.csv", PAGE, "", "opd/dinkes/data.csv"),
        ("./", "index.html", "", "."),
        ("opd/", "index.html", "", "opd"),
        ("../../../luar/", PAGE, "", "../luar"),
        ("/", "404.html", "", "."),
        ("/opd/", "404.html", "", "opd"),
        ("/ppid/opd/", "404.html", "/ppid/", "opd"),
        ("/ppid", "404.html", "/ppid/", "."),
        # A neighbour whose name begins alike is another site.
        ("/ppid-lama/opd/", "404.html", "/ppid/", "../ppid-lama/opd"),
        ("/opd/", "404.html", "/ppid/", "../opd"),
    ],
)
def test_a_place_is_counted_from_the_root(address: str, page: str, below: str, place: str) -> None:
    assert place_of(address, page, below) == place


@pytest.mark.parametrize(
    ("place", "sent"),
    [
        (".", "index.html"),
        ("opd", "opd/index.html"),
        ("opd/dinkes/data.csv", "opd/dinkes/data.csv"),
        ("opd/dinkes", ""),
        ("../opd", ""),
    ],
)
def test_a_folder_sends_its_front_page(place: str, sent: str) -> None:
    assert file_sent(place, FILES) == sent


@pytest.mark.parametrize("address", ["https://a.example/", "mailto:a@b", "//a.example/x", "TEL:1"])
def test_schemes_and_hosts_lead_elsewhere(address: str) -> None:
    assert leads_elsewhere(address)
    assert not leads_elsewhere(f"./{address}")


@pytest.mark.parametrize(
    ("link", "said"),
    [("hilang/", "hilang"), ("../ppid-lama/", "../ppid-lama"), ("opd/x.csv", "opd/x.csv")],
)
def test_the_build_and_the_check_say_the_same_of_a_link(
    link: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "opd").mkdir()
    (tmp_path / "opd/index.html").write_text("OPD", "utf-8")
    head = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    (tmp_path / "index.html").write_text(f'{head}<a href="opd/"><a href="{link}">', "utf-8")
    assert find_dead_links(tmp_path) == {said: "index.html"}
    with pytest.raises(DeadLinkError, match="1 alamat di dalam situs tidak ada"):
        refuse_dead_links(tmp_path, "", {}, ())
    sentences = [fault.sentence for fault in site_faults(tmp_path)]
    assert f"Tautan {link} tidak menuju ke mana pun" in sentences


def test_the_page_for_lost_visitors_is_checked_where_the_address_is_known(tmp_path: Path) -> None:
    head = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    (tmp_path / "404.html").write_text(f'{head}<a href="/ppid/hilang/">', "utf-8")
    assert site_faults(tmp_path) == []
    said = [fault.sentence for fault in site_faults(tmp_path, "https://contoh.example/ppid/")]
    assert said == ["Tautan /ppid/hilang/ tidak menuju ke mana pun"]
