namespace MonitoringReturns.Local.Demo.GrantAid.Words;

internal static class SportWords
{
    public static readonly ThemeWords All = new(
        Work:
        [
            "Everything is at walking pace until somebody asks for more.",
            "There is always a flask and a bench, and for many they are half of it.",
            "We lend kit and boots, and wash them.",
            "Coaches are trained to notice a bruise, a limp or a silence.",
            "Nobody is picked, and nobody is picked last.",
            "About half have a health condition that brought them to us.",
        ],
        JulyToDecember:
        [
            "Long evenings let us run extra sessions outdoors until the clocks went back.",
            "Our summer week for children was free, with a packed lunch, and full.",
            "From November we moved indoors and lost a few until they got used to the noise.",
            "We took two minibuses to a festival in September and came last, cheerfully.",
            "The surgery began to refer people to us in October and has sent one or two a week since.",
        ],
        JanuaryToJune:
        [
            "The new year brought its usual crowd and, unusually, most of them stayed.",
            "Rain kept us off the grass for seven weeks, so we hired the school hall.",
            "In spring four members qualified as leaders and now run a session of their own.",
            "A taster day at Easter brought in families who live across the road and had never come.",
            "By June we were outdoors four days a week.",
        ],
        Evidence:
        [
            "Registers, and a short form on activity at the start and after twelve weeks.",
            "Blood pressure, which the practice nurse takes on the spot twice a year.",
            "They come back. The average is 31 weeks.",
            "Parents and carers tell us, usually while holding a wet coat.",
        ],
        Difficulties:
        [
            "What we pay for the place that we use has gone up twice in a year. A council rate for groups under 100 members would keep our subs where they are.",
            "There has been no hot water where we change since November. We have reported it three times and would be grateful for a name.",
            "We have more referrals than leaders. Two places on the county's walk-leader course would nearly double what we can do.",
            "Insurance is up by a third. We are not asking for money, only whether small groups might join the county's own policy.",
        ],
        Stories:
        [
            "{him}'s doctor told him to lose four stone, and he told his doctor where to go. He came to watch his brother-in-law and was handed a bib because we were one short. He played in his work boots. That was in spring. He has lost two stone, found a team, and apologised to the doctor.",
            "When {her} first came she would not get out of the car. We brought things to the car: a ball, a glove, once a pony's nose. It took five weeks until the door opened and seven until she shut it behind her. In June she led the warm-up, from her chair, with a whistle.",
            "Two lads who had been excluded from school, {him} and his mate, asked if they could hit something. They could, for an hour, then they had to mop. They came back the next night to do it again, mop and all. One is now on a college course. The other teaches the under-tens to skip.",
        ]);
}
