"""Floor 5: the command line. `app` starts, `menu` names the commands."""
