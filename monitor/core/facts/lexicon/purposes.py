"""The words that tell what a date is for; the one nearest to the date decides."""

from monitor.core.fact import Purpose
from monitor.core.signs.phrases import table

PURPOSES = {
    Purpose.DEADLINE: table("""
        en: deadline | due | apply by | submit by | submitted by | received by | completed by | paid by |
            no later than | not later than | on or before | closes | close on | close | closing date | closing |
            last day to | last day for | last day of application | at the latest | latest |
            last date | cut off | cutoff | accepted until | accepted through | accepted till | applications until |
            applications through | open until | open through | postmarked | received after | submitted after |
            must be in by | register by |
            before | prior to | by | until | through | end of applications | application end
        fr: date limite | au plus tard | avant le | jusqu au | clôture | limite de dépôt
        de: frist | spätestens | bis zum | bis | bewerbungsschluss | einsendeschluss | anmeldeschluss
        es: fecha límite | plazo | a más tardar | hasta el | antes del | cierre
        pt: prazo | data limite | até | encerramento
        it: scadenza | entro il | entro | non oltre | termine
        nl: uiterlijk | sluitingsdatum | uiterste datum | tot en met
    """),
    Purpose.OPENING: table("""
        en: opens | applications open | open on | open from | opening | opened | reopen |
            reopens | begin accepting | begins accepting |
            start accepting | starts accepting | accepted from | accepted beginning | accepted starting |
            applications begin | available from | available beginning | available starting | accept applications from |
            accepting applications from | will accept applications | application start | no earlier than |
            not before | earliest
        fr: ouverture | à partir du | ouvre le | dès le
        de: öffnet | bewerbungsstart | frühestens | ab dem
        es: apertura | a partir del | abre el
        pt: abertura | a partir de
        it: apertura | a partire dal
    """),
    Purpose.EFFECTIVE: table("""
        en: effective | in effect | takes effect | take effect | in force | enters into force | as of | applies from |
            valid from | valid as of | starting with the
        fr: en vigueur | prend effet | applicable au | applicable depuis
        de: gültig ab | gilt ab | in kraft | stand
        es: vigente | en vigor | entra en vigor | vigencia
        pt: em vigor | vigência | vigente
        it: in vigore | efficace
        nl: van kracht | ingangsdatum
    """),
    Purpose.UPDATED: table("""
        en: updated | update | modified | revised | revision | last reviewed | last changed | posted | published |
            last amended | amended | version
        fr: mise à jour | mis à jour | modifié | modifiée | actualisé | publié | version
        de: aktualisiert | zuletzt geändert | geändert am | letzte änderung | stand | veröffentlicht | fassung
        es: actualizado | actualizada | última actualización | modificado | publicado
        pt: atualizado | atualizada | última atualização | modificado | publicado
        it: aggiornato | aggiornata | ultimo aggiornamento | modificato | pubblicato
        nl: bijgewerkt | laatst gewijzigd
    """),
    Purpose.EVENT: table("""
        en: first day | last day | start date | starts | starting | start on | begins | begin | beginning |
            orientation | holiday | conference | interview |
            webinar | open house | ceremony | ends | end date |
            notification | notified | held on | takes place
        fr: début | commence | rentrée | séance
        de: beginn | beginnt | veranstaltung | findet
        es: inicio | comienza | sesión
        pt: início | começa
        it: inizio | comincia
    """),
}

WINDOWS = table("""
    en: apply | application | registration | register | accepting
    fr: candidature | inscription
    de: bewerbung | anmeldung
    es: solicitud | inscripción
    pt: inscriç | candidatura
    it: domanda | iscrizion
""")
"""Words that make a stretch of days one in which to apply: its last day is the deadline."""

ADJECTIVAL = table("""
    en: start | starts | starting | rotation | session | block | class | term | entry | matriculation | elective |
        cohort
""")
"""Words right behind a date that make it a name: "the deadline for January 4 rotations is October 1"."""
