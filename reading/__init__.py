"""reading hears what is said: an article in, claims out. It knows no geography."""

__version__ = "0.1.0"
