# What the board reads: the report, its pictures and its pages. en.ftl beside it says the same in English.

## Names

row-sensitive = Følsomme emner i alt
row-other = Andet
outcome-answered = Fik svar med det samme
outcome-asked-back = Nabo spurgte tilbage
outcome-handed-over = Gik til en medarbejder
outcome-not-answered = Nabo havde intet svar
outcome-did-not-help = Svaret hjalp ikke
language-others = Andre sprog
language-group = Gruppe: { $names }
week = uge { $first }
weeks = uge { $first }-{ $last }
weeks-long = { $weeks }, { $year }
weeks-over-years = { $first }, { $year } til { $last }, { $lastyear }
few = for få

## The report

report-title = Det spørger beboerne om
report-none = Der er ingen tal endnu. De første kommer, når en uge er slut, og så mange har spurgt, at ingen kan genkendes.
report-counted = Tallene er beboere pr. uge, ikke beskeder, og gjort en smule upræcise. Ingen kan genkendes.
report-few = "For få": tallet kunne røbe, hvem der har spurgt. Det vises heller ikke senere.
report-blurred = Tallene er gjort en smule upræcise med vilje, hvert for sig, så ingen kan genkendes: oftest ligger de højst 4 fra det rigtige tal. Derfor går de ikke altid op.
report-made = Lavet { $date } af Nabo.
report-merged = En streg i stedet for et punkt er flere stille uger lagt sammen.
heading-short = Kort sagt
heading-topics = Emner uge for uge
heading-topic = { $topic } uge for uge
heading-languages = Sprog
heading-unanswered = Det kunne Nabo ikke svare på
heading-outcomes = Sådan gik det
heading-punctuality = Svar til tiden
heading-entries = Spørgsmål
heading-changes = Rettet i svarene siden sidst
heading-figures = Tallene bag billedet
heading-residents = Beboere, der har spurgt
note-topics = Hvert felt er et emne. Alle felter har samme skala. Skraverede uger: for få.
note-languages = Små sprog er lagt sammen, så ingen kan genkendes.
note-unanswered = Beboere, der spurgte om noget, som Nabo ikke har et svar på.
note-outcomes = En beboer kan tælle med flere steder.
note-entries = De spørgsmål, som nok beboere har stillet i den seneste uge til, at tallet kan vises.
note-punctuality = Højden er sager, der skulle have svar i de fire uger. Den mørke del fik svar inden det lovede tidspunkt.
unit-residents = beboere
newest-rows = De nyeste { $count } linjer. Alle står i rapporten som .html eller .csv.
none-shown = Ingen tal kan vises.
unit-cases = sager
column-weeks = Uger
column-table = Tabel
column-row = Række
column-first = Fra
column-last = Til
column-figure = Tal
column-all = I alt
column-due = Skulle have svar
column-in-time = Svar til tiden
column-question = Spørgsmål
in-time-of = { $intime } af { $due }
highest = højst { $count }
nothing-in-time = Ingen sager skulle have svar, eller der var for få til at vise dem.

## Sentences

said-up = { $what }: flere beboere spørger. { $now } i { $period } mod { $before } før.
said-down = { $what }: færre beboere spørger. { $now } i { $period } mod { $before } før.
said-up-hidden = { $what }: flere beboere spørger. { $count } i { $period }, for få til at vise før.
said-down-hidden = { $what }: færre beboere spørger. For få til at vise i { $period } mod { $count } før.
said-level = { $what }: omtrent som før, { $now } i { $period }.
said-few = { $what }: for få til at sige noget.
said-calm = Ingen emner er steget eller faldet tydeligt.
said-most = Flest spurgte om { $what }: { $count } beboere i { $period }.
said-all-few = For få har spurgt til, at noget kan siges om enkelte emner.
said-residents = { $count } beboere spurgte i { $period }.
said-residents-few = For få spurgte i { $period } til, at tallet kan vises.
said-in-time = Svar til tiden: { $intime } af { $due } sager i perioden.
said-in-time-partly = Svar til tiden: { $intime } af { $due } sager, uden de uger, hvor der var for få.
said-in-time-few = Svar til tiden: for få sager til at sige noget.
said-unanswered = Nabo manglede oftest svar om { $what }: { $count } beboere i { $period }.
said-unanswered-few = Det, Nabo ikke kunne svare på: for få til at sige noget.
said-changes = { $count ->
        [0] Ingen svar er rettet i perioden.
        [one] Ét svar er rettet i perioden.
       *[other] { $count } svar er rettet i perioden.
    }

## In Telegram

trends-none = Der er ingen tal endnu. De første kommer, når en uge er slut, og nok har spurgt.
board-link = Tallene med filtre og tabeller:
    { $link }
    Linket virker i 24 timer og er kun til bestyrelsen. Send det ikke videre. /board off lukker alle links.
board-off = Alle links er lukket. /board giver et nyt.
board-no-address = Websiden er ikke slået til. Sæt NABO_PUBLIC_ADDRESS til adressen, som Nabo kan nås på.
board-help = /trends viser tallene som et billede. /board giver et link til siden med alle tal. /board off lukker alle links.
    Den første arbejdsdag i hver måned kommer rapporten her af sig selv.
monthly-report = Månedens rapport
monthly-again = Månedens rapport (måske sendt to gange)
report-file = rapport
command-trends = Det spørger beboerne om, som et billede
command-board = Link til siden med alle tal
command-help = Hvad Nabo kan her

## On the web

page-title = { $heading } - Nabo for bestyrelsen
page-overview = Overblik
page-topic = Et emne
page-languages = Sprog
page-punctuality = Svar til tiden
page-unanswered = Uden svar
page-did = I spurgte, vi gjorde
page-skip = Gå til indholdet
page-pages = Sider
page-filter = Vælg
page-weeks = Antal uger
page-weeks-of = { $count } uger
page-weeks-all = Alle uger
page-topic-choice = Emne
page-language = Sprog på siden
page-show = Vis
page-leave = Luk siden
page-left = Siden er lukket på denne enhed.
refused-title = Linket virker ikke
refused-words = Linket er for gammelt, er lukket eller er ikke kopieret helt. Skriv /board i bestyrelsens gruppe i Telegram, så kommer der et nyt. Et link virker i 24 timer.
page-missing = Siden findes ikke
page-missing-words = Gå tilbage til overblikket.
chart-text = Billede. De samme tal står i tabellen nedenfor.

## You asked, we did

did-explain = Skriv, hvad der er sket, efter at beboerne spurgte. Sætningen står under svaret, når nogen spørger om det samme.
did-danish = Skriv på dansk. Beboere på andre sprog ser sætningen, når den er oversat og lagt ind af den, der passer Nabos tekster.
did-question = Spørgsmål
did-text = Hvad er der gjort?
did-save = Gem sætningen
did-drafts = Sætninger fra bestyrelsen og medarbejderne
did-none = Der er ingen endnu.
did-kept = Sætningen er gemt. Beboere, der læser dansk, ser den nu.
did-removed = Sætningen er taget væk.
did-remove = Tag sætningen væk
did-curated = Oversat
did-waiting = Ikke oversat
did-fault = Sætningen er ikke gemt: { $fault }
did-fault-unknown = Der er ikke noget spørgsmål, der hedder sådan.
did-fault-empty = Der står ikke noget.
did-fault-long = Den er for lang. Højst { $most } ord.
did-fault-markup = Den må ikke indeholde koder, klammer eller usynlige tegn.
did-fault-advice = Om afstemningen må der kun stå, hvad der er sket, ingen råd og ingen vurderinger.
did-fault-stale = Siden var for gammel. Prøv igen.
