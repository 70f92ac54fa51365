"""What holds for every test: time that passes says nothing on a busy machine, and Ctrl-C reaches every process."""

import signal

from hypothesis import settings

settings.register_profile("without-a-clock", deadline=None)
settings.load_profile("without-a-clock")

# A shell has its jobs in the background ignore Ctrl-C, and processes that tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
