"""The formats that are read: a module for each, whose `read` gives the raw sheets of one file.

`files.kinds.FORMATS` says which endings it is for; a new format is one module here and one line there.
"""
