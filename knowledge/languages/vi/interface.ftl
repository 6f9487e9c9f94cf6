# What Nabo says around the answers, in Vietnamese.

## Welcome

welcome = Xin chào! Tôi là Nabo. Trong tiếng Đan Mạch, nabo nghĩa là “hàng xóm”.
    Tôi trả lời các câu hỏi về việc sửa chữa khu nhà, việc chuyển sang nhà khác (genhusning), cuộc bỏ phiếu, quán cà phê và cuộc sống ở { $estate }.
welcome-privacy =
    Tôi là một chương trình máy tính. Tôi không đoán mò. Tôi không lưu những gì bạn viết. Tôi lưu ngôn ngữ của bạn dưới một mã số và đếm câu hỏi mà không kèm tên. Telegram thì tự lưu cuộc trò chuyện của bạn.
    Xem thêm: /privacy
welcome-ask = Hãy viết câu hỏi, hoặc chọn một chủ đề:
choose-language = Chọn ngôn ngữ của bạn:
language-set = Từ giờ tôi viết bằng tiếng Việt. Hãy viết câu hỏi, hoặc chọn một chủ đề:
language-followed = Tôi viết bằng tiếng Việt vì bạn viết tiếng Việt. Đổi ngôn ngữ: /language
language-unknown = Tôi chưa có câu trả lời bằng ngôn ngữ của bạn. Đây là câu trả lời bằng tiếng Việt. Nhân viên có thể giúp bạn thêm.
first-notice = Tôi là Nabo, một chương trình máy tính. Tôi không lưu những gì bạn viết. Đổi ngôn ngữ: /language · Xem thêm: /privacy

## Menu

menu = Hãy chọn một chủ đề, hoặc viết câu hỏi.
topic-menu = { $topic }: bạn muốn biết điều gì?
topic-plan = Sửa chữa khu nhà
topic-vote = Cuộc bỏ phiếu
topic-rehousing = Chuyển nhà (genhusning)
topic-cafe = Quán cà phê
topic-community = Cuộc sống trong khu
topic-help = Giúp đỡ và nhân viên
topic-bot = Về Nabo

## Around an answer

source-agreement = Nguồn: thỏa thuận hợp tác năm 2023, mục { $sections }. Xác nhận lần cuối: { $date }.
source-general = Nguồn: quy định chung của Đan Mạch. Xác nhận lần cuối: { $date }.
source-estate = Nguồn: thông tin từ khu nhà. Xác nhận lần cuối: { $date }.
source-facts = Nguồn của ngày giờ, địa điểm và liên hệ: thông tin từ khu nhà.
source-nabo = Nguồn: cách Nabo được làm ra. Xác nhận lần cuối: { $date }.
source-silent = Các nguồn của chúng tôi không nói gì thêm. Xác nhận lần cuối: { $date }.
unreviewed = Đoạn này chưa có người nói tiếng Việt từ nhỏ đọc lại.
danish-version = Câu trả lời bằng tiếng Đan Mạch:
did = Mọi người đã hỏi, và việc này đã được làm ({ $date }): { $text }
notice-rejected = Cư dân đã bỏ phiếu không đồng ý với kế hoạch. Câu trả lời này nói về kế hoạch đã đem ra bỏ phiếu.
notice-vote-held = Cuộc bỏ phiếu đã diễn ra.
helped-question = Câu trả lời này có giúp được không?
helped-thanks = Tôi rất vui.
helped-sorry = Tôi rất tiếc. Hãy thử viết lại theo cách khác, chọn một chủ đề, hoặc hỏi nhân viên.

## When Nabo is not sure

clarify = Ý bạn là gì? Hãy chọn ở đây, hoặc viết lại theo cách khác:
no-match = Điều này tôi không biết. Tôi không muốn đoán mò. Hãy chọn một chủ đề, hoặc hỏi nhân viên.

## Small talk

smalltalk-greeting = Xin chào! Bạn muốn biết điều gì?
smalltalk-thanks = Không có gì đâu.
smalltalk-goodbye = Tạm biệt, giữ gìn sức khỏe nhé.
smalltalk-ok = Vâng. Muốn biết thêm thì cứ viết nhé.

## A person

person-contact = Có thể liên lạc với nhân viên ở đây:
    { $contact }
person-none = Bạn có thể vào nhà sinh hoạt cộng đồng (beboerhus) và hỏi nhân viên ở đó. Số điện thoại và giờ mở cửa chưa có trong Nabo.
person-not-watched = Tôi là một chương trình máy tính, và không có ai theo dõi cuộc trò chuyện này. Khi khẩn cấp: gọi 112.

contact-phone = Điện thoại: { $value }
contact-email = E-mail: { $value }
contact-hours = Giờ mở cửa: { $value }
contact-place = Địa điểm: { $value }
vote-result-yes = Đồng ý (ja)
vote-result-no = Không đồng ý (nej)

## Buttons (at most 30 characters)

button-topics = Các chủ đề
button-person = Hỏi nhân viên
button-helped-yes = Có
button-helped-no = Không
button-danish = Xem bằng tiếng Đan Mạch
button-none-of-these = Không phải các câu này
button-more = Thêm

## Privacy

privacy = Những gì bạn viết sẽ ra sao?
    • Tin nhắn của bạn được xóa ở đây ngay khi bạn nhận được câu trả lời.
    • Nếu bạn không có hồ sơ ở chỗ nhân viên, tôi lưu ngôn ngữ của bạn, dưới một mã số. Không lưu tên, không lưu số điện thoại.
    • Ngôn ngữ của bạn sẽ được xóa 90 ngày sau tin nhắn cuối cùng, hoặc khi bạn viết /forget.
    • Ngoài bạn ra, không ai xem được câu hỏi của bạn ở đây, trừ khi bạn có hồ sơ ở chỗ nhân viên.
    • Telegram tự lưu cuộc trò chuyện của bạn. Tôi không xóa được phần đó.
forget-done = Đã xóa. Bây giờ tôi không còn lưu ngôn ngữ hay hồ sơ nào của bạn. Cuộc trò chuyện vẫn còn ở Telegram; nếu muốn, hãy xóa trong điện thoại của bạn.
forget-nothing = Tôi không lưu ngôn ngữ hay hồ sơ nào của bạn. Cuộc trò chuyện vẫn còn ở Telegram; nếu muốn, hãy xóa trong điện thoại của bạn.

## Messages Nabo cannot answer

help = Cứ viết câu hỏi theo cách của bạn, viết sai chính tả cũng được.
    /topics – tất cả các chủ đề
    /language – đổi ngôn ngữ
    /privacy – những gì tôi lưu
    /forget – xóa những gì tôi lưu
unsupported = { $kind ->
        [photo] Tôi không xem được hình.
        [voice] Tôi không nghe được âm thanh.
        [video] Tôi không xem được video.
        [document] Tôi không đọc được tập tin.
        [sticker] Hình dán dễ thương quá.
        [location] Tôi không dùng được vị trí.
        [contact] Tôi không lưu danh bạ.
        [poll] Tôi không trả lời được bình chọn trong chat.
       *[other] Tôi không đọc được cái này.
    } Hãy viết câu hỏi bằng chữ, hoặc hỏi nhân viên.
empty = Tôi không thấy chữ nào. Hãy viết câu hỏi, hoặc chọn một chủ đề.
too-long = Tin nhắn này dài quá. Hãy viết câu hỏi ngắn gọn, tốt nhất là một câu thôi.
old-button = Nút này không dùng được nữa. Đây là các chủ đề:
unknown-command = Tôi không biết lệnh này.
slow-down = Tôi nhận được nhiều tin nhắn của bạn. Tôi sẽ trả lời hết, nhưng cần một chút thời gian.
trouble = Có trục trặc ở phía tôi. Hãy thử lại sau ít phút, hoặc hỏi nhân viên.
private-only = Tôi chỉ trả lời khi trò chuyện riêng. Hãy nhắn trực tiếp cho tôi.

## Commands, as Telegram lists them

command-start = Bắt đầu lại
command-help = Trợ giúp
command-language = Đổi ngôn ngữ
command-topics = Tất cả các chủ đề
command-privacy = Những gì tôi lưu
command-forget = Xóa những gì lưu về tôi
bot-description = Trả lời các câu hỏi về sửa chữa khu nhà, chuyển sang nhà khác, cuộc bỏ phiếu và quán cà phê. Tôi không đoán mò. Khi cần, tôi chỉ cách gặp nhân viên.

## In the terminal

terminal-hint = Hãy viết câu hỏi, hoặc số của một nút. Kết thúc bằng Ctrl-D.
terminal-bye = Tạm biệt.

## When a person is needed

urgent-112 = Có ai đang gặp nguy hiểm không? Hãy gọi 112 ngay. Gọi số này miễn phí.
urgent-helplines = Bạn cũng có thể gọi các số này:
helpline-police = Cảnh sát, khi không khẩn cấp: { $number }
helpline-medical = Trợ giúp y tế ngày đêm (vùng thủ đô, Region Hovedstaden): { $number }
helpline-suicide = Livslinien, khi bạn có ý nghĩ muốn chết: { $number }
helpline-violence = Lev Uden Vold, khi bạn bị đánh hoặc bị đe dọa: { $number }
helpline-children = BørneTelefonen, cho trẻ em và thanh thiếu niên: { $number }
urgent-not-watched = Tôi là một chương trình máy tính. Không có ai theo dõi Nabo suốt ngày đêm.
offer-person = Bạn có muốn một nhân viên giúp bạn không?
offer-unanswered = Bạn có muốn tôi gửi câu hỏi của bạn cho nhân viên không? Bạn sẽ nhận câu trả lời ở đây.
offer-how = Bạn tự quyết định có cho họ biết tên hay không. Những gì bạn viết sẽ được gửi đến nhóm của nhân viên trong Telegram.
button-yes-unnamed = Có, không cho biết tên
button-yes-named = Có, cho biết tên tôi
button-no = Không, cảm ơn
offer-declined = Vâng. Lúc nào bạn cũng có thể viết lại cho tôi.

## A case: a resident and the staff

case-opened = Nhân viên đã nhận được hồ sơ của bạn: { $number }.
case-opened-urgent = Tôi đã chuyển chuyện này cho nhân viên, không kèm tên bạn. Hồ sơ của bạn là { $number }.
case-answer-by = Bạn sẽ được trả lời chậm nhất là { $when }.
case-answer-by-unknown = Tôi không thể hứa khi nào họ trả lời. Giờ mở cửa của nhân viên chưa có trong Nabo.
moment = { $time }, { $date }
case-unnamed = Họ không thấy bạn là ai. Họ chỉ thấy { $alias }.
case-named = Họ thấy tên của bạn.
case-write-now = Bây giờ bạn hãy viết xem có chuyện gì. Mọi điều bạn viết sẽ được gửi cho nhân viên.
case-writing = Từ giờ, mọi điều bạn viết sẽ được gửi cho nhân viên.
case-withdrawn = Hồ sơ đã được rút lại. Nhân viên được báo là bạn không muốn được giúp thêm.
case-bot-mode = Bây giờ tôi, Nabo, lại trả lời bạn. Hồ sơ của bạn ở chỗ nhân viên vẫn còn mở.
case-staff-mode = Bây giờ những gì bạn viết lại được gửi cho nhân viên.
case-from-staff = Nhân viên trả lời:
case-from-staff-again = Nhân viên trả lời (có thể tin này được gửi hai lần):
case-late = Nhân viên vẫn chưa trả lời, dù đã hứa. Chúng tôi xin lỗi bạn. Họ đã được nhắc lại. Hồ sơ { $number }.
case-closed = Hồ sơ { $number } đã đóng. Nếu còn chuyện gì nữa, hãy viết cho tôi.
case-closing-soon = Đã 7 ngày chúng ta không viết cho nhau. Vì vậy hồ sơ { $number } đã đóng. Bạn có thể mở lại hồ sơ này.
case-helped = Bạn đã được giúp chưa?
case-ended-by-you = Bạn đã đóng hồ sơ { $number }.
case-reopened = Hồ sơ { $number } đã mở lại. Mọi điều bạn viết sẽ được gửi cho nhân viên.
case-too-many = Bạn đang có một hồ sơ chưa đóng: { $number }. Cứ viết ở đây, tôi sẽ gửi cho nhân viên.
case-edited = Nhân viên đã sửa lại:
case-media-unsupported = Cái này tôi không chuyển đi được. Hãy viết bằng chữ, hoặc gửi hình, tập tin hay tin nhắn thoại.
button-withdraw = Rút lại
button-ask-nabo = Quay lại hỏi Nabo
button-back-to-case = Quay lại hồ sơ
button-end-case = Đóng hồ sơ
button-reopen = Mở lại hồ sơ
button-send-question = Gửi câu hỏi cho nhân viên

## What is stored about you

mydata = Đây là những gì được lưu về bạn:
mydata-language = • ngôn ngữ của bạn: { $language }
mydata-case = • một hồ sơ: { $number }, { $alias }
mydata-nothing = Không lưu ngôn ngữ hay hồ sơ nào của bạn.
mydata-forget = Muốn xóa, hãy viết: /forget
forget-case = Hồ sơ { $number } của bạn cũng đã được xóa ở đây. Nhân viên không còn viết cho bạn được nữa.
forget-copies = Những gì bạn viết đã được xóa trong nhóm của nhân viên, tin nào xóa được thì đã xóa.
command-mydata = Xem những gì lưu về tôi
command-person = Hỏi nhân viên
privacy-counting =
    • Tôi đếm có bao nhiêu người hỏi về điều gì, không kèm lời bạn viết, tên hay số điện thoại. Để chỉ đếm bạn một lần, tôi lưu một mã số và xóa mã đó sau ngày Chủ nhật. Lệnh /forget không xóa mã này sớm hơn.
privacy-cases =
    • Nếu bạn có hồ sơ ở chỗ nhân viên, họ thấy những gì bạn viết. Họ chỉ thấy tên bạn nếu bạn đồng ý. 30 ngày sau khi hồ sơ đóng, hồ sơ được xóa ở đây.
privacy-translation-own =
    • Những gì bạn và nhân viên viết trong hồ sơ có thể được máy dịch. Việc này làm trên máy tính của khu nhà, không gửi cho ai khác.
privacy-translation-asked =
    • Những gì bạn và nhân viên viết trong hồ sơ có thể được máy của công ty khác dịch, nhưng chỉ khi bạn đồng ý. Tôi hỏi bạn trước.

## Translation

machine-translated = Do máy dịch. Có thể có lỗi.
button-original = Xem bản gốc
translate-ask = Nhân viên đọc tiếng Đan Mạch. { $service } có được dịch những gì bạn và nhân viên viết cho nhau trong hồ sơ này không? Khi đó lời của hai bên được gửi đến { $service }. Tôi không gửi tên, số điện thoại và địa chỉ mà tôi nhận ra được.
button-translate = Có, hãy dịch
button-do-not-translate = Không, đừng dịch
translate-yes = Những gì bạn và nhân viên viết trong hồ sơ này từ giờ được dịch. Bạn có thể nói không bất cứ lúc nào.
translate-no = Những gì bạn và nhân viên viết trong hồ sơ này không được dịch.
