"""reading hears what is said: an article in, claims out. It knows no geography."""
