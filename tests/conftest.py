"""Long tests run with `pytest -m long` alone."""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "long" in str(config.getoption("-m")):
        return
    skip = pytest.mark.skip(reason="a longer run: pytest -m long")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skip)
