# What Nabo says to the staff in their group. en.ftl beside it says the same in English.

## A case

topic-name = { $urgent ->
        [yes] 🔴 { $number } { $alias } · { $language } · { $category }
       *[no] { $number } { $alias } · { $language } · { $category }
    }
case-head = { $urgent ->
        [yes] 🔴 HASTER. Sag { $number }: { $alias }
       *[no] Sag { $number }: { $alias }
    }
    Emne: { $category }
    Sprog: { $language }
    { $named ->
        [yes] Navn: { $name }
        [before] Beboerens navn står i sagens første besked.
       *[no] Beboeren er ikke navngivet.
    }
    { $promised ->
        [none] Der er ikke lovet et tidspunkt: åbningstiderne er ikke sat.
       *[other] Svar lovet senest { $promised }
    }
moment = { $date } kl. { $time }
case-how = Skriv her på dansk, så får beboeren det. Linjer, der begynder med //, er interne noter. Dine ord bliver ikke oversat.
case-words = { $alias } skriver:
case-words-none = Beboeren har bedt om en person og skriver om lidt.
case-edited = { $alias } har rettet sin besked:
case-delayed = (ventede { $minutes } min. i køen)
case-again = (måske sendt to gange)
case-candidates = Svar, der måske passer. Tryk, så sendes det på beboerens sprog:
case-taken-up-again = Beboeren har åbnet sagen igen.
case-ended = Beboeren har afsluttet sagen.
case-withdrawn = Beboeren har trukket sagen tilbage og ønsker ikke hjælp.
case-with-bot = Beboeren spørger Nabo i stedet. Sagen er stadig åben.
case-with-staff = Beboeren skriver igen til jer.
case-blocked = Beboeren har blokeret Nabo. Beskeden er ikke nået frem. Sagen er sat på pause.
case-failed = Beskeden kunne ikke leveres.
case-claimed = { $name } har taget sagen.
case-hand-over-how = Skriv /give og kollegaens navn, helst med @ foran, så kollegaen får besked.
case-handed-over = { $name } har givet sagen videre til { $to }.
case-released = Sagen er fri igen.
case-closed = Sagen er lukket. Beboeren har fået besked.
case-reopened = Sagen er åben igen.
case-set-category = Emnet er nu: { $category }
case-not-sensitive = Markeret som ikke følsom.
case-helped-yes = Beboeren svarer: Jeg fik hjælp.
case-helped-no = Beboeren svarer: Jeg fik ikke hjælp.
case-auto-closed = Ingen har skrevet i 7 dage. Sagen er lukket, og beboeren har fået besked.
case-topic-gone = Emnet var slettet. Det er oprettet igen.
case-answer-sent = Svaret "{ $title }" er sendt på { $language }.
case-not-possible = Det kan ikke gøres nu: sagen er { $status }.
case-unknown = Her er ingen sag. Kommandoen virker i en sags emne.
reminder = ⏰ Sag { $number } ({ $alias }) er lovet svar senest { $promised }.
overdue = ⚠️ Sag { $number } ({ $alias }) skulle have haft svar senest { $promised }. Beboeren har fået en undskyldning.

button-claim = Tag sagen
button-release = Giv slip
button-hand-over = Giv videre
button-close = Luk
button-reopen = Åbn igen
button-not-sensitive = Ikke følsom
button-category = Skift emne

status-waiting = venter
status-claimed = taget
status-parked = på pause
status-closed = lukket
status-ended = afsluttet af beboeren
status-withdrawn = trukket tilbage

## Commands

command-faq = Send et svar fra Nabo: /faq plan.rent
command-cases = Åbne sager
command-case = Om sagen her
command-give = Giv sagen her til en kollega: /give @navn
command-close = Luk sagen her
command-note = Intern note
command-stats = Tal
command-help = Hjælp
help = Skriv i en sags emne, så får beboeren det. // først på linjen er en intern note.
    /faq id – send et svar på beboerens sprog
    /cases – åbne sager
    /case – om sagen her
    /close – luk sagen her
    /give navn – giv sagen her til en kollega
    /note – intern note
    /fact – se og sæt fakta
    /draft – gør et svar til en kladde
    /wedid – skriv, hvad der er gjort
    /stats – tal
    /help – dette
cases-none = Ingen åbne sager.
cases-head = { $count ->
        [one] 1 åben sag:
       *[other] { $count } åbne sager:
    }
cases-line = { $late ->
        [yes] ⚠️ { $number } { $alias } · { $category } · { $status } · ventet { $waited }
       *[no] { $number } { $alias } · { $category } · { $status } · ventet { $waited }
    }
waited-minutes = { $count } min.
waited-hours = { $count } t.
waited-days = { $count ->
        [one] 1 dag
       *[other] { $count } dage
    }
faq-unknown = Der er intet svar, der hedder { $id }.
faq-how = Skriv /faq og navnet på svaret, som i /faq plan.rent.
note-kept = 📝 Kun i denne gruppe.
stats = Åbne sager: { $open }. Venter på første svar: { $waiting }. Over tiden: { $late }. Beskeder i kø: { $queued }.
daily-head = God morgen. I dag:
on-call = 🔴 Medarbejdernes gruppe kan ikke nås. Sag { $number }, { $category }. Ring eller gå til beboerhuset og se gruppen efter.
category-unanswered = ubesvaret spørgsmål
category-emergency = fare lige nu
category-self_harm = tanker om at dø
category-violence = vold eller kontrol
category-child_at_risk = et barn i fare
category-crime = kriminalitet
category-mental_health = psykisk mistrivsel
category-loneliness = ensomhed
category-illness = sygdom eller handicap
category-home_condition = boligens tilstand
category-money = penge
category-residence = ophold
category-conflict = konflikt
category-distress = stor uro
category-complaint = klage
category-own_case = egen sag
category-human = vil tale med en person

## Facts of the estate

command-fact = Sæt et faktum om bebyggelsen
fact-how = Sæt et faktum, så svarene følger det på alle sprog med det samme:
    /fact NAVN VÆRDI – sæt det. Du ser først, hvordan svaret kommer til at stå
    /fact NAVN – se, hvad det er nu, og hvordan det skrives
    /fact NAVN - – det er ikke meldt ud
    /fact NAVN fil – det, der står i filen estate.yaml, gælder igen
fact-names = Navnene:
    phase – hvor langt planen er
    vote.date, vote.time, vote.place, vote.result – afstemningen
    meeting.date, meeting.time, meeting.place – næste afdelingsmøde
    events – kommende møder om planen
    activities – kommende aktiviteter
    cafe.lunch_hours, cafe.dinner_days, cafe.dinner_hours, cafe.menu, cafe.menu_date – caféen
    contacts.staff.phone, .email, .hours, .place – sådan får man fat i jer; også contacts.office (ejendomskontoret), contacts.rehousing (genhusning), contacts.board (bestyrelsen)
    staff_hours.monday til staff_hours.sunday – hvornår I svarer
    closed – dage, hvor I holder lukket ud over helligdage
    confirmed – hvornår fakta sidst er gennemgået
fact-standing = Sat her i gruppen:
fact-line = { $name }: { $value }
fact-empty = ikke meldt ud
fact-as-file = som i filen
fact-unknown = Der er intet faktum, der hedder { $name }.
fact-meant = Der er intet faktum, der hedder { $name }. Mente du { $meant }?
fact-not-read = Det kunne ikke bruges som { $name }.
fact-form-date-ahead = Skriv en dato fra i dag og frem med årstal, som 31.12.2000 eller søndag den 31. december 2000. En ugedag skal passe til datoen.
fact-form-date-behind = Skriv en dato til og med i dag, som 31.12.2000 eller i dag.
fact-form-time = Skriv et klokkeslæt, som 18.30.
fact-form-words = Skriv det på én linje, højst 150 tegn. Det vises, som du skriver det, på alle sprog.
fact-form-phone = Skriv kun telefonnummeret, med tal.
fact-form-email = Skriv kun mailadressen.
fact-form-weekdays = Skriv ugedage, som mandag, onsdag og fredag.
fact-form-dates = Skriv datoer fra i dag og frem med komma imellem, som 24.12.2000, 31.12.2000. De erstatter dem, der står nu.
fact-form-spans = Skriv tider, som 9.00-12.00, 13.00-15.30.
fact-form-happenings = Skriv en linje for hver: dato og klokkeslæt, komma, hvad, komma, hvor. Som 31.12.2000 kl. 18.30, Informationsmøde, Beboerhuset. Linjerne erstatter dem, der står nu.
fact-form-choice = Skriv et af disse: { $choices }
fact-phase-before_vote = før afstemningen
fact-phase-adopted = vedtaget
fact-phase-rehousing = genhusning
fact-phase-building = byggeri
fact-phase-finished = færdig
fact-phase-rejected = forkastet
fact-vote-result-yes = ja
fact-vote-result-no = nej
fact-contradicts = Fasen og resultatet af afstemningen modsiger hinanden. Et nej passer kun til fasen forkastet, et ja kun til de faser, der følger efter et ja. Sæt det ene til - først.
fact-already = { $name } er det allerede.
fact-proposal = { $name }
    Nu: { $before }
    Nyt: { $after }
fact-changes = { $count ->
        [0] Ingen svar kommer til at stå anderledes i dag.
        [one] 1 svar ændrer sig. Sådan kommer det til at stå på dansk:
       *[other] { $count } svar ændrer sig. Sådan kommer det første til at stå på dansk:
    }
fact-stale = Det forslag gælder ikke længere. Skriv /fact igen.
fact-refused = { $name } er ikke ændret.
fact-set = 📌 { $by } har sat { $name }.
    Før: { $before }
    Nu: { $after }
    Svarene følger det nu på alle sprog.
fact-given-back = 📌 { $by } lader filen gælde for { $name }.
    Før: { $before }
    Nu: { $after }
button-fact-yes = Ja, sæt det
button-fact-no = Nej

## Drafts

command-draft = Gør et svar til en kladde
button-draft = Lav en kladde
draft-offer = Kan svaret også hjælpe andre? Så gem det som en kladde. Nabo bruger den først, når den er læst igennem, har en kilde og findes på alle sprog.
draft-made = Kladde { $number } er gemt med dit svar, ikke med beboerens ord. Skriv nu spørgsmålet med dine egne ord, så det ikke peger på nogen:
    /draft { $number } Hvordan ...?
draft-there = Kladde { $number } er gemt i forvejen.
draft-asked = Spørgsmålet står nu i kladde { $number }.
draft-unknown = Der er ingen kladde { $number }.
draft-failed = Kladden kunne ikke gemmes. Sig det til den, der driver Nabo.
draft-how = Svar på en af jeres egne beskeder med /draft, så bliver den til en kladde. Skriv /draft, kladdens nummer og et spørgsmål på én linje for at give kladden et spørgsmål.

## You asked, we did

command-wedid = Skriv, hvad der er gjort: /wedid plan.rent ...
did-how = Skriv, hvad der er sket, efter at beboerne spurgte. Det står så under svaret:
    /wedid plan.rent Vi har bedt om et møde. – gem sætningen, på dansk
    /wedid plan.rent - – tag den væk
    Beboere på andre sprog ser den, når den er oversat og lagt ind i Nabos tekster.
did-line = { $entry }: { $text }
did-kept = Sætningen om { $entry } er gemt. Beboere, der læser dansk, ser den nu.
did-removed = Sætningen om { $entry } er taget væk.
did-none = Der er ingen sætning om { $entry }.
did-fault-unknown = Der er ikke noget spørgsmål, der hedder { $entry }.
did-fault-empty = Der står ikke noget.
did-fault-long = Sætningen er for lang. Højst { $most } ord.
did-fault-markup = Sætningen skal stå på én linje, uden koder, klammer og usynlige tegn.
did-fault-advice = Om afstemningen må der kun stå, hvad der er sket, ingen råd og ingen vurderinger.

## Translation

case-how-translated = Skriv her på dansk, så får beboeren det maskinoversat og kan se dine egne ord. Linjer, der begynder med //, er interne noter.
case-translated = 🤖 Maskinoversat:
case-untranslated = Din besked kunne ikke oversættes. Beboeren har fået den, som du skrev den.
case-may-translate = Beboeren har sagt ja til maskinoversættelse i denne sag.
case-may-not-translate = Beboeren vil ikke have maskinoversættelse i denne sag.
