"""Damaged case files, with secrets planted in them."""

import re

from hypothesis import strategies as st

from tests.case.family import full, write

# A secret in many shapes: none may come back in a finding or in its sentences.
SECRETS = (
    "Geheimlaan 12",
    "geheimlaan_12",
    "6811ZZ",
    "GEHEIM",
    "Gehéim",
    "06-98765432",
    "gehеim",  # with a Cyrillic letter
)
HIDDEN = re.compile("(?i)geh[eé]im|geh\u0435im|6811|98765432")

LINES = {language: write(full(), language).split("\n") for language in ("nl", "en")}


def _value(line: str, secret: str) -> str:
    key, colon, _ = line.partition(":")
    return f"{key}{colon} {secret}"


def _quoted(line: str, secret: str) -> str:
    return _value(line, f'"{secret}"')


def _key(line: str, secret: str) -> str:
    return re.sub(r"\w+:", f"{secret}:", line, count=1)


def _joined(line: str, secret: str) -> str:
    return line.replace(":", f"{secret}:", 1)


# One damage to one line.
DAMAGES = (
    _value,
    _quoted,
    _key,
    _joined,
    lambda line, secret: _value(line, f"[{secret}, {secret}]"),
    lambda line, secret: _value(line, f"{{{secret}: {secret}}}"),
    lambda line, secret: _value(line, f'"{secret}'),
    lambda line, secret: _value(line, f"'{secret}"),
    lambda line, secret: _value(line, f"&{secret} x"),
    lambda line, secret: _value(line, f"*{secret}"),
    lambda line, secret: _value(line, f"!{secret} x"),
    lambda line, secret: _value(line, f"!<{secret}> x"),
    lambda line, secret: _value(line, f"{secret}: {secret}"),
    lambda line, secret: _value(line, f"| {secret}"),
    lambda line, secret: _value(line, f'"\\u202e{secret}"'),
    lambda line, secret: _value(line, f'"\\{secret}"'),
    lambda line, secret: _value(line, f"{secret}\u200b"),
    lambda line, secret: f"{line}\n{line} {secret}",
    lambda line, secret: f"{line}\n{secret}",
    lambda line, secret: f"{line}\n  {secret}: {secret}",
    lambda line, secret: f"{line}\n\t{secret}: x",
    lambda line, secret: f"%{secret} x\n---\n{line}",
    lambda line, secret: f"{line}\n---\n{secret}: x",
    lambda line, secret: f"{line}\n? [{secret}]\n: x",
    lambda line, secret: f"{line} # {secret}",
    lambda line, secret: line[: len(line) // 2],
    lambda line, secret: " " + line,
    lambda line, secret: "",
)


@st.composite
def planted(draw: st.DrawFn) -> bytes:
    """A full file in which a few lines are damaged, each with a secret in it."""
    lines = list(LINES[draw(st.sampled_from(sorted(LINES)))])
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        damage = draw(st.sampled_from(DAMAGES))
        lines[number] = damage(lines[number], draw(st.sampled_from(SECRETS)))
    return "\n".join(lines).encode()


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A full file in which a few bytes are changed, added, removed or moved."""
    data = bytearray("\n".join(LINES[draw(st.sampled_from(sorted(LINES)))]).encode())
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(data) - 1))
        length = draw(st.integers(0, 40))
        data[place : place + draw(st.integers(0, 3))] = draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from([b"\n", b"  ", b": ", b"- ", b"[", b"]", b"{", b"}", b'"', b"'"]),
                st.sampled_from([b"&a ", b"*a", b"!!x ", b"<<: ", b"|", b">", b"%", b"#", b"\t"]),
                st.just(bytes(data[place : place + length])),
            )
        )
    return bytes(data)
