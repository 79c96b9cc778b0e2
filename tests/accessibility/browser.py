"""Debian's Chromium, headless and without a network, for the tests that need a real browser."""

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-default-browser-check")


def chromium() -> str | None:
    """Give the browser of this machine, if there is one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def missing() -> str:
    """Say why there is nothing to test with; empty when all is there."""
    for module in ("playwright", "axe_playwright_python"):
        if importlib.util.find_spec(module) is None:
            return f"no browser tests: {module} is missing (pip install -e '.[browser]')"
    if chromium() is None:
        return "no browser tests: there is no Chromium on the PATH (apt-get install chromium)"
    return ""


@cache
def axe() -> str:
    """Give axe-core's script."""
    package = resources.files("axe_playwright_python")
    return (package / "axe.min.js").read_text("utf-8")


@dataclass
class Sheet:
    """One tab, and the addresses that it asked for since the page on it was opened."""

    tab: Any
    file: Path
    asked: list[str] = field(default_factory=list)

    def open(self, html: bytes) -> None:
        """Show these bytes, from a file, as a family would."""
        self.file.write_bytes(html)
        self.asked.clear()
        self.tab.goto(self.file.as_uri())

    def look(self, script: str, width: int = 1280, css: str = "") -> Any:
        """Run a function in the page, this wide and with this style on top of its own."""
        self._wide(width)
        return self.tab.evaluate(_WITH % script, css)

    def axe(self, options: dict[str, object]) -> Any:
        """Run axe-core over the page."""
        self._wide(1280)
        self.tab.evaluate(f"window.axe || (() => {{ {axe()} }})()")
        return self.tab.evaluate(_RUN, options)

    def _wide(self, width: int) -> None:
        if self.tab.viewport_size["width"] != width:
            self.tab.set_viewport_size({"width": width, "height": 900})

    def keys(self, key: str) -> None:
        """Press a key, as somebody without a mouse does."""
        self.tab.keyboard.press(key)

    def printed(self) -> bytes:
        """Give the PDF that printing makes."""
        return bytes(self.tab.pdf(prefer_css_page_size=True, print_background=True))


_WITH = """css => {
  const style = document.createElement('style');
  style.textContent = css;
  if (css) document.head.append(style);
  try { return (%s)(); } finally { style.remove(); }
}"""
_RUN = """async options => {
  const { violations, incomplete, passes } = await axe.run(document, options);
  return { violations, incomplete, passes: passes.map(rule => rule.id) };
}"""


@contextmanager
def sheet(folder: Path) -> Iterator[Sheet]:
    """Start the browser with a profile of its own, and give one tab."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium(), args=QUIET)
        context = browser.new_context(offline=True)
        made = Sheet(context.new_page(), folder / "copy.html")
        made.tab.on("request", lambda request: made.asked.append(request.url))
        yield made
        browser.close()
