"""Which questions the claims of a map answer, and how the answers stand to each other."""

from layers.questions.answering import RELATION_WORDS, Answer, Question, questions

__all__ = ["RELATION_WORDS", "Answer", "Question", "questions"]
