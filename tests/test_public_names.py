import subprocess
import sys

import summarize


def test_the_list_of_public_names_is_sorted() -> None:
    assert sorted(summarize.__all__) == summarize.__all__


def test_every_public_name_can_be_imported_and_says_what_it_is() -> None:
    for name in summarize.__all__:
        thing = getattr(summarize, name)
        assert name == "__version__" or thing.__doc__, name


def test_nothing_else_is_listed() -> None:
    assert summarize.__all__ == dir(summarize)


def test_importing_the_package_loads_no_client_and_no_model_code() -> None:
    heavy = ("openai", "instructor", "httpx2", "xllamacpp", "langchain_text_splitters", "rich", "jinja2", "numpy")
    code = f"import sys, summarize; print(*[name for name in {heavy!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == ""
