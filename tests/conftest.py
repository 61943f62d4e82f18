"""What holds for every test: in CI, Hypothesis takes the same examples each time, so that a run can be repeated."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")
