"""The time limit for the rounds of a part."""

import time
from typing import Iterator

# All parts together take less than ten minutes, even on a slow machine.
LONGEST = {"launch": 100, "cells": 30, "fork": 60, "score": 50, "load": 40}
FEWEST = 3


def rounds(count: int, part: str, clock=time.monotonic) -> Iterator[int]:
    """Round numbers from 0. If the rounds take too long, there are fewer, but at least FEWEST."""
    began = clock()
    for number in range(count):
        if number >= FEWEST and clock() - began > LONGEST[part]:
            return
        yield number
