"""Keeps the longer runs out of the ordinary test command: `pytest -m long` runs them."""

import gc

import pytest
from hypothesis import settings

# The same examples in every run, and no test input left on disk; `pytest -m long` searches on.
settings.register_profile("steady", derandomize=True, database=None)
settings.register_profile("searching", database=None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("-m"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


def pytest_collection_finish() -> None:
    """Look for garbage as seldom as the program does, and never among what was collected."""
    gc.set_threshold(50_000)
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("searching" if config.getoption("-m") else "steady")
