"""The Word engine: compiled docxtpl templates, charts, marks and checks. It knows no rule and no table."""
