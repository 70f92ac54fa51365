"""What lapsed domains sell once another owner has them: goods, how they are praised, and what speaks against it."""

from monitor.core.signs.phrases import table

GOODS = table("""
    en: online casino | online casinos | casino sites | casino bonus | casino bonuses | casino reviews |
        crypto casino | bitcoin casino | slot machines online | online slots | sports betting | sportsbook |
        betting sites | gambling sites | gambling site | viagra | cialis | levitra | kamagra | generic viagra |
        anabolic steroids | buy steroids | essay writing service | essay writing services | essay writers |
        write my essay | write my paper | custom essay | custom essays | buy essay | buy essays | term papers |
        dissertation help | dissertation writing service | payday loans | payday loan | cash advance |
        escort girls | call girls | porn videos | replica watches | replica handbags | fake watches |
        cbd gummies | buy followers | binary options | free movies | movies online | watch movies
    id: slot gacor | slot online | judi slot | judi online | judi bola | togel | togel online | situs slot |
        bandar togel | poker online | sabung ayam | taruhan bola
    tr: casino siteleri | bahis siteleri | canlı bahis | deneme bonusu | slot oyunları | kaçak bahis
    vi: nhà cái | cá cược | casino trực tuyến | nổ hũ | lô đề | đánh bài
    th: สล็อต | คาสิโน | บาคาร่า | แทงบอล
    zh: 赌场 | 娱乐场 | 百家乐 | 老虎机 | 体育投注 | 博彩 | 彩票游戏 | 新葡京 | 六合彩
    ko: 카지노 | 바카라 | 토토사이트 | 스포츠 토토 | 먹튀
    ja: オンラインカジノ | スーパーコピー | ブランドコピー | コピー時計
    ru: онлайн казино | казино онлайн | игровые автоматы | ставки на спорт | букмекерск | купить виагру | дженерик
    de: online casino | online casinos | spielautomaten | sportwetten | wettanbieter | potenzmittel
    fr: casino en ligne | casinos en ligne | machines à sous | paris sportifs
    es: casino online | casinos online | casino en línea | tragamonedas | tragaperras | apuestas deportivas
    pt: cassino online | cassinos online | caça níqueis | apostas esportivas | casas de apostas
    it: casinò online | casino online | slot machine online | scommesse sportive | siti scommesse
    pl: kasyno online | kasyna online | automaty do gier | zakłady bukmacherskie
    nl: online casino | online casino's | gokkasten | goksites | sportweddenschappen
    sv: nätcasino | casino utan | casino online
""")

# Goods that are spoken of elsewhere as well: they count beside the others.
COMMON_GOODS = table("""
    en: casino | casinos | slots | poker | blackjack | roulette | baccarat | betting | gambling | jackpot |
        testosterone | sildenafil | tadalafil | essays | coursework | dissertation | movies | escort
    tr: rulet | casino | bahis
    id: live casino | slot
    vi: xổ số
    zh: 彩票 | 棋牌
    ko: 슬롯
    ja: 激安通販
    ru: казино | рулетка
    de: casino | roulette
    fr: casino | roulette
    es: casino | ruleta
    pt: cassino | apostas
    it: casinò | scommesse
""")

PRAISE = table("""
    en: welcome bonus | free spins | no deposit bonus | no deposit | real money | live dealer | rakeback |
        provably fair | first deposit | fast payouts | without prescription | no prescription needed |
        no prescription | discreet packaging | per pill | free pills | cheap generic | money back guarantee |
        plagiarism free | unlimited revisions | per page | instant approval | bad credit | no credit check |
        direct lenders | best price guaranteed | lowest price guaranteed | worldwide shipping | without registration |
        generous bonuses | generous bonus | vip models | play responsibly | pay someone to | pay for essay |
        low prices | best prices 24 7 | best online casino | best online casinos | sports bonus | deposit bonus
    id: gampang menang | maxwin | rtp | anti rungkad | bonus new member | deposit pulsa | link alternatif |
        terpercaya | daftar sekarang | daftar gratis | gacor
    tr: freespin | hoş geldin bonusu | güncel giriş | yatırım şartsız | hemen üye ol | bonusu veren
    vi: khuyến mãi | nạp rút | không bị chặn | uy tín
    th: เครดิตฟรี | แตกง่าย | ฝากถอน | ไม่มีขั้นต่ำ | เว็บตรง
    zh: 注册即送 | 彩金 | 存取款 | 首存 | 投注平台 | 真人
    ko: 가입 보너스 | 먹튀검증 | 첫 충전 | 추천
    ja: 送料無料 | 代引き | 激安 | 入金ボーナス
    ru: бездепозитный | фриспины | без рецепта | зеркало | бонус за регистрацию
    de: freispiele | willkommensbonus | ohne einzahlung | echtgeld | ohne lizenz | auszahlungsquote | rezeptfrei
    fr: bonus de bienvenue | tours gratuits | sans dépôt | argent réel | sans ordonnance
    es: bono de bienvenida | giros gratis | sin depósito | dinero real | sin receta
    pt: bônus de boas vindas | rodadas grátis | sem depósito | dinheiro real
    it: bonus di benvenuto | giri gratis | senza deposito | soldi veri | senza ricetta
    pl: bonus powitalny | darmowe spiny | bez depozytu | na prawdziwe pieniądze
    nl: welkomstbonus | gratis spins | zonder storting | echt geld
    sv: välkomstbonus | gratissnurr | utan svensk licens | utan spelpaus
""")

# What teachers and healers say of these things, and those who sell them seldom.
SOBER = table("""
    en: patients | clinic | clerkship | elective | electives | faculty | curriculum | seminar | workshop |
        counseling | counselling | therapy | supervised | supervision | disorder | addiction | residents | preceptor |
        tuition | academic misconduct | charity | proceeds | syllabus | credits | prevention | dean | rotation |
        observership | hospital
    de: patienten | klinik | seminar | therapie | sucht | prävention | hörsaal
    fr: patients | clinique | séminaire | addiction | prévention
    es: pacientes | clínica | seminario | adicción | prevención
    pt: pacientes | clínica | seminário | prevenção
    it: pazienti | clinica | seminario | prevenzione
""")
