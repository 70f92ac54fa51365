"""Words of pages that are not there."""

from monitor.core.signs.phrases import Words, table

NOT_FOUND = Words(
    known_by_its_title=True,
    vague=table("en: does not exist | missing page | page moved"),
    whole=table("""
        en: 404 | 404 error page | 404 page | error 404 page | not found | error 404 | 404 error | http 404 |
            404 not found | page missing | item not found | event not found | form not found | broken link |
            invalid link | dead link | page gone | link expired | there's nothing here | nothing here
        de: nicht gefunden | fehler 404 | 404 fehler | seite fehlt
        fr: introuvable | erreur 404 | non trouvé
        es: no encontrado | no encontrada | error 404
        pt: não encontrado | não encontrada | erro 404
        it: non trovato | non trovata | errore 404
        nl: niet gevonden | fout 404 | 404 fout
        pl: nie znaleziono | błąd 404
        ru: не найдено | не найдена | ошибка 404
        tr: bulunamadı | hata 404 | 404 hatası
        sv: hittades inte | fel 404 | sidan saknas
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
            page is no longer available | page was not found | page is not found | page is missing | no such page |
            page has been removed | can't seem to find | nothing found at | hit a dead end | reached a dead end |
            page not available | page unavailable | resource is no longer available | resource no longer available |
            http status 404 | that page is gone | posting is no longer available | listing is no longer available |
            event is no longer available | event you are looking for was not found | file or directory not found |
            resource cannot be found | form not found | survey not found | isn't here anymore | we looked everywhere |
            requested page not found | requested page was not found | object you asked for cannot |
            content does not exist | address does not exist | nothing at this address | nothing here
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
        en: the requested page could not be found | the requested page cannot be found | requested url was not found |
            requested resource is not available | might have been removed | may have been moved or deleted |
            has been moved or deleted | may have been removed or renamed | had its name changed |
            page might be relocated | no longer exists on this server | is no longer available on this server |
            we can't find the page | we couldn't find the page | we could not find the page |
            we cannot find the page | link you followed may be broken | the page may have moved |
            you may have mistyped the address | check the url and try again | the specified key does not exist |
            the specified bucket does not exist | nothing was found at | nothing was found here |
            could not find the page | couldn't find that page | did not find a current representation |
            this page doesn't exist | file you have requested has been deleted | followed a broken link |
            you've followed a broken | form you requested could not be | typed the web address incorrectly |
            typed the address incorrectly | no github pages site here | isn't a github pages site here |
            this deployment cannot be found | unable to open the file at this time | was found with the given id |
            found with that id | couldn't locate what you | could not locate what you | couldn't find what you |
            has probably been withdrawn | no page at this | not on our site | we removed the page |
            that we have taken off our site | this link has expired | link has expired or |
            either moved or never existed | this content isn't available right now | we cleaned up our site |
            link you followed is out of date | link you clicked seems to be out of date | seems to be out of date
        de: konnte auf dem server nicht gefunden werden | existiert auf dem server nicht mehr
        fr: n'a pu être trouvée sur ce serveur | n'est plus accessible sur ce serveur |
            a peut-être été déplacée | a peut-être été supprimée | a été déplacée ou supprimée
        es: no ha sido localizada en este servidor | es posible que el enlace esté roto |
            es posible que la página haya sido
        pt: não está disponível neste servidor | já não está disponível neste servidor |
            o url pedido não foi encontrado | não foi encontrado neste servidor | não foi encontrada neste servidor
        it: non esiste su questo server | non è più disponibile su questo server |
            potrebbe essere stata spostata o | è stata spostata o cancellata
        nl: werd niet gevonden op deze server | is niet langer beschikbaar op deze server |
            pagina is verplaatst of verwijderd
        pl: nie został znaleziony na tym serwerze | nie odnaleziono | została przeniesiona lub usunięta
        ru: вы ввели неправильный адрес | вы перешли по неверной ссылке | была удалена или перемещена
        tr: bu sunucuda bulunamadı | sayfa kaldırılmış
        sv: hittades inte på denna server | har flyttats eller tagits bort | ha flyttat eller tagits bort |
            ha flyttats eller tagits bort
        da: er måske flyttet eller slettet | kan være flyttet eller slettet
        nb: kan være flyttet eller slettet | er flyttet eller slettet
        fi: sivu on poistettu tai siirretty | sivua ei ole olemassa
        cs: nebylo na tomto serveru nalezeno | přesunuta nebo odstraněna | přesunuta nebo smazána
        sk: presunutá alebo odstránená | neexistuje alebo bola presunutá
        hr: ne postoji ili je premještena | premještena ili izbrisana
        hu: áthelyezték vagy törölték | áthelyezésre vagy törlésre
        ro: a fost mutată sau ștearsă | nu există sau a fost mutată
        ca: no existeix o s'ha mogut | s'ha mogut o eliminat
        uk: видалено або переміщено | видалена або переміщена
        ja: お探しのページは | 要求された url | 本サーバでは利用できません | は見つかりませんでした | 移動または削除
        zh: 没有找到您要访问的 | 错误代码为 404 | 无法找到资源 | 可能已被删除 | 可能已被刪除 | 已被移动或删除
        ko: 주소가 잘못 입력 | 변경 혹은 삭제 | 변경되었거나 삭제 | 이동되었거나 삭제 | 삭제되었거나
        ar: تم نقل الصفحة أو حذفها | نقلها أو حذفها
        vi: không tồn tại hoặc đã bị xóa
        id: tidak ada atau sudah dipindahkan | mungkin telah dihapus
        th: ถูกลบหรือย้าย
        he: שהעמוד הוסר | שהדף הוסר
    """),
    sought=table("""
        en: the page you are looking for | the page you were looking for | the page you requested |
            the page you're looking for | the page you're after | the page you are after | the page you wanted |
            the page you tried | the page that you | page you are trying to | the content you requested |
            the content you are looking for | the content you're looking for | the resource you are looking for |
            the file you are looking for | the file you requested | the document you requested |
            the link you followed | the link you clicked | the address you entered | the url you entered |
            the url you requested | the requested page | the requested url | the document you are trying |
            the material you | the item you | the address was | the file you are trying
        de: die gewünschte seite | die angeforderte seite | die von ihnen gesuchte seite |
            die von ihnen aufgerufene seite | der angeforderte url | die angeforderte url | die gesuchte seite |
            unter dieser adresse | unter der eingegebenen adresse | die seite, die sie suchen
        fr: la page que vous cherchez | la page que vous recherchez | la page demandée | l'url demandée |
            la page que vous avez demandée | l'adresse saisie
        es: la página que busca | la página que estás buscando | la página solicitada | la url solicitada |
            la página que está buscando | la página a la que intenta acceder | la página que buscas
        pt: a página que procura | a página que você procura | a página que você está procurando |
            a página solicitada | a url requisitada | a página requisitada | a página que está a tentar |
            o conteúdo que você
        it: la pagina che stai cercando | la pagina richiesta | l'url richiesto | la pagina cercata |
            la pagina che cerchi | la pagina che hai
        nl: de pagina die u zoekt | de pagina die je zoekt | de opgevraagde pagina | de gevraagde pagina |
            de gevraagde url
        pl: strona, której szukasz | żądana strona | żądany url | szukana strona
        ru: запрашиваемая страница | запрошенная страница | запрашиваемый ресурс | страница, которую вы ищете |
            запрашиваемая вами страница
        tr: aradığınız sayfa | istenen url | istediğiniz sayfa
        sv: sidan du söker | sidan du letar efter | den begärda sidan | efterfrågade adressen |
            den önskade adressen
        da: siden du leder efter | siden, du søger | den ønskede side
        nb: siden du leter etter | siden du prøver å | den forespurte siden
        fi: hakemaasi sivua | etsimääsi sivua
        cs: požadovaná stránka | požadované url | hledaná stránka
        sk: požadovaná stránka | hľadaná stránka
        hr: tražena stranica | stranica koju tražite
        hu: a keresett oldal | a kért oldal
        ro: pagina căutată | pagina solicitată | pagina pe care o
        ca: la pàgina que cerqueu | la pàgina que busqueu
        el: η σελίδα που ζητήσατε | η σελίδα που αναζητάτε
        uk: запитана сторінка | сторінка, яку ви шукаєте
        ja: 指定されたページ
        zh: 您请求的页面 | 您要访问的页面 | 您所訪問的頁面 | 您访问的页面
        ko: 요청하신 페이지 | 찾으시는 페이지
        ar: الصفحة التي تبحث عنها | الصفحة المطلوبة
        vi: trang bạn tìm
        id: halaman yang anda cari
        he: העמוד שחיפשת | הדף שחיפשת
    """),
    subjects=table("""
        en: page | link | url
        de: seite | adresse | link
        fr: page | lien | contenu
        es: página
        pt: página | conteúdo
        it: pagina
        nl: pagina
        pl: strona | strony
        ru: страница | страницу | страницы
        tr: sayfa | sayfası
        sv: sidan | sida | adressen
        da: siden | side | adressen
        nb: siden | side | adressen
        fi: sivua | sivu | osoitetta
        cs: stránka | stránku | adresa
        sk: stránka | stránku | adresa
        hr: stranica | stranicu | adresa
        hu: oldal | oldalt
        ro: pagina | adresa
        ca: pàgina | adreça
        el: σελίδα
        uk: сторінка | сторінку | сторінки
        ja: ページ
        zh: 页面 | 网页 | 頁面 | 網頁
        ko: 페이지
        ar: الصفحة
        fa: صفحه
        vi: trang
        id: halaman
        th: หน้า
        he: העמוד | הדף
    """),
    predicates=table("""
        en: not found | not be found | not find | couldn't find | can't find | couldn't be found | can't be found |
            can't seem to find | can't seem to locate | unable to find | unable to locate | can't locate |
            not locate | not be located | not exist | doesn't exist | doesn't seem to exist | no longer exist |
            no longer available | no longer here | no longer there | not here | isn't here | isn't there | isn't at |
            not at this | aren't here | is gone | isn't available | been moved | have moved | moved or |
            been removed | been deleted | been renamed | been retired | been archived | been unpublished |
            unpublished | taken down | was removed | was deleted | is broken | be broken | is missing | nothing at |
            nothing here | nothing found | disappeared | not on our site | not on this site | isn't on our |
            typed wrong | no page | taken off | withdrawn | isn't on this | can't be displayed | cannot be displayed |
            is unavailable
        de: nicht gefunden | nicht finden | existiert nicht | nicht existiert | gibt es nicht | gibt es leider nicht |
            nicht mehr | nicht vorhanden | keine seite | verschoben | gelöscht | entfernt | nicht verfügbar | fehlt |
            nicht da | nicht mehr da | nicht hier | nicht erreichbar
        fr: introuvable | pas trouvé | pu être trouvé | n'existe pas | n'existe plus | plus disponible | erronée |
            déplacée | supprimée | pu trouver | n'est pas disponible | plus en ligne | n'est plus | pas ici |
            n'est pas là | changé d'adresse | a disparu
        es: no encontr | no se encuentra | no se encontró | no existe | no se ha encontrado | no pudimos encontrar |
            no hemos podido encontrar | ya no está | no está disponible | eliminad | movid | no disponible |
            no está aquí | no está donde | ya no existe | ha desaparecido | no se puede encontrar | no la encontramos
        pt: não encontr | não foi encontrad | não existe | não está disponível | removid | movid | excluíd |
            não conseguimos encontrar | não existe mais | não está aqui | foi retirad | sumiu |
            não pôde ser encontrad | não pode ser encontrad
        it: non trovat | non è stata trovata | non esiste | non c'è | non è disponibile | non è più | spostata |
            cancellata | rimossa | inesistente | non è qui | non esiste più | non corrisponde | non si trova |
            impossibile trovare
        nl: niet gevonden | niet vinden | bestaat niet | niet meer | niet beschikbaar | verplaatst | verwijderd |
            niet hier | is weg | bestaat helaas | kan niet worden | kon niet worden
        pl: nie znalezion | nie została znaleziona | nie istnieje | usunięt | przeniesion | nie można znaleźć |
            niedostępna | nie ma | mogła zostać | nie możemy | nie mogliśmy
        ru: не найден | не существует | удален | перемещен | не удалось найти | недоступн | нет на сайте | нет на |
            больше нет | нет такой | такой нет | не можем найти | не нашли
        tr: bulunamadı | bulunamıyor | mevcut değil | kaldırılmış | silinmiş | taşınmış | ulaşılamıyor | bulamadık |
            artık yok
        sv: hittades inte | inte hitta | finns inte | saknas | hittar inte | flyttat | tagits bort | inte finnas |
            inte kvar | är borta | inte längre
        da: ikke fundet | ikke finde | findes ikke | finder ikke | flyttet | slettet | eksisterer ikke | er væk |
            ikke længere
        nb: ikke funnet | ikke finne | finnes ikke | finner ikke | flyttet | slettet | eksisterer ikke | fant ikke |
            er borte | ikke lenger
        fi: ei löydy | ei löytynyt | ei ole | poistettu | siirretty
        cs: nenalezen | nebyla nalezena | neexistuje | nelze najít | nemůžeme najít | odstraněn | přesunut |
            nenašli
        sk: nenašla | nebola nájdená | neexistuje | nedá sa nájsť | odstránen | presunut
        hr: nije pronađena | nije pronađen | ne postoji | ne možemo pronaći | premještena | izbrisana | nismo pronašli
        hu: nem található | nem létezik | nem találjuk | törölték | áthelyezték
        ro: nu a fost găsit | nu există | nu am găsit | mutat | șters | nu poate fi găsit
        ca: no trobad | no s'ha trobat | no existeix | no hem trobat | mogut | eliminad
        el: δεν βρέθηκε | δεν υπάρχει | μετακινηθεί
        uk: не знайден | не існує | видален | переміщен
        ja: 見つかり | みつかり | 存在しません | ありません | 削除され | 見当たり | 移動しました | 公開されていません
        zh: 不存在 | 找不到 | 未找到 | 没有找到 | 已删除 | 已被删除 | 无法找到 | 已移除 | 刪除 | 走丢 | 不见了 |
            消失了 | 已下线 | 已失效
        ko: 찾을 수 없 | 존재하지 않 | 삭제되었 | 이동되었 | 없습니다 | 찾지 못했 | 찾을수 없
        ar: غير موجودة | لم يتم العثور | تعذر العثور | غير متاحة | غير متوفرة | لا توجد | لم نتمكن من العثور | لم نعثر
        fa: یافت نشد | پیدا نشد | وجود ندارد
        vi: không tìm thấy | không tồn tại
        id: tidak ditemukan | tidak ada | tidak tersedia
        th: ไม่พบ | ไม่มีอยู่
        he: לא נמצא | אינו קיים | לא קיים
    """),
)
