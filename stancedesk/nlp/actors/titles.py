"""Words for offices and for people who hold none: what they say of role and standing."""

from __future__ import annotations

import re

OFFICIAL_WORDS = frozenset("""
president premier chancellor minister ministers secretary ambassador ambassadors envoy envoys diplomat diplomats
spokesman spokeswoman spokesperson spokespeople spokesmen official officials officer officers general generals gen
admiral adm colonel col lieutenant lt major maj captain capt brigadier brig commander commanders sergeant sgt marshal
king queen emir amir sultan pope pontiff monarch government governments ministry ministries department administration
army military navy force forces police troops embassy consulate consul mission parliament congress senate cabinet
council agency authorities authority regulator prosecutor prosecutors court tribunal chief head director deputy adviser
advisor advisers advisors aide aides delegation delegate representative negotiator negotiators leader leaders
leadership regime junta rulers ruler office governor gov mayor commissioner chair chairman chairwoman chairperson
watchdog command fleet taoiseach speaker inspector inspectors treasury fed bank commission presidency palace kingdom
republic nation country capital state ally allies soldier soldiers pilot sheriff attorney-general undersecretary
counterterrorism tsar czar ayatollah coordinator rapporteur investigators service services district statement letter
communique readout document supreme prime intelligence sources source chargé charge emissary
prince crown countries nations powers states members viceroy comptroller solicitor side legislature treasurer secretariat warplanes destroyer committee
""".split())  # fmt: skip

UNOFFICIAL_WORDS = frozenset("""
former ex retired retiring ousted deposed exiled erstwhile onetime opposition dissident dissidents activist activists analyst
analysts expert experts specialist professor scholar scholars researcher researchers fellow economist economists historian author
writer journalist journalists reporter reporters columnist editor correspondent commentator blogger lawyer lawyers
attorney attorneys businessman businesswoman executive ceo company companies founder cofounder investor investors
trader traders strategist resident residents villager villagers protester protesters protestor protestors demonstrator demonstrators
survivor survivors victim victims relative relatives father mother wife husband widow son daughter brother sister
family families friend friends student students teacher teachers doctor doctors nurse nurses worker workers driver
drivers farmer farmers refugee refugees migrant migrants tourist citizen citizens man woman men women candidate
candidates contender frontrunner hopeful hopefuls senator senators sen congressman congresswoman congressmen lawmaker lawmakers
legislator legislators mp mps rep reps backbencher parliamentarian party campaign union unions institute university
foundation charity newspaper magazine pollster poll actor actress singer artist athlete player priest rabbi imam cleric bishop
pastor archbishop hacker hackers rebel rebels insurgent insurgents separatist separatists fighter fighters veteran veterans
shopkeeper engineer physicist scientist scientists philosopher novelist filmmaker director-general-emeritus
billionaire oligarch tycoon magnate boss entrepreneur banker consultant lobbyist strategists politician politicians
watcher watchers critic critics supporter supporters voter voters republican republicans democrat democrats democratic hawk hawks
musician comedian boxer fan fans nominee community mercenaries men people ordinary think-tank lecturer dean historian
academic academics theorist defector whistleblower contractor contractors spouse niece nephew cousin parents uncle
columnists editors anchor host presenter pundit geologist psychologist sociologist militiaman gunman gunmen unionist
shadow separatist partisan partisans pastor pilgrim ethnic traders fishermen sailors syndicate legislator councilman councillor councilor
""".split())  # fmt: skip

TITLE_ROLES: tuple[tuple[str, frozenset[str]], ...] = (
    (r"vice[- ]president", frozenset(("VP", "OFF"))),
    (r"(deputy|vice|assistant|junior|under)[- ]?(prime |foreign |defen[cs]e )?(minister|secretary|premier)", frozenset(("OFF",))),
    (r"national security advis[eo]r|security council secretary|secretary of the (national )?security", frozenset(("NSA",))),
    (r"foreign (affairs )?(minister|secretary)|secretary of state|top diplomat|external affairs minister|minister (of|for) (foreign|external)"
     r"|foreign policy chief", frozenset(("FM", "ORG"))),
    (r"defen[cs]e (minister|secretary|chief)|secretary of defen[cs]e|minister (of|for) (national )?defen[cs]e|secretary of war|war secretary", frozenset(("DEF",))),
    (r"prime minister|premier|taoiseach|\bpm\b", frozenset(("HOG",))),
    (r"press secretary|spokes\w+", frozenset(("SPOX",))),
    (r"chancellor", frozenset(("HOG", "FIN"))),
    (r"ambassador|envoy|permanent representative|high commissioner", frozenset(("AMB", "UNAMB", "ORG"))),
    (r"secretary[- ]general|director[- ]general|managing director|secretary general", frozenset(("ORG",))),
    (r"(finance|treasury|economy) (minister|secretary)|treasury chief", frozenset(("FIN", "OFF"))),
    (r"supreme leader|king|queen|emir|sultan|crown prince|\bpope\b|emperor", frozenset(("HOS", "HOG"))),
    (r"president", frozenset(("HOS", "HOG", "ORG"))),
    (r"general|\bgen\b|admiral|commander|army chief|chief of (general )?staff|colonel", frozenset(("MIL", "OFF", "DEF", "HOS", "SPOX"))),
    (r"senator|\bsen\b|\brep\b|congress(wo)?man|\bmp\b", frozenset(("LEG",))),
    (r"governor|\bgov\b|mayor", frozenset(("GOV", "FIN", "OFF"))),
    (r"leader", frozenset(("HOS", "HOG", "OPP", "ORG"))),
    (r"opposition", frozenset(("OPP",))),
)  # fmt: skip

_ROLES = [(re.compile(pattern, re.I), roles) for pattern, roles in TITLE_ROLES]

UNIQUE_TITLES: tuple[tuple[str, str], ...] = (
    (r"\btaoiseach\b|\btánaiste\b|\btanaiste\b", "IRL"),
    (r"\bsecretary of (defense|state|homeland security|the treasury|commerce|energy|war)\b", "USA"),
    (r"\bwhite house\b|\bpress secretary\b|\bdirector of national intelligence\b|\bspecial counsel\b", "USA"),
    (r"\bpope\b|\bpontiff\b", "VAT"),
    (r"\bdefense secretary\b|\btreasury secretary\b|\bcommerce secretary\b|\bhomeland security secretary\b", "USA"),
    (r"\bhouse speaker\b|\bsenate (majority|minority) leader\b|\bhouse (majority|minority) leader\b", "USA"),
    (r"\b(rep|sen)\.? (?=[A-Z])|\bcongress(wo)?m[ae]n\b|\b(?:Rep|Sen)\.", "USA"),
    (r"\bchancellor of the exchequer\b|\bdefence secretary\b|\bhome secretary\b|\bfirst sea lord\b|\bprime minister's questions\b|\bdowning street\b", "GBR"),
    (r"\bchief cabinet secretary\b", "JPN"),
    (r"\bexternal affairs minister\b|\bminister of external affairs\b|\brashtrapati\b", "IND"),
    (r"\bgrand ayatollah\b.*\bsistani\b", "IRQ"),
    (r"\bsupreme leader\b", "IRN"),
)  # fmt: skip

_UNIQUE = [(re.compile(pattern, re.I), code) for pattern, code in UNIQUE_TITLES]


def roles_of(text: str) -> frozenset[str]:
    """Roles that the titles in a phrase allow; empty where there is no title."""
    for pattern, roles in _ROLES:
        if pattern.search(text):
            return roles
    return frozenset()


def unique_title(text: str) -> tuple[str, int, int] | None:
    """The state that alone has such a title, with the words' place; weakest of the title rules."""
    for pattern, code in _UNIQUE:
        if found := pattern.search(text):
            return code, found.start(), found.end()
    return None


TITLE_WORDS = OFFICIAL_WORDS | UNOFFICIAL_WORDS | frozenset("""
mr mrs ms miss dr sir lady lord dame foreign defense defence finance interior justice energy trade security national
chief deputy vice assistant acting interim senior top joint chiefs staff first prime crown supreme special permanent
press public high external internal relations affairs state home war oil nuclear treasury commerce under
the a an and of for to in on at by with from general secretary federal royal chief-of-staff ayatollah grand sheikh shah
imam hojatoleslam professor prof rev reverend archbishop cardinal patriarch chairman lt col gen brig maj capt sgt cmdr
presidential parliamentary ministerial military army navy air labor labour health transport agriculture commerce
communications information director two three several other another one his her their its this that
new old late then communist leftist conservative liberal social christian
""".split())  # fmt: skip

GENERIC_NULL = re.compile(
    r"\b(western|arab|european|scandinavian|nordic|asian|african|regional|gulf|latin american|muslim|islamic|foreign|international|"
    r"allied|baltic|balkan|sunni|shi'?ite|shia|diplomatic|middle eastern|kurdish)\s+"
    r"(diplomats?|officials?|sources?|intelligence|powers?|leaders?|analysts?|governments?|countries|states|nations|"
    r"observers?|experts?|ministers?|envoys?|capitals?|allies|military)\b", re.I,
)  # fmt: skip
