"""Spanish, French and Portuguese words around a figure, as displacement reports use them.

Small on purpose: what is not here is left unread. Accents are as written; forms without them are listed
where reports drop them.
"""

from __future__ import annotations

from typing import Final

from summarize.lexicon.quantities import listed
from summarize.record import Approximator, FigureKind

HEDGES: Final[dict[str, Approximator]] = {
    phrase: approximator
    for approximator, phrases in {
        Approximator.ABOUT: (
            "unos; unas; alrededor de; aproximadamente; cerca de; en torno a; environ; quelque; "
            "autour de; uns; umas; "
            "aproximadamente; por volta de; à peu près"
        ),
        Approximator.NEARLY: "casi; près de; presque; quase",
        Approximator.MORE_THAN: "más de; mas de; más de las; plus de; mais de; acima de",
        Approximator.AT_LEAST: ("al menos; por lo menos; como mínimo; au moins; pelo menos; ao menos; no mínimo"),
        Approximator.UP_TO: "hasta; como máximo; jusqu'à; jusqu’à; até; no máximo; au plus",
        Approximator.FEWER_THAN: "menos de; moins de",
        Approximator.EXACT: "un total de; um total de; au total",
    }.items()
    for phrase in phrases.split("; ")
}
"""Hedges before the number."""

HEDGE_WORDS: Final[frozenset[str]] = frozenset(
    listed("environ quelque casi presque quase unos unas uns umas hasta cerca près")
)
"""Words of the hedges that English does not have."""

NUMBER_WORDS: Final[dict[str, int]] = {
    word: value
    for value, words in {
        2: "dos deux dois duas",
        3: "tres trois três",
        4: "cuatro quatre quatro",
        5: "cinco cinq",
        6: "seis six",
        7: "siete sept sete",
        8: "ocho huit oito",
        9: "nueve neuf nove",
        10: "diez dix dez",
        11: "once onze",
        12: "doce douze doze",
        15: "quince quinze",
        20: "veinte vingt vinte",
        30: "treinta trente trinta",
        40: "cuarenta quarante quarenta",
        50: "cincuenta cinquante cinquenta",
        100: "cien cent cem",
    }.items()
    for word in words.split()
}
"""Number words that stand alone; those of several words are left unread."""

PART_WORDS: Final[frozenset[str]] = frozenset(
    listed(
        """
    ciento cento doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos
    quinientas seiscientos setecientos ochocientos novecientos sesenta setenta ochenta noventa soixante
    septante nonante quatre-vingt sessenta oitenta mil mille millones millions milhões un una une um uma uno
    medio media demi meio meia
    """
    )
)
"""Words that make a number word or digits after them part of a longer number."""

SCALES: Final[dict[str, float]] = {
    "mil": 1e3,
    "mille": 1e3,
    "millones de": 1e6,
    "millón de": 1e6,
    "millions de": 1e6,
    "million de": 1e6,
    "milhões de": 1e6,
    "milhão de": 1e6,
}
"""Words that multiply the number before them."""

COLLECTIVES: Final[dict[str, int]] = {
    "un centenar de": 100,
    "una docena de": 12,
    "um centena de": 100,
    "uma centena de": 100,
    "uma dúzia de": 12,
    "una centena de": 100,
}
"""Nouns of number; French "une centaine" is about a hundred, and left unread."""

NOUNS: Final[dict[str, str]] = {
    noun: unit
    for unit, nouns in {
        "people": (
            "personas personnes pessoas civiles civils civis habitantes habitants residentes "
            "résidents moradores vecinos "
            "niños niñas enfants crianças mujeres femmes mulheres hombres hommes homens desplazados "
            "déplacés deslocados "
            "refugiados réfugiés mineros mineurs trabajadores travailleurs trabalhadores campesinos "
            "soldados soldats militares "
            "militaires policías policiers policiais estudiantes étudiants estudantes migrantes "
            "migrants individuos individus "
            "indivíduos pobladores damnificados sinistrés desabrigados desalojados evacuados évacués pdi pdis"
        ),
        "households": "familias familles famílias hogares ménages agregados",
        "houses": "viviendas casas maisons habitations moradias residencias residências",
    }.items()
    for noun in nouns.split()
}
"""Counted nouns, and their unit in the record."""

KINDS: Final[dict[str, FigureKind]] = {
    form: kind
    for kind, forms in {
        FigureKind.KILLED: (
            "muertos muertas fallecidos fallecidas asesinados asesinadas morts mortes tués tuées mortos mortas décès"
        ),
        FigureKind.WOUNDED: "heridos heridas blessés blessées feridos feridas",
        FigureKind.MISSING: "desaparecidos desaparecidas disparus disparues",
        FigureKind.DISPLACED: (
            "desplazados desplazadas desplazado evacuados evacuadas desalojados desalojadas "
            "reubicados reubicadas déplacés "
            "déplacées évacués évacuées relogés deslocados deslocadas desabrigados desabrigadas pdi pdis"
        ),
        FigureKind.DETAINED: "detenidos detenidas arrêtés arrêtées detidos detidas",
        FigureKind.RETURNED: "retornados retornadas retournés regresados",
    }.items()
    for form in forms.split()
}
"""Participles and nouns that say what became of those counted."""

HOMELESS: Final[tuple[str, ...]] = (
    "sin hogar",
    "sin techo",
    "sin casa",
    "sans abri",
    "sans-abri",
    "sem teto",
    "sem casa",
)
"""Phrases for the homeless, counted as displaced."""
