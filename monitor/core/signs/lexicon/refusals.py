"""Words of refusals: bot walls, bans, countries shut out, too many requests, permission denied."""

from monitor.core.signs.phrases import Words, table

BOT_WALL = Words(
    whole=table("""
        en: robot or human | vercel security checkpoint | security checkpoint |
            request rejected | request blocked | ip blocked | blocked | you have been blocked | security check |
            human verification | robot check | are you a robot | are you human | bot or not | just a moment |
            one moment please | security block | access blocked | pardon our interruption | ddos guard |
            ddos protection | security verification | verification required | not acceptable | client challenge |
            challenge validation
        de: sicherheitsüberprüfung | sicherheitsprüfung | zugriff blockiert | anfrage blockiert |
            einen moment bitte
        fr: vérification de sécurité | requête bloquée | accès bloqué | contrôle de sécurité | un instant
        es: verificación de seguridad | acceso bloqueado | solicitud bloqueada | un momento
        pt: verificação de segurança | acesso bloqueado | um momento
        it: verifica di sicurezza | controllo di sicurezza | accesso bloccato | richiesta bloccata
        nl: beveiligingscontrole | toegang geblokkeerd
        pl: dostęp zablokowany | weryfikacja bezpieczeństwa
        ru: доступ заблокирован | проверка безопасности | вы не робот | запрос заблокирован
        tr: güvenlik kontrolü | erişim engellendi
        zh: 安全验证 | 安全验证中 | 人机验证 | 访问验证 | 安全驗證
        ja: セキュリティチェック
        ko: 보안 확인
    """),
    headlines=table("""
        en: unable to access page | recaptcha | hcaptcha | attention required | checking your browser |
            verify you are human | verify you're human | verifying you are human | security testing |
            protected by a security service | using a security service to protect itself | you have been blocked |
            has been blocked | was blocked | has been banned | you have been banned | unusual traffic |
            are not a robot | you're not a robot | access to this page has been denied |
            waiting for the redirect | ban access forbidden | website is blocked | invalid request |
            sorry you have been blocked | request could not be satisfied | complete the security check
        de: anfrage wurde blockiert | anfrage wurde geblockt | sie wurden blockiert | wurde gesperrt
        fr: vous avez été bloqué | a été bloqué | vérifiez que vous êtes humain
        es: ha sido bloqueado | ha sido bloqueada | has sido bloqueado | verificar que eres humano |
            bloqueado por seguridad
        pt: foi bloqueado | foi bloqueada | você foi bloqueado | complete o desafio
        it: è stato bloccato | è stata bloccata | sei stato bloccato
        nl: u bent geblokkeerd | is geblokkeerd | werd geblokkeerd
        pl: został zablokowany | zostałeś zablokowany | została zablokowana
        ru: вы заблокированы | запрос заблокирован | был заблокирован | вы были заблокированы
        tr: engellendiniz | isteğiniz engellendi
        sv: du har blockerats | har blockerats
        cs: byl zablokován | byli jste zablokováni
        uz: bloklangansiz | siz bloklandingiz
        zh: 您已被阻止 | 访问被拦截 | 您的请求被拦截 | 请求已被拦截 | 請求已被阻擋
        ja: アクセスがブロックされました | ブロックされています
        ko: 접근이 차단 | 차단되었습니다
        ar: تم حظرك | تم حظر
    """),
    sentences=table("""
        en: activate and hold the button | confirm that you are human | confirm that you're human |
            verifying your browser |
            javascript and cookies to be enabled | the incident id is | your incident id |
            been identified as malicious | from your ip address has been temporarily | automated defenses |
            monitor requests to check for activity | checking your browser before |
            checking if the site connection is secure | ddos protection by | please verify you are a human |
            please verify you are human | verify that you are human | verify that you're not a robot |
            verify that you are not a robot | show us your human side | tell if you're a human or a bot |
            confirm you are not a robot | prove you are human | prove you're human | prove that you are human |
            complete the security check | complete the captcha | solving a captcha | solve the captcha |
            solve this captcha | needs to review the security of your connection |
            enable javascript and cookies to continue | enable cookies and reload the page |
            enable js and disable any ad blocker | please enable cookies | unusual traffic from your |
            unusual activity from your | automated requests | automated queries | your request looks |
            your request has been blocked | your request was blocked | request was blocked |
            request has been blocked | request has been refused by the server | request has been rejected |
            the requested url was rejected | you have been blocked | you have been banned | has banned you |
            has been banned | why have i been blocked | why was i blocked | you are unable to access |
            your access has been blocked | your connection has been blocked | your ip has been blocked |
            your ip address has been blocked | your ip address is blocked | your ip has been banned |
            your ip address has been banned | ip address may have been used for | your ip address may have been |
            blocked for security reasons | blocked due to suspicious | blocked because of malicious |
            blocked due to malicious | blocked for suspicious | blocked for possible abuse | suspicious behavior |
            suspicious activity detected | detected malicious activity | detected unusual |
            triggered the security | triggered our security | secured against online attacks |
            protect itself from online attacks | protected against cyber attacks |
            security check has been powered by | security service to protect | security services provided by |
            blocked by our system | blocked by our protection | blocked by the system firewall |
            blocked by the webmaster | blocked by website owner | blocked by the web server firewall |
            blocked by mod security | generated by mod security | generated by wordfence | access blocked by |
            blocked spider access | detected and blocked as a crawler | software that manages crawler bot |
            server too busy for web crawlers | spamming software | spam posting software |
            potentially harmful request | contains dangerous attack | illegal parameter |
            site owner may have set restrictions | incapsula incident id | request unsuccessful incapsula |
            your support id is | error reference number | cloudflare ray id | performance security by cloudflare |
            once the validation process is complete | press and hold to confirm | press hold to confirm you are |
            turn javascript on in your browser then reload |
            your browser will redirect to your requested content | security testing in progress |
            something about the behavior of the browser has caught our attention | made us think you were a bot |
            made us think that you are a bot | disable your vpn | all traffic is blocked |
            due to abuse from this | bot traffic | not a real blocking | traffic from your network |
            aggressive automated scraping | to continue please verify | click to go to continue |
            you are a spammer | by completing the captcha below | is protected by blockscript
        de: ihr browser wird überprüft | ihre anfrage wurde blockiert |
            anfrage wurde durch die webserver firewall | ihre anfrage war unzulässig |
            ihre ip adresse wurde gesperrt | ihre ip adresse wurde blockiert |
            bestätigen sie, dass sie ein mensch | dass sie kein roboter sind | ungewöhnlichen datenverkehr |
            aus sicherheitsgründen blockiert | ihr zugriff wurde blockiert
        fr: cette requête a été bloquée | votre requête a été bloquée | votre demande a été bloquée |
            votre adresse ip a été bloquée | que vous n'êtes pas un robot | que vous êtes un humain |
            vérification de votre navigateur | trafic inhabituel | bloquée par une sécurité | activité suspecte |
            pour des raisons de sécurité, votre
        es: su solicitud ha sido bloqueada | su petición ha sido bloqueada |
            petición es potencialmente maliciosa | su dirección ip ha sido bloqueada | que no eres un robot |
            que no es un robot | tráfico inusual | comprobando su navegador | sistema de seguridad ha detectado |
            bloqueado por seguridad
        pt: sua solicitação foi bloqueada | seu ip bloqueado | seu ip foi bloqueado |
            seu endereço ip foi bloqueado | que você não é um robô | complete o desafio | tráfego incomum |
            bloqueou sua conexão | verificando seu navegador | seu acesso foi bloqueado | id da requisição
        it: la tua richiesta è stata bloccata | il tuo indirizzo ip è stato bloccato | che non sei un robot |
            traffico anomalo | verifica di non essere un robot
        nl: uw verzoek is geblokkeerd | u bent geblokkeerd | dat u geen robot bent | ongebruikelijk verkeer
        pl: twoje żądanie zostało zablokowane | twój adres ip został zablokowany | że nie jesteś robotem |
            nietypowy ruch
        ru: ваш запрос заблокирован | ваш ip заблокирован | ваш ip адрес заблокирован | что вы не робот |
            подозрительная активность | подозрительный трафик | доступ с вашего ip | подсистема безопасности |
            проверка вашего браузера | обнаружила и заблокировала
        tr: isteğiniz engellendi | ip adresiniz engellendi | robot olmadığınızı | olağan dışı trafik
        sv: din ip adress har blockerats | att du inte är en robot | ovanlig trafik
        cs: vaše ip adresa byla zablokována | že nejste robot | váš požadavek byl zablokován
        uz: siz bloklangansiz | siz kira olmaysiz | xavfsizlik yechimini ishga tushirdi
        zh: 请完成安全验证 | 您的请求已被 | 您的访问被 | 请求带有不合法参数 | 请证明您不是机器人 |
            正在检查您的浏览器 | 異常流量
        ja: ロボットではない | 通常と異なるトラフィック | アクセスがブロックされ | ブラウザを確認しています
        ko: 로봇이 아님 | 비정상적인 트래픽 | 접속이 차단
        ar: أنك لست روبوت | تم حظر عنوان | حركة مرور غير عادية
    """),
)

GEO_BLOCK = Words(
    whole=table("""
        en: country blocked | region blocked | not available in your country | unavailable in your region
    """),
    headlines=table("""
        en: not available in your country | not available in your region | not available in your location |
            unavailable in your country | unavailable in your region | unavailable in your location |
            country is blocked | country blocked | unavailable for legal reasons | location has been blocked |
            not available in your area | unavailable due to legal reasons
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
        en: sorry … is only available in | cannot be accessed from your country |
            access denied from your country | is only available to visitors from | is only available to users in |
            do not provide services in the country | not available in your country |
            not available in your region | not available in your location | not currently available in your |
            unavailable in your country | unavailable in your region | not available to visitors from your |
            access from your country | from your country is not allowed | from your country has been blocked |
            your country has been blocked | your country is blocked | your country is not allowed |
            your location … has been blocked | your country … has been blocked | blocked your country |
            blocked in your country | traffic from your country | accessing … from a country |
            accessing … from outside the | unavailable in most european countries |
            european economic area … access cannot be granted | visitors from your country | banned your country |
            has banned the country or region | restricted in your country | restricted in your region |
            due to your geographic location | not permitted in your jurisdiction |
            because of where you are located | located in a country where | site is not available outside |
            unavailable for legal reasons | country blocked
        de: aus ihrem land nicht | in ihrem land nicht verfügbar | in ihrer region nicht verfügbar |
            aus ihrem land ist gesperrt
        fr: pas disponible dans votre pays | depuis votre pays | pas accessible depuis votre
        es: no está disponible en su país | no está disponible en tu país | desde su país | desde tu país
        pt: não está disponível no seu país | não está disponível em seu país | a partir do seu país
        it: non è disponibile nel tuo paese | dal tuo paese
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
        en: too many requests | rate limited | rate limit exceeded | 429 too many requests
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
            too many attempts | you are now in line | you are in line | you are in the queue |
            virtual waiting room | due to heavy traffic | request limit exceeded
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
        en: too many requests | you are being rate limited | exceeded the rate limit |
            rate limit has been exceeded | exceeded the number of requests | sent too many requests |
            sending large amounts of web requests | making too many requests | too many attempts |
            you will be able to try again | going too fast | accessing … too much |
            please wait briefly while we are processing | you are now in line |
            you will be redirected to the site when | estimated wait time | your estimated wait |
            limit … your requests | temporarily blocked from
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
            access restricted
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
            either read protected or not readable by the server | access denied
        de: sie haben keine berechtigung | der zugriff auf das angeforderte | es existiert kein leserecht |
            zugriff verweigert | sie sind nicht berechtigt
        fr: vous n'avez pas le droit d'accéder | vous n'êtes pas autorisé à | vous n'avez pas la permission |
            accès interdit | accès refusé | n'avez pas les droits
        es: usted no tiene permiso | no tiene permiso para acceder | no tienes permiso para | acceso denegado |
            no está autorizado
        pt: você não tem permissão | não tem permissão para acessar | não tem permissão para aceder |
            acesso negado
        it: non disponi dei permessi | non hai il permesso | non si dispone dei permessi | accesso negato
        nl: u hebt niet de toestemming | u heeft geen toegang | u hebt geen toegang | toegang geweigerd
        pl: nie masz uprawnień | nie masz dostępu | nie posiadasz uprawnień | odmowa dostępu
        ru: у вас нет прав доступа | у вас нет доступа | доступ запрещен | недостаточно прав
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
