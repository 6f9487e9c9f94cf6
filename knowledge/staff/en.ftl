# What Nabo says to the staff in their group, in English. da.ftl is the master.

## A case

topic-name = { $urgent ->
        [yes] 🔴 { $number } { $alias } · { $language } · { $category }
       *[no] { $number } { $alias } · { $language } · { $category }
    }
case-head = { $urgent ->
        [yes] 🔴 URGENT. Case { $number }: { $alias }
       *[no] Case { $number }: { $alias }
    }
    Matter: { $category }
    Language: { $language }
    { $named ->
        [yes] Name: { $name }
        [before] The resident's name is in the first message of the case.
       *[no] The resident has not given a name.
    }
    { $promised ->
        [none] No time has been promised: the opening hours are not set.
       *[other] Answer promised by { $promised }
    }
moment = { $date } at { $time }
case-how = Write here and the resident gets it. Lines that begin with // are internal notes. Your words are not translated.
case-words = { $alias } writes:
case-words-none = The resident has asked for a person and will write in a moment.
case-edited = { $alias } has corrected their message:
case-delayed = (waited { $minutes } min in the queue)
case-again = (it may have been sent twice)
case-candidates = Answers that may fit. Press one to send it in the resident's language:
case-taken-up-again = The resident has opened the case again.
case-ended = The resident has ended the case.
case-withdrawn = The resident has withdrawn the case and does not want help.
case-with-bot = The resident is asking Nabo instead. The case is still open.
case-with-staff = The resident writes to you again.
case-blocked = The resident has blocked Nabo. The message did not arrive. The case is paused.
case-failed = The message could not be delivered.
case-claimed = { $name } has taken the case.
case-hand-over-how = Write /give and the name of the colleague, best with @ before it, so that they are told.
case-handed-over = { $name } has handed the case over to { $to }.
case-released = The case is free again.
case-closed = The case is closed. The resident has been told.
case-reopened = The case is open again.
case-set-category = The matter is now: { $category }
case-not-sensitive = Marked as not sensitive.
case-helped-yes = The resident answers: I got help.
case-helped-no = The resident answers: I did not get help.
case-auto-closed = Nobody has written for 7 days. The case is closed and the resident has been told.
case-topic-gone = The topic had been deleted. It has been made again.
case-answer-sent = The answer "{ $title }" has been sent in { $language }.
case-not-possible = That cannot be done now: the case is { $status }.
case-unknown = There is no case here. The command works in a case's topic.
reminder = ⏰ Case { $number } ({ $alias }) has been promised an answer by { $promised }.
overdue = ⚠️ Case { $number } ({ $alias }) should have had an answer by { $promised }. The resident has been told that we are sorry.

button-claim = Take the case
button-release = Let go
button-hand-over = Hand over
button-close = Close
button-reopen = Open again
button-not-sensitive = Not sensitive
button-category = Change matter

status-waiting = waiting
status-claimed = taken
status-parked = paused
status-closed = closed
status-ended = ended by the resident
status-withdrawn = withdrawn

## Commands

command-faq = Send an answer of Nabo's: /faq plan.rent
command-cases = Open cases
command-case = About this case
command-give = Hand the case here over to a colleague: /give @name
command-close = Close this case
command-note = Internal note
command-stats = Figures
command-help = Help
help = Write in a case's topic and the resident gets it. // at the start of a line is an internal note.
    /faq id – send an answer in the resident's language
    /cases – open cases
    /case – about this case
    /close – close this case
    /give name – hand the case here over to a colleague
    /note – internal note
    /fact – see and set facts
    /draft – turn an answer into a draft
    /wedid – write what has been done
    /stats – figures
    /help – this
cases-none = No open cases.
cases-head = { $count ->
        [one] 1 open case:
       *[other] { $count } open cases:
    }
cases-line = { $late ->
        [yes] ⚠️ { $number } { $alias } · { $category } · { $status } · waited { $waited }
       *[no] { $number } { $alias } · { $category } · { $status } · waited { $waited }
    }
waited-minutes = { $count } min
waited-hours = { $count } h
waited-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
faq-unknown = There is no answer called { $id }.
faq-how = Write /faq and the name of the answer, as in /faq plan.rent.
note-kept = 📝 In this group only.
stats = Open cases: { $open }. Waiting for a first answer: { $waiting }. Over time: { $late }. Messages queued: { $queued }.
daily-head = Good morning. Today:
on-call = 🔴 The staff group cannot be reached. Case { $number }, { $category }. Call or go to the resident house and look after the group.
category-unanswered = unanswered question
category-emergency = danger right now
category-self_harm = thoughts of dying
category-violence = violence or control
category-child_at_risk = a child in danger
category-crime = crime
category-mental_health = mental health
category-loneliness = loneliness
category-illness = illness or disability
category-home_condition = state of the home
category-money = money
category-residence = residence
category-conflict = conflict
category-distress = great distress
category-complaint = complaint
category-own_case = own file
category-human = wants a person

## Facts of the estate

command-fact = Set a fact of the estate
fact-how = Set a fact, and the answers follow it in every language at once:
    /fact NAME VALUE – set it. You first see how the answer will read
    /fact NAME – see what it is now, and how it is written
    /fact NAME - – it is not announced
    /fact NAME file – what the file estate.yaml says holds again
fact-names = The names:
    phase – how far the plan has come
    vote.date, vote.time, vote.place, vote.result – the vote
    meeting.date, meeting.time, meeting.place – the next department meeting
    events – coming meetings about the plan
    activities – coming activities
    cafe.lunch_hours, cafe.dinner_days, cafe.dinner_hours, cafe.menu, cafe.menu_date – the café
    contacts.staff.phone, .email, .hours, .place – how to reach you; also contacts.office (property office), contacts.rehousing, contacts.board
    staff_hours.monday to staff_hours.sunday – when you answer
    closed – days on which you are away beside public holidays
    confirmed – when somebody last went through the facts
fact-standing = Set here in the group:
fact-line = { $name }: { $value }
fact-empty = not announced
fact-as-file = as in the file
fact-unknown = There is no fact called { $name }.
fact-meant = There is no fact called { $name }. Did you mean { $meant }?
fact-not-read = That cannot be used for { $name }.
fact-form-date-ahead = Write a date from today on with its year, as in 31.12.2000 or Sunday 31 December 2000. A weekday must fit the date.
fact-form-date-behind = Write a date up to today, as in 31.12.2000 or today.
fact-form-time = Write a time of day, as in 18.30.
fact-form-words = Write it on one line, 150 characters at most. It is shown as you write it in every language.
fact-form-phone = Write the telephone number only, in digits.
fact-form-email = Write the e-mail address only.
fact-form-weekdays = Write weekdays, as in Monday, Wednesday and Friday.
fact-form-dates = Write dates from today on with commas between, as in 24.12.2000, 31.12.2000. They replace those that are there now.
fact-form-spans = Write times, as in 9.00-12.00, 13.00-15.30.
fact-form-happenings = Write a line for each: date and time, comma, what, comma, where. As in 31.12.2000 18.30, Information meeting, Beboerhuset. The lines replace those that are there now.
fact-form-choice = Write one of these: { $choices }
fact-phase-before_vote = before the vote
fact-phase-adopted = adopted
fact-phase-rehousing = rehousing
fact-phase-building = building
fact-phase-finished = finished
fact-phase-rejected = rejected
fact-vote-result-yes = yes
fact-vote-result-no = no
fact-contradicts = The phase and the result of the vote contradict each other. A no fits the phase rejected only, a yes only the phases that follow a yes. Set one of them to - first.
fact-already = { $name } is that already.
fact-proposal = { $name }
    Now: { $before }
    New: { $after }
fact-changes = { $count ->
        [0] No answer will read differently today.
        [one] 1 answer changes. This is how it will read in Danish:
       *[other] { $count } answers change. This is how the first will read in Danish:
    }
fact-stale = That proposal no longer holds. Write /fact again.
fact-refused = { $name } has not been changed.
fact-set = 📌 { $by } has set { $name }.
    Before: { $before }
    Now: { $after }
    The answers follow it in every language from now on.
fact-given-back = 📌 { $by } lets the file hold for { $name }.
    Before: { $before }
    Now: { $after }
button-fact-yes = Yes, set it
button-fact-no = No

## Drafts

command-draft = Turn an answer into a draft
button-draft = Make a draft
draft-offer = Could this answer help others too? Then keep it as a draft. Nabo uses it only once it has been read through, has a source and is there in every language.
draft-made = Draft { $number } has been kept with your answer, without the resident's words. Now write the question in your own words, so that it points to nobody:
    /draft { $number } How ...?
draft-there = Draft { $number } has been kept before.
draft-asked = The question is in draft { $number } now.
draft-unknown = There is no draft { $number }.
draft-failed = The draft could not be kept. Tell whoever runs Nabo.
draft-how = Answer one of your own messages with /draft, and it becomes a draft. Write /draft, the number of a draft and a question on one line to give the draft a question.

## You asked, we did

command-wedid = Write what has been done: /wedid plan.rent ...
did-how = Write what has happened since residents asked. It then stands below the answer:
    /wedid plan.rent Vi har bedt om et møde. – keep the sentence, in Danish
    /wedid plan.rent - – take it away
    Residents in other languages see it once it is translated and put into Nabo's texts.
did-line = { $entry }: { $text }
did-kept = The sentence about { $entry } is kept. Residents who read Danish see it now.
did-removed = The sentence about { $entry } is taken away.
did-none = There is no sentence about { $entry }.
did-fault-unknown = There is no question called { $entry }.
did-fault-empty = There is nothing in it.
did-fault-long = The sentence is too long. { $most } words at most.
did-fault-markup = The sentence must be one line, without codes, brackets or invisible characters.
did-fault-advice = About the vote only what has happened may be said, no advice and no judgement.

## Translation

case-how-translated = Write here in Danish or English: the resident gets it translated by a machine and can see your own words. Lines that begin with // are internal notes.
case-translated = 🤖 Translated by a machine:
case-untranslated = Your message could not be translated. The resident has got it as you wrote it.
case-may-translate = The resident has agreed to machine translation in this case.
case-may-not-translate = The resident does not want machine translation in this case.
