"""Which speaker a mention means: the fullest one that fits, named before or after it.

A surname, a pronoun or "the agency" is looked up among the speakers and names of the same article,
the nearest fitting one before first, as in Hobbs' left-to-right search.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from reading.cues import Frame
from reading.full_names import FullNames
from reading.kept import kept
from reading.kinds import acts_for_others, kind_for
from reading.mention import GROUP_PRONOUNS, PERSON_PRONOUNS, Mention
from reading.mentions import mentions_in, parse_mention
from reading.names import (
    acronyms,
    differ,
    gender_by_name,
    named_in,
    stands_in,
)
from reading.phrases import Range, Tokens
from reading.speaking import WORDS_SAID, voices
from reading.standins import FIRMS, GENERIC_BODIES, OF_ANY_KIND, is_backed, may_mean, may_not_mean
from reading.topics import Openings
from reading.words import source_nouns

_STATE = frozenset({"government_metonym", "military_spokesperson", "ministry"})
_PEOPLE = frozenset({"woman", "man", "farmer", "resident", "official", "witness", "survivor"})
_LEADERS = frozenset({"leader", "president", "premier"})
_BEFORE_TITLES = frozenset({"prime", "acting", "interim", "vice"})
_OF_PEOPLE = frozenset({"eyewitness", "other", "official_spokesperson"})

_COLLEAGUES = frozenset({"colleague", "counterpart"})
_REACH = 60
_SENTENCE_REACH = 300
_NATION_REACH = 24
_BARE_WORDS = 2
_FEWEST_INITIALS = 3

_IN_PLACE = re.compile(r"\b[Ii]n (?:the )?(?P<place>[A-Z][\w’'-]{1,24})[^,.;]{0,24}, $")

_PRESENTS = re.compile(r"\b(?:was|is|were|are|including|like|named|called) (?:[\w-]{1,20} ){0,3}\Z")
_IS_PRESENTED = re.compile(r", (?:\d\d\b|an? |who )")

Fits = Callable[[Mention], bool]


class Speakers:
    """The names of one article, and those who have spoken so far."""

    def __init__(self, sentences: Sequence[Tokens], text: str) -> None:
        self._text = text
        self._names: list[Mention] = []
        self._starts: list[int] = []
        self._said: deque[Mention] = deque(maxlen=_REACH)
        self._last_word: dict[str, int] = {}
        self._openings = Openings(text)
        self._sentences = sentences
        self._full = FullNames(sentences[0][-1].end if sentences and sentences[0] else 0)
        self._acronyms: dict[str, Mention] = {}
        for tokens in sentences:
            if "(" in text[tokens[0].start : tokens[-1].end] if tokens else False:
                for short, where in acronyms(tokens):
                    self._acronyms.setdefault(short, self.read(tokens, where))
            for mention in mentions_in(tokens, text):
                self._names.append(mention)
                self._starts.append(mention.span.start)
                self._full.learn(mention)

    def _near(self, mention: Mention) -> Iterator[Mention]:
        """Yield the names before a mention, the nearest first, as far as one looks back."""
        last = bisect_left(self._starts, mention.span.start)
        for index in range(last - 1, max(-1, last - 1 - _REACH), -1):
            yield self._names[index]

    def read(self, tokens: Tokens, where: Range) -> Mention:
        """Take the words of a speaker apart, without looking anything up."""
        return parse_mention(tokens, where, self._text)

    def has_voice(self, tokens: Tokens, frame: Frame) -> bool:
        """Say whether what stands before the colon of a headline speaks, or is only the topic.

        It speaks if it is an office or if the same name speaks, or has something, in the article.
        """
        if frame.source is None:
            return False
        words = [tokens[n] for n in range(*frame.source)]
        if any(word.noun is not None for word in words):
            return True
        return words[-1].lower in self._voices  # "Zembla floods:" is what it is about

    @kept
    def _voices(self) -> frozenset[str]:
        return voices(self._sentences)

    def opens(self, tokens: Tokens) -> None:
        """Remember whom a sentence opens with: "Two survivors …, they said"."""
        self._openings.add(tokens)

    def told_of(self, start: int) -> Mention | None:
        """Return the person that the sentence before the word at `start` opened with."""
        topic = self._openings.topic()
        if topic is None or not (topic.person and topic.proper):
            return None
        return topic if 0 < start - topic.span.end <= _SENTENCE_REACH else None

    def spoke(self, mention: Mention, at: int) -> None:
        """Remember that this one has spoken, who is mentioned there at the offset `at`."""
        self._said.appendleft(mention)
        self._last_word[mention.name] = at

    def resolve(self, mention: Mention) -> Mention:
        """Return the fullest mention that fits: itself, or an earlier or later one."""
        full = self._of_acronym(self._fitting(mention))
        return full if full.role is None or not full.person else self._of_whom(full)

    def _of_acronym(self, speaker: Mention) -> Mention:
        """Return "Ada Lund, a BIA spokeswoman," as of the body that is called so in short."""
        words = (speaker.role or "").split()
        if len(words) < _BARE_WORDS or not acts_for_others(words[-1].lower()):
            return speaker
        short = next((w for w in words if w.isupper() and len(w) > 1 and w.isalpha()), None)
        body = None if short is None else self._acronyms.get(short) or self._initials.get(short)
        if short is None or body is None or body.type is None:
            return speaker
        role = " ".join([body.name if word == short else word for word in words])
        return speaker._replace(type=kind_for(body.type), role=role)

    @kept
    def _initials(self) -> dict[str, Mention]:
        """Bodies by the first letters of their names: "the Bridges Inspection Agency"."""
        found: dict[str, Mention] = {}
        for name in self._names:
            words = [w for w in name.name.split() if w[:1].isupper() and "." not in w]
            if name.body and len(words) >= _FEWEST_INITIALS:
                found.setdefault("".join(word[0] for word in words), name)
        return found

    def _of_whom(self, person: Mention) -> Mention:
        """Return who speaks for "the agency" or "its" body as of the kind that this body is."""
        words = (person.role or "").lower().replace("’s", "").replace("'s", "").split()
        if len(words) == 1 and acts_for_others(words[0]):  # "spokesman Orne" of "an army spokesman"
            same = self._latest(person, lambda m: m.head == words[0] and m.type is not None)
            return person if same is None else person._replace(type=same.type)
        if not _COLLEAGUES.isdisjoint(words):
            other = self._latest(person, lambda m: m.person and m.type is not None)
            return person if other is None else person._replace(type=other.type)
        owned = words[0] in {"its", "their"}
        head = "it" if owned else next((word for word in words if word in OF_ANY_KIND), None)
        if head is None or not (owned or head in {words[0], words[-1]}):
            return person
        meant = person._replace(
            name=head, role=None, person=False, definite=True, proper=False, head=head
        )
        body = self._body(meant) if owned else self._by_head(meant, head)
        if body is None or body.person or body.type is None:
            return person
        return person._replace(type=kind_for(body.type))

    def _fitting(self, mention: Mention) -> Mention:
        head = mention.head
        owner = self._owner(mention)
        if owner is not None:
            return owner
        if head in PERSON_PRONOUNS and not mention.proper:
            return self._person(mention, PERSON_PRONOUNS[head]) or mention
        if head in GROUP_PRONOUNS and not mention.proper:
            return self._group(mention) or mention
        if head == "it" and not mention.proper:
            return self._body(mention) or mention
        if is_backed(mention.name) and self._has_article(mention):
            return self._generic_body(mention) or mention
        if mention.name in self._acronyms and not mention.person:
            return self._acronyms[mention.name]
        if mention.proper:
            leader = self._leader_of(mention) or self._by_role(mention)
            found = leader or self._known(self._full.fullest(mention))
            longer = self._longer(mention) if found.name == mention.name else found
            return found if longer is mention else longer
        if mention.definite and head is not None:
            if head.endswith("-year-old"):
                return self._person(mention, None) or mention
            return self._by_head(mention, head) or mention
        return mention

    def _owner(self, mention: Mention) -> Mention | None:
        """Return whose "its statement" and "their report" are, and "the statement" of the last."""
        if mention.head not in WORDS_SAID:
            return None
        own = mention.span.of(self._text).lower().split()
        if own == ["the", "statement"] and self._said:
            return self._said[0]
        return self._body(mention) if len(own) > 1 and own[0] in {"its", "their"} else None

    def _person(self, mention: Mention, gender: str | None) -> Mention | None:
        def fits(other: Mention) -> bool:
            alike = gender is None or self._gender(other) in {None, gender}
            return other.person and alike and not other.plural

        introduced = self._introduced(mention, gender)
        if introduced is not None:
            return introduced
        spoke, topic = self._latest(mention, fits), self._openings.topic()
        word = -1 if spoke is None else self._last_word[spoke.name]
        if topic is not None and topic.span.start > word and fits(topic):
            return self.resolve(topic)
        return (
            spoke
            or self._named_before(mention, lambda other: fits(other) and other.role is not None)
            or self._named_before(mention, fits)
            or self._latest_of_all()
        )

    def _gender(self, person: Mention) -> str | None:
        return person.gender or gender_by_name(self._full.fullest(person).name)

    def _introduced(self, mention: Mention, gender: str | None) -> Mention | None:
        """Return who is presented in the sentence before: "Among them was Laura Berg, 34."."""
        before = self._openings.before()
        if gender is None or not before:
            return None
        for other in self._near(mention):
            start, end = other.span.start, other.span.end
            if start < before[0].start:
                return None
            if end > before[-1].end or not other.person or self._gender(other) != gender:
                continue
            led = _PRESENTS.search(self._text, before[0].start, start) is not None
            if led or _IS_PRESENTED.match(self._text, end) is not None:
                return None if other.name in self._last_word else other
        return None

    def _group(self, mention: Mention) -> Mention | None:
        opening = self._openings.last() if mention.head == "both" else None
        if opening is not None and opening.proper and " and " in opening.name:
            return opening  # "Berg and Orne left, though both said"
        subject = self._openings.subject()
        if subject is not None and subject.plural:
            return subject
        spoke = self._latest(mention, lambda other: other.plural)
        told = self._openings.people()
        if told is not None and (spoke is None or told.span.start > self._last_word[spoke.name]):
            return self.resolve(told) if told.proper else told
        return spoke or self._latest_of_all()

    def _body(self, mention: Mention) -> Mention | None:
        acting = self._openings.last()
        if acting is not None and acting.body and acting.span.end <= mention.span.start:
            return self._known(self.resolve(acting))
        found = self._latest(mention, _may_be_it)
        topic = self._openings.topic()
        nearer = topic is not None and (found is None or topic.span.start > found.span.start)
        if topic is not None and nearer and not topic.person and not topic.plural:
            return self._known(self.resolve(topic))
        return found or self._latest_of_all()

    def _known(self, mention: Mention) -> Mention:
        """Return an earlier mention of the same name that gives a role, if this one does not."""
        if mention.role is not None:
            return mention
        for other in self._said:
            if other.name == mention.name and other.role is not None:
                return other
        return mention

    def _has_article(self, mention: Mention) -> bool:
        return self._text[mention.span.start : mention.span.start + 4].lower() == "the "

    def _longer(self, mention: Mention) -> Mention:
        """Return the body that "the Observatory", "the Lake Army" is short for, named before."""
        words = mention.name.split()
        noun = source_nouns().get(words[-1].lower())
        if (
            not self._has_article(mention)
            or mention.name.isupper()
            or noun is None
            or not words[-1][:1].isupper()
        ):
            return mention
        size = len(words)
        for other in (*self._said, *self._near(mention)):
            theirs = other.name.split()
            if not other.body or len(theirs) <= size or other.span.start >= mention.span.start:
                continue
            if stands_in(words, theirs) is not None:
                return other
        for other in self._said:
            called = named_in(words, (other.role or "").split())
            if called is not None:
                return mention._replace(name=called)
        return mention

    def _latest(self, mention: Mention, fits: Fits) -> Mention | None:
        for other in self._said:
            if other.span.start < mention.span.start and fits(other):
                return other
        return None

    def _latest_of_all(self) -> Mention | None:
        return self._said[0] if self._said else None

    def _named_before(self, mention: Mention, fits: Fits) -> Mention | None:
        for other in self._near(mention):
            if other.span.end <= mention.span.start and fits(other):
                return self._known(self._full.fullest(other))
        return None

    def _by_head(self, mention: Mention, head: str) -> Mention | None:
        noun = source_nouns().get(head)

        elsewhere = self._place_before(mention)

        def fits(other: Mention) -> bool:
            if elsewhere is not None and noun is not None and not noun.body:
                placed = other.role or other.name
                if elsewhere not in placed and placed != placed.lower():
                    return False
            role = "" if noun is not None and noun.body else other.role or ""
            theirs = f"{other.name} {role}".lower().split()
            if head in theirs and not (noun is not None and noun.body and _speaks_for(other)):
                return not differ(mention.name.lower().split(), theirs, head)
            same_kind = noun is not None and noun.gender and other.person
            return bool(
                same_kind
                and noun is not None
                and other.type == noun.type
                and other.gender in {None, noun.gender}
            )

        found = self._latest(mention, fits) or self._named_before(mention, fits)
        if found is not None:
            return found
        if head in _LEADERS:
            return self._latest(mention, lambda m: m.person and m.type == "head_of_state")
        if head in _PEOPLE:
            return self._latest(mention, lambda m: m.type in _OF_PEOPLE)
        if head in GENERIC_BODIES and len(mention.name.split()) <= _BARE_WORDS:
            return self._generic_body(mention)
        return None

    def _place_before(self, mention: Mention) -> str | None:
        """Return where "In Lviv, the governor" speaks: not the governor of another place."""
        start = mention.span.start
        found = _IN_PLACE.search(self._text, max(0, start - _NATION_REACH * 2), start)
        return None if found is None else found.group("place")

    def _leader_of(self, mention: Mention) -> Mention | None:
        """Return whom "the Guatemalan leader" means: the head of state so called, or the only one.

        A president with another country in the title ("Malaysian Prime Minister") is not meant.
        """
        words = mention.name.split()
        if len(words) != 2 or words[-1] not in _LEADERS:
            return None
        if self._text[mention.span.start : mention.span.start + 4].lower() != "the ":
            return None
        heads = {
            m.name: m
            for m in (*self._names, *self._said)
            if m.person and m.type == "head_of_state" and m.role and " " in m.name
        }
        called = [m for m in heads.values() if words[0] in self._title_of(m)]
        chosen = called or [m for m in heads.values() if _plain_title(self._title_of(m))]
        return chosen[0] if len(chosen) == 1 else None

    def _title_of(self, mention: Mention) -> list[str]:
        """Return the words of a title, with the name of a nation that stands before it."""
        start = mention.span.start
        before = self._text[max(0, start - _NATION_REACH) : start].split()[-1:]
        nation = [word for word in before if word[:1].isupper() and word.isalpha()]
        return [*nation, *(mention.role or "").split()]

    def _by_role(self, mention: Mention) -> Mention | None:
        """Return whom "the Zemblan president" names: a person with that role."""
        noun = source_nouns().get(mention.head or "")
        if noun is None or not noun.title:
            return None
        words = set(mention.name.lower().split())

        def fits(other: Mention) -> bool:
            return other.person and words <= set((other.role or "").lower().split())

        return self._latest(mention, fits) or self._named_before(mention, fits)

    def _generic_body(self, mention: Mention) -> Mention | None:
        """Return what "the group" means: a body named just before, or the last that spoke."""
        spoken = {said.name for said in self._said}
        head = mention.head
        nearest = next(
            (
                m
                for m in self._near(mention)
                if m.body
                and m.name not in spoken
                and may_mean(head, m.name)
                and not _is_other_than(m, head)
            ),
            None,
        )
        spoke = self._latest(
            mention,
            lambda m: (
                m.proper
                and not (m.person or m.plural or _is_other_than(m, head))
                and not may_not_mean(head, m.name)
            ),
        )
        if spoke is None and nearest is None and head in FIRMS:
            return self._latest(mention, lambda m: _may_be_firm(m, head))
        if spoke is None or (nearest is not None and nearest.span.start > spoke.span.start):
            return nearest
        return spoke


def _is_other_than(mention: Mention, head: str | None) -> bool:
    """Say whether "the rebel group" cannot mean a medium: who hears is told what another did.

    Nor is "the union" or "the company" a ministry.
    """
    if mention.type in _STATE:
        return head in FIRMS | {"union"}
    return mention.type in {"media", "state_media"} and head in FIRMS | {"bloc", "group", "union"}


def _speaks_for(mention: Mention) -> bool:
    """Say whether one person is named who speaks for a body: "a spokesman for its ministry"."""
    noun = source_nouns().get(mention.head or "")
    return noun is not None and noun.title and not noun.body


def _may_be_it(mention: Mention) -> bool:
    """Say whether "it" can mean this one: a body, or a name of which nothing shows a person."""
    unknown = mention.proper and mention.role is None and mention.gender is None
    return not mention.plural and (not mention.person or unknown)


def _may_be_firm(mention: Mention, head: str | None) -> bool:
    """Say whether "the company" can mean a name of which nothing says what it is."""
    known = mention.head is not None and mention.head in source_nouns()
    known = known or mention.type not in {None, "other"}
    named = mention.proper and not known and not may_not_mean(head, mention.name)
    return named and _may_be_it(mention)


def _plain_title(title: Sequence[str]) -> bool:
    first = title[0].lower()
    return first in _BEFORE_TITLES or first in source_nouns()
