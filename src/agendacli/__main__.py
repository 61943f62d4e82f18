"""What the console scripts `agenda` and `agendacli` run, and `python -m agendacli`."""

import gc
import sys

_MANY = 50_000


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly with exit code 130, also while it is still being imported."""
    # Imports leave no rubbish, and looking for it after every 700 objects takes a tenth of a quick run.
    gc.set_threshold(_MANY)
    try:
        from agendacli.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # so does looking through what is left as the process ends, which gives everything back anyway


if __name__ == "__main__":
    main()
