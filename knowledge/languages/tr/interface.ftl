# What Nabo says around the answers, in Turkish.

## Welcome

welcome = Merhaba! Ben Nabo. Nabo, Danca “komşu” demek.
    Tadilat, başka eve taşınma (genhusning), oylama, kafe ve { $estate } sitesindeki hayat hakkında soruları cevaplarım.
welcome-privacy =
    Ben bir programım. Tahmin yürütmem. Yazdıklarınızı saklamam. Dilinizi bir kodla saklarım, soruları isimsiz sayarım. Telegram, sohbetinizi kendisi saklar.
    Daha fazla bilgi: /privacy
welcome-ask = Sorunuzu yazın ya da bir konu seçin:
choose-language = Dilinizi seçin:
language-set = Artık Türkçe yazıyorum. Sorunuzu yazın ya da bir konu seçin:
language-followed = Siz Türkçe yazdığınız için ben de Türkçe yazıyorum. Dili değiştirmek için: /language
language-unknown = Sizin dilinizde henüz cevabım yok. Cevabı Türkçe veriyorum. Bir görevli size yardım edebilir.
first-notice = Ben Nabo, bir programım. Yazdıklarınızı saklamam. Dili değiştirmek için: /language · Daha fazla bilgi: /privacy

## Menu

menu = Bir konu seçin ya da sorunuzu yazın.
topic-menu = { $topic }: Ne öğrenmek istiyorsunuz?
topic-plan = Tadilat
topic-vote = Oylama
topic-rehousing = Başka eve taşınma (genhusning)
topic-cafe = Kafe
topic-community = Sitede hayat
topic-help = Yardım ve görevliler
topic-bot = Nabo hakkında

## Around an answer

source-agreement = Kaynak: 2023 iş birliği anlaşması, bölüm { $sections }. Son kontrol: { $date }.
source-general = Kaynak: Danimarka'daki genel kurallar. Son kontrol: { $date }.
source-estate = Kaynak: mahalleden gelen bilgiler. Son kontrol: { $date }.
source-facts = Tarih, yer ve iletişim bilgilerinin kaynağı: mahalleden gelen bilgiler.
source-nabo = Kaynak: Nabo'nun çalışma şekli. Son kontrol: { $date }.
source-silent = Kaynaklarımızda bundan fazlası yok. Son kontrol: { $date }.
unreviewed = Bu metni ana dili Türkçe olan biri henüz kontrol etmedi.
danish-version = Cevabın Dancası:
did = Siz sordunuz, bu yapıldı ({ $date }): { $text }
notice-rejected = Sakinler plana hayır dedi. Bu cevap, oyladıkları planla ilgili.
notice-vote-held = Oylama yapıldı.
helped-question = Yardımcı oldu mu?
helped-thanks = Buna sevindim.
helped-sorry = Üzgünüm. Başka türlü yazmayı deneyin, bir konu seçin ya da bir görevliye sorun.

## When Nabo is not sure

clarify = Neyi sormak istediniz? Buradan seçin ya da başka türlü yazın:
no-match = Bunu bilmiyorum. Tahmin yürütmek istemem. Bir konu seçin ya da bir görevliye sorun.

## Small talk

smalltalk-greeting = Merhaba! Ne öğrenmek istersiniz?
smalltalk-thanks = Rica ederim.
smalltalk-goodbye = Hoşça kalın, kendinize iyi bakın.
smalltalk-ok = Tamam. Başka bir sorunuz olursa yazın.

## A person

person-contact = Bir görevliye buradan ulaşabilirsiniz:
    { $contact }
person-none = Mahalle evine (beboerhus) gidip oradaki görevlilere sorabilirsiniz. Telefon ve açılış saatleri Nabo'da henüz yazmıyor.
person-not-watched = Ben bir programım, bu sohbeti kimse takip etmiyor. Acil durumda 112'yi arayın.

contact-phone = Telefon: { $value }
contact-email = E-posta: { $value }
contact-hours = Açık olduğu saatler: { $value }
contact-place = Yer: { $value }
vote-result-yes = Evet
vote-result-no = Hayır

## Buttons (at most 30 characters)

button-topics = Konular
button-person = Bir görevliye sor
button-helped-yes = Evet
button-helped-no = Hayır
button-danish = Dancasını gör
button-none-of-these = Hiçbiri
button-more = Daha fazla

## Privacy

privacy = Yazdıklarınıza ne oluyor?
    • Siz cevabı alır almaz mesajınız buradan silinir.
    • Görevlilerde bir başvurunuz yoksa dilinizi bir kodla saklarım. Adınızı ve numaranızı saklamam.
    • Diliniz, son mesajınızdan 90 gün sonra ya da /forget yazdığınızda silinir.
    • Görevlilerde bir başvurunuz yoksa buradaki sorularınızı sizden başka kimse göremez.
    • Telegram, sohbetinizi kendisi saklar. Onu ben silemem.
forget-done = Silindi. Artık bende ne diliniz ne de bir başvurunuz kayıtlı. Sohbetiniz hâlâ Telegram'da duruyor; isterseniz telefonunuzdan silin.
forget-nothing = Bende ne diliniz ne de bir başvurunuz kayıtlı. Sohbetiniz Telegram'da duruyor; isterseniz telefonunuzdan silin.

## Messages Nabo cannot answer

help = Sorunuzu kendi sözlerinizle yazın, yazım hatası olsa da olur.
    /topics – bütün konular
    /language – dili değiştir
    /privacy – neyi saklıyorum
    /forget – sil
unsupported = { $kind ->
        [photo] Fotoğrafları göremiyorum.
        [voice] Ses kayıtlarını dinleyemiyorum.
        [video] Video izleyemiyorum.
        [document] Dosyaları okuyamıyorum.
        [sticker] Çıkartma güzelmiş.
        [location] Konum bilgisini kullanamıyorum.
        [contact] Kişi bilgisi saklamıyorum.
        [poll] Ankete cevap veremiyorum.
       *[other] Bunu okuyamıyorum.
    } Sorunuzu kelimelerle yazın ya da bir görevliye sorun.
empty = Mesajınızda hiç kelime göremiyorum. Sorunuzu yazın ya da bir konu seçin.
too-long = Bu uzun bir mesaj. Lütfen sorunuzu kısa yazın, mümkünse tek cümleyle.
old-button = Bu düğme artık çalışmıyor. Konular burada:
unknown-command = Bu komutu bilmiyorum.
slow-down = Sizden çok mesaj geldi. Hepsine cevap vereceğim, ama biraz zaman alacak.
trouble = Bende bir sorun çıktı. Biraz sonra yine deneyin ya da bir görevliye sorun.
private-only = Sadece özel sohbetlerde cevap veriyorum. Lütfen bana doğrudan yazın.

## Commands, as Telegram lists them

command-start = Baştan başla
command-help = Yardım
command-language = Dili değiştir
command-topics = Bütün konular
command-privacy = Neyi saklıyorum
command-forget = Bilgilerimi sil
bot-description = Tadilat, başka eve taşınma, oylama ve kafe sorularına cevap veririm. Tahmin yürütmem. İsterseniz bir görevliye nasıl ulaşacağınızı gösteririm.

## In the terminal

terminal-hint = Bir soru ya da bir düğmenin numarasını yazın. Bitirmek için Ctrl-D.
terminal-bye = Hoşça kalın.

## When a person is needed

urgent-112 = Tehlikede olan biri var mı? Hemen 112'yi arayın. Ücretsizdir.
urgent-helplines = Buraları da arayabilirsiniz:
helpline-police = Polis, acil değilse: { $number }
helpline-medical = Gece gündüz doktor yardımı (Region Hovedstaden): { $number }
helpline-suicide = Livslinien, aklınızdan ölmek geçiyorsa: { $number }
helpline-violence = Lev Uden Vold, biri size vuruyorsa ya da sizi tehdit ediyorsa: { $number }
helpline-children = BørneTelefonen, çocuklar ve gençler için: { $number }
urgent-not-watched = Ben bir programım. Nabo'yu gece gündüz takip eden kimse yok.
offer-person = Bir görevlinin size yardım etmesini ister misiniz?
offer-unanswered = Sorunuzu bir görevliye göndereyim mi? Cevabı buradan alırsınız.
offer-how = Adınızı görüp görmeyeceklerine siz karar verirsiniz. Yazdıklarınız, görevlilerin Telegram'daki grubuna gönderilir.
button-yes-unnamed = Evet, adım gizli kalsın
button-yes-named = Evet, adımı görsünler
button-no = Hayır, teşekkürler
offer-declined = Peki. Bana her zaman yine yazabilirsiniz.

## A case: a resident and the staff

case-opened = Başvurunuz görevlilere ulaştı. Numarası: { $number }.
case-opened-urgent = Bunu görevlilere ilettim, adınızı vermedim. Başvuru numaranız: { $number }.
case-answer-by = Size en geç şu zaman cevap verilecek: { $when }.
case-answer-by-unknown = Ne zaman cevap vereceklerine söz veremem. Görevlilerin çalışma saatleri Nabo'da henüz yazmıyor.
moment = { $date }, saat { $time }
case-unnamed = Kim olduğunuzu göremezler. Sadece şunu görürler: { $alias }.
case-named = Adınızı görebilirler.
case-write-now = Şimdi konunuzu yazın. Yazdığınız her şey görevlilere gider.
case-writing = Şimdi yazdığınız her şey görevlilere gidiyor.
case-withdrawn = Başvuru geri alındı. Görevlilere, artık yardım istemediğiniz bildirilir.
case-bot-mode = Şimdi yine ben, Nabo, cevap veriyorum. Görevlilerdeki başvurunuz hâlâ açık.
case-staff-mode = Yazdıklarınız şimdi yine görevlilere gidiyor.
case-from-staff = Bir görevlinin cevabı:
case-from-staff-again = Bir görevlinin cevabı (iki kere gelmiş olabilir):
case-late = Söz verildiği hâlde görevliler henüz cevap vermedi. Özür dileriz. Onlara yeniden haber verildi. Başvuru: { $number }.
case-closed = { $number } numaralı başvuru kapandı. Başka bir şey olursa bana yazın.
case-closing-soon = 7 gündür yazışmadık. Bu yüzden { $number } numaralı başvuru şimdi kapandı. Onu yeniden açabilirsiniz.
case-helped = Size yardım edildi mi?
case-ended-by-you = { $number } numaralı başvuruyu kapattınız.
case-reopened = { $number } numaralı başvuru yeniden açıldı. Yazdığınız her şey görevlilere gidiyor.
case-too-many = Zaten açık bir başvurunuz var: { $number }. Buraya yazın, görevlilere gider.
case-edited = Görevlinin düzelttiği metin:
case-media-unsupported = Bunu iletemiyorum. Kelimelerle yazın ya da bir fotoğraf, dosya veya ses kaydı gönderin.
button-withdraw = Geri al
button-ask-nabo = Onun yerine Nabo'ya sor
button-back-to-case = Başvuruya dön
button-end-case = Başvuruyu kapat
button-reopen = Başvuruyu yeniden aç
button-send-question = Soruyu görevliye ilet

## What is stored about you

mydata = Sizinle ilgili saklananlar:
mydata-language = • diliniz: { $language }
mydata-case = • bir başvuru: { $number }, { $alias }
mydata-nothing = Ne diliniz ne de bir başvurunuz kayıtlı.
mydata-forget = Silmek için: /forget
forget-case = { $number } numaralı başvurunuz da buradan silindi. Görevliler size artık yazamaz.
forget-copies = Yazdıklarınız, silinebildiği kadarıyla görevlilerin grubundan da silindi.
command-mydata = Benim hakkımda ne saklanıyor
command-person = Bir görevliye sor
privacy-counting =
    • Hangi konuyu kaç kişinin sorduğunu sayarım; sözleriniz, adınız ve numaranız olmadan. Yalnızca bir kez sayılmanız için bir kod saklarım; bu kod pazar gününden sonra silinir. /forget onu daha önce silmez.
privacy-cases =
    • Görevlilerde bir başvurunuz olursa, yazdıklarınızı görürler. Adınızı sadece evet derseniz görürler. Başvuru kapandıktan 30 gün sonra buradan silinir.
privacy-translation-own =
    • Bir başvuruda sizin ve görevlilerin yazdıklarını bir makine çevirebilir. Bu, sitenin kendi bilgisayarlarında olur; başka kimseye gönderilmez.
privacy-translation-asked =
    • Bir başvuruda sizin ve görevlilerin yazdıklarını dışarıdaki bir makine çevirebilir, ama sadece siz evet derseniz. Önce size sorarım.

## Translation

machine-translated = Bunu bir makine çevirdi. Yanlışlar olabilir.
button-original = Aslını göster
translate-ask = Görevliler Danca okuyor. Bu başvuruda birbirinize yazdıklarınızı { $service } çevirebilir mi? O zaman yazdıklarınız { $service } hizmetine gönderilir. Tanıyabildiğim adları, telefon numaralarını ve adresleri göndermem.
button-translate = Evet, çevir
button-do-not-translate = Hayır, çevirme
translate-yes = Bu başvuruda yazılanlar artık çevriliyor. İstediğiniz zaman hayır diyebilirsiniz.
translate-no = Bu başvuruda yazılanlar çevrilmiyor.
