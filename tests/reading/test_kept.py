"""What is worked out when first asked for: once, and apart for each."""

import pytest

from reading.kept import kept


class Report:
    """Counts how often it is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.read = 0

    @kept
    def words(self) -> list[str]:
        """The words of the text."""
        self.read += 1
        return self.text.split()


def test_it_is_worked_out_once():
    report = Report("rain fell")
    assert (report.words, report.words, report.read) == (["rain", "fell"], ["rain", "fell"], 1)


def test_each_has_its_own():
    assert (Report("rain").words, Report("snow").words) == (["rain"], ["snow"])


def test_what_fails_is_tried_again():
    report = Report("rain")
    del report.text
    with pytest.raises(AttributeError):
        _ = report.words
    report.text = "snow"
    assert report.words == ["snow"]


def test_it_tells_what_it_is():
    assert Report.words.__doc__ == "The words of the text."
