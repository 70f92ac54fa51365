"""Words of help: what pages that have failed tell those whom they fail, and other pages seldom."""

from monitor.core.signs.phrases import table

HELP = table("""
    en: a moment | few seconds | a minute | this link | the link | a link | links below | bookmark | url |
        web address | this address | the address | typed | typing | spelling | mistyped | webmaster | administrator |
        site owner | home page | homepage | main page | front page | site map | sitemap | a z index | search box |
        use the search | use our search | site search | searching | try a search | search for | search our | go back |
        back button | start over | try again | refresh | reload | shortly | temporarily unavailable | browser |
        javascript | cookies | captcha | robot | a bot | automated | vpn | ip address | your ip | the server |
        website | web site | our site | this site | this page | the page | web page | log in | login | sign in |
        password | permission | authorized | authorised | credentials | an error | apologi | apology | sorry |
        inconvenience | patience | your request | this request | been blocked | was blocked | for security reasons |
        security policy | firewall | help desk | service desk | redirected | been moved | been removed |
        been deleted | does not exist | no longer exists | nothing here | thank you for | the menu | been notified |
        be back | to be back | try again later
    de: moment | augenblick | sekunden | link | adresse | url | startseite | suche | suchfunktion | webseite |
        website | seite | browser | javascript | passwort | melden sie sich | anmelden | berechtigung | später |
        administrator | server | netzwerk | anfrage | entschuldig | leider | wartung
    fr: instant | secondes | lien | adresse | url | accueil | recherche | site | page | navigateur | javascript |
        mot de passe | connect | erreur | plus tard | administrateur | autorisé | serveur | réseau | requête | désol |
        maintenance
    es: momento | segundos | enlace | dirección | url | inicio | buscador | búsqueda | sitio | página | navegador |
        javascript | contraseña | sesión | más tarde | administrador | permiso | servidor | solicitud | lo sentimos |
        lamentamos | mantenimiento
    pt: momento | segundos | link | endereço | url | página | busca | pesquisar | site | navegador | javascript |
        senha | sessão | mais tarde | administrador | permissão | servidor | solicitação | desculp | manutenção
    it: momento | secondi | link | collegamento | indirizzo | url | home | pagina | cerca | ricerca | sito | browser |
        javascript | password | permess | più tardi | amministratore | server | richiesta | spiac | manutenzione
    nl: moment | seconden | link | adres | url | startpagina | homepage | zoek | website | pagina | browser |
        javascript | wachtwoord | inlog | later | beheerder | toestemming | server | netwerk | verzoek | excuses |
        helaas | onderhoud
    pl: link | odnośnik | adres | stron | wyszukiw | witryn | przeglądar | hasło | zalog | później |
        administrator | uprawnie | serwer | żądani | przepraszamy
    ru: ссылк | адрес | главн | поиск | сайт | страниц | браузер | парол | войти | войдите | позже |
        администратор | сервер | запрос | извин
    tr: bağlantı | adres | ana sayfa | arama | site | sayfa | tarayıcı | şifre | parola | giriş | daha sonra |
        yönetici | sunucu | istek | üzgün | özür
    sv: länk | adress | startsida | sök | webbplats | sida | webbläsare | lösenord | logga in | senare |
        administratör | behörighet | rättighet | tillgång | objektet | server | tyvärr | ursäkta
    da: link | adresse | forside | søg | hjemmeside | websted | side | browser | adgangskode | log ind |
        senere | administrator | server | desværre | beklager
    nb: lenke | adresse | forside | søk | nettsted | side | nettleser | passord | logg inn | senere |
        administrator | server | dessverre | beklager
    fi: linkki | osoite | etusivu | haku | sivu | selain | salasana | kirjaudu | myöhemmin | ylläpit |
        palvelin | pahoittelemme
    cs: odkaz | adres | úvodní | vyhledáv | stránk | web | prohlížeč | heslo | přihlás | později | správc |
        server | omlouváme
    sk: odkaz | adres | úvodn | vyhľadáv | stránk | web | prehliadač | heslo | prihlás | neskôr | správc |
        ospravedlňujeme
    hr: poveznic | adres | početn | pretra | stranic | preglednik | lozink | prijav | kasnije | ispričavamo
    hu: hivatkozás | cím | főoldal | keres | oldal | honlap | böngésző | jelszó | bejelentkez | később |
        rendszergazda | elnézés
    ro: link | adres | pagina | caut | site | browser | parol | autentific | mai târziu | administrator |
        ne pare rău
    ca: enllaç | adreça | inici | cerca | lloc web | pàgina | navegador | contrasenya | ho sentim
    el: σύνδεσμ | διεύθυνση | αρχική | αναζήτηση | σελίδα | ιστότοπ | κωδικ | λυπούμαστε
    uk: посилан | адрес | головн | пошук | сайт | сторінк | браузер | парол | увійти | пізніше | вибач
    ja: リンク | アドレス | url | トップページ | ホームページ | 検索 | サイト | ページ | ブラウザ | パスワード |
        ログイン | 後ほど | しばらく | 管理者 | アクセス | サーバ | 申し訳
    zh: 链接 | 网址 | 地址 | 首页 | 搜索 | 网站 | 页面 | 浏览器 | 密码 | 登录 | 登入 | 稍后 | 管理员 | 访问 | 服务器 |
        抱歉 | 網址 | 首頁 | 網站 | 頁面 | 瀏覽器
    ko: 링크 | 주소 | 홈 | 검색 | 사이트 | 페이지 | 브라우저 | 비밀번호 | 로그인 | 나중에 | 잠시 후 | 관리자 | 접근 |
        서버 | 죄송
    ar: رابط | عنوان | الرئيسية | بحث | موقع | صفحة | الصفحة | المتصفح | كلمة المرور | الدخول | لاحقا | المسؤول |
        عذرا | نعتذر
    fa: پیوند | آدرس | صفحه | جستجو | سایت | مرورگر | رمز عبور | متاسفانه
    he: קישור | כתובת | דף הבית | חיפוש | אתר | דף | עמוד | דפדפן | סיסמ | מצטערים
    th: ลิงก์ | หน้า | ค้นหา | เว็บไซต์ | เบราว์เซอร์ | รหัสผ่าน | ขออภัย
    vi: liên kết | địa chỉ | trang | tìm kiếm | trình duyệt | mật khẩu | đăng nhập | xin lỗi
    id: tautan | alamat | beranda | halaman | pencarian | situs | peramban | kata sandi | masuk | maaf
""")

# What a title or first heading says that excuses itself.
APOLOGY = table("""
    en: sorry | we're sorry | we are sorry | oops | whoops | uh oh | our apologies | we apologize |
        well this is awkward | we apologise | something's not right | we apologize for the inconvenience |
        well this is embarrassing | lost
    de: hoppla | ups | entschuldigung | es tut uns leid
    fr: oups | désolé | nous sommes désolés
    es: lo sentimos | ups | vaya
    pt: ops | desculpe | lamentamos
    it: ops | ci dispiace | siamo spiacenti
    nl: oeps | sorry | helaas
    pl: ups | przepraszamy
    ru: упс | извините
    tr: üzgünüz | hata
    sv: hoppsan | tyvärr
    da: ups | beklager
    nb: oisann | beklager
    fi: hups
    cs: jejda | omlouváme se
    hu: hoppá | sajnáljuk
    ja: 申し訳ありません | 申し訳ございません
    zh: 抱歉 | 很抱歉 | 非常抱歉
    ko: 죄송합니다
    ar: عذرا | عفوا
""")
