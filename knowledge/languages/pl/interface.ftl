# What Nabo says around the answers, in Polish.

## Welcome

welcome = Dzień dobry! Jestem Nabo. Po duńsku „nabo” znaczy „sąsiad”.
    Odpowiadam na pytania o remont, przekwaterowanie (genhusning), głosowanie, kawiarnię i życie na osiedlu { $estate }.
welcome-privacy =
    Jestem programem. Nie zgaduję. Nie zapisuję tego, co piszesz. Zapisuję twój język, pod kodem zamiast imienia, i liczę pytania bez imion. Telegram sam przechowuje twój czat.
    Więcej: /privacy
welcome-ask = Napisz pytanie albo wybierz temat:
choose-language = Wybierz język:
language-set = Teraz piszę po polsku. Napisz pytanie albo wybierz temat:
language-followed = Piszę teraz po polsku, bo ty też piszesz po polsku. Zmiana języka: /language
language-unknown = Nie mam jeszcze odpowiedzi w twoim języku. Oto odpowiedź po polsku. Dalej może pomóc pracownik.
first-notice = Jestem Nabo, program. Nie zapisuję tego, co piszesz. Zmiana języka: /language · Więcej: /privacy

## Menu

menu = Wybierz temat albo napisz pytanie.
topic-menu = { $topic }: co chcesz wiedzieć?
topic-plan = Remont
topic-vote = Głosowanie
topic-rehousing = Przekwaterowanie (genhusning)
topic-cafe = Kawiarnia
topic-community = Życie na osiedlu
topic-help = Pomoc i pracownicy
topic-bot = O Nabo

## Around an answer

source-agreement = Źródło: umowa o współpracy z 2023 roku, część { $sections }. Ostatnie potwierdzenie: { $date }.
source-general = Źródło: ogólne zasady w Danii. Ostatnie potwierdzenie: { $date }.
source-estate = Źródło: informacje z osiedla. Ostatnie potwierdzenie: { $date }.
source-facts = Źródło terminów, miejsc i kontaktów: informacje z osiedla.
source-nabo = Źródło: tak działa Nabo. Ostatnie potwierdzenie: { $date }.
source-silent = Nasze źródła nie mówią nic więcej. Ostatnie potwierdzenie: { $date }.
unreviewed = Tego tekstu nie sprawdziła jeszcze osoba, dla której polski jest językiem ojczystym.
danish-version = Odpowiedź po duńsku:
did = Pytaliście, a oto co zrobiono ({ $date }): { $text }
notice-rejected = Mieszkańcy zagłosowali przeciw planowi. Ta odpowiedź dotyczy planu, nad którym głosowali.
notice-vote-held = Głosowanie już się odbyło.
helped-question = Czy to pomogło?
helped-thanks = Cieszę się.
helped-sorry = Przykro mi. Spróbuj napisać to inaczej, wybierz temat albo zapytaj pracownika.

## When Nabo is not sure

clarify = Co masz na myśli? Wybierz tutaj albo napisz to inaczej:
no-match = Tego nie wiem. Nie chcę zgadywać. Wybierz temat albo zapytaj pracownika.

## Small talk

smalltalk-greeting = Dzień dobry! Co chcesz wiedzieć?
smalltalk-thanks = Nie ma za co.
smalltalk-goodbye = Do widzenia, wszystkiego dobrego.
smalltalk-ok = Dobrze. Napisz, jeśli chcesz wiedzieć więcej.

## A person

person-contact = Tutaj możesz skontaktować się z pracownikiem:
    { $contact }
person-none = Możesz wejść do domu sąsiedzkiego (beboerhus) i zapytać pracowników. Telefonu i godzin otwarcia nie ma jeszcze w Nabo.
person-not-watched = Jestem programem i nikt nie pilnuje tego czatu. W nagłym niebezpieczeństwie dzwoń pod 112.

contact-phone = Telefon: { $value }
contact-email = E-mail: { $value }
contact-hours = Otwarte: { $value }
contact-place = Miejsce: { $value }
vote-result-yes = Tak
vote-result-no = Nie

## Buttons (at most 30 characters)

button-topics = Tematy
button-person = Zapytaj pracownika
button-helped-yes = Tak
button-helped-no = Nie
button-danish = Zobacz po duńsku
button-none-of-these = Żadne z tych
button-more = Więcej

## Privacy

privacy = Co się dzieje z tym, co piszesz?
    • Twoja wiadomość jest tutaj usuwana, gdy tylko dostaniesz odpowiedź.
    • Jeśli nie masz sprawy u pracowników, zapisuję twój język, pod kodem. Nie zapisuję imienia, nazwiska ani numeru.
    • Twój język jest usuwany 90 dni po twojej ostatniej wiadomości albo gdy napiszesz /forget.
    • Nikt oprócz ciebie nie widzi tutaj twoich pytań, chyba że masz sprawę u pracowników.
    • Telegram sam przechowuje twój czat. Tego nie mogę usunąć.
forget-done = Usunięte. Nie mam już zapisanego twojego języka ani żadnej twojej sprawy. Twój czat jest nadal w Telegramie. Możesz go usunąć w swoim telefonie.
forget-nothing = Nie mam zapisanego twojego języka ani żadnej twojej sprawy. Twój czat jest w Telegramie. Możesz go usunąć w swoim telefonie.

## Messages Nabo cannot answer

help = Napisz pytanie własnymi słowami. Błędy w pisowni nie przeszkadzają.
    /topics – wszystkie tematy
    /language – zmiana języka
    /privacy – co zapisuję
    /forget – usuń to
unsupported = { $kind ->
        [photo] Nie widzę zdjęć.
        [voice] Nie słyszę nagrań.
        [video] Nie mogę oglądać filmów.
        [document] Nie mogę czytać plików.
        [sticker] To ładna naklejka.
        [location] Nie mogę użyć lokalizacji.
        [contact] Nie zapisuję kontaktów.
        [poll] Nie mogę odpowiedzieć na ankietę na czacie.
       *[other] Nie mogę tego odczytać.
    } Napisz pytanie słowami albo zapytaj pracownika.
empty = Nie widzę żadnych słów. Napisz pytanie albo wybierz temat.
too-long = To długa wiadomość. Napisz pytanie krótko, najlepiej w jednym zdaniu.
old-button = Ten przycisk już nie działa. Oto tematy:
unknown-command = Nie znam tego polecenia.
slow-down = Mam od ciebie dużo wiadomości. Odpowiem na wszystkie, ale to trochę potrwa.
trouble = U mnie coś poszło nie tak. Spróbuj za chwilę albo zapytaj pracownika.
private-only = Odpowiadam tylko w prywatnych rozmowach. Napisz bezpośrednio do mnie.

## Commands, as Telegram lists them

command-start = Zacznij od nowa
command-help = Pomoc
command-language = Zmień język
command-topics = Wszystkie tematy
command-privacy = Co zapisuję
command-forget = Usuń to, co o mnie zapisano
bot-description = Odpowiedzi o remoncie, przekwaterowaniu, głosowaniu i kawiarni. Nie zgaduję. Gdy chcesz, pokażę ci, jak dotrzeć do człowieka.

## In the terminal

terminal-hint = Napisz pytanie albo numer przycisku. Koniec: Ctrl-D.
terminal-bye = Do widzenia.

## When a person is needed

urgent-112 = Czy ktoś jest w niebezpieczeństwie? Dzwoń teraz pod 112. To nic nie kosztuje.
urgent-helplines = Możesz też zadzwonić tutaj:
helpline-police = Policja, gdy sprawa nie jest pilna: { $number }
helpline-medical = Pomoc lekarska przez całą dobę (Region Hovedstaden): { $number }
helpline-suicide = Livslinien, gdy masz myśli o śmierci: { $number }
helpline-violence = Lev Uden Vold, gdy ktoś cię bije albo ci grozi: { $number }
helpline-children = BørneTelefonen, dla dzieci i młodzieży: { $number }
urgent-not-watched = Jestem programem. Nikt nie pilnuje Nabo przez całą dobę.
offer-person = Chcesz, żeby pomógł ci pracownik?
offer-unanswered = Czy mam wysłać twoje pytanie do pracownika? Odpowiedź dostaniesz tutaj.
offer-how = To ty decydujesz, czy pracownicy poznają twoje imię i nazwisko. To, co piszesz, trafi do grupy pracowników w Telegramie.
button-yes-unnamed = Tak, bez imienia i nazwiska
button-yes-named = Tak, z imieniem i nazwiskiem
button-no = Nie, dziękuję
offer-declined = Dobrze. Zawsze możesz znowu do mnie napisać.

## A case: a resident and the staff

case-opened = Pracownicy mają teraz twoją sprawę: { $number }.
case-opened-urgent = Twoja sprawa jest już u pracowników, bez twojego imienia i nazwiska. Numer sprawy: { $number }.
case-answer-by = Odpowiedź dostaniesz najpóźniej: { $when }.
case-answer-by-unknown = Nie mogę obiecać, kiedy odpowiedzą. Godzin pracy pracowników nie ma jeszcze w Nabo.
moment = { $date }, godz. { $time }
case-unnamed = Nie widzą, kim jesteś. Widzą tylko: { $alias }.
case-named = Widzą twoje imię i nazwisko.
case-write-now = Napisz teraz, o co chodzi. Wszystko, co napiszesz, trafi do pracowników.
case-writing = Wszystko, co teraz napiszesz, trafi do pracowników.
case-withdrawn = Sprawa jest wycofana. Pracownicy dostaną wiadomość, że nie chcesz już pomocy.
case-bot-mode = Teraz znowu odpowiadam ja, Nabo. Twoja sprawa u pracowników jest nadal otwarta.
case-staff-mode = To, co teraz napiszesz, znowu trafi do pracowników.
case-from-staff = Odpowiedź od pracownika:
case-from-staff-again = Odpowiedź od pracownika (mogła przyjść dwa razy):
case-late = Pracownicy jeszcze nie odpowiedzieli, choć była taka obietnica. Przepraszamy. Dostali przypomnienie. Sprawa { $number }.
case-closed = Sprawa { $number } jest zamknięta. Napisz do mnie, jeśli będzie coś jeszcze.
case-closing-soon = Od 7 dni nie było tu żadnej wiadomości. Dlatego sprawa { $number } jest teraz zamknięta. Możesz ją znowu otworzyć.
case-helped = Czy ktoś ci pomógł?
case-ended-by-you = Na twoją prośbę sprawa { $number } jest zakończona.
case-reopened = Sprawa { $number } jest znowu otwarta. Wszystko, co napiszesz, trafi do pracowników.
case-too-many = Masz już otwartą sprawę: { $number }. Pisz tutaj, a wiadomość trafi do pracowników.
case-edited = Poprawka od pracownika:
case-media-unsupported = Tego nie mogę przekazać. Napisz to słowami albo wyślij zdjęcie, plik lub nagranie głosowe.
button-withdraw = Cofnij
button-ask-nabo = Wolę zapytać Nabo
button-back-to-case = Wróć do sprawy
button-end-case = Zakończ sprawę
button-reopen = Otwórz sprawę ponownie
button-send-question = Przekaż moje pytanie

## What is stored about you

mydata = To jest o tobie zapisane:
mydata-language = • twój język: { $language }
mydata-case = • sprawa: { $number }, { $alias }
mydata-nothing = Twój język nie jest zapisany i nie masz żadnej sprawy.
mydata-forget = Usuń to: /forget
forget-case = Twoja sprawa { $number } też jest tutaj usunięta. Pracownicy nie mogą już do ciebie pisać.
forget-copies = Twoje wiadomości w grupie pracowników są usunięte tam, gdzie to było możliwe.
command-mydata = Zobacz, co o mnie zapisano
command-person = Zapytaj pracownika
privacy-counting =
    • Liczę, ile osób pyta o każdy temat: bez twoich słów, imienia, nazwiska i numeru. Aby policzyć cię tylko raz, zapisuję kod, który jest usuwany po niedzieli. /forget nie usuwa go wcześniej.
privacy-cases =
    • Jeśli masz sprawę u pracowników, widzą oni to, co piszesz. Twoje imię i nazwisko widzą tylko wtedy, gdy się zgodzisz. 30 dni po zamknięciu sprawy jest ona tutaj usuwana.
privacy-translation-own =
    • To, co ty i pracownicy piszecie w sprawie, może tłumaczyć komputer: własny komputer osiedla, a nie czyjś inny.
privacy-translation-asked =
    • To, co ty i pracownicy piszecie w sprawie, może tłumaczyć komputer innej firmy, ale tylko wtedy, gdy się zgodzisz. Najpierw cię zapytam.

## Translation

machine-translated = Przetłumaczył to komputer. Mogą być błędy.
button-original = Pokaż oryginał
translate-ask = Pracownicy czytają po duńsku. Czy { $service } może tłumaczyć to, co piszecie do siebie w tej sprawie? Wtedy wasze słowa trafiają do { $service }. Imion i nazwisk, numerów telefonu i adresów, które umiem rozpoznać, nie wysyłam.
button-translate = Tak, tłumacz
button-do-not-translate = Nie, nie tłumacz
translate-yes = To, co piszecie w tej sprawie, jest teraz tłumaczone. Zawsze można powiedzieć nie.
translate-no = To, co piszecie w tej sprawie, nie jest tłumaczone.
