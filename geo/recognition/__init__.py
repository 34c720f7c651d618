"""Which words of a text are place names, and of which kind."""

from geo.recognition.recognise import recognise

__all__ = ["recognise"]
