namespace MonitoringReturns.Local.Demo.SharedCommissions.Words;

internal sealed partial record AreaWords
{
    public static AreaWords Employment { get; } = new(
        Progress:
        [
            "{n} in all. {most} did best, {least} worst, and we know why only for the first.",
            "{n}. Small numbers, each of them hard won.",
            "Of the {n}, half had been out of work for over five years.",
            "{n}, fewer than planned; several have a date to start next month.",
            "{most} has an employer who takes our word. We need one in {least}.",
            "{n} whom we could reach afterwards. Some jobs ended with the season, and we did not count those.",
        ],
        Overall:
        [
            "People come to us with more to carry than the plan had thought of.",
            "We met everybody within a week, which is the one figure wholly in our hands.",
            "Employers ask for weekends, and people with children can't give them.",
            "Much of the quarter went into trust, of which there is no column.",
            "Fewer were sent by the job centres since their own programme began.",
            "Those who did start, stayed.",
            "More of the work is now with health than with vacancies.",
            "We begin to see where the plan was wrong, and it is the same place each quarter.",
        ],
        WentWell:
        [
            "A bakery took four people and asked for more.",
            "Practice interviews with real managers, who learned as much as we did.",
            "The course in the evening, with a crèche, was full.",
            "A doctor's surgery lets us sit in its waiting room on Thursdays.",
            "Two former members run the coffee morning now.",
            "The certificate for working on building sites, in three days and without a fee.",
            "Fares paid on the day: nobody missed an interview for want of a ticket.",
            "We helped seven people to stay in work, which nobody counts.",
        ],
        DidNot:
        [
            "Half of those who were sent to us never came.",
            "Jobs came without a living wage, and we don't count those.",
            "Our tutor was ill and the course was put off.",
            "A large employer withdrew a week before the start.",
            "People moved borough in mid-course because their housing did.",
            "Papers from earlier jobs could not be found, so some can't be counted.",
            "The job centres' own programme takes those nearest to work.",
        ],
        Plan:
        [
            "Ask ten employers for one place each and not one for ten.",
            "Move the course to where the buses go.",
            "Meet each person's work coach once.",
            "Begin with health and come to vacancies second.",
            "A small group for those who have been with us for a year.",
            "Speak with the lead body about the profile.",
            "Follow up everybody who began work in the last half-year.",
        ],
        WouldHelp:
        [
            "A profile that counts how far people have come, and not only whether they start.",
            "Boroughs that offer places themselves: each is a large employer.",
            "Referrals from housing teams. We have had five in a year.",
            "Childcare for the first month in work, before the wages come.",
            "A talk about what is possible with the people who are sent to us.",
        ],
        BelowProfile:
        [
            "The plan rested on referrals from job centres that now keep them. Referrals from the boroughs' own teams would help.",
            "Most people need a year and the plan gives them three months. We ask to speak about the profile.",
            "The work we find pays less than the London Living Wage, so it does not count. Places in the boroughs themselves would help.",
            "Our course ran once in place of twice. A second tutor has been found.",
            "People are ill more often than we had planned for. A health worker for two days a week would help.",
            "We can't reach all who left, so we can't count them. Leave to ask employers would help.",
            "Employers stopped taking people on. We keep those who wait in practice, and hope for the autumn.",
        ],
        Stories:
        [
            "{name} had been told by four programmes to be more positive. We asked what the night shift had been like. From there it took eight months to a day shift in {borough}, with a locker and a name on it.",
            "{name} left care at eighteen with a bin bag and no reference. A garage in {borough} let {name} sweep for a week, then hold a spanner. The reference is from the garage.",
            "The certificate hangs in {name}'s kitchen in {borough}, between a calendar and a child's drawing of a crane. The crane is the one {name} drives.",
            "{name} turned down the job. The hours would have meant no bedtime with the children. The employer in {borough} thought for a week and moved the hours.",
        ]);
}
