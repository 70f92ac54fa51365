"""What a price is for, in the words of programme pages. Each line: language, words."""

import re

from monitor.core.listing import FeeKind

Phrases = tuple[tuple[str, str], ...]  # (language, phrases parted by commas)

# Says that money is to be paid, not for what.
PRICE: Phrases = (
    ("en", "fee, cost, charge, price, rate, payment, pay, payable, paid, amount due, total, administrative"),
    ("en", "how much, expense"),
    ("es", "cuánto cuesta, cuánto, tarifa, costo, coste, cuota, tasa, precio, pago"),
    ("fr", "combien, frais, coût, tarif, prix, montant"),
    ("de", "wie viel kostet, kostet, Gebühr, Gebühren, Kosten, Preis, Betrag"),
    ("pt", "taxa, custo, preço, valor"),
)

# Names what is paid for, whatever stands around it.
TUITION: Phrases = (
    ("en", "tuition"),
    ("es", "colegiatura, matrícula y colegiatura"),
    ("fr", "frais de scolarité, droits de scolarité"),
    ("de", "Studiengebühr, Studiengebühren, Kursgebühr, Kursgebühren, Programmgebühr"),
    ("pt", "mensalidade, propina"),
)
APPLICATION: Phrases = (
    ("de", "Bewerbungsgebühr, Anmeldegebühr, Bearbeitungsgebühr, Einschreibegebühr"),
    ("fr", "frais de dossier, frais d'inscription"),
)
HOUSING: Phrases = (
    ("en", "housing, lodging, accommodation, dorm, dormitory, room and board, rent, residence hall"),
    ("es", "alojamiento, vivienda"),
    ("fr", "logement, hébergement"),
    ("de", "Unterkunft, Miete, Wohnheim"),
    ("pt", "alojamento, hospedagem, moradia"),
)
OTHER: Phrases = (
    ("en", "insurance, malpractice, liability, coverage, per occurrence, aggregate, deductible, copay"),
    ("en", "coat, scrub, uniform, badge, id card, key card, equipment, stethoscope, mask fit, fit test, respirator"),
    ("en", "background check, criminal background, drug screen, drug screening, drug test, drug testing, fingerprint"),
    ("en", "fingerprinting, immunization, vaccination, vaccine, titer, tb test, physical exam, bls, acls, cpr"),
    ("en", "deposit, late, cancellation, cancelation, cancel, cancelling, refund, penalty, fine, replacement, lost"),
    ("en", "returned check, bounced check, insufficient funds, convenience, transaction, service charge, wire fee"),
    ("en", "credit card fee, card processing, bank fee, transfer fee, change fee, rescheduling, extension fee"),
    ("en", "transcript, visa, sevis, i 20, ds 2019, passport, transfer of credit, certificate, diploma, evaluation"),
    ("en", "recommendation, letter, postage, shipping, courier, notary, apostille, translation, vslo, vsas, aamc"),
    ("en", "ecfmg, eras, usmle, usmle step 1, usmle step 2, usmle step 2 ck, step 1, step 2, toefl, ielts"),
    ("en", "exam, examination, membership, workshop, conference, orientation"),
    ("en", "parking, transportation, transport, shuttle, bus, travel, airfare, flight, taxi, meal, food"),
    (
        "en",
        "dining, book, textbook, library fee, technology fee, laboratory, lab, student activity, activity fee",
    ),
    (
        "en",
        "health fee, student health, health service, recreation, gym, living expense, living cost, living",
    ),
    (
        "en",
        "personal expense, material, course material, supply, supplies, incidental, utility, internet, laundry, linen",
    ),
    ("en", "scholarship, stipend, award, grant, bursary, honorarium, salary, wage, allowance, reimbursement, loan"),
    ("en", "fellowship, financial support, financial aid, proof of funds, fund, funding, bank statement, donation"),
    ("en", "administrative fee, administrative charge, administration fee, administration charge, facility fee"),
    ("en", "supplemental fee, supplementary fee, supplemental charge, supplementary charge, surcharge"),
    ("en", "designation fee, plan fee, payment plan, installment, instalment, reinstatement fee, matriculation fee"),
    ("en", "graduation fee, imaging fee, student services, re application, reapplication, readmission"),
    ("en", "gift, prize, discount, budget, endowment, revenue, capital, damages, membership dues, gratuity, tax"),
    ("es", "seguro, depósito, visado, estacionamiento, beca, bata, transporte"),
    ("fr", "assurance, dépôt, caution, bourse, stationnement, blouse, transport, capital"),
    ("de", "Versicherung, Kaution, Visum, Parken, Stipendium, Kittel, Haftpflicht"),
    ("pt", "seguro, depósito, visto, estacionamento, bolsa, jaleco, transporte"),
)

# Names what is paid for where a price word stands beside it, or where nothing else does.
TUITION_OR_MENTION: Phrases = (
    ("en", "program, programme, course, elective, rotation, clerkship, observership, externship, internship"),
    ("en", "sub internship, subinternship, acting internship, training, placement, attachment, preceptorship"),
    ("en", "shadowing, participation, participate, participating, attend, instruction"),
    ("es", "programa, curso, rotación, rotaciones, pasantía, observación, matrícula"),
    ("fr", "programme, stage, formation, cours"),
    ("de", "Programm, Kurs, Famulatur, Praktikum, Hospitation"),
    ("pt", "programa, curso, estágio, rotação"),
)
APPLICATION_OR_MENTION: Phrases = (
    ("en", "application, apply, applying, processing, registration, register, registering, enrollment, enrolment"),
    ("en", "enroll, admission, admissions"),
    ("es", "solicitud, inscripción, postulación, registro"),
    ("fr", "candidature, inscription, demande"),
    ("de", "Bewerbung, Anmeldung, Einschreibung"),
    ("pt", "inscrição, candidatura"),
)
HOUSING_OR_MENTION: Phrases = (("en", "room, apartment, hotel, hostel, residence, dorm room"),)

# Holds such a word and means something else.
NOTHING: Phrases = (
    ("en", "of course, operating room, emergency room, course of study, no later than, at the latest, health care"),
    ("en", "health science, health system, health center, school of public health, public health, mental health"),
    ("en", "in late, business card, e book, per diem, lab coat requirement, book of business, board certified"),
    ("en", "money order, program director, program coordinator, application form, application deadline, fine art"),
    ("en", "letter of good standing, conference room, administrative processing procedure, administrative procedure"),
    ("en", "administrative requirement, administrative assistant, administrative office, administrative support"),
)

STRONG: tuple[tuple[FeeKind, Phrases], ...] = (
    (FeeKind.TUITION, TUITION),
    (FeeKind.APPLICATION, APPLICATION),
    (FeeKind.HOUSING, HOUSING),
    (FeeKind.OTHER, OTHER),
)
WEAK: tuple[tuple[FeeKind, Phrases], ...] = (
    (FeeKind.TUITION, TUITION_OR_MENTION),
    (FeeKind.APPLICATION, APPLICATION_OR_MENTION),
    (FeeKind.HOUSING, HOUSING_OR_MENTION),
)


def phrases(lines: Phrases) -> tuple[str, ...]:
    """The phrases of all languages, one by one."""
    return tuple(phrase.strip() for _, line in lines for phrase in line.split(","))


# The very name of a kind: a page that has it means by "program fee" or "processing fee" something beside it.
OWN_NAMES: dict[FeeKind, re.Pattern[str]] = {
    FeeKind.TUITION: re.compile(r"tuition|colegiatura|scolarité|studiengebühr|mensalidade", re.IGNORECASE),
    FeeKind.APPLICATION: re.compile(r"\bappl|solicitud|candidature|bewerbung|inscrição", re.IGNORECASE),
}
