from .quarter import _built, desk  # noqa: F401
