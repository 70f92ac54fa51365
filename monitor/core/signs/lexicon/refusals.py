"""Words of refusals: countries shut out, too many requests, permission denied."""

from monitor.core.signs.phrases import Words, table

GEO_BLOCK = Words(
    whole=table("""
        en: country blocked | region blocked | not available in your country | unavailable in your region
    """),
    headlines=table("""
        en: not available in your country | not available in your region | not available in your location |
            unavailable in your country | unavailable in your region | unavailable in your location |
            country is blocked | country blocked | unavailable for legal reasons | location has been blocked |
            not available in your area | unavailable due to legal reasons | not offered where you are |
            access from your country | access from your region | not available outside the |
            not available outside of the
        de: in ihrem land nicht verfügbar | in deinem land nicht verfügbar | in ihrer region nicht verfügbar
        fr: pas disponible dans votre pays | pas disponible dans votre région | indisponible dans votre pays
        es: no disponible en su país | no disponible en tu país | no está disponible en tu país |
            no está disponible en su país
        pt: não disponível no seu país | não está disponível no seu país | indisponível em seu país
        it: non disponibile nel tuo paese | non è disponibile nel tuo paese
        nl: niet beschikbaar in uw land | niet beschikbaar in jouw land
        pl: niedostępna w twoim kraju | niedostępne w twoim kraju | nie jest dostępna w twoim kraju
        ru: недоступен в вашей стране | недоступно в вашей стране | недоступна в вашем регионе |
            недоступен в вашем регионе
        tr: ülkenizde kullanılamıyor | bulunduğunuz ülkede
        sv: inte tillgänglig i ditt land
        da: ikke tilgængelig i dit land
        nb: ikke tilgjengelig i ditt land
        cs: není ve vaší zemi dostupn
        ja: お住まいの地域では | お客様の国では
        zh: 您所在的国家 | 您所在的地区 | 您所在的國家 | 您所在的地區
        ko: 귀하의 국가에서는 | 해당 지역에서는
        ar: غير متاح في بلدك | غير متوفر في بلدك
    """),
    sentences=table("""
        en: sorry … is only available in | cannot be accessed from your country | access denied from your country |
            is only available to visitors from | is only available to users in |
            do not provide services in the country | not available in your country | not available in your region |
            not available in your location | not currently available in your | unavailable in your country |
            unavailable in your region | not available to visitors from your | access from your country |
            from your country is not allowed | from your country has been blocked | access from your area has been |
            access from your region | access from your location | access … from your region |
            access … from your location | from your region is not | can only be viewed from within |
            only be accessed from within | only accessible from within the | only available to visitors within the |
            serve visitors from outside | service customers outside of the | service visitors outside |
            site is not … available internationally | website is not available outside |
            configured to block access from your country | banned the country | access this website from a country |
            access this site from a country | from a country that … does not | where you are … not offered |
            not offered where you are | regulations … visitors in your country | your country has been blocked |
            your country is blocked | your country is not allowed | your location … has been blocked |
            your country … has been blocked | blocked your country | blocked in your country |
            traffic from your country | accessing … from a country | accessing … from outside the |
            unavailable in most european countries | european economic area … access cannot be granted |
            visitors from your country | banned your country | has banned the country or region |
            restricted in your country | restricted in your region | due to your geographic location |
            not permitted in your jurisdiction | because of where you are located | located in a country where |
            site is not available outside | unavailable for legal reasons | country blocked |
            unavailable to visitors from | limited to users located in | limited to visitors located in |
            limited to visitors from | this service is limited to the united states |
            site is limited to the united states | only to visitors in the united states | visitors from your region |
            do not offer this website in your | not offer this site in your country | website … in your country
        de: aus ihrer region nicht | aus ihrem land nicht | in ihrem land nicht verfügbar |
            in ihrer region nicht verfügbar | aus ihrem land ist gesperrt | in ihrer region … nicht verfügbar |
            in ihrem land … nicht verfügbar | in deiner region … nicht verfügbar
        fr: pas disponible dans votre pays | depuis votre pays | pas accessible depuis votre |
            pas disponible dans votre région | depuis votre région | réservé aux internautes situés |
            n'est pas accessible depuis | n'est pas disponible dans votre
        es: no está disponible en su país | no está disponible en tu país | desde su país | desde tu país |
            no está disponible en su región | no está disponible en tu región | desde su región |
            desde su ubicación
        pt: não está disponível no seu país | não está disponível em seu país | a partir do seu país |
            não está disponível na sua região | não está disponível em sua região
        it: non è disponibile nel tuo paese | dal tuo paese | non è disponibile nella tua regione |
            non è accessibile dal tuo
        nl: niet beschikbaar in uw land | vanuit uw land
        pl: nie jest dostępna w twoim kraju | z twojego kraju
        ru: недоступен в вашей стране | недоступен в вашем регионе | из вашей страны
        tr: ülkenizden erişim
        zh: 在您所在的国家 | 在您所在的地区
        ja: お住まいの地域ではご利用 | お住まいの国から
    """),
)

RATE_LIMITED = Words(
    whole=table("""
        en: too many requests | rate limited | rate limit exceeded | 429 too many requests | slow down
        de: zu viele anfragen
        fr: trop de requêtes
        es: demasiadas solicitudes | demasiadas peticiones
        pt: muitas solicitações | muitos pedidos
        it: troppe richieste
        nl: te veel verzoeken | te veel aanvragen
        pl: zbyt wiele żądań | zbyt wiele zapytań
        ru: слишком много запросов
        tr: çok fazla istek
        zh: 请求过于频繁 | 訪問過於頻繁 | 访问过于频繁
        ja: リクエストが多すぎます
        ko: 요청이 너무 많습니다
    """),
    headlines=table("""
        en: page temporarily unavailable because a device | too many requests | being rate limited |
            rate limit exceeded | temporarily blocked | visitor prioritization | waiting room page |
            too many attempts | you are now in line | you are in line | you are in the queue | virtual waiting room |
            due to heavy traffic | request limit exceeded | browsing too quickly | browsing too fast |
            going too fast | too many page requests
        de: zu viele anfragen | vorübergehend gesperrt | vorübergehend blockiert |
            sie befinden sich in der warteschlange
        fr: trop de requêtes | temporairement bloqué | victime de son succès | trop de demandes
        es: demasiadas solicitudes | demasiadas peticiones | temporalmente bloquead | bloqueado temporalmente
        pt: muitas solicitações | temporariamente bloquead | bloqueado temporariamente
        it: troppe richieste | temporaneamente bloccat
        nl: te veel verzoeken | tijdelijk geblokkeerd
        pl: zbyt wiele żądań | tymczasowo zablokowan
        ru: слишком много запросов | временно заблокирован
        tr: çok fazla istek | geçici olarak engellen
        sv: för många förfrågningar | tillfälligt blockera
        da: for mange anmodninger | midlertidigt blokeret
        nb: for mange forespørsler | midlertidig blokkert
        cs: příliš mnoho požadavků | dočasně zablokován
        zh: 请求过于频繁 | 访问过于频繁 | 操作过于频繁
        ja: リクエストが多すぎます | アクセスが集中
        ko: 요청이 너무 많
        ar: طلبات كثيرة جدا
    """),
    sentences=table("""
        en: too many requests | you are being rate limited | exceeded the rate limit | rate limit has been exceeded |
            exceeded the number of requests | sent too many requests | sending large amounts of web requests |
            sent more requests than | more requests than we allow | too many page views | when it is your turn |
            users in line ahead of you | making too many requests | too many attempts |
            you will be able to try again | going too fast | accessing … too much |
            please wait briefly while we are processing | you are now in line |
            you will be redirected to the site when | your estimated wait | limit … your requests |
            temporarily blocked from | browsing too quickly | browsing too fast | too many hits from
        de: zu viele anfragen | sie befinden sich in der warteschlange | versuchen sie es in einigen minuten
        fr: trop de requêtes | limite temporairement vos | en l'utilisant trop vite | plus autorisé à l'utiliser |
            file d'attente virtuelle
        es: demasiadas solicitudes | demasiadas peticiones | está en la cola
        pt: muitas solicitações | excedeu o número de
        it: troppe richieste
        nl: te veel verzoeken
        pl: zbyt wiele żądań | zbyt wiele zapytań
        ru: слишком много запросов
        zh: 请求过于频繁 | 访问过于频繁
        ja: アクセスが集中して
    """),
)

FORBIDDEN = Words(
    whole=table("""
        en: forbidden | 403 | error 403 | 403 forbidden | http 403 | access denied | access forbidden |
            permission denied | not authorized | method not allowed | unauthorized access | no access |
            access restricted | access required | restricted to campus network | campus network required
        de: zugriff verweigert | zugriff verboten | kein zugriff | zutritt verboten | fehler 403
        fr: accès refusé | accès interdit | interdit | erreur 403
        es: acceso denegado | acceso prohibido | prohibido | error 403
        pt: acesso negado | acesso proibido | proibido | método não permitido | erro 403
        it: accesso negato | accesso vietato | accesso proibito | vietato | errore 403
        nl: toegang geweigerd | toegang verboden | verboden toegang | geen toegang
        pl: dostęp zabroniony | brak dostępu | odmowa dostępu | dostęp wzbroniony
        ru: доступ запрещен | доступ закрыт | отказано в доступе | ошибка 403
        tr: erişim engellendi | erişim reddedildi | erişim yasak
        sv: åtkomst förbjuden | åtkomst nekad | tillträde förbjudet | åtkomst ej tillåten | förbjuden
        da: adgang nægtet | ingen adgang | adgang forbudt
        nb: ingen tilgang | tilgang nektet | adgang forbudt
        cs: přístup odmítnut | přístup zakázán | přístup odepřen | zakázaný přístup
        ja: アクセスが拒否されました | アクセス拒否 | アクセス禁止
        zh: 拒绝访问 | 禁止访问 | 访问被拒绝 | 存取遭拒 | 拒絕存取 | 没有权限
        ko: 접근 거부 | 접근이 거부되었습니다 | 접근 금지
        ar: تم رفض الوصول | الوصول مرفوض | ممنوع
    """),
    headlines=table("""
        en: access restricted | access is restricted | 403 forbidden | access denied | access forbidden |
            permission denied | you are not authorized | you are not allowed | you don't have permission |
            you do not have permission | access is denied | access to this page is restricted
        de: zugriff verweigert | zugriff verboten | keine berechtigung | zugriff nicht gestattet
        fr: accès refusé | accès interdit | vous n'avez pas accès
        es: acceso denegado | acceso prohibido | no tiene permiso
        pt: acesso negado | acesso proibido | não tem permissão
        it: accesso negato | accesso vietato | non hai i permessi
        nl: toegang geweigerd | toegang verboden
        pl: dostęp zabroniony | odmowa dostępu | brak uprawnień
        ru: доступ запрещен | нет доступа
        tr: erişim engellendi | erişim izniniz yok
        sv: åtkomst nekad | saknar behörighet
        da: adgang nægtet
        nb: tilgang nektet
        cs: přístup odmítnut | přístup zamítnut
        ja: アクセスが拒否 | アクセス権がありません
        zh: 拒绝访问 | 禁止访问
        ko: 접근 권한이 없
    """),
    sentences=table("""
        en: you don't have permission to access | you do not have permission to access |
            you do not have permission to view | you don't have permission to view |
            you are not authorized to access | you are not authorized to view |
            access to this resource is denied | access to this page is forbidden |
            access to this resource on the server is denied | you are not allowed to access |
            you are not allowed to proceed | unable to visit the website |
            either read protected or not readable by the server | need permission to access this |
            only available on the … network | only accessible on the … network |
            only accessible from the … network | must be on the … network | connect to the vpn … try again |
            access to this environment | campus network required
        de: sie haben keine berechtigung | der zugriff auf das angeforderte | es existiert kein leserecht |
            sie sind nicht berechtigt
        fr: vous n'avez pas le droit d'accéder | vous n'êtes pas autorisé à | vous n'avez pas la permission |
            n'avez pas les droits
        es: usted no tiene permiso | no tiene permiso para acceder | no tienes permiso para | no está autorizado
        pt: você não tem permissão | não tem permissão para acessar | não tem permissão para aceder
        it: non disponi dei permessi | non hai il permesso | non si dispone dei permessi
        nl: u hebt niet de toestemming | u heeft geen toegang | u hebt geen toegang
        pl: nie masz uprawnień | nie masz dostępu | nie posiadasz uprawnień
        ru: у вас нет прав доступа | у вас нет доступа | недостаточно прав
        tr: erişim izniniz yok | bu sayfaya erişim yetkiniz
        sv: du har inte tillåtelse | du saknar behörighet | du har inte behörighet | du har inte rättighet
        da: du har ikke adgang | du har ikke tilladelse
        nb: du har ikke tilgang | du har ikke tillatelse
        cs: nemáte právo | nemáte oprávnění | přístup byl odepřen
        ja: アクセス権がありません | アクセスが拒否されました | 閲覧する権限がありません
        zh: 您没有权限 | 您无权访问 | 您沒有權限 | 访问被拒绝
        ko: 접근 권한이 없습니다 | 권한이 없습니다
        ar: ليس لديك إذن | ليس لديك صلاحية
    """),
)
