"""Words that English news puts around a place's name: parts, nearness, sites and classes.

Classes of divisions follow ISO 3166-2's category names and GeoNames' feature classes A, P, L, T and H; sites
are its classes S and R with the kinds that ACLED and UCDP name in their coding of location.
Each entry is a regular expression; lists are joined with `alternatives`.
"""

from __future__ import annotations


def alternatives(words: str) -> str:
    """A non-capturing group of the words, which are separated by line breaks or commas."""
    return "(?:" + "|".join(part.strip() for part in words.replace("\n", ",").split(",") if part.strip()) + ")"


_COMPASS_POINT = "(?:north|south|east|west)"
COMPASS = rf"(?:{_COMPASS_POINT}(?:[ -]?{_COMPASS_POINT})?(?:ern|ernmost|ward)?)"
DIRECTION = (
    rf"(?:(?:far|deep|mid)[ -])?(?:{COMPASS}|central|upper|lower|rural|mainland|coastal|inner|outer|downtown|old)"
)
DIRECTIONS = rf"{DIRECTION}(?:(?:,| and| or|, and)+ {DIRECTION})*"

HELD = r"\w+(?:-\w+)?[ -](?:held|controlled|dominated|administered|occupied|majority|speaking|run)"

PARTS = alternatives("""
    areas?, parts?, sides?, regions?, half, tip, edges?, end, sectors?, portions?, corner, districts?
    neighbou?rhoods?, provinces, quarters?, towns, villages, countryside, hinterland, fronts?, axis, coast
    highlands, lowlands, swathes?, swaths?, territory, centre, center, heart, rest, interior, banks?, shores?
    pockets?
""")

NEAR = alternatives(rf"""
    near(?: to)?, close to, just outside(?: of)?, outside(?: of)?, around, next to, adjacent to, beside
    not far from, off, (?:on )?(?:the )?(?:{COMPASS} )?outskirts of, (?:in )?(?:the )?(?:{COMPASS} )?suburbs? of
    (?:in )?(?:the )?vicinity of, surroundings of, environs of, approaches to, (?:away )?from, towards?
    (?:areas?|towns?|villages?|regions?|countryside) (?:around|near|surrounding|close to|outside|adjacent to)
    (?:roads?|highways?) (?:to|towards?|outside), (?:the )?{COMPASS} ?(?:of|from)
""")
NEAR_BEFORE = alternatives("""
    near(?: to)?, close to, just outside(?: of)?, outside(?: of)?, around, next to, adjacent to, beside, not far from
    (?:the )?outskirts of, (?:the )?suburbs? of, (?:the )?vicinity of
""")
"""Those of them that say so wherever they stand; "from" and "towards" a town say where somebody goes."""
NEAR_AFTER = alternatives("area, outskirts, suburbs?, countryside, environs, vicinity, surroundings")

DISTANCE = (
    r"(?:(?:some|about|around|roughly|approximately|nearly|just|only|at least|up to|less than|more than|over"
    r"|an estimated) )*(?:\d+(?:[.,]\d+)*|a few|several|dozens of|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)"
    r"[ -]?(?:km|kms|kilomet(?:re|er)s?|(?:nautical )?miles?|nmi?|mi|m|met(?:re|er)s?)\b(?: \([^)]*\))?"
)

BORDERS = alternatives("borders?, borderlands?, frontier, ceasefire line, front ?lines?, contact line, line of contact")

SITES = alternatives("""
    hospitals?, clinics?, schools?, universit(?:y|ies), airports?, air ?(?:base|field|strip)s?, airfields?
    bases?, checkpoints?, check-points?, outposts?, camps?, forts?, bridges?, mosques?, church(?:es)?
    cathedral, synagogue, temple, shrine, dams?, barrages?, prisons?, jails?, markets?, bazaars?
    refiner(?:y|ies), (?:oil|gas) ?fields?, power (?:plant|station)s?, ports?, harbou?rs?, crossings?
    embass(?:y|ies), consulates?, palaces?, stadiums?, squares?, barracks, garrisons?, depots?, warehouses?
    factor(?:y|ies), plants?, stations?, buildings?, hotels?, restaurants?, cafes?, headquarters
    compounds?, citadels?, castles?, fortress(?:es)?, museums?, cemeter(?:y|ies), wells?, mines?
    quarr(?:y|ies), streets?, avenues?, roads?, highways?, junctions?, roundabouts?, intersections?
    tunnels?, malls?, courthouses?, police stations?, silos?, pipelines?, farms?, houses?, homes?
    shelters?, monaster(?:y|ies), ministr(?:y|ies), parliament, shops?, stores?, gates?, tombs?
    facilit(?:y|ies), cent(?:er|re)s?, positions?
""")

ADMIN1 = "governorates?, provinces?, oblasts?, states?, departments?, prefectures?, wilayat?, vilayat, muhafazat?, krai"
ADMIN2 = """
    districts?, count(?:y|ies), raions?, municipalit(?:y|ies), communes?, sub-?districts?, woredas?
    cantons?, local government areas?, cercles?
"""
SETTLEMENTS = """
    cit(?:y|ies), towns?, villages?, hamlets?, settlements?, localit(?:y|ies), capital, stronghold, enclave
    neighbou?rhoods?, quarters?, suburbs?, boroughs?
"""
SETTLEMENT_WORDS = "city|town|village|port|capital|settlement|hamlet"
COUNTRIES = "countr(?:y|ies), nation, kingdom, republic"
REGIONS = """
    regions?, areas?, territor(?:y|ies), peninsula, valleys?, deserts?, mounts?, mountains?, islands?
    rivers?, lakes?, basin, plains?, zones?, coast, countryside, forests?, heights, hills?, steppe, delta
    corridor, front, airspace, skies, jabal, jebel, wadi, terrain
"""
WATERS = "seas?, oceans?, gulf, straits?, international waters"

LEADING = alternatives(r"""
    in(?:to|side)?, at, on, across, throughout, within, over, through, from, to, of, the, a, an, several
    some, many, all, both, besieged, embattled, contested, neighbou?ring, nearby, ancient, historic, key
    strategic, restive, flashpoint, war-torn, remote, occupied, breakaway, volatile, capital, port, border
    desert, fortified
""")
