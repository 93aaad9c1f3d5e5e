"""From quoted phrases to values: times, figures, places, actors, sources, status. Pure functions."""
