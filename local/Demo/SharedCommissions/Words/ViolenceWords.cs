namespace MonitoringReturns.Local.Demo.SharedCommissions.Words;

internal sealed partial record AreaWords
{
    public static AreaWords Violence { get; } = new(
        Progress:
        [
            "{n} said so themselves, in the form they fill in at the end. Most live in {most}.",
            "{most} has a new worker in its housing office, and it shows. {n} in all.",
            "{n}. From {least} few come, and we don't believe that there are few.",
            "Of the {n}, many came back for it a second time; we count each once.",
            "{n}, with a good part of them reached in their own language.",
            "A court that moved its hearings cost us some. {n} in the quarter, {most} first.",
            "{n}: fewer meetings were missed since we send a message the day before.",
            "We have left out those who would not say. {n} remain.",
        ],
        Overall:
        [
            "The helpline rang most on Monday mornings, as it always does.",
            "Cases are more tangled than two years ago: housing, status and children all at once.",
            "Schools asked us back, and that is the figure we look at first.",
            "More men called than ever before.",
            "Waiting for counselling is down to seven weeks.",
            "Refuges were full on each day of the quarter.",
            "Surgeries have begun to ask the question, and to send people when the answer is yes.",
            "We reached more women without a right to public money, and could do less for them than we wished.",
            "The court backlog keeps people in danger for a year or more, and us with them.",
        ],
        WentWell:
        [
            "An advocate in each of three accident departments, on Fridays and Saturdays.",
            "The school play about phones and jealousy. Boys stayed behind to talk.",
            "A line for men that men use.",
            "Signed videos for deaf women, made by deaf women.",
            "One form for all partners: nobody tells it twice.",
            "A bank trained its branch staff with us, and two women were helped across the counter.",
            "Survivors sat on the panel that chose our new counsellors.",
            "A group for mothers and children together, in the library after closing.",
            "Interpreters whom we trained ourselves and who stay with one person throughout.",
        ],
        DidNot:
        [
            "We turned away two of three who asked for a refuge place, for want of one.",
            "A school cancelled its four lessons a week before.",
            "The new telephone system lost calls for two days.",
            "Counselling rooms in the east were double-booked for a month.",
            "Three women without status had nowhere to go, and we paid for a hostel.",
            "Police notices came late, and without a safe time to ring.",
            "Our worker for the outer north-west left, and it took ten weeks to find another.",
            "Children's counselling has a waiting list again.",
        ],
        Plan:
        [
            "Train the reception staff of twenty surgeries.",
            "A second evening group, in the south.",
            "Go through the safety plans of everybody who has been with us for over six months.",
            "Agree with two more schools for the autumn.",
            "Try a web chat on three evenings and see who comes.",
            "Meet the four boroughs that send fewest.",
            "Let survivors rewrite our leaflet.",
            "Find a room with a ramp and a back door.",
            "Bring our partners' lists for counselling together into one.",
        ],
        WouldHelp:
        [
            "Move-on homes from the boroughs: a third of our refuge places are held by women who are ready to go.",
            "A fund for those without a right to public money. It need not be large.",
            "That police forward notices on the same day.",
            "A school list with one name each, kept by the boroughs.",
            "Rent for a room in the outer north-west, where we have none.",
            "Multi-year money for children's counsellors; nobody stays on a yearly contract.",
        ],
        BelowProfile:
        [
            "Women stayed longer because there were no homes to move to, so fewer could come. Move-on homes would help most.",
            "The court's backlog: people are not safer until it has heard them. Nothing in our hands would mend it.",
            "Two counsellors were off for the quarter. We have found cover from April.",
            "A partner changed its records, and some people can't be counted yet. Time to bring them together would help.",
            "Schools were shut to visitors for part of the quarter.",
            "Doors were closed, and a safety plan can't be made where he is listening. Quiet rooms at surgeries would help.",
            "We had fewer referrals than planned from seven boroughs. An introduction to their new teams would help.",
        ],
        Stories:
        [
            "{name} rang from a launderette in {borough}, the only hour of the week alone. It took six launderettes' worth of hours. On the seventh she did not go home.",
            "After the lesson {name}, fourteen, asked whether it counts if he only reads your messages. It counts. A teacher in {borough} now knows, and so does {name}'s aunt.",
            "{name} was to be flown out in the summer holidays. A school nurse in {borough} had our number in her diary. The passport is with us now.",
            "{name} had not signed with anybody but his wife for nine years. Our deaf worker met him at a bowling alley in {borough}, where nobody looks at hands. He has a flat and a bowling average.",
            "It was a cashier in {borough} who asked {name} whether all was well, and meant it. We were there twenty minutes later. {name} keeps the receipt.",
        ]);
}
