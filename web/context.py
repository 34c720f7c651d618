"""What every route works with: the settings, the store, the places; and how a page is answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from geo.model import Worldview
from layers.store import Store
from web.delivery import deliver
from web.maps import Maps
from web.security import Audience, Policy, policy
from web.settings import Settings
from web.templating import render

if TYPE_CHECKING:
    from flask import Response

    from geo.boundaries import Boundaries
    from geo.gazetteer import Gazetteer
    from layers.model import MapDocument

EXTENSION = "dateline"


@dataclass
class Context:
    """One for each application; the gazetteer is opened when first needed."""

    settings: Settings
    store: Store
    maps: Maps = field(init=False)
    _boundaries: "dict[Worldview, Boundaries]" = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.maps = Maps(self.store, self._redraw)

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        """The places, opened once; on a new machine the world index is built first."""
        from geo.gazetteer.ready import open_ready

        return open_ready(
            self.settings.data_dir,
            core_only=self.settings.gazetteer == "core",
            worldview=self.settings.worldview,
        )

    @cached_property
    def boundaries(self) -> "Boundaries":
        """The outlines of the worldview in which reports are read."""
        return self.boundaries_of(self.settings.worldview)

    def boundaries_of(self, worldview: Worldview) -> "Boundaries":
        """Return the outlines of a worldview, opened once."""
        from geo.boundaries import Boundaries

        if worldview not in self._boundaries:
            self._boundaries[worldview] = Boundaries.open(
                worldview, data_dir=self.settings.data_dir
            )
        return self._boundaries[worldview]

    def _redraw(self, document: "MapDocument", worldview: Worldview) -> "MapDocument":
        from layers.worldview import redrawn

        return redrawn(document, self.gazetteer, self.boundaries_of(worldview))


def context() -> Context:
    """Return the context of the application that answers."""
    from flask import current_app

    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Context)  # noqa: S101  (tells the type checker)
    return found


def root_url() -> str:
    """Return the public address of the site, without a slash at the end."""
    from flask import request

    return context().settings.base_url or (request.host_url.rstrip("/") + request.script_root)


def page(
    template: str,
    *,
    audience: Audience = "app",
    status: int = 200,
    extra_policy: Policy | None = None,
    **values: Any,
) -> "Response":
    """Return a page of ours under the policy of its audience."""
    return send(written(template, **values), audience, status, extra_policy)


def written(template: str, **values: Any) -> bytes:
    """Return a page as it is sent."""
    from flask import request

    html = render(template, root=request.script_root, settings=context().settings, **values)
    return html.encode(errors="replace")


def send(
    html: bytes | Callable[[], bytes],
    audience: Audience = "app",
    status: int = 200,
    extra_policy: Policy | None = None,
    tag: str | None = None,
) -> "Response":
    """Send a page under the policy of its audience.

    Parameters
    ----------
    html : bytes or callable
        The page, or what writes it; with a `tag`, it is only written for those who have another.
    """
    response = deliver(html, "text/html", status=status, tag=tag)
    settings = context().settings
    response.headers["Content-Security-Policy"] = policy(audience, settings, extra_policy)
    return response
