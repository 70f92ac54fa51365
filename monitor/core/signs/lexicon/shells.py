"""Words of pages that a script has yet to fill."""

from monitor.core.signs.phrases import Words, table

LOADING = Words(
    whole=table("""
        en: loading | please wait | loading please wait | just a second | one moment
        de: wird geladen | lädt | laden | bitte warten | ladevorgang | seite wird geladen
        fr: chargement | chargement en cours | veuillez patienter | en cours de chargement
        es: cargando | espere por favor | por favor espere
        pt: carregando | a carregar | aguarde | por favor aguarde
        it: caricamento | caricamento in corso | attendere prego
        nl: laden | bezig met laden | even geduld | even geduld a.u.b.
        pl: ładowanie | wczytywanie | proszę czekać | trwa ładowanie
        ru: загрузка | идет загрузка | подождите | пожалуйста подождите
        tr: yükleniyor | lütfen bekleyin
        sv: laddar | läser in | var god vänta
        da: indlæser | henter | vent venligst
        nb: laster | laster inn | vennligst vent
        cs: načítání | načítám | nahrávám | prosím čekejte
        ja: 読み込み中 | ロード中 | お待ちください
        zh: 加载中 | 正在加载 | 載入中 | 请稍候
        ko: 로딩중 | 로딩 중 | 잠시만 기다려 주세요
        ar: جار التحميل | جاري التحميل
    """),
)

NEEDS_SCRIPT = Words(
    sentences=table("""
        en: you need to enable javascript | please enable javascript | enable javascript to run this app |
            enable javascript to view | javascript is required | javascript is disabled | requires javascript |
            javascript must be enabled | turn on javascript | doesn't work properly without javascript |
            works best with javascript | browser does not support javascript | javascript to be enabled |
            without javascript enabled | your browser is not supported | unsupported browser |
            does not support frames | doesn't support frames | supports frames | frames-capable browser |
            uses frames but your browser | browser is out of date | browser is outdated | update your browser |
            upgrade your browser | browser is no longer supported | use a modern browser
        de: bitte aktivieren sie javascript | javascript aktivieren | javascript ist deaktiviert |
            benötigt javascript | aktiviere javascript
        fr: activer javascript | activez javascript | javascript est désactivé | nécessite javascript |
            javascript doit être activé
        es: habilitar javascript | habilite javascript | active javascript | activar javascript |
            requiere javascript | javascript está deshabilitado
        pt: habilite o javascript | ative o javascript | ativar o javascript | habilitar o javascript |
            javascript está desabilitado
        it: abilita javascript | abilitare javascript | attiva javascript | attivare javascript |
            javascript è disabilitato
        nl: schakel javascript in | javascript in te schakelen | javascript is uitgeschakeld |
            javascript inschakelen
        pl: włącz javascript | włączyć javascript | javascript jest wyłączon | wymaga javascript
        ru: включите javascript | включить javascript | javascript отключен | необходимо включить javascript
        tr: javascript'i etkinleştirin | javascript etkin
        sv: aktivera javascript | javascript är avstängt | slå på javascript
        da: aktiver javascript | slå javascript til
        nb: aktiver javascript | slå på javascript
        cs: povolte javascript | zapněte javascript | povolit javascript
        ja: javascriptを有効 | javascript を有効
        zh: 启用javascript | 启用 javascript | 開啟 javascript | 開啟javascript
        ko: 자바스크립트를 활성화 | javascript를 활성화
    """),
)
