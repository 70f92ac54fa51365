"""Words by language that comparing needs: function words, notices of hidden addresses, words that turn a sentence."""

from collections.abc import Mapping

FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it with as you this be are by on not or your from have which may will",
        "de": "der die das und ist nicht mit den von zu auf für ein eine des dem im sich werden auch wird oder sind",
        "fr": "le la les des et est dans pour que une vous du qui au sur nous par pas ce avec aux ces ne ou sont",
        "es": "el los las y es en para que una por del con su no se al como más sus esta este puede lo o",
        "pt": "os as e é em para que uma por do da com não se ao como mais seu sua dos das pelo você ou na no",
        "it": "il gli le di e è per che una con non si della dei del alla sono nel delle più al come ai anche",
        "nl": "de het een en van is dat op te in voor met niet zijn u aan door wordt ook deze uw om bij of",
        "sv": "och att det som är på för en av med till den inte har om ett vi kan eller från du de vid",
        "da": "og at det som er på for en af med til den ikke har om et vi kan eller fra du de ved også blive",
        "nb": "og at det som er på for en av med til den ikke har om et vi kan eller fra du de ved også bli",
        "pl": "i w na się nie z do jest że o to przez dla oraz jak lub są po od za przy być które może",
        "cs": "a se na v je že s z do pro o to jako jsou nebo by při k od ve které může není být",
        "tr": "ve bir bu için ile olarak olan da de daha veya her çok gibi kadar sonra olup bunu size ise",
        "ro": "și în de la cu pe care este nu o un să din pentru mai sau sunt prin ale fi vă acest ce",
        "hu": "a az és hogy nem is egy meg ez vagy van mint el csak ha minden de azt ki által kell",
        "fi": "ja on ei se että oli kun myös tai ovat sen voi mutta jos niin kuin ole hän tämä sekä",
        "id": "dan yang di untuk dengan ini dari pada tidak dalam adalah atau akan itu anda ke oleh kami",
        "vi": "và của là có cho các được không trong với một những này đã khi để về người từ bạn",
    }.items()
}
"""Language (BCP 47) → its commonest words of grammar, the ones that few of the others share."""

SCRIPTS: Mapping[str, str] = {
    "el": "\u0370-\u03ff",
    "ru": "\u0400-\u04ff",
    "he": "\u0590-\u05ff",
    "ar": "\u0600-\u06ff",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
    "ja": "\u3040-\u30ff",
    "zh": "\u4e00-\u9fff",
    "ko": "\uac00-\ud7af",
}
"""A language for each script that is not Latin, with its range of characters: which of those it has does not matter."""

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
