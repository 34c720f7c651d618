"""Words that stand in for a body named before: "the agency", "the airline", "the group"."""

from reading.bodies import names_company

GENERIC_BODIES = frozenset(
    {
        *("agency", "organisation", "organization", "group", "body", "company", "firm"),
        *("institute", "charity", "foundation", "watchdog", "alliance", "bloc", "bank"),
        *("union", "newspaper", "broadcaster", "operator", "manufacturer", "airline"),
    }
)
OF_ANY_KIND = frozenset(
    {"agency", "alliance", "bloc", "body", "institute", "mission", "organisation", "organization"}
)
_ARMED_BODIES = frozenset({"faction", "militia", "movement", "party"})
FIRMS = frozenset({"airline", "bank", "company", "firm", "manufacturer", "operator"})
_BUSINESSES = FIRMS | {"body", "group"}
_SITES = frozenset(
    {"airport", "church", "clinic", "college", "hospital", "mosque", "prison", "school", "temple"}
    | {"university"}
)
_GROUPS = FIRMS | {"charity", "group", "union"}
_OFFICES = frozenset(
    {"agency", "authority", "bureau", "commission", "court", "department", "ministry", "office"}
)
_OF_MEMBERS = frozenset({"association", "council", "federation", "party", "society", "union"})


def is_backed(name: str) -> bool:
    """Say whether a body is told of by whom it has behind it: "Orvel-backed movement"."""
    first, _, last = name.lower().partition(" ")
    return last in GENERIC_BODIES | _ARMED_BODIES and first.endswith(
        ("-backed", "-based", "-led", "-run")
    )


def may_mean(head: str | None, name: str) -> bool:
    """Say whether "the airline", "the group" can mean a body that was only named.

    >>> may_mean("company", "Orvel Energy"), may_mean("agency", "Orvel Energy")
    (True, False)
    """
    last = name.rpartition(" ")[2].lower()
    if last in _SITES or may_not_mean(head, name):
        return False
    if last in _OFFICES and last != head and head in _GROUPS:
        return False
    return head in _BUSINESSES or not names_company(last)


def may_not_mean(head: str | None, name: str) -> bool:
    """Say whether "the airline" cannot mean a union or a council, whoever spoke last."""
    return head in FIRMS and name.rpartition(" ")[2].lower() in _OF_MEMBERS
