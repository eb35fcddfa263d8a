namespace MonitoringReturns.Local.Demo.GrantAid.Words;

/// <summary>An outcome that awards can agree to, and what is told of it.</summary>
/// <param name="Indicator">Null where it is told in words only.</param>
/// <param name="Share">Per cent of the people helped for whom it usually happens.</param>
/// <param name="Happened"><c>{n}</c> stands for the people for whom it happened.</param>
internal sealed record OutcomeWords(string Id, string Title, string Planned, string? Indicator, int Share, string[] Happened)
{
    public static OutcomeWords Of(string id) => All.Single(outcome => string.Equals(outcome.Id, id, StringComparison.Ordinal));

    private static readonly OutcomeWords[] All =
    [
        new("company", "Older people have company", "Members who live alone see or hear from somebody every week and say that they feel less alone.", "less-alone", 62,
        [
            "{n} people who live alone told us that they feel less alone than when they came to us. For most it is one person who makes the difference.",
            "We count {n} who now have somebody to ring. Several ring each other and no longer us, which is how it should be.",
            "Friendships formed between {n} people who had known nobody. They save each other seats.",
            "Of those we asked, {n} said that the week has a shape again.",
            "{n} people have company each week who had none. Eleven of them have begun to visit others.",
            "We had aimed higher. {n} feel less alone, but some who are shy left before they had settled.",
        ]),
        new("at-home", "People manage at home", "People stay well and safe in their own homes, with small help early.", "managing-at-home", 34,
        [
            "With a rail here and a bill paid there, {n} people manage at home who were close to not managing.",
            "We put {n} people in touch with help they did not know of: alarms, adaptations, the allowance.",
            "{n} came home from hospital to a warm house and a full fridge.",
            "For {n} people things at home are easier than they were; we asked each what was hardest and began there.",
            "Hearing, seeing and getting up the step: {n} people have one of them back.",
        ]),
        new("eating", "People eat well", "Nobody who comes goes without a hot meal on a day that we are open, nor on the day after.", null, 0,
        [
            "Everybody had a hot meal on every day we opened, and took one home. The cook has stopped asking who is still hungry, because they tell her.",
            "We changed the menu after asking. More fish, less custard, and plates come back empty.",
            "Several had been living on toast. They now cook for themselves once a week from a bag that we send home with them.",
        ]),
        new("confidence", "People grow in confidence", "Those who take part try things that they would not have tried before, and can say what changed.", null, 0,
        [
            "More of them speak up: in the group, at school, on the telephone. Four spoke to the mayor and were not impressed.",
            "Confidence shows in small things, such as who makes the tea and who says no.",
            "Nine took on a job in the group, from keeping the register to leading a session.",
            "Two who never came without a parent now come by bus.",
            "Several have moved on to something harder, which was the plan, and come back to tell us how it went.",
            "They performed, played or rode in front of others, most for the first time.",
        ]),
        new("learning", "Young people do better at school", "Members stay in school or training, and get help before they fall behind.", "work-or-learning", 22,
        [
            "{n} young people are back in lessons or caught up, by their school's own word.",
            "We helped {n} with homework, with a teacher or with getting up. The last matters most.",
            "{n} stayed in school or training who might not have.",
            "School attendance is better for {n}, and for three it is worse, which we are working on.",
        ]),
        new("belonging", "People belong", "People of different ages and backgrounds know each other, and feel that this place is theirs too.", null, 0,
        [
            "People who would never have met now argue about who brings the cake.",
            "New families were met at the door by those who were new last year.",
            "Three members stood for the committee, and for the first time there had to be a vote.",
            "We held one event with the mosque and one with the bowls club. At the second, somebody suggested doing both at once.",
            "It grew slowly, and then in one afternoon: the day the power went, and nobody went home.",
        ]),
        new("appointments", "People reach their appointments", "Nobody on our routes misses treatment for want of a way to get there.", null, 0,
        [
            "We refused 14 requests for lack of a driver, fewer than before, and found another way for most of them.",
            "No regular passenger missed treatment because of us. Three clinics moved at short notice and we moved too.",
            "Journeys got longer, as clinics move further out, and people still arrived in time.",
        ]),
        new("out-and-about", "People get out", "People who can't use a bus get to shops, friends and clubs at least once a week.", "less-alone", 45,
        [
            "{n} passengers now get out for something other than an appointment.",
            "For {n} people ours is the only outing in the week. We try to make it one.",
            "{n} told us that they see friends again. The shopping run takes longer each week, because of the talking.",
        ]),
        new("active", "People are more active", "People who did little or no exercise are active for an hour or more a week after three months.", "more-active", 48,
        [
            "=we grew: one group became three, and {n} people are active each week who were not before.",
            "{n} people now move for an hour a week or more. Some do it without us, on the other days.",
            "After twelve weeks {n} were still at it. The others told us why not, and for half of them it was the time of day.",
            "{n} have kept going through the whole half-year, weather and all.",
            "By their own account {n} people sleep better, puff less and have been told off by fewer nurses.",
        ]),
        new("calmer", "People feel better in themselves", "People have better wellbeing after three months, by a scale that they fill in themselves.", "better-wellbeing", 41,
        [
            "On the scale {n} people moved up by three points or more. A few moved down and we are close to them.",
            "{n} say that the bad days are fewer. Nobody says that they are gone.",
            "{n} people feel better than when they came; for most it took longer than the three months that we wrote in the plan.",
            "We have scores for {n} whose wellbeing is better. Not everybody likes forms, so there are more whom we can't show.",
            "For {n} things have turned. They use words such as sleep, appetite and Tuesday.",
        ]),
        new("better-off", "People are better off", "People get what they are entitled to, and have debts that they can pay or need not pay.", "better-off", 52,
        [
            "{n} households are better off, by £38 a week on average, where we know the result.",
            "Debts were written off, cut or put on terms that can be kept for {n} people.",
            "{n} people gained a benefit, a refund or a fair bill. The largest single gain was £11,260, the smallest £9, and the smallest was the happiest.",
            "We won or settled most of what we took on: {n} are better off than when they came.",
        ]),
        new("housing", "People keep their homes", "Tenants threatened with losing their home keep it, or move to another without a night on somebody's floor.", null, 0,
        [
            "Nearly all who came before the court date kept their home. Those who came after it mostly did not, so we now leave cards at the court.",
            "Landlords return our calls more often than they did, since two of them lost.",
            "Eight families moved in good order to somewhere better. One is still in a hotel, and we ring about it every day.",
        ]),
        new("work", "People move towards work", "People take up work, volunteering or a course, and are still there after three months.", "work-or-learning", 16,
        [
            "{n} started a job, a course or volunteering, and most are still there.",
            "{n} people took a step: for some a job, for others the first morning of a course.",
            "Employers rang us for once. {n} people moved on into work or learning.",
            "{n}, which is short of what we had hoped. Two started, stopped, and will start again.",
        ]),
    ];
}
