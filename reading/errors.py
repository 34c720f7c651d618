"""What can go wrong while an article is read.

::

    ReadingError (ValueError)
    ├── ArticleError      the bytes are no article: empty, binary, too long, undecodable
    ├── DateError         a date that is none
    ├── LexiconError      a lexicon file is damaged
    └── ProposalError     what an extractor saved is no list of proposals
"""


class ReadingError(ValueError):
    """Base of every error that reading raises."""


class ArticleError(ReadingError):
    """The input cannot be read as an article."""


class DateError(ReadingError):
    """A given date is not a calendar date."""


class LexiconError(ReadingError):
    """A lexicon row cannot be used."""


class ProposalError(ReadingError):
    """The saved output of an extractor cannot be used."""
