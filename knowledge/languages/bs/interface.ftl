# What Nabo says around the answers, in Bosnian, for Croatian and Serbian readers too.

## Welcome

welcome = Dobar dan! Ja sam Nabo. Nabo na danskom znači susjed, komšija.
    Odgovaram na pitanja o renoviranju, preseljenju (genhusning), glasanju, kafiću i životu u naselju { $estate }.
welcome-privacy =
    Ja sam program. Ne nagađam. Ne čuvam ono što napišete. Čuvam Vaš jezik, pod šifrom, i brojim pitanja bez imena. Telegram sam čuva Vaš razgovor.
    Više: /privacy
welcome-ask = Napišite svoje pitanje ili izaberite temu:
choose-language = Izaberite jezik:
language-set = Sada pišem na bosanskom. Napišite svoje pitanje ili izaberite temu:
language-followed = Sada pišem na bosanskom jer i Vi tako pišete. Promjena jezika: /language
language-unknown = Još nemam odgovore na Vašem jeziku. Evo odgovora na bosanskom. Osoblje Vam može dalje pomoći.
first-notice = Ja sam Nabo, program. Ne čuvam ono što napišete. Promjena jezika: /language · Više: /privacy

## Menu

menu = Izaberite temu ili napišite svoje pitanje.
topic-menu = { $topic }: šta želite znati?
topic-plan = Renoviranje
topic-vote = Glasanje
topic-rehousing = Preseljenje (genhusning)
topic-cafe = Kafić
topic-community = Život u naselju
topic-help = Pomoć i osoblje
topic-bot = O programu Nabo

## Around an answer

source-agreement = Izvor: sporazum o saradnji iz 2023. godine, odjeljak { $sections }. Zadnji put potvrđeno: { $date }
source-general = Izvor: opća pravila u Danskoj. Zadnji put potvrđeno: { $date }
source-estate = Izvor: informacije iz naselja. Zadnji put potvrđeno: { $date }
source-facts = Izvor za termine, mjesta i kontakte: informacije iz naselja.
source-nabo = Izvor: način na koji je Nabo napravljen. Zadnji put potvrđeno: { $date }
source-silent = U našim izvorima ne piše ništa više. Zadnji put potvrđeno: { $date }
unreviewed = Ovaj tekst još nije provjerila osoba kojoj je ovo maternji jezik.
danish-version = Odgovor na danskom:
did = Pitali ste, i ovo je urađeno ({ $date }): { $text }
notice-rejected = Stanari su glasali protiv plana. Ovaj odgovor govori o planu o kojem su glasali.
notice-vote-held = Glasanje je održano.
helped-question = Je li Vam ovo pomoglo?
helped-thanks = Drago mi je.
helped-sorry = Žao mi je. Pokušajte napisati drugačije, izaberite temu ili pitajte nekoga od zaposlenih.

## When Nabo is not sure

clarify = Šta ste htjeli pitati? Izaberite ovdje ili napišite drugačije:
no-match = To ne znam, a ne želim nagađati. Izaberite temu ili pitajte nekoga od zaposlenih.

## Small talk

smalltalk-greeting = Dobar dan! Šta želite znati?
smalltalk-thanks = Nema na čemu.
smalltalk-goodbye = Doviđenja i čuvajte se.
smalltalk-ok = Dobro. Pišite ako želite znati još nešto.

## A person

person-contact = Zaposlenima se možete javiti ovdje:
    { $contact }
person-none = Možete doći u društveni dom (beboerhus) i pitati zaposlene. Telefon i radno vrijeme još nisu upisani u Nabo.
person-not-watched = Ja sam program i ovaj razgovor niko ne prati. Ako je hitno, zovite 112.

contact-phone = Telefon: { $value }
contact-email = E-mail: { $value }
contact-hours = Radno vrijeme: { $value }
contact-place = Mjesto: { $value }
vote-result-yes = Da
vote-result-no = Ne

## Buttons (at most 30 characters)

button-topics = Teme
button-person = Pitajte zaposlene
button-helped-yes = Da
button-helped-no = Ne
button-danish = Pogledajte na danskom
button-none-of-these = Ništa od ovoga
button-more = Više

## Privacy

privacy = Šta se dešava s onim što napišete?
    • Vaša poruka se ovdje briše čim dobijete odgovor.
    • Ako nemate slučaj kod zaposlenih, čuvam Vaš jezik, pod šifrom. Ne čuvam ni ime ni broj.
    • Vaš jezik se briše 90 dana nakon zadnje poruke ili kad napišete /forget.
    • Ovdje samo Vi možete vidjeti svoja pitanja, osim ako imate slučaj kod zaposlenih.
    • Telegram sam čuva Vaš razgovor. To ne mogu obrisati.
forget-done = Obrisano. Više ne čuvam ni Vaš jezik ni Vaš slučaj. Vaš razgovor je još na Telegramu. Ako želite, obrišite ga na svom telefonu.
forget-nothing = Ne čuvam Vaš jezik i nemam nijedan Vaš slučaj. Vaš razgovor je na Telegramu. Ako želite, obrišite ga na svom telefonu.

## Messages Nabo cannot answer

help = Napišite pitanje svojim riječima, može i s greškama.
    /topics – sve teme
    /language – promjena jezika
    /privacy – šta čuvam
    /forget – brisanje
unsupported = { $kind ->
        [photo] Ne mogu vidjeti slike.
        [voice] Ne mogu slušati zvuk.
        [video] Ne mogu gledati video.
        [document] Ne mogu čitati dokumente.
        [sticker] Lijep stiker.
        [location] Lokacija mi ne pomaže.
        [contact] Ne čuvam kontakte.
        [poll] Ne mogu odgovoriti na anketu u razgovoru.
       *[other] To ne mogu pročitati.
    } Napišite pitanje riječima ili pitajte nekoga od zaposlenih.
empty = Ne vidim nijednu riječ. Napišite pitanje ili izaberite temu.
too-long = To je duga poruka. Molim Vas, napišite pitanje kratko, ako može u jednoj rečenici.
old-button = To dugme više ne radi. Evo tema:
unknown-command = Tu komandu ne poznajem.
slow-down = Od Vas je stiglo mnogo poruka. Odgovorit ću na sve, ali treba malo vremena.
trouble = Kod mene je nešto pošlo po zlu. Pokušajte ponovo za koji trenutak ili pitajte nekoga od zaposlenih.
private-only = Odgovaram samo u privatnom razgovoru. Pišite mi direktno.

## Commands, as Telegram lists them

command-start = Počni ispočetka
command-help = Pomoć
command-language = Promijeni jezik
command-topics = Sve teme
command-privacy = Šta čuvam
command-forget = Obriši podatke o meni
bot-description = Odgovori o renoviranju, preseljenju, glasanju i kafiću. Ne nagađam. Ako želite razgovarati s čovjekom, pokazat ću Vam kako.

## In the terminal

terminal-hint = Napišite pitanje ili broj dugmeta. Za kraj: Ctrl-D.
terminal-bye = Doviđenja.

## When a person is needed

urgent-112 = Je li neko u opasnosti? Odmah zovite 112. Poziv je besplatan.
urgent-helplines = Možete zvati i ove brojeve:
helpline-police = Policija, kad nije hitno: { $number }
helpline-medical = Ljekarska pomoć danju i noću (Region Hovedstaden): { $number }
helpline-suicide = Livslinien, kad Vam dolaze misli o smrti: { $number }
helpline-violence = Lev Uden Vold, kad Vas neko tuče ili Vam prijeti: { $number }
helpline-children = BørneTelefonen, za djecu i mlade: { $number }
urgent-not-watched = Ja sam program. Nema nikoga ko Nabo prati danju i noću.
offer-person = Želite li da Vam pomogne neko od zaposlenih?
offer-unanswered = Da pošaljem Vaše pitanje nekome od zaposlenih? Odgovor ćete dobiti ovdje.
offer-how = Vi odlučujete smiju li znati Vaše ime. Ono što napišete šalje se u grupu zaposlenih na Telegramu.
button-yes-unnamed = Da, bez mog imena
button-yes-named = Da, s mojim imenom
button-no = Ne, hvala
offer-declined = U redu. Uvijek mi možete ponovo pisati.

## A case: a resident and the staff

case-opened = Zaposleni sada imaju Vaš slučaj: { $number }.
case-opened-urgent = Ovo je poslano zaposlenima, bez Vašeg imena. Vaš slučaj: { $number }.
case-answer-by = Odgovor ćete dobiti najkasnije: { $when }.
case-answer-by-unknown = Ne mogu obećati kada će odgovoriti. Radno vrijeme zaposlenih još nije upisano u Nabo.
moment = { $date } u { $time }
case-unnamed = Zaposleni ne vide ko ste. Vide samo oznaku { $alias }.
case-named = Zaposleni vide Vaše ime.
case-write-now = Sada napišite o čemu se radi. Sve što napišete ide zaposlenima.
case-writing = Sve što sada napišete ide zaposlenima.
case-withdrawn = Slučaj je povučen. Zaposleni će dobiti obavijest da više ne želite pomoć.
case-bot-mode = Sada opet odgovaram ja, Nabo. Vaš slučaj kod zaposlenih je još otvoren.
case-staff-mode = Sada opet sve što napišete ide zaposlenima.
case-from-staff = Odgovor od zaposlenih:
case-from-staff-again = Odgovor od zaposlenih (možda je poslan dva puta):
case-late = Zaposleni još nisu odgovorili, iako je to bilo obećano. Žao nam je zbog toga. Ponovo su obaviješteni. Slučaj { $number }.
case-closed = Slučaj { $number } je zatvoren. Pišite mi ako treba još nešto.
case-closing-soon = Nismo se dopisivali 7 dana. Zato je slučaj { $number } sada zatvoren. Možete ga ponovo otvoriti.
case-helped = Jeste li dobili pomoć?
case-ended-by-you = Završili ste slučaj { $number }.
case-reopened = Slučaj { $number } je ponovo otvoren. Sve što napišete ide zaposlenima.
case-too-many = Već imate otvoren slučaj: { $number }. Pišite ovdje i to će stići zaposlenima.
case-edited = Zaposleni su ispravili odgovor:
case-media-unsupported = To ne mogu proslijediti. Napišite riječima ili pošaljite sliku, dokument ili glasovnu poruku.
button-withdraw = Poništi
button-ask-nabo = Radije pitajte Nabo
button-back-to-case = Nazad na slučaj
button-end-case = Završite slučaj
button-reopen = Ponovo otvorite slučaj
button-send-question = Pošaljite pitanje dalje

## What is stored about you

mydata = Ovo je sačuvano o Vama:
mydata-language = • Vaš jezik: { $language }
mydata-case = • slučaj: { $number }, { $alias }
mydata-nothing = Vaš jezik nije sačuvan i nemate nijedan slučaj.
mydata-forget = Brisanje: /forget
forget-case = I Vaš slučaj { $number } je ovdje obrisan. Zaposleni Vam više ne mogu pisati.
forget-copies = Ono što ste napisali obrisano je i u grupi zaposlenih, tamo gdje je to bilo moguće.
command-mydata = Šta je sačuvano o meni
command-person = Pitaj zaposlene
privacy-counting =
    • Brojim koliko ljudi pita o čemu, bez Vaših riječi, imena i broja. Da bih Vas izbrojao samo jednom, čuvam šifru koja se briše nakon nedjelje. /forget je ne briše ranije.
privacy-cases =
    • Ako imate slučaj kod zaposlenih, oni vide ono što napišete. Vaše ime vide samo ako kažete da. Slučaj se ovdje briše 30 dana nakon što se zatvori.
privacy-translation-own =
    • Ono što Vi i zaposleni pišete u slučaju može prevesti mašina: na računarima naselja, a ne kod nekog drugog.
privacy-translation-asked =
    • Ono što Vi i zaposleni pišete u slučaju može prevesti mašina druge firme, ali samo ako kažete da. Prvo Vas pitam.

## Translation

machine-translated = Ovo je prevela mašina. Može biti grešaka.
button-original = Vidi original
translate-ask = Zaposleni čitaju danski. Smije li { $service } prevoditi ono što Vi i zaposleni pišete jedni drugima u ovom slučaju? Te riječi se tada šalju servisu { $service }. Imena, brojeve telefona i adrese koje mogu prepoznati ne šaljem.
button-translate = Da, prevodi
button-do-not-translate = Ne, ne prevodi
translate-yes = Ono što pišete u ovom slučaju sada se prevodi. Uvijek možete reći ne.
translate-no = Ono što pišete u ovom slučaju ne prevodi se.
