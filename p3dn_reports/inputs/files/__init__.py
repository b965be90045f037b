"""Files to rows of cells: every format there is, looked over before it is opened. No other room opens a file."""
