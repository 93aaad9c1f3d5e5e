"""Grounding side by side: ours and the published aligners on articles written for it."""
