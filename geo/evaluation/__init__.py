"""How well places are found and understood, measured against gold."""

from geo.evaluation.calibration import Bin, Calibration, calibrate
from geo.evaluation.corpus import read_json, read_jsonl
from geo.evaluation.mentions import MentionsReport, evaluate_mentions
from geo.evaluation.places import PlaceError, PlacesReport, Row, Score, evaluate_places

__all__ = [
    "Bin",
    "Calibration",
    "MentionsReport",
    "PlaceError",
    "PlacesReport",
    "Row",
    "Score",
    "calibrate",
    "evaluate_mentions",
    "evaluate_places",
    "read_json",
    "read_jsonl",
]
