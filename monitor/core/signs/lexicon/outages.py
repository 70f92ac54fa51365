"""Words of sites that are down: on purpose, or by mistake."""

from monitor.core.signs.phrases import Words, table

MAINTENANCE = Words(
    vague=table("""
        en: coming soon | launching soon | under construction
        de: im aufbau
        fr: bientôt disponible | en construction
        es: próximamente | en construcción
        pt: em breve | em construção
        it: lavori in corso | in costruzione
        nl: binnenkort beschikbaar | in aanbouw
        pl: wkrótce | w budowie
        ru: скоро открытие | сайт в разработке
    """),
    whole=table("""
        en: under maintenance | maintenance mode | down for maintenance | be right back | we'll be right back |
            we'll be back soon | back soon | system maintenance | site offline |
            website coming soon | site coming soon | system outage |
            site under construction | website under construction | temporarily offline
        de: wartungsmodus | im wartungsmodus | wartungsarbeiten
        fr: en maintenance | site en maintenance | maintenance en cours | site en travaux |
            site en construction
        es: en mantenimiento | sitio en mantenimiento | sitio en construcción
        pt: em manutenção | site em manutenção | site em construção
        it: in manutenzione | sito in manutenzione | sito in costruzione
        nl: in onderhoud | onderhoudsmodus
        pl: przerwa techniczna
        ru: технические работы | техническое обслуживание | профилактические работы
        tr: bakım çalışması | bakımdayız
        sv: underhållsarbete
        cs: probíhá údržba
        ja: メンテナンス中 | メンテナンスのお知らせ
        zh: 系统维护 | 网站维护中 | 維護中 | 系統維護
        ko: 점검 중 | 시스템 점검 | 서비스 점검
        ar: تحت الصيانة
    """),
    headlines=table("""
        en: under maintenance | down for maintenance | undergoing maintenance | maintenance in progress |
            temporary service interruption | temporarily down | temporarily offline | is taking a short break |
            something new is coming | new website is coming | we'll be back | we will be back |
            currently being upgraded | site is offline | maintenance page | upgrade in progress | update in progress |
            website upgrade | site upgrade | our websites are down | our website is down | our site is down
        de: wird gewartet | vorübergehend nicht erreichbar | wir sind bald zurück | gleich wieder da | bald wieder da
        fr: effectuons actuellement une maintenance | de nouveau en ligne sous peu | en maintenance |
            en cours de maintenance | interruption momentanée | bientôt de retour | nous revenons |
            site fait peau neuve
        es: en mantenimiento | interrupción temporal | tareas de mantenimiento | estaremos de vuelta |
            volvemos pronto | volveremos pronto | mantenimiento programado
        pt: em manutenção | fora do ar
        it: in manutenzione
        nl: in onderhoud
        pl: przerwa techniczna | trwają prace
        ru: технические работы | на техническом обслуживании
        tr: bakım çalışması | bakım modunda | bakımda
        sv: underhållsarbete | tillfälligt stängd
        da: midlertidigt nede | midlertidigt lukket
        nb: midlertidig nede | midlertidig stengt
        cs: probíhá údržba | dočasně mimo provoz
        ja: メンテナンス中 | ただいまメンテナンス
        zh: 正在维护 | 维护中 | 正在升级 | 維護中
        ko: 점검 중 | 점검중
        ar: تحت الصيانة
    """),
    sentences=table("""
        en: we're offline for | up and running again | up and running smoothly | we're currently offline |
            we are currently offline | is under maintenance | currently under maintenance | is down for maintenance |
            down for scheduled maintenance | undergoing maintenance | undergoing scheduled maintenance |
            performing scheduled maintenance | performing some maintenance |
            briefly unavailable for scheduled maintenance | maintenance downtime | temporary service interruption |
            web site is currently unavailable | website is currently unavailable | site is currently unavailable |
            site is temporarily unavailable | website is temporarily unavailable | is temporarily down |
            we apologise for this inconvenience | we'll be back shortly | we will be back shortly |
            we'll be back soon | we will be back soon | should be back shortly | site is offline |
            currently being upgraded | taking a short break | new website is on its way | new website is coming |
            new site is coming | our website is coming soon | website will be back | site will be back |
            management system is being upgraded | are moving to a new data center | while we install updates |
            while we update our | while we upgrade our | website is not available this |
            website is not available while | website is unavailable while | took our servers offline |
            our servers are offline | our website is down
        de: wird derzeit gewartet | wird gerade gewartet | befindet sich im wartungsmodus |
            steht unser internetauftritt | website steht … nicht zur verfügung | vorübergehend nicht erreichbar |
            wartungsarbeiten durch | zurzeit nicht erreichbar | in kürze wieder
        fr: effectuons actuellement une maintenance | de nouveau en ligne | est en maintenance |
            est actuellement en maintenance | en cours de maintenance | interruption momentanée |
            site est momentanément indisponible | site est temporairement indisponible |
            une opération technique est en cours | effectuent des mises à jour | opération de maintenance |
            réessayer ultérieurement | site fait peau neuve | nous revenons très vite | de retour très bientôt
        es: está en mantenimiento | estamos en mantenimiento | se encuentra en mantenimiento |
            está temporalmente fuera de servicio | realizando tareas de mantenimiento |
            sitio volverá a estar disponible | sitio estará disponible
        pt: site voltará | site está temporariamente indisponível | está em manutenção | estamos em manutenção |
            encontra-se em manutenção | temporariamente fora de serviço
        it: il sito tornerà | sito è momentaneamente non disponibile | è in manutenzione |
            per motivi di manutenzione | attualmente in manutenzione
        nl: is in onderhoud | tijdelijk onbereikbaar
        pl: trwa przerwa techniczna | jest chwilowo niedostępna
        ru: ведутся технические работы | проводятся технические работы | сайт временно недоступен |
            на техническом обслуживании
        tr: bakım çalışması nedeniyle | geçici olarak hizmet | şu anda bakımda | bakım nedeniyle
        sv: på grund av underhåll | underhållsarbete pågår | tillfälligt nere
        da: på grund af vedligeholdelse | midlertidigt ude af drift
        nb: på grunn av vedlikehold | midlertidig ute av drift
        cs: probíhá údržba | z důvodu údržby
        ja: メンテナンス中です | メンテナンスのため | ただいまメンテナンス | サービスを一時停止
        zh: 正在维护 | 系统维护中 | 網站維護中 | 正在进行维护 | 正在升级维护
        ko: 점검 중입니다 | 점검으로 인해 | 서비스 점검
        ar: الموقع تحت الصيانة | قيد الصيانة
    """),
)

SERVER_ERROR = Words(
    vague=table("""
        en: error
        de: fehler
        fr: erreur
        pt: erro
        it: errore
        nl: fout
        pl: błąd
        ru: ошибка
        tr: hata
        sv: fel
        da: fejl
        nb: feil
        cs: chyba
        ja: エラー
        zh: 错误
        ko: 오류
        ar: خطأ
        fa: خطا
        hu: hiba
        ro: eroare
        fi: virhe
    """),
    whole=table("""
        mr: सर्व्हर दोष
        hi: सर्वर त्रुटि
        en: sorry to interrupt | css error | server error | internal server error | 500 internal server error |
            error 500 | http 500 | bad gateway | 502 bad gateway | error 502 | service unavailable |
            503 service unavailable | error 503 | gateway timeout | gateway time out | 504 gateway time out |
            application error | runtime error | database error | site error | an error occurred |
            something went wrong | unexpected error | account suspended | service temporarily unavailable |
            503 service temporarily unavailable | website expired | hosting expired | domain suspended |
            error occurred while processing request | error page | errorpage | no such app | proxy error |
            fatal error | this site can't be reached
        de: serverfehler | interner serverfehler | dienst nicht verfügbar | zugriff nicht möglich |
            datenbankfehler
        fr: erreur du serveur | erreur serveur | erreur interne du serveur | service indisponible |
            erreur de base de données
        es: error del servidor | error interno del servidor | servicio no disponible | puerta de enlace errónea |
            error de servidor
        pt: erro do servidor | erro no servidor | erro interno do servidor | serviço indisponível |
            gateway inválida | gateway inválido | serviço não disponível
        it: errore del server | errore interno del server | servizio non disponibile | gateway errato |
            gateway non valido
        nl: server fout | serverfout | interne serverfout | dienst niet beschikbaar |
            service niet beschikbaar | foute gateway | slechte gateway
        pl: błąd serwera | wewnętrzny błąd serwera | usługa niedostępna | serwis niedostępny
        ru: плохой шлюз | ошибочный шлюз | неверный шлюз | неправильный шлюз | ошибка сервера |
            внутренняя ошибка сервера | сервис недоступен | ошибка шлюза | служба недоступна |
            сервер временно недоступен | недопустимый шлюз
        tr: sunucu hatası | hizmet kullanılamıyor | geçersiz ağ geçidi
        sv: serverfel | internt serverfel | tjänsten ej tillgänglig | tjänsten är inte tillgänglig |
            felaktig gateway
        da: serverfejl | intern serverfejl
        nb: serverfeil | intern serverfeil | tjenesten er utilgjengelig
        cs: chyba serveru | interní chyba serveru | chybná brána | služba nedostupná |
            služba není dostupná
        ja: サーバーエラー | サーバエラー | エラーが発生しました
        zh: 服务器错误 | 伺服器錯誤 | 内部服务器错误 | 服务不可用 | 系统错误
        ko: 서버 오류 | 오류가 발생했습니다
        ar: خطأ في الخادم | حدث خطأ
        fa: خطای سرور
    """),
    headlines=table("""
        en: something's gone wrong | something has gone wrong | went wrong | internal server error | bad gateway |
            service unavailable | gateway timeout | gateway time out | error establishing a database connection |
            database connection error | database error | server error | application error |
            account has been suspended | service temporarily unavailable | an error has occurred |
            something went wrong | connection timed out | web server is down | origin is unreachable |
            origin dns error | fatal error | account suspended | unhandled exception | technical difficulties |
            critical error on this website | something broke | tunnel error | having technical difficulties |
            application failed to start | application failed
        de: interner serverfehler | dienst nicht verfügbar | es ist ein fehler aufgetreten | technische probleme |
            technischer fehler
        fr: une erreur s'est produite | erreur interne | service indisponible |
            service temporairement indisponible | une erreur est survenue | problème technique |
            passerelle incorrecte
        es: error interno | servicio no disponible | se ha producido un error | problemas técnicos
        pt: erro interno | serviço indisponível | ocorreu um erro
        it: errore interno | servizio non disponibile | si è verificato un errore |
            servizio temporaneamente non disponibile
        nl: interne serverfout | dienst niet beschikbaar | er is een fout opgetreden
        pl: błąd serwera | wystąpił błąd | usługa niedostępna
        ru: внутренняя ошибка | произошла ошибка | сервер недоступен
        tr: sunucu hatası | bir hata oluştu
        sv: ett fel har inträffat | ett fel inträffade | internt fel
        da: der opstod en fejl | der er opstået en fejl
        nb: det oppstod en feil | det har oppstått en feil
        cs: chyba serveru | došlo k chybě
        ja: エラーが発生しました | サーバーエラー
        zh: 服务器错误 | 系统繁忙 | 服务暂时不可用
        ko: 오류가 발생 | 일시적인 오류
        ar: حدث خطأ
    """),
    sentences=table("""
        en: something's gone wrong | something has gone wrong | things went wrong |
            error establishing a database connection | the server encountered an internal error |
            encountered an internal error or misconfiguration | received an invalid response from an upstream server |
            the server is temporarily unable to service your request | no server is available to handle this request |
            could not connect to the database | unable to connect to the database | can't connect to mysql server |
            sqlstate | you have an error in your sql syntax | uncaught exception | uncaught error | stack trace |
            fatal error | parse error syntax error | server error in application | the service is unavailable |
            service is temporarily unavailable | this account has been suspended |
            there has been a critical error on | an unexpected error occurred | an unexpected error has occurred |
            something went wrong | an error occurred while processing your request |
            error occurred in the application | upstream connect error | we are experiencing technical difficulties |
            we're experiencing technical difficulties | the page you are looking for is temporarily unavailable |
            please try again in 30 seconds | max user connections | the web server reported a |
            bandwidth limit exceeded | the server is overloaded | error code 52 | please report this error |
            has experienced an unexpected error | error executing database query | encountered an unexpected error |
            error occurred while processing request | application error occurred on the server |
            contact your application administrator | this domain has been suspended | website has been suspended |
            hosting account has | hosting plan … has expired | hosting … has expired | this account has expired |
            this website has expired | your page could not be served | tns no listener |
            check the logs for more information | there's nothing here yet | there is no app configured |
            currently unable to resolve it | our team has been told | our team has been notified |
            data source not found | odbc error | having technical difficulties | has been logged and |
            please excuse the interruption
        de: im server ein interner fehler | ein interner fehler aufgetreten |
            der server ist derzeit nicht in der lage | fehlerhafte antwort von einem übergeordneten |
            datenbankverbindung konnte nicht | der dienst ist derzeit nicht verfügbar |
            fehler beim aufbau einer datenbankverbindung | der proxy server erhielt eine |
            ein unerwarteter fehler
        fr: une erreur est survenue | une erreur s'est produite | le serveur a été victime d'une erreur interne |
            a rencontré une erreur interne | n'est pas en mesure de traiter votre requête |
            a reçu une réponse incorrecte | erreur lors de la connexion à la base de données | erreur inattendue |
            en raison d'un problème technique | est dans l'incapacité de répondre |
            n'est pas actuellement en mesure | incapable de traiter votre requête
        es: se ha producido un error interno | no se ha podido completar su solicitud |
            ha recibido información no válida | error al establecer una conexión con la base de datos |
            el servidor no puede procesar su solicitud | incapaz de atender | en este momento el servidor |
            problemas de capacidad | un error inesperado
        pt: o servidor encontrou um erro interno | erro interno e não | recebeu uma resposta inválida |
            erro ao estabelecer uma conexão com o banco de dados | problemas de capacidade | um erro inesperado |
            o servidor está temporariamente | não foi capaz de completar
        it: il server ha generato un errore interno | ha ricevuto una risposta non valida |
            una risposta non valida | non è in grado di soddisfare la richiesta |
            errore nello stabilire una connessione al database | errore imprevisto
        nl: de server kreeg een interne fout | ongeldig antwoord | een foutief antwoord |
            de server is overbelast | de server is tijdelijk niet in staat |
            fout bij het maken van verbinding met de database | een verkeerd antwoord |
            kon uw vraag niet beantwoorden
        pl: serwer napotkał błąd | wewnętrzny błąd | nieprawidłową odpowiedź | serwer jest chwilowo |
            serwer jest tymczasowo | błąd podczas łączenia z bazą danych | serwer nie jest w stanie |
            wystąpił nieoczekiwany błąd | serwer napotkał
        ru: внутренняя ошибка сервера | неверный ответ от | некорректный ответ | сервер временно не может |
            сервер перегружен | ошибка подключения к базе данных | ошибка соединения с базой данных |
            сервер не может обработать | непредвиденная ошибка
        tr: sunucu dahili bir hata | sunucu isteğinizi | veritabanı bağlantısı kurulamadı | geçersiz bir yanıt |
            beklenmeyen bir hata
        sv: internt fel | servern är för tillfället | ogiltigt svar | felaktigt svar |
            servern är antingen överbelastad | ett oväntat fel
        da: intern fejl | serveren er midlertidigt | en uventet fejl
        nb: intern feil | tjeneren er midlertidig | en uventet feil
        cs: vnitřní chyba | obdržel od nadřazeného serveru | server není momentálně | server je přetížen |
            server dočasně
        ja: サーバ内部で | 内部エラー | リクエストに応えることができません | 不正な応答 | 上流サーバ |
            サービスが利用できません | データベース接続確立エラー
        zh: 服务器内部错误 | 数据库连接 | 服务器遇到 | 系统发生错误 | 伺服器發生錯誤
        ko: 내부 서버 오류 | 일시적인 오류 | 데이터베이스 연결
        ar: خطأ داخلي | خطأ في الاتصال بقاعدة البيانات
        fa: کد خطا
    """),
)
