"""Reads an iCalendar feed from standard input with Debian's python3-icalendar and prints what it understood as JSON."""
import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())


def event(e):
    return {
        "uid": str(e["UID"]), "sequence": int(e["SEQUENCE"]), "start": e.decoded("DTSTART").isoformat(), "end": e.decoded("DTEND").isoformat(),
        "summary": str(e["SUMMARY"]), "description": str(e["DESCRIPTION"]), "url": str(e.get("URL", "")), "status": str(e["STATUS"]),
        "stamp": e.decoded("DTSTAMP").isoformat(),
        "alarms": [alarm.decoded("TRIGGER").total_seconds() for alarm in e.walk("VALARM")],
        "errors": [str(error) for error in e.errors],
    }


print(json.dumps({
    "method": str(calendar["METHOD"]), "name": str(calendar["X-WR-CALNAME"]), "zone": str(calendar["X-WR-TIMEZONE"]), "refresh": str(calendar["REFRESH-INTERVAL"]),
    "events": [event(e) for e in calendar.walk("VEVENT")], "errors": [str(error) for error in calendar.errors],
}))
