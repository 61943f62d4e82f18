"""Work shared between two processes; each test is a process of its own, as the runner of tests has threads."""

import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src"
_BEGIN = """
import os, sys, time
from agendacli.cli.run.two_processes import shared_out

os.sched_getaffinity = lambda _: {0, 1}
this = os.getpid()
heard, told = os.pipe()

def first():  # done here, once the other process has begun
    os.read(heard, 1)
    return os.getpid()

def begun():
    os.write(told, b".")
    return os.getpid()

def is_alone():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
"""


def said(code: str) -> str:
    found = subprocess.run(
        [sys.executable, "-c", _BEGIN + code],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={"PYTHONPATH": str(SOURCE)},
    )
    assert found.stderr == ""
    return found.stdout


def test_another_process_does_a_part_and_is_gone_afterwards() -> None:
    assert said("a, b = shared_out([first, begun]); print(a == this, b == this, is_alone())") == "True False True\n"


def test_results_stand_in_the_order_of_the_tasks_whoever_does_them() -> None:
    found = [{str(n): bytes(n)} for n in range(9)]
    assert said("print(shared_out([lambda n=n: {str(n): bytes(n)} for n in range(9)]))") == f"{found}\n"


def test_result_may_be_larger_than_a_pipe_holds() -> None:
    code = "print([len(each) for each in shared_out([first, lambda: begun() and bytes(1 << 22)])[1:]])"
    assert said(code) == f"[{1 << 22}]\n"


@pytest.mark.parametrize(
    "end", ["os._exit(3)", "os.kill(os.getpid(), 9)", "sys.exit(0)", "raise KeyboardInterrupt", "return print"]
)
def test_what_a_child_fails_to_do_is_done_here(end: str) -> None:
    code = f"""
def fails():
    if os.getpid() == this:
        return "done here"
    begun()
    {end}

print(shared_out([first, fails])[1], is_alone())
"""
    assert said(code) == "done here True\n"


@pytest.mark.parametrize("fault", ["ValueError", "KeyboardInterrupt", "SystemExit"])
def test_child_ends_with_a_run_that_fails(fault: str) -> None:
    code = f"""
def fails():
    os.read(heard, 1)
    raise {fault}

try:
    shared_out([fails, lambda: begun() and time.sleep(50)])
except {fault}:
    print(is_alone())
"""
    assert said(code) == "True\n"


def test_nothing_is_written_or_ended_twice() -> None:
    code = """
import atexit
atexit.register(lambda: print("end"))
sys.stdout.write("once ")
shared_out([first, begun])
"""
    assert said(code) == "once end\n"


@pytest.mark.parametrize(
    "without",
    [
        "del os.fork",
        "del os.sched_getaffinity",
        "os.sched_getaffinity = lambda _: {3}",
        "import threading; threading.Thread(target=time.sleep, args=(0.5,)).start()",
        "os.fork = lambda: os.open('/not/there', 0)",
        "os.pipe = lambda: os.open('/not/there', 0)",
        "pipes = [os.pipe()]; os.pipe = lambda: pipes.pop() if pipes else os.open('/not/there', 0)",
    ],
    ids=["no fork", "not Linux", "one processor", "threads", "no process left", "no pipe left", "one pipe left"],
)
def test_all_is_done_here_where_it_cannot_be_shared(without: str) -> None:
    assert said(f"{without}\nprint(shared_out([os.getpid, begun]) == [this] * 2, is_alone())") == "True True\n"


def test_child_of_which_nobody_is_told_counts_as_failed() -> None:
    code = """
import signal
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print(shared_out([first, begun]) == [this] * 2)
"""
    assert said(code) == "True\n"
