"""A straightforward program beside `sla replay`: first response and resolution alone, Mon-Fri 09:00-18:00 in Rome.

python3 reference.py HISTORY.jsonl CLOCKS.csv
"""
import csv
import json
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
BUDGETS = {"response": 240 * 60, "resolution": 2400 * 60}
OFFICE = []  # (open, close, seconds counted before), by day


def build(first, last):
    day = first.astimezone(ROME).date() - timedelta(days=3)
    counted = 0
    while day <= last.astimezone(ROME).date() + timedelta(days=3):
        if day.weekday() < 5:
            opens = datetime(day.year, day.month, day.day, 9, tzinfo=ROME).timestamp()
            closes = datetime(day.year, day.month, day.day, 18, tzinfo=ROME).timestamp()
            OFFICE.append((opens, closes, counted))
            counted += closes - opens
        day += timedelta(days=1)


def at(time):
    """Business seconds from the beginning of all."""
    low, high = 0, len(OFFICE)
    while low < high:
        middle = (low + high) // 2
        if OFFICE[middle][0] <= time:
            low = middle + 1
        else:
            high = middle
    if low == 0:
        return 0
    opens, closes, before = OFFICE[low - 1]
    return before + min(time, closes) - opens


def main(history, out):
    tickets = {}
    first = last = None
    with open(history, encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            time = datetime.fromisoformat(event["time"])
            first = min(first or time, time)
            last = max(last or time, time)
            data = event["data"]
            tickets.setdefault(event["subject"], []).append(
                (time.timestamp(), event["type"], data.get("status"), data.get("by"), data.get("public")))
    build(first, last)
    end = last.timestamp()
    with open(out, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        for ticket in sorted(tickets):
            log = sorted(tickets[ticket], key=lambda event: event[0])
            created = log[0][0]
            responded = resolved = None
            answered = False
            counted, since, runs = 0, created, True
            for time, kind, status, by, public in log:
                if runs:
                    counted += at(time) - at(since)
                since = time
                if kind == "ticket.replied" and by == "agent" and public is not False and not answered:
                    answered = True
                    responded = responded or time
                if status in ("resolved", "closed"):
                    responded = responded or time
                    resolved = resolved or time
                    runs = False
                elif status is not None:
                    if resolved is not None and not answered:
                        responded = None
                    resolved = None
                    runs = status not in ("pending", "onHold")
            if runs:
                counted += at(end) - at(since)
            spent = at(responded or end) - at(created)
            for target, seconds, done in (("response", spent, responded), ("resolution", counted, resolved)):
                state = "breached" if seconds > BUDGETS[target] else "met" if done else "open"
                writer.writerow((ticket, target, state, int(seconds)))


main(sys.argv[1], sys.argv[2])
