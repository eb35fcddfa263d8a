namespace MonitoringReturns.Local.Demo.GrantAid.Words;

/// <summary>What any group might write.</summary>
internal static class GeneralWords
{
    public static readonly string[] NothingDone =
    [
        "We did nothing in these six months, and would rather say so than dress it up.",
        "The room that we use was closed for repairs, nowhere else was free on our day, and our leader was ill for most of the time.",
        "We kept in touch with one another by telephone, spent none of the grant, and start again as soon as the doors open.",
    ];

    public static readonly string[] SameEvidence =
    [
        "As above.", "The same registers and forms.", "What we saw, and what their families said.", "From the notes that we keep on each person, with their leave.",
    ];

    public static readonly string[] CouncilCouldDoBetter =
    [
        "Ten days for the report after June is too short for a committee that meets monthly. A month, as after December, would be fair.",
        "Nothing. Our officer answers the telephone, which is rare.",
        "Tell us sooner whether the grants go on. We give our worker notice every March and take it back every April.",
        "Please say what you do with all this. We have sent figures for years and never saw them again until last summer's booklet, which was good.",
        "Bring the groups together once a year. We learned more in the car park than in the meeting.",
        "Pay in the first month of the half-year and not the third.",
        "Ask other funders to take this report as theirs. We wrote the same year five times, in five forms.",
        "Visit us on an ordinary day.",
    ];

    public static readonly string[] ButNotForAll =
    [
        "It did not work for everybody: a few stopped coming, and we don't always know why.",
        "Change is slow, and some of it will only show next time.",
        "For those with the most to carry, being steady is the success.",
        "We had hoped for more, and know what we would do differently.",
        "Those who came longest gained most.",
        "Two people asked us not to count them, so we did not.",
        "We were surprised by who did best: not those we would have bet on.",
        "Three came back after a break, which we count as much as staying.",
        "It cost more time than the plan allowed for, and was worth it.",
        "For some the first step was simply to come through the door.",
        "We can't claim all of this; their families did much of it.",
        "What held it back was mostly buses.",
        "We would not have reached half of them without the surgery.",
        "In two cases it got worse before it got better, and we stayed.",
        "We keep in touch with those who have moved on, for a year at least.",
        "The plan said a hundred days; some needed ten and some will need a thousand.",
    ];

    public static readonly string[] Up =
    [
        "A second place opened, and word went round faster than we had reckoned with.",
        "The surgery and the school both began to send people to us, so many more came than last time.",
        "Last time was unusually low; this is nearer to what we are used to.",
        "We ran extra sessions with other money, and the people who came to those are in the figure.",
    ];

    public static readonly string[] Down =
    [
        "We were without our usual place for part of the time and turned people away.",
        "Our worker was off sick for ten weeks, and volunteers could cover only half.",
        "Last time had a large one-off event in it; without that the figures are much the same.",
        "We now count each person once. Before, some were counted at both places.",
    ];

    public static readonly string[] BelowProfile =
    [
        "Fewer came than planned, because we were closed for three weeks. A second key-holder would help.",
        "The plan was made when we had two workers. It would help to agree a new figure at the yearly visit.",
        "Bad weather and a broken boiler. We expect to make up some of it, not all.",
        "We spent longer with fewer people, who needed it. We would like to talk about whether the planned figure still fits.",
        "Referrals dried up when the link worker left the surgery. A new contact there would help most.",
        "Those who come stay longer than we thought, so there is less room for others. A larger room would help.",
    ];

    /// <summary>For stories; none is anybody's.</summary>
    public static readonly string[] Men = ["Callum", "Farid", "Kieran", "Omar", "Terry", "Leon", "Yusuf", "Daniel", "Winston"];

    public static readonly string[] Women = ["Aisha", "Bronwen", "Grace", "Irena", "Josie", "Lena", "Priya", "Stella", "Una"];

    public static readonly string[] Funders =
    [
        "A parish council", "A family trust in the county", "A lottery small grant", "A supermarket's community fund", "A housing association",
        "A coalfield trust", "A building society's foundation", "A town council", "Sponsors of a walk", "A children's charity, for a term",
    ];
}
