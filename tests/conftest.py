"""What holds for every test: how long an example takes says nothing on a machine that does other work too."""

from hypothesis import settings

settings.register_profile("without-a-clock", deadline=None)
settings.load_profile("without-a-clock")
