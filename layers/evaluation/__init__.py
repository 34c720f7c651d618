"""Claims against gold: how many were found, and how much of each is right.

:func:`evaluate_claims` scores a predicted FeatureCollection against a gold file written by hand.
In short, ``f1`` says whether claims were found, ``all_right`` whether an analyst could sign what
was found, ``invented_pin`` how often a pin claims to know more than the text says.
"""

from layers.evaluation.figures import Evaluation, Figure, Match, evaluate_claims, pool

__all__ = ["Evaluation", "Figure", "Match", "evaluate_claims", "pool"]
