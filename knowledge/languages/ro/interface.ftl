# What Nabo says around the answers, in Romanian.

## Welcome

welcome = Bună ziua! Eu sunt Nabo. În daneză, Nabo înseamnă „vecin”.
    Răspund la întrebări despre renovare, relocare (genhusning), vot, cafenea și viața din { $estate }.
welcome-privacy =
    Sunt un program. Nu ghicesc. Nu păstrez ce scrieți. Păstrez limba dumneavoastră, sub un cod, și număr întrebările fără nume. Conversația rămâne salvată la Telegram.
    Mai multe: /privacy
welcome-ask = Scrieți întrebarea sau alegeți o temă:
choose-language = Alegeți limba:
language-set = Acum scriu în română. Scrieți întrebarea sau alegeți o temă:
language-followed = Acum scriu în română, pentru că așa scrieți și dumneavoastră. Schimbați limba: /language
language-unknown = Încă nu am răspunsuri în limba dumneavoastră. Iată răspunsul în română. Un angajat vă poate ajuta mai departe.
first-notice = Sunt Nabo, un program. Nu păstrez ce scrieți. Schimbați limba: /language · Mai multe: /privacy

## Menu

menu = Alegeți o temă sau scrieți întrebarea.
topic-menu = { $topic }: ce doriți să aflați?
topic-plan = Renovarea
topic-vote = Votul
topic-rehousing = Relocarea (genhusning)
topic-cafe = Cafeneaua
topic-community = Viața din cartier
topic-help = Ajutor și angajați
topic-bot = Despre Nabo

## Around an answer

source-agreement = Sursa: acordul de colaborare din 2023, secțiunea { $sections }. Ultima verificare: { $date }.
source-general = Sursa: reguli generale din Danemarca. Ultima verificare: { $date }.
source-estate = Sursa: informații din cartier. Ultima verificare: { $date }.
source-facts = Sursa pentru date, locuri și contacte: informații din cartier.
source-nabo = Sursa: așa este făcut Nabo. Ultima verificare: { $date }.
source-silent = Sursele noastre nu spun mai mult. Ultima verificare: { $date }.
unreviewed = Acest text nu a fost încă citit de o persoană cu limba maternă română.
danish-version = Răspunsul în daneză:
did = Ați întrebat, iar iată ce s-a făcut ({ $date }): { $text }
notice-rejected = Locatarii au votat „nu” la plan. Răspunsul este despre planul supus la vot.
notice-vote-held = Votul a avut loc.
helped-question = V-a fost de folos?
helped-thanks = Mă bucur.
helped-sorry = Îmi pare rău. Încercați să scrieți altfel, alegeți o temă sau întrebați un om.

## When Nabo is not sure

clarify = La ce vă referiți? Alegeți de aici sau scrieți altfel:
no-match = Asta nu știu. Nu vreau să ghicesc. Alegeți o temă sau întrebați un om.

## Small talk

smalltalk-greeting = Bună ziua! Ce doriți să aflați?
smalltalk-thanks = Cu plăcere.
smalltalk-goodbye = La revedere și aveți grijă de dumneavoastră.
smalltalk-ok = Bine. Scrieți-mi dacă vreți să mai aflați ceva.

## A person

person-contact = Puteți lua legătura cu un angajat aici:
    { $contact }
person-none = Puteți merge la centrul comunitar (beboerhus) și întreba angajații de acolo. Telefonul și programul nu apar încă în Nabo.
person-not-watched = Sunt un program și nimeni nu urmărește această conversație. În caz de urgență, sunați la 112.

contact-phone = Telefon: { $value }
contact-email = E-mail: { $value }
contact-hours = Program: { $value }
contact-place = Locul: { $value }
vote-result-yes = Da
vote-result-no = Nu

## Buttons (at most 30 characters)

button-topics = Teme
button-person = Vreau să întreb un om
button-helped-yes = Da
button-helped-no = Nu
button-danish = Răspunsul în daneză
button-none-of-these = Niciuna dintre ele
button-more = Mai multe

## Privacy

privacy = Ce se întâmplă cu ce scrieți?
    • Mesajul dumneavoastră se șterge de aici imediat ce ați primit răspunsul.
    • Dacă nu aveți un caz la angajați, păstrez limba dumneavoastră, sub un cod. Nu numele, nu numărul de telefon.
    • Limba se șterge la 90 de zile după ultimul mesaj sau când scrieți /forget.
    • Nimeni în afară de dumneavoastră nu poate vedea aici întrebările, decât dacă aveți un caz la angajați.
    • Conversația rămâne salvată la Telegram. Pe aceea nu o pot șterge eu.
forget-done = Am șters. Nu mai păstrez nici limba dumneavoastră, nici vreun caz. Conversația este încă la Telegram; o puteți șterge din telefon, dacă vreți.
forget-nothing = Nu păstrez nici limba dumneavoastră, nici vreun caz. Conversația este la Telegram; o puteți șterge din telefon, dacă vreți.

## Messages Nabo cannot answer

help = Scrieți întrebarea cu cuvintele dumneavoastră. Nu contează dacă aveți greșeli.
    /topics – toate temele
    /language – schimbați limba
    /privacy – ce păstrez
    /forget – ștergeți ce păstrez
unsupported = { $kind ->
        [photo] Nu pot vedea poze.
        [voice] Nu pot asculta mesaje vocale.
        [video] Nu pot vedea clipuri video.
        [document] Nu pot citi fișiere.
        [sticker] Frumos sticker.
        [location] Nu pot folosi o locație.
        [contact] Nu păstrez contacte.
        [poll] Nu pot răspunde la un sondaj din chat.
       *[other] Asta nu pot citi.
    } Scrieți întrebarea în cuvinte sau întrebați un om.
empty = Nu văd niciun cuvânt. Scrieți întrebarea sau alegeți o temă.
too-long = Mesajul este lung. Scrieți întrebarea pe scurt, dacă se poate într-o singură propoziție.
old-button = Butonul acesta nu mai e valabil. Iată temele:
unknown-command = Nu cunosc această comandă.
slow-down = Am primit multe mesaje de la dumneavoastră. Răspund la toate, dar durează puțin.
trouble = Ceva nu a mers la mine. Încercați din nou peste puțin timp sau întrebați un om.
private-only = Răspund doar în conversații private. Scrieți-mi direct mie.

## Commands, as Telegram lists them

command-start = De la început
command-help = Ajutor
command-language = Schimbați limba
command-topics = Toate temele
command-privacy = Ce păstrez
command-forget = Ștergeți ce păstrez
bot-description = Răspunsuri la întrebări despre renovare, relocare (genhusning), vot și cafenea. Nu ghicesc. Vă arăt cum ajungeți la un om, când doriți.

## In the terminal

terminal-hint = Scrieți o întrebare sau numărul unui buton. Închideți cu Ctrl-D.
terminal-bye = La revedere.

## When a person is needed

urgent-112 = E cineva în pericol? Sunați acum la 112. Este gratuit.
urgent-helplines = Puteți suna și aici:
helpline-police = Poliția, când nu e urgent: { $number }
helpline-medical = Ajutor medical zi și noapte (Region Hovedstaden): { $number }
helpline-suicide = Livslinien, când vă gândiți la moarte: { $number }
helpline-violence = Lev Uden Vold, când cineva vă lovește sau vă amenință: { $number }
helpline-children = BørneTelefonen, pentru copii și tineri: { $number }
urgent-not-watched = Sunt un program. Nimeni nu urmărește Nabo zi și noapte.
offer-person = Doriți să vă ajute un angajat?
offer-unanswered = Trimit întrebarea dumneavoastră unui angajat? Primiți răspunsul aici.
offer-how = Dumneavoastră hotărâți dacă pot afla cum vă numiți. Ce scrieți se trimite în grupul angajaților din Telegram.
button-yes-unnamed = Da, fără numele meu
button-yes-named = Da, cu numele meu
button-no = Nu, mulțumesc
offer-declined = Bine. Îmi puteți scrie din nou oricând.

## A case: a resident and the staff

case-opened = Angajații au acum cazul dumneavoastră: { $number }.
case-opened-urgent = Am dat mesajul mai departe angajaților, fără numele dumneavoastră. Cazul dumneavoastră este { $number }.
case-answer-by = Primiți răspuns cel târziu: { $when }.
case-answer-by-unknown = Nu pot promite când răspund. Programul angajaților nu apare încă în Nabo.
moment = { $date }, ora { $time }
case-unnamed = Ei nu pot vedea cine sunteți. Văd doar { $alias }.
case-named = Ei vă pot vedea numele.
case-write-now = Scrieți acum despre ce este vorba. Tot ce scrieți ajunge la angajați.
case-writing = Tot ce scrieți acum ajunge la angajați.
case-withdrawn = Am retras cazul. Angajații află că nu mai doriți ajutor.
case-bot-mode = Acum vă răspund din nou eu, Nabo. Cazul dumneavoastră la angajați este în continuare deschis.
case-staff-mode = Acum ce scrieți ajunge din nou la angajați.
case-from-staff = Răspuns de la un angajat:
case-from-staff-again = Răspuns de la un angajat (poate trimis de două ori):
case-late = Angajații nu au răspuns încă, deși vi s-a promis. Ne pare rău. Le-am amintit încă o dată. Cazul { $number }.
case-closed = Cazul { $number } este închis. Scrieți-mi dacă mai este ceva.
case-closing-soon = Nu ne-am mai scris de 7 zile. De aceea, cazul { $number } este acum închis. Îl puteți deschide din nou.
case-helped = Ați primit ajutor?
case-ended-by-you = Ați încheiat cazul { $number }.
case-reopened = Cazul { $number } este deschis din nou. Tot ce scrieți ajunge la angajați.
case-too-many = Aveți deja un caz deschis: { $number }. Scrieți aici și mesajul ajunge la angajați.
case-edited = Corectat de angajat:
case-media-unsupported = Asta nu pot trimite mai departe. Scrieți în cuvinte sau trimiteți o poză, un fișier ori un mesaj vocal.
button-withdraw = Renunț
button-ask-nabo = Îl întreb pe Nabo
button-back-to-case = Înapoi la caz
button-end-case = Închei cazul
button-reopen = Deschid cazul din nou
button-send-question = Trimit întrebarea mai departe

## What is stored about you

mydata = Iată ce păstrez despre dumneavoastră:
mydata-language = • limba dumneavoastră: { $language }
mydata-case = • un caz: { $number }, { $alias }
mydata-nothing = Nu păstrez nici limba dumneavoastră, nici vreun caz.
mydata-forget = Ștergeți tot: /forget
forget-case = Și cazul dumneavoastră { $number } este șters de aici, iar angajații nu vă mai pot scrie.
forget-copies = Ce ați scris a fost șters și din grupul angajaților, acolo unde s-a putut.
command-mydata = Vedeți ce păstrez despre dumneavoastră
command-person = Întrebați un om
privacy-counting =
    • Număr câți oameni întreabă despre fiecare temă, fără cuvintele, numele sau numărul dumneavoastră. Ca să vă număr o singură dată, păstrez un cod care se șterge după duminică. /forget nu îl șterge mai devreme.
privacy-cases =
    • Dacă aveți un caz la angajați, ei văd ce scrieți. Vă văd numele doar dacă spuneți „da”. La 30 de zile după ce cazul este închis, el se șterge de aici.
privacy-translation-own =
    • Ce scrieți dumneavoastră și angajații într-un caz poate fi tradus automat, pe calculatoarele cartierului, nu la altcineva.
privacy-translation-asked =
    • Ce scrieți dumneavoastră și angajații într-un caz poate fi tradus automat la o altă firmă, dar numai dacă spuneți „da”. Vă întreb mai întâi.

## Translation

machine-translated = Tradus automat. Pot fi greșeli.
button-original = Vezi originalul
translate-ask = Angajații citesc în daneză. Are voie { $service } să traducă ce vă scrieți, dumneavoastră și angajații, în acest caz? Atunci aceste cuvinte sunt trimise la { $service }. Nu trimit numele, numerele de telefon și adresele pe care le pot recunoaște.
button-translate = Da, traduceți
button-do-not-translate = Nu, nu traduceți
translate-yes = Ce vă scrieți în acest caz se traduce de acum. Puteți spune „nu” oricând.
translate-no = Ce vă scrieți în acest caz nu se traduce.
