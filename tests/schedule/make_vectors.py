"""Writes vectors.csv: what the reference implementation of FSRS-6 makes of 1,000 random review histories.

    python3 -m venv venv
    venv/bin/pip install fsrs==6.3.2
    venv/bin/python tests/schedule/make_vectors.py

The dice are seeded and the days are UTC: the same version writes the same file. One line is one review:

    history     0-999; its reviews stand one after the other
    gap_s       seconds since the review before it, 0 for the first
    grade       1 again, 2 hard, 3 good, 4 easy
    recall      predicted just before it, 0-1, by whole days gone; empty for the first
    interval    days until the next
    stability   days, after it
    difficulty  1-10, after it

The last three are what the scheduler says after the review; all but the interval to six significant digits.
"""

from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path
from random import Random

from fsrs import Card, Rating, Scheduler

REFERENCE = "6.3.2"
HISTORIES = 1_000
LONGEST = 30
SEED = 20_261_123
BEGIN = datetime(2026, 3, 1, 9, 0, tzinfo=timezone.utc)
MINUTE, HOUR, DAY = 60, 3_600, 86_400

# How often a grade is given, by how well this trainee does: again, hard, good, easy.
TEMPERS = [(10, 15, 65, 10), (30, 25, 40, 5), (3, 5, 62, 30), (25, 25, 25, 25)]

# What lies between two reviews, and how often that is so; "due" is as long as the scheduler said, give or take a fifth.
GAPS = [("second", 4), ("minute", 14), ("hour", 10), ("edge", 4), ("day", 20), ("due", 36), ("month", 8), ("years", 4)]


def gap_s(dice: Random, interval_days: int) -> int:
    kind = dice.choices([name for name, _ in GAPS], [often for _, often in GAPS])[0]
    match kind:
        case "second":
            return dice.randint(0, 59)
        case "minute":
            return dice.randint(MINUTE, HOUR)
        case "hour":
            return dice.randint(HOUR, DAY - 1)
        case "edge":
            return dice.randint(1, 40) * DAY + dice.choice([-1, 0, 1])
        case "day":
            return dice.randint(DAY, 14 * DAY)
        case "due":
            # Nobody waits for more than five years.
            return int(min(interval_days, 1_826) * DAY * dice.uniform(0.8, 1.2))
        case "month":
            return dice.randint(28 * DAY, 200 * DAY)
        case _:
            return dice.randint(700 * DAY, 760 * DAY)


def history(number: int, dice: Random, scheduler: Scheduler) -> list[str]:
    temper = dice.choice(TEMPERS)
    card, at, interval, lines = Card(card_id=number), BEGIN, 0, []
    for place in range(dice.randint(1, LONGEST)):
        gap = gap_s(dice, interval) if place else 0
        at += timedelta(seconds=gap)
        recall = f"{scheduler.get_card_retrievability(card, at):.6g}" if place else ""
        grade = dice.choices([1, 2, 3, 4], temper)[0]
        card, _ = scheduler.review_card(card, Rating(grade), at)
        interval = (card.due - at).days
        lines.append(f"{number},{gap},{grade},{recall},{interval},{card.stability:.6g},{card.difficulty:.6g}")
    return lines


def main() -> None:
    if version("fsrs") != REFERENCE:
        raise SystemExit(f"this is fsrs {version('fsrs')}, not {REFERENCE}")
    scheduler = Scheduler(
        desired_retention=0.9, learning_steps=(), relearning_steps=(), maximum_interval=36_500, enable_fuzzing=False
    )
    dice = Random(SEED)
    lines = ["history,gap_s,grade,recall,interval,stability,difficulty"]
    for number in range(HISTORIES):
        lines += history(number, dice, scheduler)
    target = Path(__file__).with_name("vectors.csv")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
