namespace MonitoringReturns.Local.Demo.EarlyHelp.Words;

internal static class HarrowmeadWords
{
    public static readonly QuarterWords?[] Quarters =
    [
        new(
            "All three teams started on time, and Tiller Street's play sessions filled within a fortnight. Head teachers rang us before we had rung them.",
            "The referral form was too long. A third of the families gave up on page two, and we found that out only when one of them told us.",
            Trust: "A boy of nine came to Tiller Street and said nothing for five weeks. He built the same den each time and took it down again. In the sixth week he asked a " +
                   "volunteer to hold the other end of the rope. His grandmother cried when we told her, and allowed it to be told to the trust alone.",
            Health: "A note for our health partners: two surgeries in the north send us a family a week, and the other five none. We would gladly come to a practice meeting."),
        new(
            "The summer scheme ran for five weeks and cost less than planned, because Osier Vale lent us their hall. Young carers made the lunch and the rules.",
            "Staff holidays and school holidays are the same weeks. Families with no school to send them simply dropped out of sight until September.",
            Help: "The schools' list of families to keep an eye on over the summer, in June and not in September.",
            Safeguarding: "Two concerns came up in the summer scheme, for the safeguarding lead's eyes: both were seen the same day, and one was already known to a social worker."),
        new(
            "The shorter referral form is out and nobody has given up on it since. Our Tuesday clinic for parents of teenagers has a waiting list, which we take as praise.",
            "One of our workers left in October and the post stood empty for seven weeks. The others took on her families, and it shows in how tired they are.",
            Story: "Leah, as we call her, is twelve and looks after two brothers. She came for the pizza. By November she had told a worker that she had not slept through a night " +
                   "since Easter. Her school now knows, her aunt comes on Thursdays, and Leah goes to bed.",
            Trust: "One of the mothers who came to us in spring now opens the hall on Mondays. She has her own key on a red ribbon. She says nobody had trusted her with a key since she " +
                   "was in care. She wanted that told to the trust alone, because her neighbours do not know.",
            Health: "The list for speech therapy is a year long, and that is the first thing we want to say for our health partners to hear. Parents think that we are the queue."),
        new(
            "Of those who finished, nearly four in five improved, more than in any quarter before. Measuring at the start and at the end has become a habit, not a chore.",
            "Two families moved away without a word, and one partner's laptop was stolen. Nothing was lost, since it was encrypted, but a week was.",
            Help: "A way to pass on a case when a family moves over the county's border. We ring a switchboard and hope.",
            Safeguarding: "We write this for the safeguarding lead's eyes: three calls to the front door went unanswered on a Friday afternoon. It was put right on the Monday, and we have said so to the manager."),
        new(
            "The care leavers' supper began in April. Nine came to the first, and four of them have since sorted out rent with the help of our money worker.",
            "We had not reckoned with how much a young person of twenty needs a lift to a viewing. Our mileage budget went in six weeks.",
            Trust: "A girl of fifteen wrote a list of everyone who had ever promised to come back. We were on it, with a question mark. In June she showed us the list again, and the mark " +
                   "was gone. It is the best report we have had, and she said it might be told to the trust alone.",
            Health: "Thanks are due, and are for our health partners in the south: the school nurses now ring before they write, and children come to us three weeks sooner."),
        new(
            "Every child of last year's summer scheme who was old enough came back as a helper. Two of them ran the sports day without us.",
            "Waiting times grew over the holidays: schools refer in the last week of July, all at once, and families can't be reached until the middle of August.",
            Help: "Two sessional workers for July and August, paid for by all three funders together.",
            Story: "Marlon and his father had not eaten at one table for a year. Osier Vale has a rule that whoever cooks sits down with the others. They cooked. They sat. In September " +
                   "the father asked if we did Sundays.",
            Safeguarding: "One concern about a volunteer, for the safeguarding lead's eyes: it was looked into, proved unfounded, and we have told both families so in person."),
        new(
            "The two new questions of the department we can answer already, as our system had the boxes. Grandparents' mornings are full in both towns.",
            "Four weeks' notice of new figures meant an evening's work for everybody in October. We did it, and would rather have been asked in summer.",
            Trust: "There is a grandfather who brings up three girls and has learned to plait hair from a film. He shows other grandfathers now, on a doll's head. He would not hear of a " +
                   "photograph. The girls wanted it told to the trust alone that theirs is the neatest plait in school.",
            Health: "What we would like to say for our health partners this time: a shared waiting list with the clinic would save each family a second assessment."),
        new(
            "Attendance is what we are proudest of. We walk with six children to school on Mondays, and on the other days they walk by themselves.",
            "The end of the award is in sight and two workers have found other posts. We can't offer anybody a contract beyond March.",
            Help: "A word on what follows this award, even a provisional one, by the middle of February next time.",
            Safeguarding: "Our last audit is done, and its findings are for the safeguarding lead's eyes: all files had a chronology, two lacked a signature, and both have one now."),
    ];
}
