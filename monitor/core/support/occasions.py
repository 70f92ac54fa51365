"""When a day without a year comes round."""

from datetime import date

_YEARS_TO_A_LEAP_DAY = 8  # at most, across a century that skips one


def occasion(month: int, day: int, today: date) -> date | None:
    """The first such day on or after *today*; None where the calendar has none in reach."""
    for year in range(today.year, min(today.year + _YEARS_TO_A_LEAP_DAY, date.max.year) + 1):
        try:
            there = date(year, month, day)
        except ValueError:
            continue
        if there >= today:
            return there
    return None
