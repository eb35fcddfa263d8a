namespace MonitoringReturns.Local.Demo.GrantAid.Words;

internal static class ArtsWords
{
    public static readonly ThemeWords All = new(
        Work:
        [
            "Nobody auditions, and nobody is too bad to take part.",
            "Artists are paid a proper fee; everything else is done by people who like doing it.",
            "About a third come because a doctor, a nurse or a social worker suggested it.",
            "We lend what people need, from a music stand to a lift home.",
            "Each half-year ends with something that other people can come and see.",
            "New people are met by somebody who was new last time.",
        ],
        JulyToDecember:
        [
            "The summer project ran for ten days and ended in a procession through the rain.",
            "Our autumn show was seen by 340 people over three nights, many of whom had never been in the building.",
            "We took the work to four care homes in November, where the audience joined in before they were asked.",
            "A September open day brought in people who thought that this was not for them.",
            "At Christmas we filled the hall twice and ran out of mince pies once.",
        ],
        JanuaryToJune:
        [
            "We used the dark months to learn something new, and the light ones to show it.",
            "The spring exhibition hung in the library for six weeks, with the makers taking turns to sit beside it.",
            "Rehearsals began in February with eleven people and ended in May with twenty-six.",
            "Two taster days at Easter were booked out within a day.",
            "In June we were asked to the county show and stood between the tractors and the jam.",
        ],
        Evidence:
        [
            "Comment books, photographs and one very long letter.",
            "We asked 40 people to place a dot on a line, from “I came alone” to “I belong here”, in their first week and in their last.",
            "Who comes back: 7 in 10 of last time's new people did.",
            "An outside artist watched four sessions for us and wrote two honest pages.",
        ],
        Difficulties:
        [
            "Materials cost a third more than when we applied. Could the council's schools store sell to groups like ours?",
            "The hall is let to somebody else on our evening from autumn. We need a large room with step-free access for one night a week, and would go anywhere on a bus route.",
            "Licences for music in care homes are a maze. One page from the council on what is needed and what is not would help every group, not just us.",
            "We have no storage and build everything twice. An empty unit, a garage, half a barn.",
        ],
        Stories:
        [
            "{her} said at the door that she could not sing and had only brought her sister. We gave her the words so that she had something to hold. In the third week she corrected the second verse. It turned out that her grandmother had sung it to her, in another language, and that she had not thought of it for fifty years. She sang it alone, in November, to sixty people. Her sister cried and so, to be truthful, did the bass section 🎶.",
            "A man who had not spoken in the group for two terms, {him}, painted the whole of the back cloth in one weekend. When they clapped he said, “You can stop now.” He has not stopped since.",
            "{her} came with her carer and was wheeled to the edge. One of the children told her that the edge was where the dragon sat and she could not sit there unless she was the dragon. So she was the dragon. There is a film of it, and we ask you to believe us that the smoke was her own idea.",
        ]);
}
