namespace MonitoringReturns.Local.Demo.EarlyHelp.Words;

internal static class WickfoldWords
{
    public static readonly QuarterWords?[] Quarters =
    [
        new(
            "We have a room in each of the three schools, with a door that shuts and a kettle. It took a term to get them and is worth more than any leaflet.",
            "Parents who work shifts can't come in school hours. We saw mothers, and hardly any fathers.",
            Help: "Leave to use one school after six. The caretaker is willing and the insurance is not."),
        new(
            "The evening hour at St Osyth's began in September, with soup. Seven fathers came to the second one, which is seven more than all of last year.",
            "August was empty. Our whole service hangs on school gates, and they were shut.",
            Health: "A request, meant for our health partners: please put our number into the letter that follows a missed appointment. Most families we meet have had three.",
            Safeguarding: "A disclosure at the end of term, written here for the safeguarding lead's eyes. The school and we rang within the hour, and the two calls were not joined up until the next day."),
        new(
            "In the two schools that remain we see children sooner, often in the week that a teacher first worries. The new head at Millbank has made us part of her Monday meeting.",
            "The largest of our three schools left the scheme in October, to buy in a counsellor of its own. We were told by e-mail, and so were the families.",
            Help: "A meeting with the council about the profile. It was agreed for three schools, and we have two. We don't want to spend a year explaining that.",
            Why: "One of our three schools left in October, and its children with it. It would help to agree a new profile."),
        new(
            "We followed up all of the children of the school that left, by post and at the swimming pool. Eleven families came over to us of their own accord.",
            "Some of them did not, and we know of two who have nobody now. That weighs on the team more than the numbers do.",
            Story: "A boy of seven bit people. It was what everyone knew about him. It turned out that he could not hear in a noisy room and had been guessing all day. He has grommets now, " +
                   "and a front seat, and a reputation to live down, which he does with charm.",
            Health: "That boy's hearing test took nine weeks to book: we say it in sorrow, for our health partners. The test itself took ten minutes.",
            Safeguarding: "Two referrals came back as not meeting the threshold, and we say for the safeguarding lead's eyes that we still do not agree on one of them. We keep seeing the child.",
            Why: "We still work in two schools and not in three. The new profile is agreed and starts in April."),
        new(
            "The new profile fits. For the first time we plan a quarter by what families need, not by what would look right.",
            "We were slow to ask about care leavers. Most of those we meet are pupils, and the few who qualify are somebody's older brother.",
            Help: "Somebody at the leaving care team whom we can ring. We found the number of a person who retired."),
        new(
            "Two mornings a week in the library kept us open through August. Eleven families came who had never been to anything of ours.",
            "The library has no private room, and some talks had to be had on a bench outside.",
            Health: "The library mornings brought us babies, and so a message for our health partners: a health visitor for one hour in the month would be used from end to end.",
            Safeguarding: "A parent in distress at the library, told here for the safeguarding lead's eyes: our worker stayed four hours, the crisis team came, and the children slept at their grandmother's."),
        new(
            "Attendance at Millbank is the best in six years, and the head gives us half of the credit. We would say a quarter, and the new bus the rest.",
            "We can't yet count kinship families: our forms ask who has parental responsibility, not who does the bringing up. That changes in January.",
            Story: "Two sisters shared one pair of school shoes and took turns. Nobody had noticed, because one of them was always ill. The shoes cost twenty-two pounds. Finding out took " +
                   "a worker who sat on the floor and looked at feet."),
        new(
            "Our forms now ask who brings up the child, and we found four families of grandparents whom we had known for a year without knowing that.",
            "Since the summer families have waited some three weeks, because we would not turn any away who have nobody else.",
            Help: "One more day of a worker. Since the profile was changed we have been asked for more than we planned.",
            Health: "In closing, for our health partners: the letters after missed appointments now carry our number, and six families came by them. Thank you.",
            Safeguarding: "No new pattern in this quarter's concerns. One remark for the safeguarding lead's eyes: the new out-of-hours number was tried twice, and answered twice."),
    ];
}
