namespace MonitoringReturns.Local.Demo.SharedCommissions.Words;

/// <summary>What any partnership might write.</summary>
internal static class GeneralWords
{
    public static readonly string[] Names = ["Ash", "Bola", "Carmen", "Danuta", "Efe", "Farida", "Goran", "Halima", "Ines", "Jo", "Kwame", "Lina", "Marek", "Nadia", "Ola", "Precious", "Ruben", "Samira", "Tomasz", "Xiu"];

    public static readonly string[] Closed =
    [
        "We closed our doors in March and learned to work by telephone within a week. Those without a telephone we lost sight of.",
        "Half of the team was ill or at home with children. The other half did what it could.",
        "Courts, councils and surgeries stood still, so much of our work waited for somebody else.",
        "People who are watched at home can't call. It was quiet, and the quiet worried us.",
        "We could not meet anybody face to face, and some things can't be said on a screen.",
    ];

    public static readonly string[] Years =
    [
        "A year in which more people came than we had reckoned with.",
        "We ended the year as we began it, with a waiting list, but a shorter one.",
        "This year we stopped doing two things that nobody missed.",
        "The year was uneven: slow to Christmas, and fast after it.",
        "Outer boroughs caught up with inner ones this year.",
        "We changed half of our team in the year and lost less than we feared.",
        "Our partners took on more of the work this year, and did it well.",
        "What we are proudest of this year stands in no table.",
        "It was the year in which people began to find us without being sent.",
        "We learned to say no to referrals that were not for us, and where to send them.",
        "Nothing was easy this year, and most of it was done.",
    ];
}
