"""Forms that offices bring: what is found in them, what they may print, and what is refused."""
