"""Archives whose bytes follow from what is in them, whether packed in one go or begun before."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from ppid.core.fixed_zip import fixed_zip

FILES = [(f"bagian/{number}.xml", bytes([65 + number]) * 3_000 * number) for number in range(5)]


@pytest.mark.parametrize("cut", range(len(FILES) + 1))
@pytest.mark.parametrize("mode", [0, 0o644])
def test_an_archive_that_was_begun_is_the_one_made_in_one_go(cut: int, mode: int) -> None:
    begun = fixed_zip(FILES[:cut], mode=mode)
    whole = fixed_zip(FILES[cut:], mode=mode, begun=begun)
    assert whole == fixed_zip(FILES, mode=mode)
    with ZipFile(BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert [(name, archive.read(name)) for name in archive.namelist()] == FILES


def test_what_was_begun_is_not_changed_by_what_follows() -> None:
    begun = fixed_zip(FILES[:2])
    first, second = (fixed_zip([file], begun=begun) for file in FILES[2:4])
    assert first != second
    assert begun == fixed_zip(FILES[:2])
