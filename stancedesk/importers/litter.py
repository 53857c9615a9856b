"""Patterns of what pages carry beside their article: advertisements, credits, sign-ups, forms.

Whole-line patterns are tried against one stripped line and must match all of it. Inline patterns
match inside any line. Each is narrow on purpose: prose masked by mistake is lost to analysis,
litter left standing is only an odd sentence.
"""

from __future__ import annotations

import re

from stancedesk.importers.months import DAY_NAMES, MONTHS

SAMPLE_MARK = "Fictional sample article, written for StanceDesk."
"""First line of every article of the sample project."""

_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?:\s+Images)?|GETTY\s+IMAGES|EPA(?:-EFE)?|EFE|DPA|dpa|PTI|ANI"
    r"|TASS|Xinhua|Bloomberg|Shutterstock|Alamy|PA(?:\s+(?:Media|Wire|Images))?|UPI|Anadolu"
    r"|Associated\s+Press|Press\s+Association|USA\s+TODAY(?:\s+\w+)?|Pool|NurPhoto|iStock)"
)
_NAME = r"[A-ZÀ-Þ][\w.’'\-]*(?:\s+(?:[A-ZÀ-Þ][\w.’'\-]*|de|van|von|al|bin|el)){0,4}"
_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_ZONE = (
    r"(?:GMT|UTC|BST|IST|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|CES?T|EES?T|WES?T|MSK|SGT|HKT|JST|KST"
    r"|AE[SD]T|PKT|GST|TRT|hrs|h)\b"
)
# Possessive: where a word fits twice, the time must not double with each one.
_TIME_WORDS = (
    rf"(?:[\s\d:.,/|()+–—-]|st\b|nd\b|rd\b|th\b|(?:{DAY_NAMES})\b|(?:{_MONTH})\b|[ap]\.?m\b"
    r"|at\b|on\b|of\b|ago\b|hours?\b|min(?:ute)?s?\b|days?\b|weeks?\b|months?\b|years?\b"
    rf"|{_ZONE})*+"
)
_BUTTON = (
    r"(?:share|tweet|pin|post|print|e-?mail|facebook|twitter|x|whatsapp|linkedin|reddit|telegram"
    r"|pinterest|copy\s+link|save|comments?|\d+)"
)

_WHOLE = (
    r"\[\s*(?:ad_?\d*|ads?|break|pullquote|image|photo|caption|embed|video|gallery"
    r"|advertisement)\s*\]",
    r"source\s+link",
    r"(?:leave\s+a|post\s+a|add\s+a)\s+(?:reply|comment)(?:\s+cancel\s+reply)?",
    r"cancel\s+reply|(?:view|show|load|hide)\s+(?:all\s+|more\s+)?comments?(?:\s*\(\d+\))?",
    r"advertise?ment:?(?:\s+(?:continue\s+reading|scroll\s+to|story\s+continues).{0,60})?",
    r"(?:story|article)?\s*continue[sd]?\s+(?:reading\s+)?below(?:\s+(?:this\s+)?advertisement)?",
    r"(?:skip|continue)\s+(?:past|reading|to)\s+(?:the\s+)?(?:main\s+)?"
    r"(?:story|content|article|newsletter\s+promotion|advertisement)",
    r"downloaded\s+from\s+\S{3,60}",
    r"(?:please\s+|do\s+)?check\s+out\s+(?:the\s+following|our)\s[^.!?]{0,90}[:.!]?",
    r"(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by\b)|all\s+rights\s+reserved).{0,180}",
    r"(?:image|photo|picture|pic|photograph|photographer|photo\s+by)s?(?:\s+credits?|\s+source"
    r"|\s+courtesy)?\s*:[^.!?“”\"]{1,110}",
    r"[(\[]\s*(?:[^)\]\n“”\"]{0,60}\b)?(?:image|photo|file\s+photo|picture)s?\s*(?:credits?|by"
    r"|source)?\s*:[^)\]\n]{1,80}[)\]]",
    r"(?:representational|representative|file)\s+(?:image|photo|picture)s?\.?|photos?|video",
    rf"(?:last\s+|first\s+|originally\s+)?(?:updated?|published|posted|modified)"
    rf"(?:\s+(?:on|at))?\s*:?{_TIME_WORDS}",
    r"(?:\d+|an?|one|two|three)\s+(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s+ago",
    r"\d+\s*(?:-\s*)?min(?:ute)?s?\s+(?:read|listen)",
    rf"date\s*:{_TIME_WORDS}",
    rf"source\s*:[^.!?“”\"]{{0,10}}[\w.\-/:]{{3,60}}\s+date\s*:{_TIME_WORDS}",
    r"(?:(?:additional\s+|with\s+)?(?:report(?:ed|ing)|written|edit(?:ed|ing)|compiled|curated)"
    r"\s+by|contributing|contributors?)\s*:[^\n“”\"]{0,140}",
    r"[•⦁*]?\s*this\s+article\s+is\s+based\s+in\s+part\s+on\s+wire[\s-]+service\s+reports\.?",
    r"[—–-]*\s*with\s+assistance\s+(?:by|from)\s[^“”\"]{2,120}",
    r"(?:this\s+)?(?:article|story)\s+is\s+more\s+than\s+\d+\s+years?\s+old",
    r"(?:sign\s+up|subscribe|register)\b(?=.*\b(?:newsletters?|inbox|alerts?|daily|free|e-?mail|here"
    r"|app|podcasts?|briefing|updates|channel|listen)\b)[^“”\"]{1,200}",
    r"sign\s+up|subscribe(?:\s+now|\s+today)?|log\s*in|manage\s+newsletters",
    r"newsletter\s+sign[\s-]*up.*",
    r"click\s+(?:here|for|to)\b[^“”\"]{0,110}",
    r"(?:read\s+more|read\s+also|also\s+read|read\s+next|see\s+also|see\s+more|more|related"
    r"(?:\s+(?:links?|articles?|stor(?:y|ies)|coverage|news))?|watch(?:\s+(?:now|live))?|recommended"
    r"|don[’']t\s+miss|trending(?:\s+now)?|listen(?:\s+now)?|also\s+on\s+\w+)\s*:.{0,180}",
    r"(?:more\s+on\s+this|related\s+topics|related|read\s+more|see\s+more|show\s+more|top\s+stories"
    r"|most\s+read|trending)\s*[.…]*",
    r"read\s+or\s+share\s+this\s+story\s*:.{0,200}",
    r"slideshow\s*\(\d+\s+images?\)|(?:prev|previous|next)\s+image\s+\d+\s+of\s+\d+",
    r"(?:\d+\s+of\s+\d+|prev(?:ious)?|next|hide\s+caption|toggle\s+caption|close|play\s+video.{0,90})",
    r"enlarge\s+this\s+image(?:\s+toggle\s+caption)?.{0,140}",
    r"media\s+playback\s+is\s+(?:un|not\s+)supported\s+on\s+(?:your|this)\s+device.{0,220}",
    r"image\s+(?:copyright|source)\b.{0,60}?(?:image\s+caption\b.{0,300})?",
    r"(?:image|media)\s+caption\b.{0,300}",
    r"just\s+watched\b.{0,200}must\s+watch\b.{0,140}",
    r"(?:listen\s+to\s+article.{0,12}\s)?share\s+(?:this(?:\s+(?:article|story|page|post))?|on)"
    rf"(?:[\s:|,/·•]+{_BUTTON})*+",
    rf"(?:(?!comments?\b|post\b|x\b|save\b|\d){_BUTTON})(?:[\s:|,/·•]+{_BUTTON})*+",
    r"-?\s*follow\s+(?:us\b|@\w|the\s+\w+\s+on\b|[\w.\s]{3,50}\s+on\s+(?:twitter|facebook|x|instagram"
    r"|telegram)\b)[^“”\"]{0,120}",
    r"(?:join|like|find)\s+us\s+on\b[^“”\"]{1,120}",
    r"(?:send\s+tips\s+to|write\s+to\s+.{3,60}\s+at|got\s+a\s+(?:news\s+)?tip\b)[^“”\"]{0,40}\S+@\S+.{0,80}",
    r"(?:your\s+email\s+address\s+will\s+not\s+be\s+published|required\s+fields\s+are\s+marked"
    r"|save\s+my\s+name,\s*e-?mail).{0,160}",
    r"our\s+code\s+of\s+editorial\s+values|our\s+standards:.{0,80}",
    r"(?:relevant\s+for|this\s+article\s+tagged\s+under|tagged(?:\s+with)?|tags?|filed\s+under"
    r"|keywords|topics?|categor(?:y|ies))\s*:[^“”\"]{0,180}",
    r"this\s+is\s+a\s+rush\s+transcript.{0,120}",
    r"like\s+what\s+you[’']re\s+reading\?.{0,120}",
    r"visit\s+[^“”\"]{3,60}homepage\s+for\s+more\s+stories\.?",
    r"(?:fictional|invented)\s+sample\s+article,\s+written\s+for\s+stancedesk\.?",
)
WHOLE_LINE = re.compile("|".join(f"(?:{pattern})" for pattern in _WHOLE), re.IGNORECASE)
_KEYED = {
    "signing up": r".{0,200}by\s+signing\s+up,?\s+(?:you|I)\s+(?:agree|will|consent).{0,400}",
    "contributed": r"[^“”\"!?]{2,190}contributed\s+(?:reporting\s+)?to\s+this\s+(?:report|story"
    r"|article)\b[^“”\"]{0,70}",
    "ing by": r"[(\s—–-]*(?:with\s+)?(?:additional\s+)?(?:reporting|editing|writing)\s+by\s+"
    r"(?-i:[A-Z])(?!.*\b(?:sa(?:ys|id)|shows?|showed|suggest\w*|found|indicate\w*)\b)[^“”\"]{2,140}",
    "click here": r"to\s+read\s+(?:more|the\s+rest)\b[^“”\"]{0,120}click\s+here\.?",
    "cookie": r"[^“”\"]{0,200}(?:we\s+use|(?:site|page|website)\s+uses|accept(?:\s+all)?|can\s+set"
    r"|manage|your)\s+cookies?\b[^“”\"]{0,300}|cookie\s+(?:policy|settings|preferences|notice)",
    **dict.fromkeys(
        ("inbox", "sign up", "newsletter", "privacy policy", "unsubscribe"),
        r"(?:get|receive|stay|join|thank\s+you\s+for|want)\b[^“”\"]{10,240}",
    ),
}
KEYED_LINE = tuple((word, re.compile(rule, re.IGNORECASE)) for word, rule in _KEYED.items())
"""Whole-line patterns tried only where their word stands in the line, in lower case."""
WHOLE_LINE_LIMIT = 420
"""Characters above which no line is litter as a whole, the galleries below apart."""

GALLERY = re.compile(r"\bhide\s+caption\s+\d+\s+of\s+\d+", re.IGNORECASE)
"""Picture galleries flattened into one line of captions, often thousands of characters."""
GALLERY_START = re.compile(r"\bphotos:\s", re.IGNORECASE)

FILE_CAPTION = re.compile(
    r"FILE\s*(?:PHOTO)?\s*[:–—-]\s.{10,}"
    rf"|[^“”\"]{{20,}}(?:\(\s*(?:AP|Reuters|AFP|Getty|EPA)\s+(?:Photos?|Images?)?\s*/[^)]*\)"
    rf"|REUTERS/{_NAME}(?:/File\s+Photo)?(?:\s*-\s*RC\w+)?"
    rf"|(?:Photograph|Photographer|Photo)\s*:\s*{_NAME}\s*/\s*[^.!?]{{2,50}})\s*"
)
"""A picture's caption that ends with its credit, or an agency's "FILE PHOTO:"."""

MENU_WORDS = re.compile(
    r"about\s*us|contact\s*us|privacy\s+policy|terms\s+(?:and\s+conditions|of\s+(?:use|service))"
    r"|cookie\s+p\w+|sitemap|advertise\s*with|work\s*for\s*us|community\s+guidelines"
    r"|code\s+of\s+ethics|newsletters|careers",
    re.IGNORECASE,
)
"""Words of a site's foot menu: three different ones close together make a menu."""
MENU_REACH = 300
"""Characters within which they are close together."""

INLINE = re.compile(
    r"(?i:\[ad_\d+\])"
    r"|(?i:\bstory\s+continued\s+below\b)"
    r"|(?i:(?:sign\s+up\s+to\s+receive[^.]{0,120}\.\s*)?\b(?:choose|select)\s+your\s+country\b"
    r".{500,6000}?\bzambia\s+zimbabwe\b(?:\s+please\s+enter\s+a\s+valid\s+email\s+address\.?)?)"
    r"|(?i:breaking\s+news\s+alerts?\s+get\s+breaking\s+news.{0,120}?email\s+sign\s+up)"
    r"|(?i:(?:email\s+)?(?:sign\s+up\s+)?by\s+signing\s+up,?\s+you\s+agree\s+to\s+receive.{0,120}?"
    r"you\s+can\s+unsubscribe\s+at\s+any\s+time\.?)"
    r"|(?i:this\s+site\s+is\s+protected\s+by\s+recaptcha.{0,90}?apply\.?)"
    r"|[(\[]\s*(?i:image|photos?|file\s+photo|pictures?|photograph)(?i:\s+credits?|\s+by)?\s*:[^)\]\n]{1,80}[)\]]"
    rf"|\(\s*{_AGENCY}\s+(?:Photo|Image)s?\s*/[^)\n]{{2,60}}\)|\(\s*{_NAME}\s*/\s*{_AGENCY}\s*\)"
    rf"|\|\s*(?:{_NAME}\s*/\s*)?{_AGENCY}(?:\s*/\s*{_AGENCY})?(?:\s+[Pp]hotos?)?\b"
    rf"|\bREUTERS/{_NAME}(?:/File\s+Photo)?(?:\s*-\s*RC\w+)?"
    rf"|\b(?:Photograph|Photographer)\s*:\s*{_NAME}\s*/\s*{_AGENCY}(?:/{_AGENCY})?"
    rf"|(?<=[.!?])\s*File\s+[Pp]hoto\b\.?"
    rf"|\(\s?(?:Reporting|Editing|Writing)\s+by\s[^)\n]{{2,240}}\)?\s*$",
    re.MULTILINE,
)

FORM_START = re.compile(
    r"(?:leave\s+a\s+(?:reply|comment)|your\s+email\s+address\s+will\s+not\s+be\s+published).{0,90}",
    re.IGNORECASE,
)
FORM_FIELD = re.compile(
    r"(?:comment|name|e-?mail|website|url|message|post\s+comment|submit|notify\s+me.{0,90}"
    r"|save\s+my\s+name.{0,120}|required\s+fields.{0,60}|your\s+email\s+address.{0,90})\s*[*:]*",
    re.IGNORECASE,
)
"""What stands after the start of a comment form, down to the end of the text."""

BYLINE = re.compile(
    rf"(?:By|BY)\s+{_NAME}(?:(?:\s*,\s*|\s+(?:and|AND|&)\s+){_NAME})*"
    r"(?:\s*[,|·•–—-]\s*[^.!?:“”\"]{2,60})?"
    r"|(?i:source|outlet|publisher)\s*:\s*[^.!?:“”\"]{2,60}|(?i:url|link)\s*:\s*\S{4,200}"
)
"""Who wrote and printed it; among the first lines only."""

LAST_LINES = re.compile(r"END|ENDS|\(END\)|-?\s*ends\s*-?|#{3,}|_{2,}|\*{3,}|-?30-")
"""End marks, which mean something only among the last lines."""
