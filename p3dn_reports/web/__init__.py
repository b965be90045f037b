"""The desk as a local web page: it shows what the engine wrote and asks for what only a person knows."""
