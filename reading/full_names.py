"""The full names of an article: which a surname, or a given name, is short for."""

from reading.mention import Mention
from reading.names import without_owner, words_of_name


class FullNames:
    """Every full name of one article by its words; `headline_end` is where its body begins."""

    def __init__(self, headline_end: int) -> None:
        self._surnames: dict[str, dict[str, Mention]] = {}
        self._given: dict[str, dict[str, Mention]] = {}
        self._headline_end = headline_end

    def learn(self, mention: Mention) -> None:
        """Keep one mention of each full name, one with a role if there is any."""
        if mention.role is None and not (mention.person and " " in mention.name):
            return
        words = words_of_name(mention.name)
        places = [(self._surnames, words[-1]), (self._given, words[0])]
        places += [(self._given, word) for word in words[1:-1]]
        for index, word in places:
            same = index.setdefault(word, {})
            known = same.get(mention.name)
            if known is None or (known.role is None and mention.role is not None):
                same[mention.name] = mention

    def fullest(self, mention: Mention) -> Mention:
        """Return the longest name that a name is short for, with a role if one has any."""
        words = without_owner(words_of_name(mention.name))
        if len(words) > 1 and mention.role is not None:
            return mention
        best, size = mention, (len(words), mention.role is not None)
        options = self._surnames.get(words[-1])
        if len(words) == 1 and self._only_in_headline(options):
            # Many are called by another of their names: Anwar Ibrahim, Moussa Faki Mahamat.
            options = self._given.get(words[0], options)
        for option in (options or {}).values():
            theirs = words_of_name(option.name)
            if not set(words) <= set(theirs):
                continue
            if mention.name.isupper() and option.person:
                continue  # a body, and not whoever heads it
            if len(words) == 1 and self._named_apart(mention, option):
                continue
            option_size = (len(theirs), option.role is not None)
            if option_size > size:
                best, size = option, option_size
        return best

    def _only_in_headline(self, options: dict[str, Mention] | None) -> bool:
        """Say whether no such name stands below the headline, where "FM" may be part of one."""
        named = () if options is None else options.values()
        return all(option.span.end <= self._headline_end for option in named)

    def _named_apart(self, mention: Mention, option: Mention) -> bool:
        """Say whether the body of the text has the short name first: "Norway", "Space Norway"."""
        return self._headline_end <= mention.span.start < option.span.start
