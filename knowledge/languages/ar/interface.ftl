# What Nabo says around the answers, in Arabic.

## Welcome

welcome = مرحبا! أنا Nabo، واسمي يعني «جار».
    أجيب عن أسئلة حول الترميم، والسكن البديل (genhusning)، والتصويت، والمقهى، والحياة في { $estate }.
welcome-privacy =
    أنا برنامج. أنا لا أخمن. لا أحفظ ما تكتبه. أحفظ لغتك تحت رمز، وأحسب الأسئلة بدون أسماء. أما Telegram فيحفظ محادثتك عنده.
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
source-facts = مصدر المواعيد والأماكن وطرق التواصل: معلومات من الحي.
source-nabo = المصدر: طريقة عمل Nabo. تم التأكد منه آخر مرة: { $date }.
source-silent = مصادرنا لا تقول أكثر من ذلك. تم التأكد من هذا آخر مرة: { $date }.
unreviewed = لم يراجع هذا النص بعد شخص لغته الأم هي العربية.
danish-version = الجواب بالدنماركية:
did = سألتم، وهذا ما تم فعله ({ $date }): { $text }
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
    • إذا لم يكن لك طلب عند الموظفين، فأنا أحفظ لغتك، تحت رمز. لا أحفظ اسمك ولا رقمك.
    • يتم حذف لغتك بعد 90 يوما من آخر رسالة منك، أو عندما تكتب /forget.
    • لا أحد غيرك يستطيع أن يرى أسئلتك هنا، إلا إذا كان لك طلب عند الموظفين.
    • أما Telegram فيحفظ محادثتك عنده. لا أستطيع أن أحذف ذلك.
forget-done = تم الحذف. لم تعد لغتك محفوظة عندي، ولا أي طلب منك. محادثتك ما زالت عند Telegram؛ يمكنك أن تحذفها في هاتفك إن أردت.
forget-nothing = لغتك ليست محفوظة عندي، ولا يوجد طلب منك. محادثتك عند Telegram؛ يمكنك أن تحذفها في هاتفك إن أردت.

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

## When a person is needed

urgent-112 = هل هناك أحد في خطر؟ اتصل بالرقم 112 الآن. المكالمة مجانية.
urgent-helplines = ويمكنك أيضا أن تتصل هنا:
helpline-police = الشرطة، إذا لم يكن الأمر مستعجلا: { $number }
helpline-medical = مساعدة طبية ليلا ونهارا (Region Hovedstaden): { $number }
helpline-suicide = خط Livslinien، إذا كنت تفكر في الموت: { $number }
helpline-violence = خط Lev Uden Vold، إذا كان أحد يضربك أو يهددك: { $number }
helpline-children = خط BørneTelefonen، للأطفال والشباب: { $number }
urgent-not-watched = أنا برنامج. لا يوجد شخص يتابع Nabo ليلا ونهارا.
offer-person = هل تريد أن يساعدك أحد الموظفين؟
offer-unanswered = هل أرسل سؤالك إلى أحد الموظفين؟ سيصلك الجواب هنا.
offer-how = أنت تقرر هل يعرفون اسمك أم لا. ما تكتبه يصل إلى مجموعة الموظفين في Telegram.
button-yes-unnamed = نعم، من دون اسمي
button-yes-named = نعم، مع اسمي
button-no = لا، شكرا
offer-declined = حسنا. يمكنك أن تكتب لي من جديد متى أردت.

## A case: a resident and the staff

case-opened = أصبح طلبك عند الموظفين. رقم الطلب: { $number }.
case-opened-urgent = أرسلت هذا إلى الموظفين، من دون اسمك. رقم طلبك: { $number }.
case-answer-by = سيصلك الجواب. آخر موعد لذلك: { $when }.
case-answer-by-unknown = لا أستطيع أن أعدك متى يجيبون. أوقات دوام الموظفين غير موجودة في Nabo بعد.
moment = { $date }، الساعة { $time }
case-unnamed = هم لا يعرفون من أنت. يرون فقط { $alias }.
case-named = هم يرون اسمك.
case-write-now = اكتب الآن ما هو الموضوع. كل ما تكتبه يصل إلى الموظفين.
case-writing = كل ما تكتبه الآن يصل إلى الموظفين.
case-withdrawn = تم سحب الطلب. سيعرف الموظفون أنك لا تريد مساعدة بعد الآن.
case-bot-mode = الآن أجيبك أنا، Nabo، من جديد. طلبك عند الموظفين ما زال مفتوحا.
case-staff-mode = الآن يصل ما تكتبه إلى الموظفين من جديد.
case-from-staff = جواب من أحد الموظفين:
case-from-staff-again = جواب من أحد الموظفين (ربما وصلك مرتين):
case-late = لم يجب الموظفون بعد، مع أننا وعدناك بذلك. نحن آسفون. أخبرناهم مرة أخرى. رقم الطلب: { $number }.
case-closed = تم إغلاق الطلب { $number }. اكتب لي إذا احتجت إلى شيء آخر.
case-closing-soon = لم نتراسل منذ 7 أيام، ولذلك تم إغلاق الطلب { $number }. يمكنك أن تفتحه من جديد.
case-helped = هل حصلت على المساعدة؟
case-ended-by-you = أنت أنهيت الطلب { $number }.
case-reopened = الطلب { $number } مفتوح من جديد. كل ما تكتبه يصل إلى الموظفين.
case-too-many = عندك طلب مفتوح من قبل: { $number }. اكتب هنا، وسيصل ذلك إلى الموظفين.
case-edited = تصحيح من الموظف:
case-media-unsupported = لا أستطيع أن أرسل هذا إلى الموظفين. اكتبه بالكلمات، أو أرسل صورة أو ملفا أو رسالة صوتية.
button-withdraw = سحب الطلب
button-ask-nabo = اسأل Nabo بدلا من ذلك
button-back-to-case = العودة إلى الطلب
button-end-case = إنهاء الطلب
button-reopen = فتح الطلب من جديد
button-send-question = أرسل سؤالي إلى الموظفين

## What is stored about you

mydata = هذا ما هو محفوظ عنك:
mydata-language = • لغتك: { $language }
mydata-case = • طلب: { $number }، { $alias }
mydata-nothing = لغتك ليست محفوظة، ولا يوجد طلب منك.
mydata-forget = لحذف ذلك: /forget
forget-case = تم حذف طلبك { $number } هنا أيضا، ولن يستطيع الموظفون أن يكتبوا لك بعد الآن.
forget-copies = تم أيضا حذف ما كتبته في مجموعة الموظفين، حيث كان ذلك ممكنا.
command-mydata = عرض ما هو محفوظ عنك
command-person = اسأل شخصا
privacy-counting =
    • أحسب كم شخصا يسأل عن كل موضوع، بدون كلماتك واسمك ورقمك. وحتى لا تُحسب إلا مرة واحدة، أحفظ رمزا يتم حذفه بعد يوم الأحد. الأمر /forget لا يحذفه قبل ذلك.
privacy-cases =
    • إذا كان لك طلب عند الموظفين، فهم يرون ما تكتبه. لا يرون اسمك إلا إذا قلت نعم. بعد 30 يوما من إغلاق الطلب، يتم حذفه هنا.
privacy-translation-own =
    • قد تترجم آلة ما تكتبه أنت والموظفون في الطلب. يتم ذلك على حواسيب الحي نفسه، وليس عند أي جهة أخرى.
privacy-translation-asked =
    • قد تترجم آلة عند جهة أخرى ما تكتبه أنت والموظفون في الطلب، لكن فقط إذا قلت نعم. أنا أسألك أولا.

## Translation

machine-translated = ترجمته آلة. قد تكون فيه أخطاء.
button-original = عرض النص الأصلي
translate-ask = الموظفون يقرؤون الدنماركية. هل يمكن أن تترجم خدمة { $service } ما تكتبه أنت والموظفون في هذا الطلب؟ عندها يتم إرسال كلامكم إلى { $service }. أما الأسماء وأرقام الهاتف والعناوين التي أستطيع التعرف عليها فلا أرسلها.
button-translate = نعم، ترجم
button-do-not-translate = لا، لا تترجم
translate-yes = ما تكتبه أنت والموظفون في الطلب سيترجم من الآن. يمكنك أن تقول لا في أي وقت.
translate-no = ما تكتبه أنت والموظفون في الطلب لن يترجم.
