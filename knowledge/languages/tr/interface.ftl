# What Nabo says around the answers, in Turkish.

## Welcome

welcome = Merhaba! Ben Nabo. Nabo, Danca “komşu” demek.
    Tadilat, başka eve taşınma (genhusning), oylama, kafe ve { $estate } sitesindeki hayat hakkında soruları cevaplarım.
welcome-privacy =
    Ben bir programım. Tahmin yürütmem. Yazdıklarınızı saklamam. Sadece dilinizi bir kodla saklarım. Telegram, sohbetinizi kendisi saklar.
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
source-nabo = Kaynak: Nabo'nun çalışma şekli. Son kontrol: { $date }.
source-silent = Kaynaklarımızda bundan fazlası yok. Son kontrol: { $date }.
unreviewed = Bu metni ana dili Türkçe olan biri henüz kontrol etmedi.
danish-version = Cevabın Dancası:
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
    • Sadece dilinizi bir kodla saklarım. Adınızı ve numaranızı saklamam.
    • Diliniz, son mesajınızdan 90 gün sonra ya da /forget yazdığınızda silinir.
    • Buradaki sorularınızı sizden başka kimse göremez.
    • Telegram, sohbetinizi kendisi saklar. Onu ben silemem.
forget-done = Silindi. Artık sizinle ilgili bende hiçbir bilgi yok. Sohbetiniz hâlâ Telegram'da duruyor; isterseniz telefonunuzdan silin.
forget-nothing = Sizinle ilgili bende hiçbir bilgi yok. Sohbetiniz Telegram'da duruyor; isterseniz telefonunuzdan silin.

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
