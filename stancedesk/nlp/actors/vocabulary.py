"""Words that the rules of the resolver go by, one list for each rule."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


# Words of office, service and government: their bearer speaks for the state or body.
OFFICIAL_WORDS = word_set(
    """
    president premier chancellor minister ministers secretary ambassador ambassadors envoy
    envoys diplomat diplomats spokesman spokeswoman spokesperson spokespeople spokesmen official
    officials officer officers general generals gen admiral adm colonel col lieutenant lt major
    maj captain capt brigadier brig commander commanders sergeant sgt marshal king queen emir
    amir sultan pope pontiff monarch government governments ministry ministries department
    administration army military navy force forces police troops embassy consulate consul
    mission parliament congress senate cabinet council agency authorities authority regulator
    prosecutor prosecutors court tribunal chief head director deputy adviser advisor advisers
    advisors aide aides delegation delegate representative negotiator negotiators leader leaders
    leadership regime junta rulers ruler office governor gov mayor commissioner chair chairman
    chairwoman chairperson watchdog command fleet taoiseach speaker inspector inspectors
    treasury fed bank commission presidency palace kingdom republic nation country capital state
    ally allies soldier soldiers pilot sheriff attorney-general undersecretary counterterrorism
    tsar czar ayatollah coordinator rapporteur investigators service services district statement
    letter communique readout document supreme prime intelligence sources source chargé charge
    emissary prince crown countries nations powers states members viceroy comptroller solicitor
    side sides mayors governors legislature
    treasurer secretariat warplanes destroyer committee chancellery
    """
)

# Words of no standing: past office, opposition, trades, kin, the public.
UNOFFICIAL_WORDS = word_set(
    """
    airline airlines airways corp inc ltd plc motors industries former ex retired retiring
    ousted deposed exiled erstwhile onetime opposition dissident dissidents activist activists
    analyst analysts expert experts specialist professor scholar scholars researcher researchers
    fellow economist economists historian author writer journalist journalists reporter
    reporters columnist editor correspondent commentator blogger lawyer lawyers attorney
    attorneys businessman businesswoman executive ceo company companies founder cofounder
    investor investors trader traders strategist resident residents villager villagers protester
    protesters protestor protestors demonstrator demonstrators survivor survivors victim victims
    relative relatives father mother wife husband widow son daughter brother sister family
    families friend friends student students teacher teachers doctor doctors nurse nurses worker
    workers driver drivers farmer farmers refugee refugees migrant migrants tourist citizen
    citizens man woman men women candidate candidates contender frontrunner hopeful hopefuls
    senator senators sen congressman congresswoman congressmen lawmaker lawmakers legislator
    legislators mp mps rep reps backbencher parliamentarian party campaign union unions
    institute university foundation charity newspaper magazine pollster poll actor actress
    singer artist athlete player priest rabbi imam cleric bishop pastor archbishop hacker
    hackers rebel rebels insurgent insurgents separatist separatists fighter fighters veteran
    veterans shopkeeper engineer physicist scientist scientists philosopher novelist filmmaker
    director-general-emeritus billionaire oligarch tycoon magnate boss entrepreneur banker
    consultant lobbyist strategists politician politicians watcher watchers critic critics
    supporter supporters voter voters republican republicans democrat democrats democratic
    musician comedian boxer fan fans nominee community mercenaries people ordinary
    think-tank lecturer dean academic academics theorist defector whistleblower contractor
    contractors spouse niece nephew cousin parents uncle columnists editors anchor host
    presenter pundit geologist psychologist sociologist militiaman gunman gunmen unionist shadow
    partisan partisans pilgrim ethnic fishermen sailors syndicate councilman councillor
    councilor
    """
)

TITLE_WORDS = (
    OFFICIAL_WORDS
    | UNOFFICIAL_WORDS
    | word_set(
        """
    mr mrs ms miss dr sir lady lord dame foreign defense defence finance interior justice energy
    trade security national chief deputy vice assistant acting interim senior top joint chiefs
    staff first prime crown supreme special permanent press public high external internal
    relations affairs state home war oil nuclear treasury commerce under the a an and of for to
    in on at by with from general secretary federal royal chief-of-staff ayatollah grand sheikh
    shah imam hojatoleslam professor prof rev reverend archbishop cardinal patriarch chairman lt
    col gen brig maj capt sgt cmdr presidential parliamentary ministerial military army navy air
    labor labour health transport agriculture communications information director two three
    several other another one his her their its this that new old late then communist leftist
    conservative liberal social christian
    """
    )
)

# "US-backed": what follows the hyphen.
SPONSOR_AFTER = word_set(
    """
    backed led supported sponsored funded trained armed allied aligned born made built brokered
    friendly drafted educated owned controlled occupied held leaning style linked affiliated run
    financed supplied speaking mediated imposed proclaimed origin
    """
)

# Those who are sent to somebody.
HOST_HEADS = word_set(
    """
    analyst analysts expert experts researcher director ambassador ambassadors envoy envoys
    representative representatives consul consulate embassy emissary mission delegate delegation
    responsible negotiator negotiators inspector inspectors rapporteur coordinator attache
    commissioner correspondent visitor adviser advisor representation observer mediator liaison
    bureau
    """
)

# "a China expert": the country is the subject.
TRADES = word_set(
    """
    director directors editor programme program hawk hawks expert experts analyst analysts
    specialist specialists scholar watcher watchers researcher correspondent desk historian
    envoy envoys veteran veterans chair fellow fellows studies project initiative opponent
    opponents critic critics supporter supporters skeptic skeptics
    """
)

PLACE_WORDS = word_set(
    """
    in at near inside outside across around throughout along off within
    """
)

TOPIC_WORDS = word_set(
    """
    covering handling overseeing monitoring on about against over toward towards regarding
    concerning versus into via after before during
    """
)

# "critics of Russia": of parts, not joins.
DISTANCE = word_set(
    """
    critics critic opponents opponent enemies enemy victims victim supporters supporter friends
    friend allies ally survivors survivor coverage veterans invasion annexation occupation war
    """
)

# Places that are also names of people.
GIVEN_OR_STATE = word_set(
    """
    jordan chad paris israel georgia london sydney florence victoria virginia carolina dakota
    austin alexandria sofia india kenya asia milan santiago brooklyn madison dallas jackson
    lincoln troy francis lima berlin holland china ireland england wales french english german
    poland lebanon brazil houston kent perth adelaide darwin chester bristol tyre cork cairo
    savannah memphis montana tulsa boston beni cuba america mali rio tula salvador guinea
    dominica roman washington niger york kazan dane swede turk pole finn frank valencia lyon
    split nancy mobile nice reading bath orlando quebec geneva odessa petra mehr hama swat gao
    palma gibraltar guernsey montserrat cameron scott monaco
    """
)

# Words beside which Georgia is the American state.
AMERICAN_NEIGHBOURS = word_set(
    """
    gov governor sen senator rep representative republican republicans democrat democrats
    lawmaker lawmakers county sheriff legislature voters election elections senate attorney
    runoff district congressman congresswoman bulldogs tech raffensperger kemp warnock ossoff
    perdue loeffler abrams atlanta peach
    """
)

# Capitalised words that are no names of people.
NOT_NAMES = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december arab arabs western european africa
    african asia asian latin islamic muslim muslims jewish jews christian christians catholic
    orthodox sunni shiite shia west east south north northern southern eastern middle europe
    europeans gulf pacific atlantic baltic balkans twitter facebook telegram according however
    meanwhile but and in on at if when while as after before since although though it he she
    they we i you what why how who where there here yes no not so also both many most some all
    any each every these those then now still yet even only just more less let today yesterday
    earlier later last next because during despite under over between among through until about
    for from with by or nor our my your whether instead asked moreover nevertheless thus indeed
    perhaps of to is are was were has had have do did does will would could should must can
    might
    """
)

# Months that people are called by, too: "Theresa May".
MONTHS = word_set("april may june august")

# Whose possessor is another: "North Korea's main ally, China", "Iran's rival Saudi Arabia".
OTHERS = word_set(
    """
    ally allies neighbour neighbours neighbor neighbors rival rivals partner partners enemy foe
    adversary patron protector foes
    """
)

# Chosen, not yet in office: "Trump's pick".
CHOSEN = word_set("choice pick nominee campaign camp supporters loyalists")

# What a leader's name may own: "Putin's spokesman".
OWNED = word_set(
    """
    spokesman spokeswoman spokesperson aide aides adviser advisor advisers advisors
    administration government office officials official cabinet team regime ally allies
    ambassador envoy envoys deputy lawyer lawyers attorney campaign national press transition
    communications special camp supporters loyalists critics family
    """
)

# Bodies and offices that later mentions refer back to.
HEADS = word_set(
    """
    ministry minister navy president spokesman spokeswoman spokesperson government officials
    official army military police command ambassador envoy leader premier chancellor king agency
    department parliament kremlin embassy general commander statement authorities bloc alliance
    secretary regime organisation organization group diplomat lawmaker newspaper editorial
    report service cabinet
    """
)

# What a body or person gives out: the last source speaks through it.
PAPERS = word_set(
    "statement communique document letter text memo note release readout message post warning"
)

# Sources of the land that the sentence is about: "Norway replied, a ministry spokesman saying".
LOCAL = word_set(
    """
    official officials spokesman spokeswoman spokesperson government ministry military army police
    authorities
    """
)

# One word for heads that later mentions use for one another.
SAME_HEAD = {
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "paper": "newspaper",
    "editorial": "newspaper",
    "editorials": "newspaper",
    "commentary": "newspaper",
    "commentaries": "newspaper",
    "article": "newspaper",
    "articles": "newspaper",
    "newspapers": "newspaper",
    "papers": "newspaper",
    "column": "newspaper",
    "columns": "newspaper",
    "wire": "newspaper",
    "blog": "newspaper",
    "broadcaster": "newspaper",
    "network": "newspaper",
    "outlet": "newspaper",
}

GLUE = word_set(
    """
    and of for to in on at by with from or but
    """
)

STOP = word_set(
    """
    said says told added warned is was were are has had have will would who which that but when
    while as after before because if than then so
    """
)

OF_THE_COUNTRY = word_set(
    """
    government ministry navy army military police authorities regime spokesman spokeswoman
    spokesperson command service cabinet
    """
)

# Pronouns and their like.
PRONOUNS = word_set(
    """
    he she they it i we you his her their its him them who this that these those one another
    others other someone
    """
)

AIDE_LEADS = word_set(
    """
    office spokesman spokeswoman spokesperson aide adviser advisor government administration
    lawyer
    """
)

# "the invasion of Ukraine": what comes before the sufferer or the scene.
SCENE = word_set(
    """
    invasion war aggression attack attacks assault offensive invade invades invading invaded
    attacking attacked border borders occupation annexation strikes strike bombing conflict
    support sovereignty independence crisis troops situation forces involvement intervention
    buildup pressure moves drills exercises exercise
    """
)

TO_SCENE = word_set(
    """
    of on in against with near into around to for over from toward within across outside at by
    """
)

NEUTRAL = word_set(
    """
    the a an and or but yet others other allies its nato as well both
    """
)

STRONG_PAST = word_set(
    """
    airline airlines airways company corp inc ltd plc former ex retired ousted deposed exiled
    erstwhile onetime opposition shadow candidate dissident activist lawyer attorney analyst
    expert professor wife son daughter brother sister widow analysts experts lawyers attorneys
    activists dissidents candidates companies professors
    """
)

FAMILY_FIRST = word_set(
    """
    CHN TWN PRK KOR VNM HKG MAC KHM MYS SGP
    """
)

PARTICLES = word_set(
    """
    al el bin ibn ben abu de da do dos du von van der den la le di del ul
    """
)

GREAT = word_set(
    """
    USA RUS CHN GBR FRA DEU UKR IRN ISR PRK KOR JPN IND PAK TUR SAU SYR EU UN NATO VEN IAEA
    """
)

# Words that begin another clause or phrase: no title goes across them.
CLAUSE_WORDS = word_set(
    """
    that this these those his her their its and said to in on at by with from for new old late
    then
    """
)

LEADING = word_set("of for and the a an that")

# Words after which a full stop ends no sentence.
ABBREVIATIONS = word_set(
    """
    gen sen rep gov lt col sgt mr mrs ms dr st jr sr capt maj adm brig cmdr prof rev us uk un eu
    lieut messrs hon amb
    """
)

# "who is", "who heads": what tells who somebody is.
RELATIVE_VERBS = word_set(
    "is was heads headed leads led runs serves served teaches directs represents represented "
    "advises advised"
)

SPEECH_VERBS = word_set("said told says added who warned tweeted wrote argued asked replied noted")

# What may follow a name and a comma without telling who it is.
NOT_APPOSED = (
    word_set(
        "and of for to in on at by with from or but his her their its this that then now first two"
    )
    | STOP
)

# "Center for Iran Studies": a land inside the name of an institute is its subject.
SUBJECT_ENDS = word_set(
    "studies affairs policy research relations language languages history literature law project"
)

# Words of office that say nothing of a state where none is named: "multiple sources".
ANYBODYS = word_set(
    """
    source sources director head chief chair chairman chairwoman chairperson deputy member members
    letter document side committee council officer officers capital service services adviser
    advisor advisers advisors coordinator investigators treasurer
    """
)

# "president of the Institute for ...": an office there speaks for no state.
INSTITUTES = word_set(
    """
    institute university foundation college school center centre association society federation
    project think chamber initiative academy museum church alliance
    movement
    """
)
