"""The screens, each reading what it shows and holding no rule."""
