# What Nabo says around the answers, in Danish. Every other language follows this file, text by text.

## Welcome

welcome = Hej! Jeg er Nabo.
    Jeg svarer på spørgsmål om renoveringen, genhusning, afstemningen, caféen og livet i { $estate }.
welcome-privacy =
    Jeg er et program. Jeg gætter ikke. Jeg gemmer ikke det, du skriver. Jeg gemmer dit sprog, under en kode, og tæller spørgsmål uden navn. Telegram gemmer selv din chat.
    Mere: /privacy
welcome-ask = Skriv dit spørgsmål, eller vælg et emne:
choose-language = Vælg dit sprog:
language-set = Nu skriver jeg på dansk. Skriv dit spørgsmål, eller vælg et emne:
language-followed = Jeg skriver nu på dansk, fordi du gør. Skift sprog: /language
language-unknown = Jeg har ikke svar på dit sprog endnu. Her er svaret på dansk. En medarbejder kan hjælpe dig videre.
first-notice = Jeg er Nabo, et program. Jeg gemmer ikke det, du skriver. Skift sprog: /language · Mere: /privacy

## Menu

menu = Vælg et emne, eller skriv dit spørgsmål.
topic-menu = { $topic }: hvad vil du vide?
topic-plan = Renoveringen
topic-vote = Afstemningen
topic-rehousing = Genhusning
topic-cafe = Caféen
topic-community = Livet i området
topic-help = Hjælp og personale
topic-bot = Om Nabo

## Around an answer

source-agreement = Kilde: samarbejdsaftalen fra 2023, afsnit { $sections }. Sidst bekræftet { $date }.
source-general = Kilde: almindelige danske regler. Sidst bekræftet { $date }.
source-estate = Kilde: oplysninger fra området. Sidst bekræftet { $date }.
source-facts = Kilde til tid, sted og kontakt: oplysninger fra området.
source-nabo = Kilde: sådan er Nabo lavet. Sidst bekræftet { $date }.
source-silent = Vores kilder siger ikke mere. Sidst bekræftet { $date }.
unreviewed = Denne tekst er ikke læst af en person med dansk som modersmål.
danish-version = Svaret på dansk:
did = I spurgte, og det er der gjort ({ $date }): { $text }
notice-rejected = Beboerne stemte nej til planen. Svaret handler om den plan, de stemte om.
notice-vote-held = Afstemningen er holdt.
helped-question = Hjalp det?
helped-thanks = Det er jeg glad for.
helped-sorry = Det er jeg ked af. Prøv at skrive det på en anden måde, vælg et emne, eller spørg en person.

## When Nabo is not sure

clarify = Hvad mener du? Vælg her, eller skriv det på en anden måde:
no-match = Det ved jeg ikke. Jeg vil ikke gætte. Vælg et emne, eller spørg en person.

## Small talk

smalltalk-greeting = Hej! Hvad vil du vide?
smalltalk-thanks = Det var så lidt.
smalltalk-goodbye = Farvel, og pas på dig selv.
smalltalk-ok = Godt. Skriv, hvis du vil vide mere.

## A person

person-contact = Du kan få fat i en medarbejder her:
    { $contact }
person-none = Du kan gå ind i beboerhuset og spørge medarbejderne der. Telefon og åbningstid står ikke i Nabo endnu.
person-not-watched = Jeg er et program, og ingen holder øje med denne chat. I nød: ring 112.

contact-phone = Telefon: { $value }
contact-email = E-mail: { $value }
contact-hours = Åbent: { $value }
contact-place = Sted: { $value }
vote-result-yes = Ja
vote-result-no = Nej

## Buttons (at most 30 characters)

button-topics = Emner
button-person = Spørg en person
button-helped-yes = Ja
button-helped-no = Nej
button-danish = Se på dansk
button-none-of-these = Ingen af dem
button-more = Flere

## Privacy

privacy = Hvad sker der med det, du skriver?
    • Din besked bliver slettet her, så snart du har fået svar.
    • Uden en sag gemmer jeg dit sprog, under en kode. Ikke dit navn, ikke dit nummer.
    • Dit sprog bliver slettet 90 dage efter din sidste besked, eller når du skriver /forget.
    • Ingen andre end dig kan se dine spørgsmål her, medmindre du har en sag hos medarbejderne.
    • Telegram gemmer selv din chat. Det kan jeg ikke slette.
forget-done = Slettet. Jeg har ikke dit sprog eller nogen sag fra dig mere. Din chat ligger stadig hos Telegram; slet den i din telefon, hvis du vil.
forget-nothing = Jeg har ikke gemt dit sprog, og der er ingen sag fra dig. Din chat ligger hos Telegram; slet den i din telefon, hvis du vil.

## Messages Nabo cannot answer

help = Skriv dit spørgsmål med dine egne ord, også med slåfejl.
    /topics – alle emner
    /language – skift sprog
    /privacy – hvad jeg gemmer
    /forget – slet det
unsupported = { $kind ->
        [photo] Jeg kan ikke se billeder.
        [voice] Jeg kan ikke høre lyd.
        [video] Jeg kan ikke se video.
        [document] Jeg kan ikke læse filer.
        [sticker] Det er et fint klistermærke.
        [location] Jeg kan ikke bruge en placering.
        [contact] Jeg gemmer ingen kontakter.
        [poll] Jeg kan ikke svare på en afstemning i chatten.
       *[other] Det kan jeg ikke læse.
    } Skriv dit spørgsmål med ord, eller spørg en person.
empty = Jeg kan ikke se nogen ord. Skriv dit spørgsmål, eller vælg et emne.
too-long = Det er en lang besked. Skriv dit spørgsmål kort, gerne i én sætning.
old-button = Den knap virker ikke længere. Her er emnerne:
unknown-command = Den kommando kender jeg ikke.
slow-down = Jeg har fået mange beskeder fra dig. Jeg svarer på dem alle, men det tager lidt tid.
trouble = Noget gik galt hos mig. Prøv igen om lidt, eller spørg en person.
private-only = Jeg svarer kun i private samtaler. Skriv til mig direkte.

## Commands, as Telegram lists them

command-start = Begynd forfra
command-help = Hjælp
command-language = Skift sprog
command-topics = Alle emner
command-privacy = Hvad jeg gemmer
command-forget = Slet det om mig
bot-description = Svar på spørgsmål om renovering, genhusning, afstemning og café. Jeg gætter ikke. Jeg viser dig vej til en person, når du vil.

## In the terminal

terminal-hint = Skriv et spørgsmål, eller tallet på en knap. Slut med Ctrl-D.
terminal-bye = Farvel.

## When a person is needed

urgent-112 = Er nogen i fare? Ring 112 nu. Det er gratis.
urgent-helplines = Du kan også ringe her:
helpline-police = Politiet, når det ikke haster: { $number }
helpline-medical = Lægehjælp døgnet rundt (Region Hovedstaden): { $number }
helpline-suicide = Livslinien, hvis du har tanker om at dø: { $number }
helpline-violence = Lev Uden Vold, hvis du bliver slået eller truet: { $number }
helpline-children = BørneTelefonen, for børn og unge: { $number }
urgent-not-watched = Jeg er et program. Ingen holder øje med Nabo døgnet rundt.
offer-person = Vil du have, at en medarbejder hjælper dig?
offer-unanswered = Skal jeg sende dit spørgsmål til en medarbejder? Så får du svar her.
offer-how = Du bestemmer selv, om de må få dit navn at vide. Det, du skriver, bliver sendt til medarbejdernes gruppe i Telegram.
button-yes-unnamed = Ja, uden mit navn
button-yes-named = Ja, med mit navn
button-no = Nej tak
offer-declined = Godt. Du kan altid skrive til mig igen.

## A case: a resident and the staff

case-opened = Nu er der en sag hos medarbejderne: { $number }.
case-opened-urgent = Jeg har givet det videre til medarbejderne, uden dit navn. Din sag er { $number }.
case-answer-by = Du får svar senest { $when }.
case-answer-by-unknown = Jeg kan ikke love, hvornår de svarer. Medarbejdernes åbningstider står ikke i Nabo endnu.
moment = { $date } kl. { $time }
case-unnamed = De kan ikke se, hvem du er. De ser kun { $alias }.
case-named = De kan se dit navn.
case-write-now = Skriv nu, hvad det handler om. Alt, du skriver, går til medarbejderne.
case-writing = Alt, du skriver nu, går til medarbejderne.
case-withdrawn = Sagen er trukket tilbage. Medarbejderne får at vide, at du ikke vil have mere hjælp.
case-bot-mode = Nu svarer jeg, Nabo, igen. Din sag hos medarbejderne er stadig åben.
case-staff-mode = Nu går det, du skriver, til medarbejderne igen.
case-from-staff = Svar fra en medarbejder:
case-from-staff-again = Svar fra en medarbejder (måske sendt to gange):
case-late = Medarbejderne har ikke svaret endnu, selv om det var lovet. Det beklager vi. De har fået besked igen. Sag { $number }.
case-closed = Sagen { $number } er lukket. Skriv til mig, hvis der er mere.
case-closing-soon = Vi har ikke skrevet sammen i 7 dage. Derfor er sagen { $number } nu lukket. Du kan åbne den igen.
case-helped = Fik du hjælp?
case-ended-by-you = Du har afsluttet sagen { $number }.
case-reopened = Sagen { $number } er åben igen. Alt, du skriver, går til medarbejderne.
case-too-many = Du har allerede en åben sag: { $number }. Skriv her, så går det til medarbejderne.
case-edited = Rettet af medarbejderen:
case-media-unsupported = Det kan jeg ikke sende videre. Skriv det med ord, eller send et billede, en fil eller en lydbesked.
button-withdraw = Fortryd
button-ask-nabo = Spørg Nabo i stedet
button-back-to-case = Tilbage til sagen
button-end-case = Afslut sagen
button-reopen = Åbn sagen igen
button-send-question = Send spørgsmålet videre

## What is stored about you

mydata = Det her er gemt om dig:
mydata-language = • dit sprog: { $language }
mydata-case = • en sag: { $number }, { $alias }
mydata-nothing = Dit sprog er ikke gemt, og der er ingen sag fra dig.
mydata-forget = Slet det: /forget
forget-case = Din sag { $number } er også slettet her, og medarbejderne kan ikke skrive til dig mere.
forget-copies = Det, du skrev, er slettet i medarbejdernes gruppe, hvor det kunne lade sig gøre.
command-mydata = Se, hvad der er gemt om mig
command-person = Spørg en person
privacy-counting =
    • Jeg tæller, hvor mange der spørger om hvad: uden dine ord, dit navn og dit nummer. For at du kun tæller én gang, gemmer jeg en kode, som bliver slettet efter søndag. /forget sletter den ikke før.
privacy-cases =
    • Får du en sag hos medarbejderne, ser de det, du skriver. De ser kun dit navn, hvis du siger ja. Sagen bliver slettet her, 30 dage efter at den er lukket.
privacy-translation-own =
    • Det, du og medarbejderne skriver i en sag, kan blive oversat af en maskine: på områdets egne computere, ikke hos andre.
privacy-translation-asked =
    • Det, du og medarbejderne skriver i en sag, kan blive oversat af en maskine hos andre, men kun hvis du siger ja. Jeg spørger dig først.

## Translation

machine-translated = Oversat af en maskine. Der kan være fejl.
button-original = Vis originalen
translate-ask = Medarbejderne læser dansk. Må { $service } oversætte det, I skriver til hinanden i denne sag? Så sendes jeres ord til { $service }. Navne, telefonnumre og adresser, som jeg kan kende, sender jeg ikke med.
button-translate = Ja, oversæt
button-do-not-translate = Nej, oversæt ikke
translate-yes = Det, I skriver i sagen, bliver nu oversat. Du kan altid sige nej.
translate-no = Det, I skriver i sagen, bliver ikke oversat.
