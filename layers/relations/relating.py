"""What the claims of one map say of each other, within a report and across reports.

Quantities compare as intervals: "at least 3,000" contains 12,000, so the two are compatible, while
five camps and three camps differ. A source that repeats itself tells of the same event, another
source corroborates it. Each claim is linked to the likeliest claim of each kind, not to all, and
is compared with the claims before it as far back as ``_LOOKBACK``, so that the work grows with the
number of claims.
"""

from collections.abc import Iterable, Sequence

from layers.model import Annotation, Audit
from layers.relations.comparable import Comparable, comparables
from layers.relations.denials import denial, joined
from layers.relations.links import Link
from layers.relations.opposed import opposed
from layers.relations.parts import parts
from layers.relations.retold import STORY, events, story
from layers.relations.revised import revised
from layers.relations.tallies import give_bare_figures_their_unit, numbers
from layers.relations.worded import SPEAKING

_LOOKBACK = 120


def relate(annotations: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """Link the claims of one map.

    Parameters
    ----------
    annotations : tuple of Annotation
        Of all reports of the map together, in text order.

    Returns
    -------
    tuple of Annotation
        The same, with ``relations`` on each: what was known from the words themselves, and what
        comparing the claims adds; the rules that found them stand with the others in ``rules``.
        Symmetric relations stand at the later claim.
    """
    claims = comparables(annotations)
    give_bare_figures_their_unit(claims)
    links: dict[str, list[Link]] = {claim.id: [] for claim in claims}
    told: list[Comparable] = []
    for claim in claims:
        earlier = claims[max(0, claim.rank - _LOOKBACK) : claim.rank]
        if told and told[0].rank < claim.rank - _LOOKBACK:
            del told[0]
        for link in _links(claim, earlier, told, claims):
            # Who denied it beforehand is linked already.
            if all(back.target is not link.claim for back in links[link.target.id]):
                links[link.claim.id].append(link)
        if not (links[claim.id] or claim.known or claim.headline):
            links[claim.id] = list(joined(claim, earlier, links))
        if not claim.headline:
            told.append(claim)
    return tuple([_linked(annotation, links[annotation.claim_id]) for annotation in annotations])


def _linked(annotation: Annotation, links: Sequence[Link]) -> Annotation:
    if not links:
        return annotation
    found = [link.relation for link in links]
    relations = tuple(dict.fromkeys((*annotation.relations, *found)))
    known = annotation.audit
    rules = tuple(dict.fromkeys((*known.rules, *[link.rule for link in links])))
    return annotation.linked(relations, Audit(rules, *known[1:]))


def _links(
    claim: Comparable,
    earlier: Sequence[Comparable],
    told: Sequence[Comparable],
    claims: Sequence[Comparable],
) -> Iterable[Link]:
    """Yield what a claim has to do with those before it, and with those of them in no headline."""
    if claim.stance in SPEAKING and not claim.headline:
        if not claim.known:
            yield from denial(claim, earlier, claims)
        return
    if claim.headline:
        yield from story(claim, claims[claim.rank + 1 : claim.rank + STORY])
        return
    taken = set(claim.known)
    of_whole = tuple(parts(claim, told))
    # Some of the dead are no toll of their own; the dead of those who fell ill are.
    is_share = any(link.claim is claim and link.target.unit == claim.unit for link in of_whole)
    found = (
        *of_whole,
        *(() if is_share else numbers(claim, told)),
        *revised(claim, told),
        *opposed(claim, told),
        *events(claim, told),
    )
    for link in found:
        other = link.target if link.claim is claim else link.claim
        if other.id not in taken:
            taken.add(other.id)
            yield link
