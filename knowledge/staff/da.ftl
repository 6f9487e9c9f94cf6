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
       *[no] Beboeren er ikke navngivet.
    }
    { $promised ->
        [none] Der er ikke lovet et tidspunkt: åbningstiderne er ikke sat.
       *[other] Svar lovet senest { $promised }
    }
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
command-close = Luk sagen her
command-note = Intern note
command-stats = Tal
command-help = Hjælp
help = Skriv i en sags emne, så får beboeren det. // først på linjen er en intern note.
    /faq id – send et svar på beboerens sprog
    /cases – åbne sager
    /case – om sagen her
    /close – luk sagen her
    /note – intern note
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
