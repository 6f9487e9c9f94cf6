# What Nabo says around the answers, in English.

## Welcome

welcome = Hello! I am Nabo, which means neighbour.
    I answer questions about the renovation, rehousing (genhusning), the vote, the café and life in { $estate }.
welcome-privacy =
    I am a program. I do not guess. I do not keep what you write. I keep your language, under a code, and count questions without names. Telegram keeps your chat itself.
    More: /privacy
welcome-ask = Write your question, or choose a topic:
choose-language = Choose your language:
language-set = I now write in English. Write your question, or choose a topic:
language-followed = I now write in English because you do. Change language: /language
language-unknown = I do not have answers in your language yet. Here is the answer in English. A member of staff can help you further.
first-notice = I am Nabo, a program. I do not keep what you write. Change language: /language · More: /privacy

## Menu

menu = Choose a topic, or write your question.
topic-menu = { $topic }: what do you want to know?
topic-plan = The renovation
topic-vote = The vote
topic-rehousing = Rehousing (genhusning)
topic-cafe = The café
topic-community = Life in the area
topic-help = Help and staff
topic-bot = About Nabo

## Around an answer

source-agreement = Source: the cooperation agreement of 2023, section { $sections }. Last confirmed { $date }.
source-general = Source: general Danish rules. Last confirmed { $date }.
source-estate = Source: information from the estate. Last confirmed { $date }.
source-facts = Source for dates, places and contacts: information from the estate.
source-nabo = Source: how Nabo is made. Last confirmed { $date }.
source-silent = Our sources say no more than this. Last confirmed { $date }.
unreviewed = No native speaker of English has checked this text yet.
danish-version = The answer in Danish:
did = You asked, and this was done ({ $date }): { $text }
notice-rejected = The residents voted no to the plan. This answer is about the plan they voted on.
notice-vote-held = The vote has been held.
helped-question = Did this help?
helped-thanks = I am glad.
helped-sorry = I am sorry. Try to write it in another way, choose a topic, or ask a person.

## When Nabo is not sure

clarify = What do you mean? Choose here, or write it in another way:
no-match = I do not know that. I do not want to guess. Choose a topic, or ask a person.

## Small talk

smalltalk-greeting = Hello! What would you like to know?
smalltalk-thanks = You are welcome.
smalltalk-goodbye = Goodbye, and take care.
smalltalk-ok = Good. Write if you want to know more.

## A person

person-contact = You can reach a member of staff here:
    { $contact }
person-none = You can go to the resident house (beboerhus) and ask the staff there. The telephone number and opening hours are not in Nabo yet.
person-not-watched = I am a program, and nobody watches this chat. In an emergency: call 112.

contact-phone = Telephone: { $value }
contact-email = E-mail: { $value }
contact-hours = Open: { $value }
contact-place = Place: { $value }
vote-result-yes = Yes
vote-result-no = No

## Buttons (at most 30 characters)

button-topics = Topics
button-person = Ask a person
button-helped-yes = Yes
button-helped-no = No
button-danish = See in Danish
button-none-of-these = None of these
button-more = More

## Privacy

privacy = What happens to what you write?
    • Your message is deleted here as soon as you have your answer.
    • Without a case I keep your language, under a code. Not your name, not your number.
    • Your language is deleted 90 days after your last message, or when you write /forget.
    • Nobody but you can see your questions here, unless you have a case with the staff.
    • Telegram keeps your chat itself. I cannot delete that.
forget-done = Deleted. I no longer have your language or any case of yours. Your chat is still with Telegram; delete it on your phone if you wish.
forget-nothing = I have not stored your language, and there is no case of yours. Your chat is with Telegram; delete it on your phone if you wish.

## Messages Nabo cannot answer

help = Write your question in your own words; spelling mistakes are fine.
    /topics – all topics
    /language – change language
    /privacy – what I keep
    /forget – delete it
unsupported = { $kind ->
        [photo] I cannot see pictures.
        [voice] I cannot hear sound.
        [video] I cannot watch videos.
        [document] I cannot read files.
        [sticker] That is a nice sticker.
        [location] I cannot use a location.
        [contact] I do not keep contacts.
        [poll] I cannot answer a poll.
       *[other] I cannot read that.
    } Write your question in words, or ask a person.
empty = I cannot see any words. Write your question, or choose a topic.
too-long = That is a long message. Please write your question briefly, in one sentence if you can.
old-button = That button no longer works. Here are the topics:
unknown-command = I do not know that command.
slow-down = I have had many messages from you. I will answer all of them, but it takes a little time.
trouble = Something went wrong on my side. Try again in a moment, or ask a person.
private-only = I only answer in private chats. Please write to me directly.

## Commands, as Telegram lists them

command-start = Start again
command-help = Help
command-language = Change language
command-topics = All topics
command-privacy = What I keep
command-forget = Delete what you keep
bot-description = Answers about the renovation, rehousing, the vote and the café. I do not guess. I show you how to reach a person when you want one.

## In the terminal

terminal-hint = Write a question, or the number of a button. End with Ctrl-D.
terminal-bye = Goodbye.

## When a person is needed

urgent-112 = Is anyone in danger? Call 112 now. It is free.
urgent-helplines = You can also call here:
helpline-police = The police, when it is not urgent: { $number }
helpline-medical = Medical help day and night (Capital Region): { $number }
helpline-suicide = Livslinien, if you have thoughts of dying: { $number }
helpline-violence = Lev Uden Vold, if someone hits or threatens you: { $number }
helpline-children = BørneTelefonen, for children and young people: { $number }
urgent-not-watched = I am a program. Nobody watches Nabo day and night.
offer-person = Would you like a member of staff to help you?
offer-unanswered = Shall I send your question to a member of staff? You will get the answer here.
offer-how = You decide whether they may know your name. What you write is sent to the staff's group in Telegram.
button-yes-unnamed = Yes, without my name
button-yes-named = Yes, with my name
button-no = No thanks
offer-declined = All right. You can always write to me again.

## A case: a resident and the staff

case-opened = Your case is now with the staff: { $number }.
case-opened-urgent = I have passed this on to the staff, without your name. Your case is { $number }.
case-answer-by = You will get an answer no later than { $when }.
case-answer-by-unknown = I cannot promise when they will answer. The staff's opening hours are not in Nabo yet.
moment = { $date } at { $time }
case-unnamed = They cannot see who you are. They only see { $alias }.
case-named = They can see your name.
case-write-now = Now write what it is about. Everything you write goes to the staff.
case-writing = Everything you write now goes to the staff.
case-withdrawn = The case has been withdrawn. The staff will be told that you do not want more help.
case-bot-mode = Now I, Nabo, answer again. Your case with the staff is still open.
case-staff-mode = What you write now goes to the staff again.
case-from-staff = Answer from a member of staff:
case-from-staff-again = Answer from a member of staff (it may have been sent twice):
case-late = The staff have not answered yet, although it was promised. We are sorry. They have been reminded. Case { $number }.
case-closed = Case { $number } is closed. Write to me if there is more.
case-closing-soon = We have not written to each other for 7 days, so case { $number } is now closed. You can open it again.
case-helped = Did you get help?
case-ended-by-you = You have ended case { $number }.
case-reopened = Case { $number } is open again. Everything you write goes to the staff.
case-too-many = You already have an open case: { $number }. Write here, and it goes to the staff.
case-edited = Corrected by the member of staff:
case-media-unsupported = I cannot pass that on. Write it in words, or send a picture, a file or a voice message.
button-withdraw = Undo
button-ask-nabo = Ask Nabo instead
button-back-to-case = Back to the case
button-end-case = End the case
button-reopen = Open the case again
button-send-question = Pass my question on

## What is stored about you

mydata = This is stored about you:
mydata-language = • your language: { $language }
mydata-case = • a case: { $number }, { $alias }
mydata-nothing = Your language is not stored, and there is no case of yours.
mydata-forget = Delete it: /forget
forget-case = Your case { $number } is deleted here too, and the staff can no longer write to you.
forget-copies = What you wrote has been deleted in the staff's group, where that was possible.
command-mydata = See what is stored about me
command-person = Ask a person
privacy-counting =
    • I count how many people ask about what: without your words, your name or your number. So that you are counted only once, I keep a code, which is deleted after Sunday. /forget does not delete it earlier.
privacy-cases =
    • If you get a case with the staff, they see what you write. They see your name only if you say yes. The case is deleted here 30 days after it is closed.
privacy-translation-own =
    • What you and the staff write in a case may be translated by a machine: on the estate's own computers, not by anyone else.
privacy-translation-asked =
    • What you and the staff write in a case may be translated by another company's machine, but only if you say yes. I ask you first.

## Translation

machine-translated = Translated by a machine. There may be mistakes.
button-original = See the original
translate-ask = The staff read Danish. May { $service } translate what you write to each other in this case? Your words are then sent to { $service }. I leave out names, telephone numbers and addresses that I can recognise.
button-translate = Yes, translate
button-do-not-translate = No, do not translate
translate-yes = What you write to each other in the case is now translated. You can say no at any time.
translate-no = What you write to each other in the case is not translated.
