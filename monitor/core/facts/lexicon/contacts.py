"""The words around e-mail addresses, telephone numbers and people, by language (ISO 639-1)."""

from monitor.core.wording import vocabulary

WITHHELD = {
    "en": (
        "[email protected]",
        "[email hidden]",
        "(email hidden",
        "email hidden;",
        "address is being protected from spambots",
        "javascript enabled to view it",
        "javascript to view protected content",
        "javascript to see the email",
        "javascript to see this email",
        "javascript to view the email",
        "javascript to view this email",
        "javascript is required to view this email",
        "javascript must be enabled to see this e-mail",
        "please enable javascript to email",
    ),
    "de": (
        "e-mail-adresse ist vor spambots geschützt",
        "anzeige muss javascript eingeschaltet sein",
        "[e-mail geschützt]",
    ),
    "es": (
        "electrónico está siendo protegida contra los robots",
        "electrónico está protegida contra spambots",
        "javascript habilitado para poder verlo",
        "[correo electrónico protegido]",
        "[correo protegido]",
    ),
    "fr": (
        "est protégée contre les robots spammeurs",
        "activer le javascript pour la visualiser",
        "[e-mail protégé]",
        "[email protégé]",
    ),
    "pt": (
        "email está sendo protegido de spambots",
        "email está protegido contra piratas",
        "habilitar o javascript para visualizá-lo",
        "[e-mail protegido]",
        "[email protegido]",
    ),
}
"""What stands on a page in place of an address that a script is to show; lower case."""
SIGNS_WITHHELD = ("javascript", "[e", "[c", "email hidden", "spam", "robots", "piratas")
"""One of them stands in each of these: looked for first, because that is fast."""

AT = {"en": ("at",), "de": ("ät", "klammeraffe"), "es": ("arroba",), "fr": ("arobase", "chez"), "pt": ("arroba",)}
DOT = {"en": ("dot",), "de": ("punkt",), "es": ("punto",), "fr": ("point",), "pt": ("ponto",)}
"""How "@" and "." are spelled out in an address that is to be read by people only."""

PHONE = {
    "en": ("phone", "phones", "telephone", "tel", "ph", "mobile", "cell", "call", "dial", "voice", "hotline"),
    "de": ("telefon", "tel", "fon", "mobil", "ruf"),
    "es": ("teléfono", "telefono", "tel", "tfno", "móvil", "celular", "llame"),
    "fr": ("téléphone", "tél", "tel", "portable"),
    "pt": ("telefone", "tel", "telemóvel", "celular"),
}  # fmt: skip
"""Words before a telephone number that say that it is one."""

SHORT_PHONE = ("t", "p", "o", "m", "c", "w")
"""Letters that stand for such a word where a colon follows: "T: 305 243 1234"."""

FAX = {
    "en": ("fax", "facsimile", "telefax", "f"),
    "de": ("fax", "telefax"),
    "es": ("fax", "telefax"),
    "fr": ("fax", "télécopie", "télécopieur"),
    "pt": ("fax", "telefax"),
}

NO_PHONE = {
    "en": (
        "id", "isbn", "issn", "doi", "pmid", "npi", "ein", "tin", "ssn", "tax", "account", "acct", "routing", "grant",
        "award", "invoice", "reference", "ref", "case", "order", "permit", "license", "licence", "code", "zip", "duns",
        "uei", "serial", "version", "crn", "orcid", "meeting", "passcode", "pin", "barcode", "nct", "iban",
    ),
    "de": ("konto", "kontonummer", "plz", "ust-idnr", "rechnung", "aktenzeichen"),
    "es": ("cuenta", "nif", "cif", "factura", "expediente"),
    "fr": ("siret", "siren", "compte", "facture", "rcs", "tva"),
    "pt": ("cnpj", "cpf", "nif", "conta", "cep"),
}  # fmt: skip
"""Words before a number that say that it is none."""

ROLE = {
    "en": (
        "coordinator", "director", "co-director", "manager", "administrator", "registrar", "dean", "chair",
        "chairman", "chairperson", "chairwoman", "chief", "assistant", "associate", "officer", "specialist", "advisor",
        "adviser", "secretary", "contact", "liaison", "supervisor", "president", "head", "lead", "preceptor", "clerk",
        "counselor", "representative", "analyst", "faculty", "professor", "instructor",
    ),
    "de": (
        "leiter", "leiterin", "koordinator", "koordinatorin", "direktor", "direktorin", "ansprechpartner",
        "ansprechpartnerin", "sekretariat",
    ),
    "es": (
        "coordinador", "coordinadora", "director", "directora", "secretario", "secretaria", "decano", "decana",
        "contacto",
    ),
    "fr": ("coordinateur", "coordinatrice", "directeur", "directrice", "secrétaire", "doyen", "doyenne", "responsable"),
    "pt": ("coordenador", "coordenadora", "diretor", "diretora", "secretário", "secretária", "decano", "contato"),
}  # fmt: skip
"""What people are called for what they do."""

DEGREES = vocabulary(
    """
    md do phd mph ms ma mba mbbs msc msn rn dnp bsn ba bs edd med jd pharmd mha facp faap facs mhs mpa dds dmd
    np pa pa-c cmp c-tagme jr sr ii iii iv dr mr mrs ms prof professor
    """
)
"""What stands before and behind a name and is none; lower case, without points."""

NO_NAME = vocabulary(
    """
    university college school hospital center centre clinic department office program programme division
    medicine medical health education student students affairs international global visiting elective electives
    clinical graduate undergraduate admissions services institute foundation association research sciences
    science surgery pediatrics psychiatry neurology radiology pathology cardiology oncology family internal
    emergency general application applications fee fees phone email e-mail fax address contact information info
    us our the for and of street avenue road drive suite room building floor box north south east west new
    united states january february march april may june july august september october november december monday
    tuesday wednesday thursday friday observership observerships externship clerkship residency fellowship
    rotation rotations faculty staff team title name role main campus system privacy rights settings cookie
    cookies data protection officer officers action your my care group board committee policy read more learn
    home about please click here
    """
)
"""Words in capitals that no name of a person holds; lower case."""

COMMON_MAILBOXES = vocabulary(
    """
    info information contact contactus contact-us admin administrator office webmaster web help helpdesk support
    admissions admission registrar international students student studentaffairs education medicine medical gme ume osa
    mail email hello enquiries inquiries secretary secretariat kontakt contacto contato dean
    """
)
"""Mailboxes that every department of an institution has: the same name at another host is another one's."""
