"""rules.yaml into the frozen rulebook: the only place that knows YAML."""
