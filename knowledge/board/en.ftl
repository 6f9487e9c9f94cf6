# What the board reads, in English. The Danish file beside it is the master.

## Names

row-sensitive = Sensitive matters in all
row-other = Other
outcome-answered = Answered at once
outcome-asked-back = Nabo asked back
outcome-handed-over = Passed on to a member of staff
outcome-not-answered = Nabo had no answer
outcome-did-not-help = The answer did not help
language-others = Other languages
language-group = Group: { $names }
week = week { $first }
weeks = weeks { $first }-{ $last }
weeks-long = { $weeks }, { $year }
weeks-over-years = { $first }, { $year } to { $last }, { $lastyear }
few = too few

## The report

report-title = What residents ask about
report-none = There are no figures yet. The first come when a week is over and so many have asked that nobody can be recognised.
report-counted = Figures are residents a week, not messages, made a little inexact. Nobody can be recognised.
report-few = "Too few": the figure could give away who has asked. It is not shown later either.
report-blurred = Figures are made a little inexact on purpose, each on its own, so that nobody can be recognised: they are mostly within 4 of the real number. That is why they do not always add up.
report-made = Made on { $date } by Nabo.
report-merged = A bar in place of a point is several quiet weeks put together.
heading-short = In short
heading-topics = Topics week by week
heading-topic = { $topic } week by week
heading-languages = Languages
heading-unanswered = What Nabo could not answer
heading-outcomes = How it went
heading-punctuality = Answers in time
heading-entries = Questions
heading-changes = Answers changed since
heading-figures = The figures behind the picture
heading-residents = Residents who asked
note-topics = Each box is a topic. All boxes have the same scale. Hatched weeks: too few.
note-languages = Small languages are put together so that nobody can be recognised.
note-unanswered = Residents who asked something that Nabo has no answer to.
note-outcomes = A resident may count in several places.
note-entries = The questions that enough residents asked in the latest week for the figure to be shown.
note-punctuality = The height is cases due an answer in the four weeks. The dark part got it by the promised time.
unit-residents = residents
newest-rows = The newest { $count } lines. All are in the report as .html or .csv.
none-shown = No figures can be shown.
unit-cases = cases
column-weeks = Weeks
column-table = Table
column-row = Row
column-first = From
column-last = To
column-figure = Figure
column-all = In all
column-due = Due an answer
column-in-time = Answered in time
column-question = Question
in-time-of = { $intime } of { $due }
highest = at most { $count }
nothing-in-time = No cases were due an answer, or too few to be shown.

## Sentences

said-up = { $what }: more residents ask. { $now } in { $period } against { $before } before.
said-down = { $what }: fewer residents ask. { $now } in { $period } against { $before } before.
said-up-hidden = { $what }: more residents ask. { $count } in { $period }, too few to show before.
said-down-hidden = { $what }: fewer residents ask. Too few to show in { $period } against { $count } before.
said-level = { $what }: about as before, { $now } in { $period }.
said-few = { $what }: too few to say.
said-calm = No topic has clearly risen or fallen.
said-most = Most asked about { $what }: { $count } residents in { $period }.
said-all-few = Too few have asked for anything to be said about single topics.
said-residents = { $count } residents asked in { $period }.
said-residents-few = Too few asked in { $period } for the figure to be shown.
said-in-time = Answers in time: { $intime } of { $due } cases in the period.
said-in-time-partly = Answers in time: { $intime } of { $due } cases, without the weeks that had too few.
said-in-time-few = Answers in time: too few cases to say.
said-unanswered = Nabo most often lacked an answer about { $what }: { $count } residents in { $period }.
said-unanswered-few = What Nabo could not answer: too few to say.
said-changes = { $count ->
        [0] No answer was changed in the period.
        [one] One answer was changed in the period.
       *[other] { $count } answers were changed in the period.
    }

## In Telegram

trends-none = There are no figures yet. The first come when a week is over and enough have asked.
board-link = The figures with filters and tables:
    { $link }
    The link works for 24 hours and is for the board only. Do not pass it on. /board off closes all links.
board-off = All links are closed. /board gives a new one.
board-no-address = The web page is not switched on. Set NABO_PUBLIC_ADDRESS to the address at which Nabo can be reached.
board-help = /trends shows the figures as a picture. /board gives a link to the page with all figures. /board off closes all links.
    On the first working day of each month the report comes here by itself.
monthly-report = The month's report
monthly-again = The month's report (perhaps sent twice)
report-file = report
command-trends = What residents ask about, as a picture
command-board = Link to the page with all figures
command-help = What Nabo can do here

## On the web

page-title = { $heading } - Nabo for the board
page-overview = Overview
page-topic = A topic
page-languages = Languages
page-punctuality = Answers in time
page-unanswered = Not answered
page-did = You asked, we did
page-skip = Go to the content
page-pages = Pages
page-filter = Choose
page-weeks = Number of weeks
page-weeks-of = { $count } weeks
page-weeks-all = All weeks
page-topic-choice = Topic
page-language = Language of the page
page-show = Show
page-leave = Close the page
page-left = The page is closed on this device.
refused-title = The link does not work
refused-words = The link is too old, has been closed, or was not copied in full. Write /board in the board's group in Telegram to get a new one. A link works for 24 hours.
page-missing = There is no such page
page-missing-words = Go back to the overview.
chart-text = Picture. The same figures are in the table below.

## You asked, we did

did-explain = Write what has been done after residents asked. The sentence stands below the answer when somebody asks about the same.
did-danish = Write in Danish. Residents in other languages see the sentence once it has been translated and put in by whoever looks after Nabo's texts.
did-question = Question
did-text = What has been done?
did-save = Keep the sentence
did-drafts = Sentences of the board and the staff
did-none = There are none yet.
did-kept = The sentence is kept. Residents who read Danish see it now.
did-removed = The sentence is taken away.
did-remove = Take the sentence away
did-curated = Translated
did-waiting = Not translated
did-fault = The sentence is not kept: { $fault }
did-fault-unknown = There is no question of that name.
did-fault-empty = There is nothing in it.
did-fault-long = It is too long. { $most } words at most.
did-fault-markup = It must not hold codes, brackets or invisible characters.
did-fault-advice = About the vote only what has happened may be said, no advice and no judgement.
did-fault-stale = The page was too old. Try again.
