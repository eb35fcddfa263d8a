namespace MonitoringReturns.Local.Demo.GrantAid.Words;

internal static class OlderPeopleWords
{
    public static readonly ThemeWords All = new(
        Work:
        [
            "Every person has one volunteer who knows them and notices when something is wrong.",
            "We telephone on Mondays, because weekends are the longest days.",
            "Where we find a cold house, a fall or an unpaid bill, we ask leave and pass it on to those who can help.",
            "The oldest member is 97 and has opinions about the tea.",
            "Three in four of those who come live alone.",
            "Most hear of us from the surgery, the rest from each other.",
        ],
        JulyToDecember:
        [
            "In the hot week in July we rang everybody twice a day and took fans to nine.",
            "The outing in September went to the coast by coach, wheelchairs, tartan rugs and all.",
            "From October we checked heating, blankets and flu jabs along with everything else.",
            "Nobody we know of ate alone on Christmas Day who did not want to.",
            "Autumn brought many new referrals, mostly people just home from hospital.",
        ],
        JanuaryToJune:
        [
            "Ice and colds kept people in until March, so we did more on the telephone and less round the table.",
            "In spring we sat outside as soon as it was warm enough for the first cardigan to come off.",
            "We lost five dear members this winter and went to all five funerals.",
            "A quiz against the next village in May was won, we believe, fairly.",
            "Several who stopped coming last winter have come back, which pleased us more than any figure.",
        ],
        Evidence:
        [
            "We ask everybody the same three questions in their first month and again after six.",
            "Volunteers' visit notes, read through by two of us.",
            "The surgery's link worker says that our members ring the practice less often.",
            "Families tell us. One daughter in Leeds wrote that she sleeps again.",
            "A show of hands over pudding, which is how we decide most things.",
            "Attendance, and who telephones when they can't come: that they do is the point.",
            "Cards. We keep them all in a box and counted them: 58.",
        ],
        Difficulties:
        [
            "Our volunteers are growing old with our members: four stopped driving this half-year. A line about us in the council's magazine brought seven people last time, and would again.",
            "More people come to us straight from hospital, with more needs than a volunteer should carry. Somebody to telephone in adult social care, by name, would help most.",
            "The hall's rent rose by a fifth. Could the council ask parishes to keep a charity rate?",
            "Checks on new volunteers took eleven weeks. If the council's own team could run them with its own, we would lose fewer people while they wait.",
            "We can't find a treasurer. Is there a list of people in the county's finance team who would like to help a small group?",
            "Food costs. We have not put the price of lunch up since 2022 and must soon; a share in bulk buying with the school kitchens would put that off.",
            "The village has lost its bus on Fridays, and with it a third of our members. We would come to any meeting about it.",
        ],
        Stories:
        [
            "{him} had not been further than the gate since his wife died, which was two winters ago. Our visitor, who is 71 herself, asked whether he could mend a clock. He could. It took him three visits, because he made sure of it. Then there was another clock. He now comes to us on the bus with his tools in a biscuit tin, and there is a queue.",
            "When {her} fell she was on the kitchen floor from Tuesday evening until our Wednesday telephone call. Because she did not answer, we went round; because we had a key, we got in. She is home again, with a grab rail and an alarm, and wants it put on record that she was perfectly all right and had been about to get up.",
            "{her} and Eunice were at school together in 1947 and had lived two streets from each other for thirty years without knowing it. They met over the shepherd's pie. They sit together every week, and if you take one of their chairs you will hear about it from both.",
        ]);
}
