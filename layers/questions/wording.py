"""How a question reads: built from event type, unit, subject, places and dates of its claims."""

from collections import Counter
from collections.abc import Sequence

from layers.lexicon import table
from layers.questions.inquiry import PLACED, Inquiry, Topic

_LONGEST_CHARS = 90
_BEFORE_PLACE = (("origin", "from"), ("destination", "to"), ("event_location", "in"))


def word(inquiry: Inquiry, topics: Sequence[Topic]) -> tuple[str, ...]:
    """Return the text of each question; those that would read alike get their place or year.

    Parameters
    ----------
    inquiry : Inquiry
    topics : sequence of Topic
        Of the whole map, so that texts are told apart.
    """
    texts = [_text(inquiry, topic) for topic in topics]
    for more in (_where, _when, _whose):
        counted = Counter(texts)
        texts = [
            _with(text, more(inquiry, topic)) if counted[text] > 1 else text
            for text, topic in zip(texts, topics, strict=True)
        ]
    return tuple(texts)


def _text(inquiry: Inquiry, topic: Topic) -> str:
    if topic.kind == "how_many":
        return _how_many(inquiry, topic)
    base = inquiry.head(topic.base)
    row = table("event_questions").get(base.what.event_type)
    if topic.kind == "where" and row is not None:
        return row["where"].replace("{who}", _who(inquiry, topic))
    if row is None:
        return f"Is this so: “{_shortened(base.anchor.quote)}”?"
    stem = row["whether"].replace("{who}", _who(inquiry, topic))
    skipped = {"origin"} if "{who}" in row["whether"] else set()
    places = _places(inquiry, topic.base, skipped)
    return " ".join([stem.removesuffix(" there") if places else stem, *places]) + "?"


def _how_many(inquiry: Inquiry, topic: Topic) -> str:
    whole = _whole(inquiry, topic)
    if whole is not None:
        return f"How many of the {whole}?"
    known = table("count_questions").get(inquiry.unit(topic.base) or "")
    if known is not None:
        return known["question"]
    return f"How many {_unit(inquiry, topic) or 'of them'}?"


def _whole(inquiry: Inquiry, topic: Topic) -> str | None:
    """Return what a part is taken from, by the word printed for the whole."""
    head = inquiry.head(topic.base)
    targets = [relation.target for relation in head.relations if relation.type == "part_of"]
    if head.how_many.part_of is not None:
        targets.append(head.how_many.part_of)
    units = (inquiry.head(c).how_many.quantity_unit for c in targets if c in inquiry.claims)
    return next((" ".join(unit.split()) for unit in units if unit), None)


def _unit(inquiry: Inquiry, topic: Topic) -> str | None:
    """Return the printed word for what is counted: the commonest, of equals the longest."""
    units = Counter(
        " ".join(unit.split())
        for claim_id in topic.claim_ids
        if (unit := inquiry.head(claim_id).how_many.quantity_unit)
    )
    return min(units, key=lambda name: (-units[name], -len(name), name), default=None)


def _who(inquiry: Inquiry, topic: Topic) -> str:
    """Return who they are: "soldiers from North Korea"."""
    counted = [
        claim_id
        for claim_id in topic.claim_ids
        if inquiry.unit(claim_id) is not None and not inquiry.is_part(claim_id)
    ]
    row = table("event_questions")[inquiry.head(topic.base).what.event_type]
    noun = _unit(inquiry, Topic(topic.kind, tuple(counted), topic.base)) or row["who"]
    origins = next((found for c in topic.claim_ids if (found := inquiry.origins(c))), ())
    return f"{noun} from {_and(origins)}" if origins else noun


def _places(inquiry: Inquiry, claim_id: str, skipped: set[str]) -> list[str]:
    group = inquiry.claims[claim_id]
    parts = []
    for role, preposition in _BEFORE_PLACE:
        names = [a.where.place for a in group if a.where.place_role == role and a.where.place]
        if names and role not in skipped:
            parts.append(f"{preposition} {_and(tuple(dict.fromkeys(names)))}")
    return parts


def _where(inquiry: Inquiry, topic: Topic) -> str:
    if topic.kind == "where":
        return ""
    for claim_id in topic.claim_ids:
        names = [
            a.where.place
            for a in inquiry.claims[claim_id]
            if a.where.place_role in PLACED and a.where.place
        ]
        if names:
            return f"in {names[0]}"
    return ""


def _when(inquiry: Inquiry, topic: Topic) -> str:
    past = inquiry.past(topic.base)
    return "" if past is None or past[1] is None else f"in {past[1].year}"


def _whose(inquiry: Inquiry, topic: Topic) -> str:
    return f"(claim {inquiry.rank[topic.base] + 1})"


def _with(text: str, more: str) -> str:
    return f"{text.removesuffix('?')} {more}?" if more and more not in text else text


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _shortened(quote: str) -> str:
    words = " ".join(quote.split()).strip("“”\"'")
    if len(words) <= _LONGEST_CHARS:
        return words.rstrip(".,;")
    return words[:_LONGEST_CHARS].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
