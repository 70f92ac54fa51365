"""Words of bot walls and bans."""

from monitor.core.signs.phrases import Words, table

BOT_WALL = Words(
    asks=True,
    sought=table("""
        en: your ip address | your connection | this connection | your client | your traffic | automated traffic |
            automated tools | crawlers | scrapers | scraper
    """),
    predicates=table("""
        en: blocked | stopped | been limited | is limited | restricted | not permitted | not allowed | not welcome |
            denied | suspicious | unusual | something odd | flagged | resembles | recognised as | recognized as |
            reputation | is safe | security of | identified as | looks like
    """),
    vague=table("en: attention required | one more step | security check | not acceptable | blocked"),
    whole=table("""
        en: robot or human | vercel security checkpoint | security checkpoint | request rejected | request blocked |
            ip blocked | you have been blocked | human verification | robot check | are you a robot | are you human |
            bot or not | just a moment | one moment please | web page blocked | robot challenge screen |
            checking your browser | establishing a secure connection | protected page | azure waf | security block |
            access blocked | pardon our interruption | ddos guard | ddos protection | security verification |
            verification required | client challenge | challenge validation | bot detected | automated access
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
        zh: 安全检查 | 安全检查中 | 正在进行安全检查 | 安全验证 | 安全验证中 | 人机验证 | 访问验证 | 安全驗證
        ja: セキュリティチェック
        ko: 보안 확인
    """),
    headlines=table("""
        en: unable to access page | recaptcha | hcaptcha | checking your browser | verify you are human |
            verify you're human | verifying you are human | security testing | protected by a security service |
            using a security service to protect itself | you have been blocked | has been blocked | was blocked |
            has been banned | you have been banned | unusual traffic | are not a robot | you're not a robot |
            access to this page has been denied | waiting for the redirect | ban access forbidden |
            website is blocked | invalid request | you are not a bot | you're not a bot | you are not a robot |
            checking the site connection | request blocked | site is blocked | blocked by a security policy |
            blocked due to content | blocked because of malicious | confirm you are human | confirm you're human |
            before we continue | are you human | we're verifying your browser | verifying your browser |
            verifying your connection | sorry you have been blocked | request could not be satisfied |
            complete the security check | security verification | automated access is not permitted |
            crawlers are not welcome | checking your connection | slide to complete | website blocked | page blocked |
            show you are human | show that you are human | prove you are human
        de: anfrage wurde blockiert | anfrage wurde geblockt | sie wurden blockiert | wurde gesperrt |
            dass sie ein mensch sind | ob sie ein mensch sind
        fr: vous avez été bloqué | a été bloqué | vérifiez que vous êtes humain | vous êtes humain
        es: ha sido bloqueado | ha sido bloqueada | has sido bloqueado | verificar que eres humano |
            bloqueado por seguridad | que es humano | eres humano
        pt: foi bloqueado | foi bloqueada | você foi bloqueado | complete o desafio | você é humano
        it: è stato bloccato | è stata bloccata | sei stato bloccato | di essere umano
        nl: u bent geblokkeerd | is geblokkeerd | werd geblokkeerd | een mens bent
        pl: został zablokowany | zostałeś zablokowany | została zablokowana
        ru: а не робот | вы заблокированы | запрос заблокирован | был заблокирован | вы были заблокированы
        tr: engellendiniz | isteğiniz engellendi
        sv: du har blockerats | har blockerats
        cs: byl zablokován | byli jste zablokováni
        uz: bloklangansiz | siz bloklandingiz
        zh: 您已被阻止 | 访问被拦截 | 您的请求被拦截 | 请求已被拦截 | 請求已被阻擋 | 访问受限
        ja: アクセスがブロックされました | ブロックされています | アクセス制限
        ko: 접근이 차단 | 차단되었습니다
        ar: تم حظرك | تم حظر
    """),
    sentences=table("""
        en: intercepted by the security | page cannot be displayed please contact the administrator |
            web application firewall | blocked by your network | blocked by your administrator |
            blocked as it belongs to category | based on your organization's access policies | flagged this visit as |
            flagged as automated | possible automated traffic | abusive automated clients | automated clients |
            we are verifying your browser | we're verifying your browser | while we check your browser |
            validating your request | you need javascript to pass this check |
            needs to verify the security of your connection | verify the security of your connection |
            this process is automatic | site's security rules | your request cannot be processed |
            blocked by the website security | you have been locked out | for security reasons it was blocked |
            it was blocked and logged | blocked by our security | blocked this request | this request was blocked |
            this request has been blocked | the request is blocked | has blocked this request | solve this puzzle |
            solve the puzzle | that you are a bot | you are a real person | you are not a bot | you're not a bot |
            please enable javascript to proceed | javascript is disabled in your browser please |
            answer the question below before you | enclose the following incident | click the button to verify |
            locked down by its owner | has been intercepted | aggressively scraping | activate and hold the button |
            confirm that you are human | confirm that you're human | verifying your browser |
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
            enable js and disable any ad blocker | please enable cookies | unusual activity from your |
            automated requests | automated queries | your request looks | your request has been blocked |
            your request was blocked | request was blocked | request has been blocked |
            request has been refused by the server | request has been rejected | the requested url was rejected |
            you have been blocked | you have been banned | has banned you | has been banned |
            why have i been blocked | why was i blocked | you are unable to access | your access has been blocked |
            your connection has been blocked | your ip has been blocked | your ip address has been blocked |
            your ip address is blocked | your ip has been banned | your ip address has been banned |
            ip address may have been used for | your ip address may have been | blocked for security reasons |
            blocked due to suspicious | blocked because of malicious | blocked due to malicious |
            blocked for suspicious | blocked for possible abuse | suspicious behavior | suspicious activity detected |
            detected malicious activity | detected unusual | triggered the security | triggered our security |
            secured against online attacks | protect itself from online attacks | protected against cyber attacks |
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
            turn javascript on in your browser then reload | your browser will redirect to your requested content |
            security testing in progress | something about the behavior of the browser has caught our attention |
            made us think you were a bot | made us think that you are a bot | disable your vpn |
            all traffic is blocked | due to abuse from this | bot traffic | not a real blocking |
            traffic from your network | aggressive automated scraping | to continue please verify |
            click to go to continue | you are a spammer | by completing the captcha below |
            is protected by blockscript | show that a person is here | complete the verification | slide to complete |
            complete the puzzle | make sure that this visit is | not allowed to browse this |
            in accordance with company policy | show you are not a robot | show that you are not a robot |
            show that you are human | to show you are human | that you are a human | are not a bot or |
            you have been identified as a bot | make sure you are human | poor reputation | about your visit |
            type the characters you see | enter the characters you see | access from your ip | request blocked by |
            made our protection think | belongs to a crawler | recognised as an ai | recognized as an ai |
            suspended because of repeated | you are a person | unusual traffic
        de: ihr browser wird überprüft | ihre anfrage wurde blockiert | anfrage wurde durch die webserver firewall |
            ihre anfrage war unzulässig | ihre ip adresse wurde gesperrt | ihre ip adresse wurde blockiert |
            bestätigen sie, dass sie ein mensch | dass sie kein roboter sind | ungewöhnlichen datenverkehr |
            aus sicherheitsgründen blockiert | ihr zugriff wurde blockiert | dass sie ein mensch sind |
            ob sie ein mensch sind | sicherheit ihrer verbindung | als automatisiert erkannt | ihr zugriff wurde
        fr: cette requête a été bloquée | votre requête a été bloquée | votre demande a été bloquée |
            votre adresse ip a été bloquée | que vous n'êtes pas un robot | que vous êtes un humain |
            vérification de votre navigateur | trafic inhabituel | bloquée par une sécurité | activité suspecte |
            pour des raisons de sécurité, votre | vous êtes humain | êtes un humain | sécurité de votre connexion
        es: su solicitud ha sido bloqueada | su petición ha sido bloqueada | petición es potencialmente maliciosa |
            su dirección ip ha sido bloqueada | que no eres un robot | que no es un robot | tráfico inusual |
            comprobando su navegador | sistema de seguridad ha detectado | bloqueado por seguridad | que es humano |
            eres humano | es usted humano | seguridad de su conexión
        pt: sua solicitação foi bloqueada | seu ip bloqueado | seu ip foi bloqueado | seu endereço ip foi bloqueado |
            que você não é um robô | complete o desafio | tráfego incomum | bloqueou sua conexão |
            verificando seu navegador | seu acesso foi bloqueado | id da requisição | você é humano |
            segurança da sua conexão | que é humano
        fi: vahvista, että olet ihminen | et ole robotti
        it: la tua richiesta è stata bloccata | il tuo indirizzo ip è stato bloccato | che non sei un robot |
            traffico anomalo | verifica di non essere un robot | di essere umano | sei umano | completa la verifica |
            sicurezza della tua connessione
        nl: uw verzoek is geblokkeerd | u bent geblokkeerd | dat u geen robot bent | ongebruikelijk verkeer |
            een mens bent | beveiliging van uw verbinding
        pl: twoje żądanie zostało zablokowane | twój adres ip został zablokowany | że nie jesteś robotem |
            nietypowy ruch | jesteś człowiekiem
        ru: ваш запрос заблокирован | ваш ip заблокирован | ваш ip адрес заблокирован | что вы не робот |
            похожи на автоматические | а не робот | подозрительная активность | подозрительный трафик |
            доступ с вашего ip | подсистема безопасности | проверка вашего браузера | обнаружила и заблокировала |
            что вы человек | вы человек
        tr: isteğiniz engellendi | ip adresiniz engellendi | robot olmadığınızı | olağan dışı trafik |
            insan olduğunuzu
        sv: din ip adress har blockerats | att du inte är en robot | ovanlig trafik | att du är en människa
        cs: vaše ip adresa byla zablokována | že nejste robot | váš požadavek byl zablokován
        uz: siz bloklangansiz | siz kira olmaysiz | xavfsizlik yechimini ishga tushirdi
        zh: 请完成安全验证 | 您的请求已被 | 您的访问被 | 请求带有不合法参数 | 请证明您不是机器人 |
            正在检查您的浏览器 | 異常流量 | 访问行为异常 | 完成验证 | 您是真人 | 人机身份验证 | 访问受限
        ja: ロボットではない | 通常と異なるトラフィック | アクセスがブロックされ | ブラウザを確認しています |
            人間であること | セキュリティ上の理由 | アクセスは … 制限
        ko: 로봇이 아님 | 비정상적인 트래픽 | 접속이 차단 | 사람인지 확인 | 보안상의 이유
        ar: أنك لست روبوت | تم حظر عنوان | حركة مرور غير عادية
    """),
)
