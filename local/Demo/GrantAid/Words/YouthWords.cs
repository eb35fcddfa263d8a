namespace MonitoringReturns.Local.Demo.GrantAid.Words;

internal static class YouthWords
{
    public static readonly ThemeWords All = new(
        Work:
        [
            "Most weeks there is something to cook, something to make and something loud.",
            "Young people choose the programme at a meeting that they chair themselves.",
            "A worker is always free for whoever wants to talk, and somebody always does.",
            "We work closely with two schools, who tell us who might need us.",
            "Nobody is turned away because they can't pay or can't sit still.",
            "Older ones now help to run sessions for the younger, and take it seriously.",
        ],
        JulyToDecember:
        [
            "The summer holiday was our busiest time: we were open on eighteen weekdays, with lunch every day.",
            "In September we met the children who had just changed schools, and kept a quiet hour for them.",
            "We took a coach to the coast in August, and for eleven of them it was the first sight of the sea.",
            "After half term the dark evenings brought in more than we have chairs for.",
            "The December party was planned, cooked and cleared up by the members’ committee.",
        ],
        JanuaryToJune:
        [
            "January and February were slow, as always, and full again from the Easter holidays.",
            "In spring we repainted the hall to a plan that the young people drew.",
            "Exam season made May quieter, so we ran a revision table with biscuits and no telephones.",
            "We spent the lighter evenings outdoors, on the field and at the pond.",
            "Two residentials in June were the high point for those who never get away.",
        ],
        Evidence:
        [
            "Youth workers write three lines after every session; we read all of them together each term.",
            "A wall of sticky notes at the end of term: 41 of 46 said that they have somebody here they can tell things to.",
            "Both schools told us of better attendance among those who come.",
            "Registers, and what parents say at the door.",
        ],
        Difficulties:
        [
            "Two trained volunteers left for full-time jobs in the same month. Help with paying for first-aid and safeguarding courses would let us bring new ones on faster.",
            "Vaping and fights in the park come in through our door. A visit from the detached youth team once a month would make a real difference.",
            "The hall's boiler failed four times. We would be glad of a word from the council with the parish, who own it.",
            "We have a waiting list for the first time. It would help to know by Christmas whether the grant goes on, so that we can offer our worker more than three months.",
        ],
        Stories:
        [
            "A lad of thirteen, call him {him}, came for the pool table and spoke to nobody for six weeks. He had moved in with his nan and thought that he would be moved on again. One night the cooking group was a person short. He turned out to know how to make his mum's rice. Now he runs the hatch on Fridays, writes the shopping list and tells the rest of us off for wasting onions. His nan says that he talks at home now. He still never loses at pool.",
            "{her} looks after her brother before and after school. At first she would only stay until half past seven, with her coat on. Our worker walked home with her once, met her mum, and together they found a neighbour who sits in on Thursdays. In June {her} stayed until the end and took her coat off. That is all that happened, and it took nine months.",
            "We asked what was wrong with the bus shelter, and they said everything. So eight of them measured it, drew it, and wrote to the parish council. {him}, who is fourteen and says he hates writing, read the letter out at the meeting. It has a light now, and a bench. Nobody has kicked it since, because they know who would be cross.",
        ]);
}
