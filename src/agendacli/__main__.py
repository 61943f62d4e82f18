"""What the console scripts `agenda` and `agendacli` run, and `python -m agendacli`."""

import gc
import sys

from agendacli.answers import replaying

_MANY = 100_000


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly with exit code 130, also while it is still being imported."""
    # Imports leave no rubbish, and looking for it after every 700 objects takes a tenth of a quick run.
    gc.set_threshold(_MANY)
    try:
        question = replaying.question_asked()
        _answer(question) if question else _run()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:  # noqa: BLE001 (whatever it is: Python would print what may quote a programme)
        from agendacli.cli.broken import tell_broken

        sys.exit(tell_broken(fault, sys.argv[1:]))
    finally:
        gc.freeze()  # so does looking through what is left as the process ends, which gives everything back anyway


def _answer(question: replaying.KeptQuestion) -> None:
    """Give the answer that is kept, or run and keep it."""
    kept = replaying.answer(question)
    code = _given(kept) if kept else None
    if code is not None:
        sys.exit(code)
    from agendacli.answers.keeping import recorded

    sys.exit(recorded(question, _run))


def _given(kept: replaying.Kept) -> int | None:
    """The exit code of an answer that was given; None where the run has to give it."""
    try:
        return replaying.give(kept)
    except OSError as fault:
        from agendacli.cli.run.outcome import output_failed

        return output_failed(fault)


def _run() -> None:
    stop_when_told()
    from agendacli.cli.app import main as run

    run()


def stop_when_told() -> None:
    """End as after an error when the run is told to stop: whatever it has begun to write goes, as it does then."""
    import signal

    for each in (getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)):
        if signal.getsignal(each) is signal.SIG_DFL:
            signal.signal(each, lambda number, _: sys.exit(128 + number))


if __name__ == "__main__":
    main()
