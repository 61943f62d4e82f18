"""Takes away from Python what Windows has not, so that a run which needs it fails; Python imports this as it starts."""

import os
import signal
import sys

for each in (
    "O_TMPFILE",
    "O_NONBLOCK",
    "geteuid",
    "getuid",
    "fork",
    "set_blocking",
    "link",
    "mkfifo",
    "getpgid",
    "killpg",
):
    if hasattr(os, each):
        delattr(os, each)
for each in ("SIGHUP", "SIGPIPE", "SIGALRM", "SIGUSR1", "SIGKILL", "SIGSTOP", "SIGCONT"):
    if hasattr(signal, each):
        delattr(signal, each)
for each in ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog"):
    sys.modules[each] = None  # type: ignore[assignment] # how Python documents that a module must not be found
