"""What the console scripts `agenda` and `agendacli` run, and `python -m agendacli`."""

import gc
import signal
import sys

_MANY = 50_000
_TOLD_TO_STOP = [getattr(signal, each) for each in ("SIGTERM", "SIGHUP") if hasattr(signal, each)]


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly with exit code 130, also while it is still being imported."""
    # Imports leave no rubbish, and looking for it after every 700 objects takes a tenth of a quick run.
    gc.set_threshold(_MANY)
    stop_when_told()
    try:
        from agendacli.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:  # noqa: BLE001 (whatever it is: Python would print what may quote a programme)
        from agendacli.cli.broken import tell_broken

        sys.exit(tell_broken(fault, sys.argv[1:]))
    finally:
        gc.freeze()  # so does looking through what is left as the process ends, which gives everything back anyway


def stop_when_told() -> None:
    """End as after an error when the run is told to stop: whatever it has begun to write goes, as it does then."""
    for each in _TOLD_TO_STOP:
        if signal.getsignal(each) is signal.SIG_DFL:
            signal.signal(each, lambda number, _: sys.exit(128 + number))


if __name__ == "__main__":
    main()
