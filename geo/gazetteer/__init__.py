"""The gazetteer: which places there are, and what they are called."""

from geo.gazetteer.lookup import BUILD_COMMAND, Gazetteer, default_data_dir
from geo.gazetteer.names import fold, fold_text, fold_with_offsets, visible_span

__all__ = [
    "BUILD_COMMAND",
    "Gazetteer",
    "default_data_dir",
    "fold",
    "fold_text",
    "fold_with_offsets",
    "visible_span",
]
