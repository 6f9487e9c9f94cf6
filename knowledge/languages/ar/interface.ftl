# What Nabo says around the answers, in Arabic.

## Welcome

welcome = مرحبا! أنا Nabo، واسمي يعني «جار».
    أجيب عن أسئلة حول الترميم، والسكن البديل (genhusning)، والتصويت، والمقهى، والحياة في { $estate }.
welcome-privacy =
    أنا برنامج. أنا لا أخمن. لا أحفظ ما تكتبه. أحفظ لغتك فقط، تحت رمز. أما Telegram فيحفظ محادثتك عنده.
    للمزيد: /privacy
welcome-ask = اكتب سؤالك، أو اختر موضوعا:
choose-language = اختر لغتك:
language-set = الآن أكتب بالعربية. اكتب سؤالك، أو اختر موضوعا:
language-followed = أكتب الآن بالعربية لأنك تكتب بها. لتغيير اللغة: /language
language-unknown = ليست عندي أجوبة بلغتك بعد. هذا هو الجواب بالعربية. يستطيع أحد الموظفين أن يساعدك أكثر.
first-notice = أنا برنامج اسمه Nabo. لا أحفظ ما تكتبه. لتغيير اللغة: /language · للمزيد: /privacy

## Menu

menu = اختر موضوعا، أو اكتب سؤالك.
topic-menu = { $topic }: ماذا تريد أن تعرف؟
topic-plan = الترميم
topic-vote = التصويت
topic-rehousing = السكن البديل (genhusning)
topic-cafe = المقهى
topic-community = الحياة في الحي
topic-help = المساعدة والموظفون
topic-bot = عن Nabo

## Around an answer

source-agreement = المصدر: اتفاقية التعاون من عام 2023، الفقرة { $sections }. تم التأكد منه آخر مرة: { $date }.
source-general = المصدر: القواعد العامة في الدنمارك. تم التأكد منه آخر مرة: { $date }.
source-estate = المصدر: معلومات من الحي. تم التأكد منه آخر مرة: { $date }.
source-nabo = المصدر: طريقة عمل Nabo. تم التأكد منه آخر مرة: { $date }.
source-silent = مصادرنا لا تقول أكثر من ذلك. تم التأكد من هذا آخر مرة: { $date }.
unreviewed = لم يراجع هذا النص بعد شخص لغته الأم هي العربية.
danish-version = الجواب بالدنماركية:
notice-rejected = السكان صوتوا بـ«لا» على الخطة. هذا الجواب عن الخطة التي صوتوا عليها.
notice-vote-held = لقد تم التصويت.
helped-question = هل ساعدك هذا؟
helped-thanks = هذا يسعدني.
helped-sorry = أنا آسف. حاول أن تكتب سؤالك بطريقة أخرى، أو اختر موضوعا، أو اسأل شخصا.

## When Nabo is not sure

clarify = ماذا تقصد؟ اختر من هنا، أو اكتب سؤالك بطريقة أخرى:
no-match = لا أعرف ذلك، ولا أريد أن أخمن. اختر موضوعا، أو اسأل شخصا.

## Small talk

smalltalk-greeting = مرحبا! ماذا تريد أن تعرف؟
smalltalk-thanks = على الرحب والسعة.
smalltalk-goodbye = مع السلامة، واعتن بنفسك.
smalltalk-ok = جيد. اكتب لي إذا أردت أن تعرف أكثر.

## A person

person-contact = يمكنك أن تتواصل مع أحد الموظفين هنا:
    { $contact }
person-none = يمكنك أن تدخل بيت السكان (beboerhus) وتسأل الموظفين هناك. رقم الهاتف وأوقات الدوام غير موجودة في Nabo بعد.
person-not-watched = أنا برنامج، ولا أحد يتابع هذه المحادثة. في حالة الطوارئ: اتصل بالرقم 112.

contact-phone = الهاتف: { $value }
contact-email = البريد الإلكتروني: { $value }
contact-hours = أوقات الدوام: { $value }
contact-place = المكان: { $value }
vote-result-yes = نعم
vote-result-no = لا

## Buttons (at most 30 characters)

button-topics = المواضيع
button-person = اسأل شخصا
button-helped-yes = نعم
button-helped-no = لا
button-danish = اعرض بالدنماركية
button-none-of-these = لا شيء من هذه
button-more = المزيد

## Privacy

privacy = ماذا يحدث لما تكتبه؟
    • يتم حذف رسالتك هنا فور وصول الجواب إليك.
    • أحفظ لغتك فقط، تحت رمز. لا أحفظ اسمك ولا رقمك.
    • يتم حذف لغتك بعد 90 يوما من آخر رسالة منك، أو عندما تكتب /forget.
    • لا أحد غيرك يستطيع أن يرى أسئلتك هنا.
    • أما Telegram فيحفظ محادثتك عنده. لا أستطيع أن أحذف ذلك.
forget-done = تم الحذف. الآن ليس عندي شيء محفوظ عنك. محادثتك ما زالت عند Telegram؛ يمكنك أن تحذفها في هاتفك إن أردت.
forget-nothing = ليس عندي شيء محفوظ عنك. محادثتك عند Telegram؛ يمكنك أن تحذفها في هاتفك إن أردت.

## Messages Nabo cannot answer

help = اكتب سؤالك بكلماتك، ولا بأس إن كانت فيها أخطاء.
    /topics – كل المواضيع
    /language – تغيير اللغة
    /privacy – ماذا أحفظ
    /forget – حذف ذلك
unsupported = { $kind ->
        [photo] لا أستطيع أن أرى الصور.
        [voice] لا أستطيع أن أسمع الصوت.
        [video] لا أستطيع أن أشاهد الفيديو.
        [document] لا أستطيع أن أقرأ الملفات.
        [sticker] هذا ملصق جميل.
        [location] لا أستطيع أن أستعمل موقعا على الخريطة.
        [contact] أنا لا أحفظ جهات الاتصال.
        [poll] لا أستطيع أن أجيب عن استطلاع رأي.
       *[other] لا أستطيع أن أقرأ هذا.
    } اكتب سؤالك بالكلمات، أو اسأل شخصا.
empty = لا أرى أي كلمات. اكتب سؤالك، أو اختر موضوعا.
too-long = هذه رسالة طويلة. اكتب سؤالك باختصار، والأفضل في جملة واحدة.
old-button = هذا الزر لم يعد يعمل. هذه هي المواضيع:
unknown-command = لا أعرف هذا الأمر.
slow-down = وصلتني منك رسائل كثيرة. سأجيب عنها كلها، لكن ذلك يحتاج إلى بعض الوقت.
trouble = حدث خطأ عندي. حاول مرة أخرى بعد قليل، أو اسأل شخصا.
private-only = أجيب فقط في المحادثات الخاصة. اكتب لي مباشرة.

## Commands, as Telegram lists them

command-start = البدء من جديد
command-help = مساعدة
command-language = تغيير اللغة
command-topics = كل المواضيع
command-privacy = ماذا أحفظ
command-forget = حذف ما أحفظه عنك
bot-description = أجوبة عن أسئلة حول الترميم والسكن البديل والتصويت والمقهى. أنا لا أخمن. وأدلك على شخص تسأله متى أردت.

## In the terminal

terminal-hint = اكتب سؤالا، أو رقم الزر. للخروج اضغط Ctrl-D.
terminal-bye = مع السلامة.
