# What Nabo says around the answers, in Somali.

## Welcome

welcome = Salaan! Waxaan ahay Nabo, oo macnaheedu yahay deris.
    Waxaan ka jawaabaa su'aalaha ku saabsan dayactirka, guri-beddelka (genhusning), codbixinta, kafeega iyo nolosha { $estate }.
welcome-privacy =
    Waxaan ahay barnaamij. Malo kuma jawaabo. Ma kaydiyo waxaad qorto. Luqaddaada ayaan kaydiyaa, iyadoo ku hoos jirta kood, su'aalahana magac la'aan ayaan u tiriyaa. Telegram iskeed ayay u kaydisaa wada sheekaysigaaga.
    Faahfaahin: /privacy
welcome-ask = Qor su'aashaada, ama dooro mawduuc:
choose-language = Dooro luqaddaada:
language-set = Hadda waxaan ku qorayaa af Soomaali. Qor su'aashaada, ama dooro mawduuc:
language-followed = Hadda waxaan ku qorayaa af Soomaali, maxaa yeelay adiguna waad ku qortay. Luqadda beddel: /language
language-unknown = Weli jawaabo kuma hayo luqaddaada. Jawaabtu waa tan, oo af Soomaali ah. Qof shaqaale ah ayaa ku sii caawin kara.
first-notice = Waxaan ahay Nabo, barnaamij. Ma kaydiyo waxaad qorto. Luqadda beddel: /language · Faahfaahin: /privacy

## Menu

menu = Dooro mawduuc, ama qor su'aashaada.
topic-menu = { $topic }: maxaad rabtaa inaad ogaato?
topic-plan = Dayactirka
topic-vote = Codbixinta
topic-rehousing = Guri-beddelka (genhusning)
topic-cafe = Kafeega
topic-community = Nolosha xaafadda
topic-help = Caawimo iyo shaqaale
topic-bot = Ku saabsan Nabo

## Around an answer

source-agreement = Isha: heshiiska wadashaqaynta ee 2023, qaybta { $sections }. Waxaa markii ugu dambaysay la xaqiijiyay { $date }.
source-general = Isha: xeerarka guud ee Danmark. Waxaa markii ugu dambaysay la xaqiijiyay { $date }.
source-estate = Isha: macluumaad ka yimid xaafadda. Waxaa markii ugu dambaysay la xaqiijiyay { $date }.
source-facts = Isha taariikhda, goobta iyo xiriirka: macluumaad ka yimid xaafadda.
source-nabo = Isha: sida Nabo loo sameeyay. Waxaa markii ugu dambaysay la xaqiijiyay { $date }.
source-silent = Xogta aan haynno intaas wax ka badan ma sheegayso. Waxaa markii ugu dambaysay la xaqiijiyay { $date }.
unreviewed = Qoraalkan weli ma akhriyin qof af Soomaaligu yahay afkiisa hooyo.
danish-version = Jawaabta oo af Deenish ah:
did = Waad weydiiseen, waxaana la qabtay ({ $date }): { $text }
notice-rejected = Dadka deggan waxay qorshaha u codeeyeen maya. Jawaabtani waxay ku saabsan tahay qorshihii ay u codeeyeen.
notice-vote-held = Codbixinta waa la qabtay.
helped-question = Ma ku caawisay?
helped-thanks = Waan ku faraxsanahay.
helped-sorry = Waan ka xumahay. Isku day inaad si kale u qorto, dooro mawduuc, ama qof weydii.

## When Nabo is not sure

clarify = Maxaad ula jeeddaa? Halkan ka dooro, ama si kale u qor:
no-match = Taas ma garanayo, mana rabo inaan malo ku jawaabo. Dooro mawduuc, ama qof weydii.

## Small talk

smalltalk-greeting = Salaan! Maxaad rabtaa inaad ogaato?
smalltalk-thanks = Adigaa mudan.
smalltalk-goodbye = Nabadgelyo, isna ilaali.
smalltalk-ok = Waa hagaag. Haddii aad wax kale rabto inaad ogaato, ii soo qor.

## A person

person-contact = Shaqaale halkan ayaad kala xiriiri kartaa:
    { $contact }
person-none = Waxaad geli kartaa guriga dadka deggan (beboerhus) oo aad la hadli kartaa shaqaalaha jooga. Telefoonka iyo saacadaha furitaanka weli kuma jiraan Nabo.
person-not-watched = Waxaan ahay barnaamij, mana jirto cid sheekadan si joogto ah u eegta. Xaalad degdeg ah: wac 112.

contact-phone = Telefoon: { $value }
contact-email = E-mail: { $value }
contact-hours = Furan: { $value }
contact-place = Goob: { $value }
vote-result-yes = Haa
vote-result-no = Maya

## Buttons (at most 30 characters)

button-topics = Mawduucyada
button-person = Qof weydii
button-helped-yes = Haa
button-helped-no = Maya
button-danish = Af Deenish ku arag
button-none-of-these = Midna ma aha
button-more = Kuwo kale

## Privacy

privacy = Maxaa ku dhaca waxaad qorto?
    • Fariintaada halkan waa laga tirtiraa isla marka aad jawaabta hesho.
    • Haddii aanay shaqaaluhu arrin kaa hayn, luqaddaada ayaan kaydiyaa, iyadoo ku hoos jirta kood. Ma kaydiyo magacaaga iyo telefoonkaaga.
    • Luqaddaada waa la tirtiraa 90 maalmood ka dib fariintaadii u dambaysay, ama markaad qorto /forget.
    • Adiga mooyee cid kale halkan kama arki karto su'aalahaaga, haddii aanay shaqaaluhu arrin kaa hayn.
    • Telegram iskeed ayay u kaydisaa wada sheekaysigaaga. Taas anigu ma tirtiri karo.
forget-done = Waa la tirtiray. Hadda ma kaydsana luqaddaada iyo arrin aad leedahay toona. Wada sheekaysigaagu weli wuxuu ku jiraa Telegram; haddaad rabto, telefoonkaaga ka tirtir.
forget-nothing = Ma kaydsana luqaddaada iyo arrin aad leedahay toona. Wada sheekaysigaagu wuxuu ku jiraa Telegram; haddaad rabto, telefoonkaaga ka tirtir.

## Messages Nabo cannot answer

help = Su'aashaada ku qor erayadaada, xitaa haddii qoraalku qalad leeyahay.
    /topics – dhammaan mawduucyada
    /language – beddel luqadda
    /privacy – waxa aan kaydiyo
    /forget – tirtir waxa kaydsan
unsupported = { $kind ->
        [photo] Sawirro ma arki karo.
        [voice] Cod ma maqli karo.
        [video] Muuqaallo ma arki karo.
        [document] Faylal ma akhrin karo.
        [sticker] Waa istiikar qurux badan.
        [location] Meesha aad soo dirtay ma isticmaali karo.
        [contact] Lambarrada dadka ma kaydiyo.
        [poll] Ra'yi-ururin chat-ka ku jirta kama jawaabi karo.
       *[other] Taas ma akhrin karo.
    } Su'aashaada qoraal ku soo dir, ama qof weydii.
empty = Erayo ma arko. Qor su'aashaada, ama dooro mawduuc.
too-long = Waa fariin dheer. Su'aashaada si kooban u qor, haddii ay suurtagal tahay hal weer.
old-button = Badhankaas hadda ma shaqeeyo. Waa kuwan mawduucyadu:
unknown-command = Amarkaas ma aqaan.
slow-down = Fariimo badan ayaad ii soo dirtay. Dhammaan waan ka jawaabayaa, laakiin waqti yar ayay qaadanaysaa.
trouble = Wax baa iga khaldamay. Mar dhow mar kale isku day, ama qof weydii.
private-only = Waxaan ka jawaabaa oo keliya sheekada gaarka ah. Si toos ah ii soo qor.

## Commands, as Telegram lists them

command-start = Mar kale ka bilow
command-help = Caawimo
command-language = Beddel luqadda
command-topics = Dhammaan mawduucyada
command-privacy = Waxa aan kaydiyo
command-forget = Tirtir waxaad iga hayso
bot-description = Jawaabaha su'aalaha ku saabsan dayactirka, guri-beddelka, codbixinta iyo kafeega. Malo kuma jawaabo. Markaad qof la hadli rabto, waxaan ku tusaa sida aad u hesho.

## In the terminal

terminal-hint = Qor su'aal, ama lambarka badhanka. Ku dhammee Ctrl-D.
terminal-bye = Nabadgelyo.

## When a person is needed

urgent-112 = Qof ma halis ku jiraa? Hadda wac 112. Waa bilaash.
urgent-helplines = Waxaad kaloo wici kartaa:
helpline-police = Booliska, marka aysan degdeg ahayn: { $number }
helpline-medical = Caawimo caafimaad, habeen iyo maalin (Region Hovedstaden): { $number }
helpline-suicide = Livslinien, marka aad ku fikirayso inaad dhimato: { $number }
helpline-violence = Lev Uden Vold, marka lagu garaaco ama laguu hanjabo: { $number }
helpline-children = BørneTelefonen, carruurta iyo dhalinyarada: { $number }
urgent-not-watched = Waxaan ahay barnaamij. Ma jirto cid Nabo eegta habeen iyo maalin.
offer-person = Ma rabtaa in qof shaqaale ah ku caawiyo?
offer-unanswered = Su'aashaada ma u diraa qof shaqaale ah? Markaas jawaabta halkan ayaad ku helaysaa.
offer-how = Adiga ayaa go'aansanaya in ay magacaaga ogaadaan iyo in kale. Waxaad qorto waxaa loo dirayaa kooxda ay shaqaaluhu ku leeyihiin Telegram.
button-yes-unnamed = Haa, magacayga la'aantiis
button-yes-named = Haa, magacaygana ku dar
button-no = Maya, mahadsanid
offer-declined = Waa hagaag. Mar kasta oo aad rabto waad ii soo qori kartaa.

## A case: a resident and the staff

case-opened = Arrintaada hadda shaqaalaha ayaa haya: { $number }.
case-opened-urgent = Shaqaalaha ayaan u gudbiyay, magacaaga la'aantiis. Arrintaadu waa { $number }.
case-answer-by = Jawaab waxaad helaysaa ugu dambayn { $when }.
case-answer-by-unknown = Ma ballan qaadi karo goorta ay jawaabayaan. Saacadaha shaqaaluhu furan yihiin weli kuma jiraan Nabo.
moment = { $date }, saacadda { $time }
case-unnamed = Ma arki karaan cidda aad tahay. Waxay arkaan oo keliya { $alias }.
case-named = Magacaaga way arki karaan.
case-write-now = Hadda qor waxa ay arrintu tahay. Wax kasta oo aad qorto shaqaalaha ayaa loo dirayaa.
case-writing = Wax kasta oo aad hadda qorto shaqaalaha ayaa loo dirayaa.
case-withdrawn = Arrinta waad ka noqotay. Shaqaalaha waxaa loo sheegayaa inaadan caawimo kale rabin.
case-bot-mode = Hadda aniga, Nabo, ayaa mar kale kuu jawaabaya. Arrinta ay shaqaaluhu kaa hayaan weli way furan tahay.
case-staff-mode = Waxaad hadda qorto mar kale shaqaalaha ayaa loo dirayaa.
case-from-staff = Jawaab ka timid qof shaqaale ah:
case-from-staff-again = Jawaab ka timid qof shaqaale ah (waa laga yaabaa in laba jeer la diray):
case-late = Shaqaaluhu weli ma jawaabin, inkasta oo la ballan qaaday. Waan ka xunnahay. Mar kale ayaa la xusuusiyay. Arrinta { $number }.
case-closed = Arrinta { $number } waa la xiray. Ii soo qor haddii ay wax kale jiraan.
case-closing-soon = 7 maalmood waxba isuma aynaan qorin. Sidaas darteed arrinta { $number } hadda waa la xiray. Mar kale ayaad furi kartaa.
case-helped = Ma lagu caawiyay?
case-ended-by-you = Arrinta { $number } waad xirtay.
case-reopened = Arrinta { $number } mar kale way furan tahay. Wax kasta oo aad qorto shaqaalaha ayaa loo dirayaa.
case-too-many = Horay ayaad u leedahay arrin furan: { $number }. Halkan wax ku qor, shaqaalaha ayaa loo dirayaa.
case-edited = Qofka shaqaalaha ah ayaa saxay:
case-media-unsupported = Taas ma gudbin karo. Qoraal ku sheeg, ama soo dir sawir, fayl ama fariin cod ah.
button-withdraw = Ka noqo
button-ask-nabo = Taas beddelkeed Nabo weydii
button-back-to-case = Ku noqo arrinta
button-end-case = Xir arrinta
button-reopen = Mar kale fur arrinta
button-send-question = Su'aashayda gudbi

## What is stored about you

mydata = Waxa kaa kaydsan waa kuwan:
mydata-language = • luqaddaada: { $language }
mydata-case = • arrin: { $number }, { $alias }
mydata-nothing = Ma kaydsana luqaddaada iyo arrin aad leedahay toona.
mydata-forget = Tirtir: /forget
forget-case = Arrintaada { $number } halkanna waa laga tirtiray, shaqaaluhuna mar dambe kuuma soo qori karaan.
forget-copies = Waxaad qortay waa laga tirtiray kooxda shaqaalaha, intii suurtagal ahayd.
command-mydata = Arag waxa iga kaydsan
command-person = Qof weydii
privacy-counting =
    • Waxaan tiriyaa inta qof ee wax ka weyddiisa mawduuc kasta, iyadoo aan lagu darin erayadaada, magacaaga iyo telefoonkaaga. Si hal mar oo keliya laguu tiriyo, waxaan kaydiyaa kood la tirtiro Axadda ka dib. /forget ka hor ma tirtirto.
privacy-cases =
    • Haddii shaqaaluhu arrin kaa hayaan, waxay arkaan waxaad qorto. Magacaaga waxay arkaan oo keliya haddii aad haa tiraahdo. 30 maalmood ka dib marka arrinta la xiro, halkan waa laga tirtirayaa.
privacy-translation-own =
    • Waxa adiga iyo shaqaaluhu aad arrin ku qortaan mashiin baa turjumi kara. Taas waxaa lagu sameeyaa kombiyuutarrada xaafadda, meel kale looma diro.
privacy-translation-asked =
    • Waxa adiga iyo shaqaaluhu aad arrin ku qortaan waxaa turjumi kara mashiin shirkad kale leedahay, laakiin keliya haddii aad haa tiraahdo. Marka hore adiga ayaan ku weyddiinayaa.

## Translation

machine-translated = Mashiin baa turjumay. Khaladaad way ku jiri karaan.
button-original = Eeg qoraalka asalka ah
translate-ask = Shaqaaluhu waxay akhriyaan af-Deenish. { $service } ma turjumi kartaa waxa adiga iyo shaqaaluhu aad isugu qortaan arrintan? Markaas erayadiinna waxaa loo dirayaa { $service }. Magacyada, lambarrada telefoonka iyo cinwaannada aan aqoonsan karo ma diro.
button-translate = Haa, turjun
button-do-not-translate = Maya, ha turjumin
translate-yes = Waxa aad arrintan isugu qortaan hadda waa la turjumayaa. Mar kasta waad diidi kartaa.
translate-no = Waxa aad arrintan isugu qortaan lama turjumayo.
