"""Reading workbooks and text files into typed tables: the only place that knows Excel and CSV."""
