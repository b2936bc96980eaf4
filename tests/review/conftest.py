"""What the tests of the review share."""

import pytest

from tests.review.edits import town


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return town()
