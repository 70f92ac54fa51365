"""Words by language that comparing needs: notices of hidden addresses, words that turn a sentence."""

from collections.abc import Mapping

HIDDEN_ADDRESS: Mapping[str, str] = {
    "en": r"\[?\bemail\s+protected\b\]?|this e-?mail address is being protected from spambots[^|]{0,80}",
    "de": r"diese e-?mail-?adresse ist vor spambots geschützt[^|]{0,80}",
    "fr": r"cette adresse e-?mail est protégée contre les robots spammeurs[^|]{0,80}",
    "es": r"esta dirección de correo electrónico está (?:siendo protegida|protegida) contra[^|]{0,80}",
}
"""Language → what stands where a script is to put an e-mail address."""

TURNING_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "not no never none only must unless without except until before after deadline due closed open suspended "
        "cancelled canceled discontinued postponed required mandatory optional free waived fee fees refundable",
        "de": "nicht kein keine keinen nie nur muss müssen ohne außer bis vor nach frist bewerbungsfrist geschlossen "
        "eingestellt abgesagt verschoben erforderlich verpflichtend kostenlos gebühr gebühren",
        "fr": "pas aucun aucune jamais seulement sans sauf jusqu avant après échéance limite fermé fermée suspendu "
        "suspendue annulé annulée reporté obligatoire facultatif gratuit gratuite frais",
        "es": "no ningún ninguna nunca sólo solo sin salvo hasta antes después plazo límite cerrado cerrada suspendido "
        "suspendida cancelado cancelada aplazado obligatorio opcional gratuito gratis tasa tasas",
        "pt": "não nenhum nenhuma nunca só somente sem exceto até antes depois prazo limite fechado fechada suspenso "
        "suspensa cancelado cancelada adiado obrigatório opcional gratuito taxa taxas",
        "it": "non nessun nessuna mai solo senza salvo fino prima dopo scadenza termine chiuso chiusa sospeso sospesa "
        "annullato annullata rinviato obbligatorio facoltativo gratuito tassa tasse",
        "nl": "niet geen nooit alleen zonder behalve tot voor na deadline gesloten opgeschort geannuleerd uitgesteld "
        "verplicht optioneel gratis kosten",
    }.items()
}
"""Language → words of which one more or fewer turns what a sentence asks or allows."""
