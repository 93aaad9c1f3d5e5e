import os
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def data_or_none() -> list[Path]:
    """The folder of labelled data, where there is one."""
    folder = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
    return [folder] if folder.is_dir() else []
