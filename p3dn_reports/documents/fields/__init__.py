"""Every field of a document, declared once: title, type, source, example, and how to get it."""
