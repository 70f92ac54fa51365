"""Words of pages that are not there, of parked domains, and of servers that nobody set up."""

from monitor.core.signs.phrases import Words, table

NOT_FOUND = Words(
    whole=table("""
        en: 404 | 404 error page | 404 page | error 404 page | not found | error 404 | 404 error | http 404 |
            404 not found | does not exist | page missing
        de: nicht gefunden | fehler 404 | 404 fehler | seite fehlt
        fr: introuvable | erreur 404 | non trouvé
        es: no encontrado | no encontrada | error 404
        pt: não encontrado | não encontrada | erro 404
        it: non trovato | non trovata | errore 404
        nl: niet gevonden | fout 404 | 404 fout
        pl: nie znaleziono | błąd 404
        ru: не найдено | не найдена | ошибка 404
        tr: bulunamadı | hata 404 | 404 hatası
        sv: hittades inte | fel 404
        da: ikke fundet | fejl 404
        nb: ikke funnet | feil 404
        cs: nenalezeno | chyba 404
        ja: 404エラー
        zh: 404错误 | 404錯誤
        ko: 404 오류
        ar: خطأ 404 | غير موجود
        fa: خطای 404
    """),
    headlines=table("""
        en: 404 error page | couldn't find what you | can't find what you | page has moved or | page is gone |
            page not found | file not found | document not found | object not found | resource not found |
            url not found | content not found | site not found | 404 not found | page cannot be found |
            page can't be found | page could not be found | page couldn't be found | cannot find the page |
            can't find that page | can't find the page | couldn't find that page | couldn't find the page |
            page does not exist | page doesn't exist | page no longer exists | page no longer available |
            page is no longer available | page was not found | page is not found | page is missing |
            no such page | page has been removed | page not available | page unavailable |
            resource is no longer available | resource no longer available | http status 404 | that page is gone
        de: konnten die seite nicht finden | konnten diese seite nicht finden | seite leider nicht |
            seite nicht gefunden | seite wurde nicht gefunden | seite konnte nicht gefunden werden |
            objekt nicht gefunden | datei nicht gefunden | dokument nicht gefunden | seite existiert nicht |
            seite ist nicht mehr verfügbar | seite nicht mehr verfügbar | objekt nicht mehr verfügbar |
            seite nicht verfügbar | seite nicht vorhanden | inhalt nicht gefunden
        fr: n'avons pas trouvé la page | n'avons pas pu trouver la page | pas trouvé cette page |
            ne trouvons pas la page | page non trouvée | page introuvable | page est introuvable |
            page not trouvée | objet non trouvé | document introuvable | document non trouvé | page n'existe pas |
            page n'existe plus | page n'est plus disponible | ressource n'est plus disponible | page inexistante |
            fichier introuvable | contenu introuvable | n'a pas été trouvée
        es: no hemos encontrado la página | no encontramos la página | no podemos encontrar la página |
            página no encontrada | página no se encuentra | no se encuentra la página | página no existe |
            no se ha encontrado la página | página no fue encontrada | página inexistente |
            no se encontró la página | objeto no localizado | objeto no encontrado | recurso no encontrado |
            documento no encontrado | recurso ya no está disponible | página ya no está disponible |
            página no disponible | contenido no encontrado
        pt: não encontramos a página | não conseguimos encontrar a página | recurso não disponível |
            página não encontrada | página não foi encontrada | página não existe | página inexistente |
            objeto não encontrado | objecto não encontrado | recurso não encontrado | documento não encontrado |
            recurso não está mais disponível | recurso já não está disponível | página não está mais disponível |
            página não disponível | conteúdo não encontrado
        it: non abbiamo trovato la pagina | impossibile trovare la pagina | pagina non trovata |
            pagina non esiste | pagina inesistente | oggetto non trovato | documento non trovato |
            pagina non è stata trovata | pagina non disponibile | pagina non è più disponibile |
            oggetto non è più disponibile | risorsa non è più disponibile | risorsa non trovata |
            contenuto non trovato
        nl: kunnen de pagina niet vinden | konden de pagina niet vinden | kunnen deze pagina niet vinden |
            pagina niet gevonden | pagina bestaat niet | pagina kan niet worden gevonden |
            pagina werd niet gevonden | pagina is niet gevonden | object niet gevonden | document niet gevonden |
            object is niet langer beschikbaar | pagina is niet meer beschikbaar | pagina niet beschikbaar
        pl: nie możemy znaleźć strony | nie mogliśmy znaleźć | strona nie została znaleziona |
            nie znaleziono strony | strona nie istnieje | nie znaleziono obiektu | nie znaleziono dokumentu |
            obiekt nie został znaleziony | strony nie znaleziono | brak strony | zasób nie jest już dostępny |
            obiekt nie jest już dostępny | strona niedostępna
        ru: не удалось найти страницу | мы не нашли страницу | не можем найти страницу | страница не найдена |
            страница не существует | объект не найден | документ не найден | ресурс не найден |
            страницы не существует | такой страницы нет | документ удален | страница удалена | файл не найден |
            страница недоступна
        tr: sayfa bulunamadı | aradığınız sayfa bulunamadı | sayfa mevcut değil | nesne bulunamadı |
            dosya bulunamadı | belge bulunamadı
        sv: vi kunde inte hitta sidan | kan inte hitta sidan | vi hittade inte sidan | sidan hittades inte |
            sidan kunde inte hittas | sidan finns inte | objektet hittas ej | objektet hittades inte |
            sidan kan inte hittas | resursen inte längre tillgänglig | sidan finns inte längre
        da: vi kunne ikke finde siden | kan ikke finde siden | siden blev ikke fundet | siden findes ikke |
            siden kunne ikke findes
        nb: vi fant ikke siden | kunne ikke finne siden | siden ble ikke funnet | siden finnes ikke |
            fant ikke siden | siden eksisterer ikke | objektet ble ikke funnet
        fi: sivua ei löydy | sivua ei löytynyt
        cs: zdroj již není dále dostupný | stránka nenalezena | stránka nebyla nalezena |
            stránka neexistuje | objekt nenalezen |
            dokument nenalezen | stránka již neexistuje | stránku nelze najít
        ja: ページが見つかりません | ページは見つかりません | ページは存在しません | ページが存在しません |
            お探しのページは | ファイルが見つかりません | ページがみつかりません
        zh: 没有找到文件 | 没有找到您 | 没有找到页面 | 找不到文件 | 页面不存在 | 页面未找到 | 找不到页面 |
            找不到该页 | 您访问的页面不存在 | 无法找到该页 | 頁面不存在 | 找不到網頁 | 找不到頁面 | 找不到此頁 |
            您要查看的页面
        ko: 페이지를 찾을 수 없 | 존재하지 않는 페이지 | 페이지가 존재하지 않
        ar: الصفحة غير موجودة | لم يتم العثور على الصفحة | الصفحة المطلوبة غير موجودة | تعذر العثور على الصفحة
        fa: صفحه یافت نشد | صفحه مورد نظر یافت نشد | صفحه مورد نظر پیدا نشد
        th: ไม่พบหน้า | ไม่พบหน้าเว็บ
        vi: không tìm thấy trang | trang không tồn tại
        id: halaman tidak ditemukan
        el: η σελίδα δεν βρέθηκε | δεν βρέθηκε η σελίδα
        hu: az oldal nem található
        ro: pagina nu a fost găsită | pagina nu există
        uk: сторінку не знайдено | сторінка не знайдена
        he: הדף לא נמצא | העמוד לא נמצא
    """),
    sentences=table("""
        en: the page you are looking for | the page you were looking for | the page you requested |
            the page you're looking for | page you are trying to | the requested page could not be found |
            the requested page cannot be found | requested url was not found |
            requested resource is not available | might have been removed | may have been moved or deleted |
            has been moved or deleted | may have been removed or renamed | had its name changed |
            page might be relocated | no longer exists on this server | is no longer available on this server |
            we can't find the page | we couldn't find the page | we could not find the page |
            we cannot find the page | link you followed may be broken | the page may have moved |
            you may have mistyped the address | check the url and try again | the specified key does not exist
        de: die gewünschte seite | die angeforderte seite | die von ihnen gesuchte seite |
            die von ihnen aufgerufene seite | der angeforderte url | die angeforderte url |
            konnte auf dem server nicht gefunden werden | existiert auf dem server nicht mehr |
            die gesuchte seite
        fr: la page que vous cherchez | la page que vous recherchez | la page demandée | l'url demandée |
            la page que vous avez demandée | n'a pu être trouvée sur ce serveur |
            n'est plus accessible sur ce serveur | a peut-être été déplacée | a peut-être été supprimée
        es: la página que busca | la página que estás buscando | la página solicitada | la url solicitada |
            la página que está buscando | no ha sido localizada en este servidor |
            la página a la que intenta acceder
        pt: não está disponível neste servidor | já não está disponível neste servidor | a página que procura |
            a página que você procura | a página que você está procurando | a página solicitada |
            a url requisitada | a página requisitada | o url pedido não foi encontrado |
            não foi encontrado neste servidor | não foi encontrada neste servidor | a página que está a tentar
        it: la pagina che stai cercando | la pagina richiesta | l'url richiesto | la pagina cercata |
            la pagina che cerchi | non esiste su questo server | non è più disponibile su questo server
        nl: de pagina die u zoekt | de pagina die je zoekt | de opgevraagde pagina | de gevraagde pagina |
            de gevraagde url | werd niet gevonden op deze server | is niet langer beschikbaar op deze server
        pl: strona, której szukasz | żądana strona | żądany url | nie został znaleziony na tym serwerze |
            szukana strona | nie odnaleziono
        ru: запрашиваемая страница | запрошенная страница | запрашиваемый ресурс | страница, которую вы ищете |
            вы ввели неправильный адрес | вы перешли по неверной ссылке
        tr: aradığınız sayfa | istenen url | istediğiniz sayfa | bu sunucuda bulunamadı
        sv: sidan du söker | sidan du letar efter | den begärda sidan | efterfrågade adressen |
            den önskade adressen | hittades inte på denna server
        da: siden du leder efter | siden, du søger | den ønskede side
        nb: siden du leter etter | siden du prøver å | den forespurte siden
        cs: požadovaná stránka | požadované url | nebylo na tomto serveru nalezeno | hledaná stránka
        ja: お探しのページは | 要求された url | 本サーバでは利用できません | 指定されたページ |
            は見つかりませんでした | 移動または削除
        zh: 没有找到您要访问的 | 错误代码为 404 | 无法找到资源 | 您请求的页面 | 您要访问的页面 | 可能已被删除 |
            您所訪問的頁面 | 可能已被刪除 | 您访问的页面
        ko: 요청하신 페이지 | 찾으시는 페이지 | 주소가 잘못 입력 | 변경 혹은 삭제
        ar: الصفحة التي تبحث عنها | الصفحة المطلوبة
    """),
)

PARKED = Words(
    headlines=table("""
        en: com is for sale | net is for sale | org is for sale | info is for sale |
            domain is for sale | domain name is for sale | domain for sale | buy this domain | domain is parked |
            parked domain | parked free | this domain may be for sale | domain has expired | domain name expired |
            is available for purchase | future home of | website coming soon | domain is available |
            this domain is registered | domain has been registered | is for sale hugedomains
        de: domain steht zum verkauf | domain kaufen | domain ist geparkt | domain zu verkaufen
        fr: domaine est à vendre | domaine à vendre | acheter ce domaine | domaine est parqué
        es: dominio está en venta | dominio en venta | comprar este dominio | dominio estacionado
        pt: domínio à venda | domínio está à venda | comprar este domínio
        it: dominio in vendita | dominio è in vendita | acquista questo dominio
        nl: domein is te koop | domeinnaam is te koop | domein te koop
        pl: domena na sprzedaż | domena jest na sprzedaż | kup tę domenę
        ru: домен продается | домен выставлен на продажу | купить домен | домен припаркован
        tr: alan adı satılık | domain satılık
        sv: domänen är till salu | domän till salu
        da: domænet er til salg
        nb: domenet er til salgs
        cs: doména je na prodej | doména na prodej
        ja: ドメインは販売 | ドメインを購入
        zh: 域名出售 | 此域名可出售 | 域名转让 | 購買此網域
        ko: 도메인 판매 | 도메인을 판매
    """),
    sentences=table("""
        en: this domain is for sale | this domain name is for sale | this domain may be for sale |
            buy this domain | inquire about this domain | make an offer on this domain |
            the domain owner has not | this domain is parked | this web page is parked free |
            is parked free courtesy of | this domain has expired | this domain name has expired |
            the sponsored listings displayed above | this webpage was generated by the domain owner using sedo |
            get this domain | the owner of this domain has not yet uploaded | this site is under new ownership
        de: diese domain steht zum verkauf | diese domain kaufen | diese domain ist verkäuflich |
            der inhaber dieser domain parkt
        fr: ce domaine est à vendre | ce nom de domaine est à vendre | acheter ce domaine
        es: este dominio está en venta | comprar este dominio | el dominio está a la venta
        pt: este domínio está à venda | comprar este domínio
        it: questo dominio è in vendita | acquista questo dominio
        nl: deze domeinnaam is te koop | dit domein is te koop
        pl: ta domena jest na sprzedaż | kup tę domenę
        ru: этот домен продается | домен продаётся | срок регистрации домена истек
    """),
)

# Start pages that servers and hosting panels show until somebody puts a site there.
DEFAULT_PAGE = Words(
    whole=table("""
        en: it works | apache tomcat | iis windows server | iis windows | web server's default page |
            default page
    """),
    headlines=table("""
        en: welcome to nginx | welcome to openresty | welcome to caddy | test page for the nginx |
            test page for the apache | test page for the http server | apache2 ubuntu default page |
            apache2 debian default page | apache http server test page | default web site page |
            your caddy site is live | congratulations your site is live | plesk default page |
            domain default page | welcome to centos | apache is functioning normally | xampp for |
            placeholder page
    """),
    sentences=table("""
        en: web server is successfully installed and working | further configuration is required |
            this page is used to test the proper operation of | this is the default welcome page |
            this is the default tomcat home page | you've setup tomcat successfully |
            you've successfully installed tomcat | the default web page for this server |
            the web server software is running but no content has been added |
            if you are the owner of this website, please contact your hosting provider |
            the server is running, but no content has been added | replace this file | placeholder for domain |
            you are seeing this page because there is no website |
            there is no website configured at this address | no website is configured at this address |
            this is a default index page for a new domain
        de: dies ist eine standardseite | hier entsteht eine neue internetpräsenz |
            hier entsteht eine neue website
        fr: ce domaine vient d'être enregistré
    """),
)
