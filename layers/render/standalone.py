"""The stand-alone file: one page that asks for nothing.

Style, scripts and data stand in the file itself, and its own content policy names each by hash, so
that nothing else can run and no request can leave, whatever the report's words are.
"""

import base64
import hashlib
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
_ESCAPE_TABLE = str.maketrans(_ESCAPES)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a stand-alone file is made of.

    Parameters
    ----------
    title : str
        Plain text.
    body : str
        HTML, already safe.
    styles, scripts : sequence of bytes
        Our own files, in order; classic scripts.
    data : mapping of str to bytes
        JSON by the id of the element that holds it.
    language : str
        BCP 47 tag of the page.
    direction : str
        ``ltr`` or ``rtl``.
    """

    title: str
    body: str
    styles: Sequence[bytes]
    scripts: Sequence[bytes]
    data: Mapping[str, bytes]
    language: str = "en"
    direction: str = "ltr"


def standalone(parts: Parts) -> bytes:
    """Return the file, UTF-8.

    Raises
    ------
    ValueError
        A style or script of ours would close its own element.
    """
    style = _own(b"\n".join(parts.styles), "style")
    script = _own(b"\n".join(parts.scripts), "script")
    policy = "; ".join(f"{name} {value}" for name, value in policy_for(style, script).items())
    blocks = "\n".join(
        f'<script type="application/json" id="{html.escape(name)}">{inert_json(value)}</script>'
        for name, value in parts.data.items()
    )
    return f"""<!doctype html>
<html lang="{html.escape(parts.language)}" dir="{html.escape(parts.direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(parts.title)}</title>
<style>{style}</style>
</head>
{parts.body}
{blocks}
<script>{script}</script>
</html>
""".encode()


def policy_of(page: bytes) -> Mapping[str, str]:
    """Return the hash directives of a stand-alone file, for a server that shows it."""
    text = page.decode()
    style = text.split("<style>", 1)[1].split("</style>", 1)[0]
    script = text.rsplit("<script>", 1)[1].split("</script>", 1)[0]
    return {name: policy_for(style, script)[name] for name in ("script-src", "style-src")}


def policy_for(style: str, script: str) -> dict[str, str]:
    """Return the content policy that lets just this style and this script in."""
    return {
        "default-src": "'none'",
        "script-src": f"'sha256-{_digest(script)}'",
        "style-src": f"'sha256-{_digest(style)}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def inert_json(value: bytes) -> str:
    r"""Return JSON that cannot end the element it stands in.

    Examples
    --------
    >>> print(inert_json(b'{"a":"</script>"}'))
    {"a":"\u003c/script\u003e"}
    """
    return value.decode().translate(_ESCAPE_TABLE)


def _own(content: bytes, element: str) -> str:
    # A parser reads every line end as one line feed, and the hash is over what it read.
    text = content.decode().replace("\r\n", "\n").replace("\r", "\n")
    if f"</{element}" in text.lower():
        raise ValueError(f"our own {element} holds </{element}, which would end it")
    return text


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
