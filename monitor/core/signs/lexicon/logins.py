"""Words of doors that want to know who comes."""

from monitor.core.signs.phrases import Words, table

LOGIN = Words(
    whole=table("""
        en: login | log in | sign in | log on | logon | sign on | single sign on | user login | member login |
            members login | authentication required | login required | authorization required | unauthorized |
            401 unauthorized | 401 authorization required | sign in to your account | login page | please log in |
            please sign in | web login service | central authentication service | restricted area |
            log in to continue | members only | user account | sign in to continue | stale request |
            enter your username and password | enter username & password | central authentication service cas |
            select your identity provider | select an identity provider | sign on to continue | log on to continue |
            faculty and staff only | members area | login needed | sign in required | login necessary
        de: einloggen | bitte anmelden | authentisierung fehlgeschlagen | anmeldung erforderlich |
            authentifizierung erforderlich
        fr: service d'authentification | service central d'authentification | connexion | se connecter |
            connectez-vous | authentification requise | authentification nécessaire
        es: autentificación requerida | autenticación necesaria | autentificación necesaria |
            autorización requerida | iniciar sesión | acceder | inicio de sesión | identificarse |
            autenticación requerida | acceso de usuarios | se requiere autenticación
        pt: autenticação exigida | autenticação obrigatória | autorização necessária | autorização requerida |
            entrar | iniciar sessão | fazer login | acesso restrito | autenticação necessária |
            autenticação requerida | autenticação requisitada
        it: accedi | effettua l'accesso | autenticazione richiesta | autorizzazione necessaria |
            autenticazione necessaria | area riservata
        nl: inloggen | log in | authenticatie nodig | authenticatie vereist | aanmelden bij uw account
        pl: logowanie | zaloguj się | zaloguj | wymagana autoryzacja | wymagane uwierzytelnienie |
            konieczna autoryzacja
        ru: вход | войти | авторизация | вход в систему | необходима аутентификация | требуется авторизация |
            вход на сайт
        tr: giriş yap | oturum aç | kullanıcı girişi | kimlik doğrulama gerekli | yetkilendirme gerekli
        sv: logga in | inloggning | inloggning krävs | autentisering krävs | åtkomst kräver autentisering |
            behörighet krävs | autentisering nödvändig
        da: log ind | login påkrævet | log på
        nb: logg inn | logg på | innlogging
        cs: požadována autentizace | autentizace | nutná autentizace | vyžadována autorizace |
            autorizace vyžadována | nutné přihlášení | přihlášení | přihlásit se | vyžadována autentizace |
            vyžadováno ověření | ověření přístupu
        ja: ログイン | サインイン | 認証が必要です
        zh: 登录 | 登入 | 用户登录 | 请登录 | 會員登入 | 统一身份认证
        ko: 로그인 | 로그인이 필요합니다
        ar: تسجيل الدخول | تسجيل دخول
    """),
    headlines=table("""
        en: log in to | login to | sign in to | sign in with | log in with | log on to | please log in |
            please sign in | authentication required | login required | you must be logged in | you must log in |
            login page | access for members | must sign in | sign into your | log into your | web login service |
            sign on to | sign on with | log on with
        de: anmelden bei | anmeldung bei | bitte melden sie sich an | bitte loggen sie sich ein |
            authentisierung fehlgeschlagen | einloggen bei
        fr: se connecter à | connectez-vous à | connexion à | veuillez vous connecter | veuillez vous identifier |
            identifiez-vous
        es: iniciar sesión en | inicia sesión | inicie sesión | acceder a tu cuenta
        pt: iniciar sessão em | entrar no | entre na sua conta | faça login | inicie sessão | acesse sua conta
        it: accedi a | effettua il login | effettua l'accesso | autorizzazione necessaria
        nl: aanmelden bij | inloggen bij | inloggen op | log in op | authenticatie nodig
        pl: zaloguj się do | zaloguj się na | logowanie do | musisz się zalogować
        ru: вход в | войдите в | войти в | необходима авторизация | необходима аутентификация
        tr: giriş yapın | oturum açın | hesabınıza giriş
        sv: logga in på | logga in i | du måste logga in
        da: log ind på | du skal logge ind
        nb: logg inn på | du må logge inn
        cs: přihlášení do | přihlaste se | musíte se přihlásit
        ja: ログインしてください | にログイン | 認証が必要
        zh: 请先登录 | 請先登入 | 登录到
        ko: 로그인해 주세요 | 로그인하세요 | 로그인이 필요
        ar: تسجيل الدخول إلى | يرجى تسجيل الدخول
    """),
    sentences=table("""
        en: you must be logged in to | you must log in to | you need to log in to | you need to be logged in |
            please log in to continue | please sign in to continue | please log in to view |
            please login to continue | sign in to continue to | log in to continue | you must sign in to |
            login page is opening | could not verify that you are authorized | supplied the wrong credentials |
            you have asked to login to | this page is for members only | login is required to |
            please log in to access | please sign in to access | content is password protected |
            to view it please enter your password | reserved for registered members |
            enter your username and password | enter your username & password | username and password to log |
            requires that you log in | you must be signed in | sign in with your … account to access |
            to continue to google drive | off campus access to this resource |
            search for your organisation to sign in | log in with your home organization |
            you bookmarked the web login | bookmarked the web login form | services that require authentication |
            you must sign in with | you must log in with | you need to sign in | please sign on | you must sign on |
            enter the code we sent to | log in with your … id | sign in with your … id
        de: dieser inhalt ist passwortgeschützt | bitte melden sie sich an, um | sie müssen sich anmelden |
            sie müssen angemeldet sein | nur für angemeldete | ob sie autorisiert sind |
            bitte loggen sie sich ein, um | falsche referenzen
        fr: entrez votre identifiant et votre mot de passe | contenu est protégé par un mot de passe |
            vous devez être connecté | vous devez vous connecter | connectez-vous pour continuer |
            veuillez vous connecter pour | n'a pas été en mesure de vérifier que vous êtes autorisé |
            vous devez vous identifier | êtes autorisé à accéder à cette url | droits d'accès incorrects
        es: contenido está protegido con contraseña | contenido está protegido por contraseña |
            debe iniciar sesión | debes iniciar sesión | inicie sesión para | inicia sesión para continuar |
            no puede verificar que usted está autorizado | credenciales incorrectas |
            no puede certificar que usted | este servidor no puede verificar | no ha podido verificar que
        pt: você precisa estar logado | faça login para | inicie sessão para | precisa fazer login |
            não foi possível verificar se você | credenciais erradas | este servidor não pôde verificar |
            este servidor não pode verificar | credenciais incorretas
        it: devi effettuare l'accesso | devi accedere per | accedi per continuare |
            non può verificare l'autorizzazione | credenziali errate
        nl: u moet ingelogd zijn | je moet ingelogd zijn | log in om | of u gemachtigd bent |
            onvoldoende geauthenticeerd
        pl: musisz być zalogowany | musisz się zalogować | zaloguj się, aby | nie mógł zweryfikować |
            nieprawidłowe dane uwierzytelniające | nie jest w stanie zweryfikować | nie mógł sprawdzić
        ru: вы должны войти | необходимо войти | войдите, чтобы | необходимо авторизоваться |
            не смог проверить данные аутентификации | неверные учетные данные
        tr: giriş yapmanız gerekmektedir | giriş yapmalısınız | yetkili olduğunuzu doğrulayamadı |
            yetkiniz olup olmadığı | oturum açmanız gerekiyor
        sv: du måste vara inloggad | du måste logga in för att | kunde inte verifiera att du |
            kunde inte kontrollera | felaktiga uppgifter | felaktig inloggning
        da: du skal være logget ind | du skal logge ind for at
        nb: du må være logget inn | du må logge inn for å
        cs: musíte být přihlášen | pro pokračování se přihlaste | nemohl ověřit | není schopen ověřit |
            špatné heslo | nedokáže ověřit | chybné přihlašovací údaje | server nemůže ověřit
        ja: ログインする必要があります | ログインが必要です | 許可されていることを確認できません |
            権限を持っているかどうか | 権限があることを確認 | 間違った資格情報 | 認証情報
        zh: 您需要登录 | 登录后才能 | 您需要登入 | 请登录后
        ko: 로그인 후 이용 | 로그인이 필요한
        ar: يجب تسجيل الدخول | يجب عليك تسجيل الدخول
    """),
)
