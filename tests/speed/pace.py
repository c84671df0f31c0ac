"""How long the rounds of a part may take."""

import time
from typing import Iterator

# All parts together stay below ten minutes on a machine however slow.
LONGEST = {"launch": 100, "cells": 30, "fork": 60, "score": 50, "load": 40}
FEWEST = 3


def rounds(count: int, part: str, clock=time.monotonic) -> Iterator[int]:
    """Round numbers from 0; fewer than wished, though not below FEWEST, where they take too long."""
    began = clock()
    for number in range(count):
        if number >= FEWEST and clock() - began > LONGEST[part]:
            return
        yield number
