"""The five Word templates: what they say, and how they are made."""
