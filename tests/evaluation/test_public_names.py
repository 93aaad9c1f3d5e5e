from __future__ import annotations

import subprocess
import sys

from summarize import evaluation


def test_the_list_of_public_names_is_sorted_as_the_linter_sorts_it() -> None:
    kinds = [[name for name in evaluation.__all__ if kind(name)] for kind in (str.isupper, str.istitle, str.islower)]
    assert len(set(evaluation.__all__)) == len(evaluation.__all__)
    assert all(sorted(names) == names for names in kinds)


def test_every_public_name_can_be_imported_and_says_what_it_is() -> None:
    for name in evaluation.__all__:
        thing = getattr(evaluation, name)
        assert name == "BASELINES" or thing.__doc__, name


def test_nothing_else_is_listed() -> None:
    assert sorted(evaluation.__all__) == dir(evaluation)


def test_no_public_name_is_hidden_by_the_module_it_lives_in() -> None:
    code = (
        "import pkgutil, importlib, summarize.evaluation as e\n"
        "[importlib.import_module(f'{e.__name__}.{m.name}') for m in pkgutil.iter_modules(e.__path__)]\n"
        "print(*[n for n in e.__all__ if type(getattr(e, n)).__name__ == 'module'])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "" == found.stdout.strip()


def test_importing_the_package_loads_neither_numpy_nor_the_model_code() -> None:
    heavy = ("numpy", "scipy", "openai", "pydantic", "summarize.pipeline")
    code = f"import sys, summarize.evaluation; print(*[name for name in {heavy!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "" == loaded.stdout.strip()
