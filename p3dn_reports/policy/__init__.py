"""The policy owner's tools: check, tell, compare, approve and try the rulebook, what-if, schedule."""
