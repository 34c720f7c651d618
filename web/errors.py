"""What can go wrong between a request and its answer.

::

    WebError (ValueError)
    ├── SettingsError       a DATELINE_* variable cannot be used
    ├── ParameterError      query parameters, all bad ones reported together
    ├── SubmissionError     a posted report is not in a form that can be read
    │   └── MediaTypeError  of a kind that is not taken
    └── ForbiddenError      a foreign page sent it, or the editor's token is missing
"""

from collections.abc import Mapping


class WebError(ValueError):
    """Base of every error that web raises."""


class SettingsError(WebError):
    """A setting has a value that cannot be used."""


class ParameterError(WebError):
    """Query parameters that cannot be used.

    Parameters
    ----------
    problems : mapping of str to str
        What is wrong with each parameter, and what to write instead.
    """

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {words}" for name, words in problems.items()))
        self.problems = dict(problems)


class SubmissionError(WebError):
    """A posted report cannot be read."""


class MediaTypeError(SubmissionError):
    """A posted report is of a kind that is not taken."""


class ForbiddenError(WebError):
    """The sender may not do that."""
