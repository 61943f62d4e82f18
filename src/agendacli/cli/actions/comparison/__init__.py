"""What `diff`, `--since` and marks have in common: two versions of a programme, compared, selected, put into words."""
