"""Names of months and days in English, German, French and Spanish, as dates print them."""

from __future__ import annotations

_NAMES: dict[int, str] = {
    1: "january jan januar jänner jän janvier janv enero ene",
    2: "february feb februar février fevrier févr fév febrero",
    3: "march mar märz maerz mär mars marzo",
    4: "april apr avril avr abril abr",
    5: "may mai mayo",
    6: "june jun juni juin junio",
    7: "july jul juli juillet juil julio",
    8: "august aug août aout agosto ago",
    9: "september sept sep septembre septiembre setiembre",
    10: "october oct oktober okt octobre octubre",
    11: "november nov novembre noviembre",
    12: "december dec dezember dez décembre decembre déc diciembre dic",
}

MONTHS: dict[str, int] = {
    name: number for number, names in _NAMES.items() for name in names.split()
}
"""Month number by lower-case name or abbreviation, without its dot."""

DAY_NAMES = (
    r"mon(?:day|tag)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
"""Pattern of a day of the week, to be read without regard to case."""
