"""Words that negate or deny, for telling whether a quotation keeps them.

English in detail; of the other languages only the words that negate what follows them at once.
"""

from __future__ import annotations

from typing import Final

from summarize.lexicon.grammar import word_set

NEGATORS: Final = frozenset({"not", "never"})
"""Adverbs that negate the verb group they stand in."""

NEGATIVE_DETERMINERS: Final = frozenset({"no", "neither", "none"})
"""Determiners that negate the clause of the noun they stand before."""

NEGATIVE_PRONOUNS: Final = frozenset({"nobody", "nothing", "nowhere", "none"})
"""Words that negate the clause they stand in by themselves."""

FOREIGN_NEGATORS: Final = word_set(
    """
    ne n' pas jamais aucun aucune не ни никогда без нет لا لم لن ولا ولم ولن فلا فلم فلن ليس وليس ليست 不 没 沒 未
    无 無 nicht kein keine nunca non nao nem
    """
)
"""Negators of French, Russian, Arabic, Chinese, German and Spanish, folded."""

SPANISH: Final = word_set(
    """
    el la los las de del en que se por una lo segun y al con su ha han fue
    """
)
"""Words that show that "no" before them or after them is Spanish, folded."""

NEGATIONS: Final = (
    NEGATORS
    | NEGATIVE_DETERMINERS
    | NEGATIVE_PRONOUNS
    | FOREIGN_NEGATORS
    | word_set(
        """
    nor without hardly scarcely barely unable sans personne rien никто ничего нельзя غير بدون دون ohne nada
    sin
    """
    )
)
"""Every negating word."""

DENIALS: Final = word_set(
    """
    deny denies denied denying denial denials refute refutes refuted refuting reject rejects rejected
    rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing contradict
    contradicts contradicted disavow disavows disavowed repudiate repudiates repudiated rebut rebuts rebutted
    disprove disproved debunk debunked doubt doubts doubted false untrue fabricated hoax lie baseless
    unfounded unlikely dément démenti demente dementi nie отрицает отрицал отрицала отрицали опроверг
    опровергла опровергли نفى نفت ينفي
    """
)
"""Words that say that what they govern is not so."""

NEGATIVE_PREFIXES: Final = word_set(
    """
    anti non un ex counter pseudo former post pre
    """
)
"""What before a hyphen makes something else of the word after it."""

NEGATIVE_SUFFIXES: Final = frozenset({"free", "less"})
"""What after a hyphen takes away the word before it."""

CORRELATES: Final = word_set(
    """
    true case evidence indication indications sign signs proof confirmation reason suggestion suggestions word
    clear certain correct say said confirm confirmed claim claimed believe believed think thought mean report
    reported announce announced acknowledge acknowledged admit admitted agree agreed
    """
)
"""What stands between a negation and a content clause: "no evidence that", "did not say that"."""

CLAIM_NOUNS: Final = word_set(
    """
    claim claims report reports allegation allegations accusation accusations suggestion suggestions rumour
    rumours rumor rumors assertion assertions statement statements
    """
)
"""What stands between a denial and its content: "rejected claims that"."""
