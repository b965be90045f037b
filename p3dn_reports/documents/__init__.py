"""Plan, context, compiled docxtpl templates, charts and checks: the only place that knows Word."""
