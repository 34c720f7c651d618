"""layers draws it: claims pinned to places, grouped, styled, drawn, exported, kept."""
