namespace MonitoringReturns.Local.Demo.GrantAid.Words;

internal static class MentalHealthWords
{
    public static readonly ThemeWords All = new(
        Work:
        [
            "People come without a form and may stop and start again as often as they need.",
            "Each session has something for the hands, because talking is easier beside something.",
            "A trained worker or volunteer is always there, and always knows whom to ring.",
            "Many come to us while they wait for treatment, which now takes most of a year.",
            "Those who have been where others are now lead half of what we do.",
            "We follow up everybody who misses two weeks, by text, gently.",
        ],
        JulyToDecember:
        [
            "Summer is quiet for us and autumn is not: October was the fullest month that we have had.",
            "We planned for Christmas from September, and kept a warm room open on the days that are hardest.",
            "A harvest lunch brought together people who had only ever come on different days.",
            "Two new groups began in September, one of them in the evening for people with jobs.",
            "The crisis team now rings us before they discharge somebody nearby.",
        ],
        JanuaryToJune:
        [
            "January and February are our longest months, and we opened an extra morning for both.",
            "From March we were outdoors as much as the weather let us.",
            "In spring nine members finished a course in helping others, and six now do.",
            "We lost a member in April, and took the time to be sad together.",
            "By June several had moved on and came back only to say so.",
        ],
        Evidence:
        [
            "A short wellbeing scale of seven questions at the start and after three months, for those who agree to it.",
            "What people write on the wall, and what they tell us they no longer need.",
            "The community nurse visits monthly and says who is better.",
            "-5% fewer crisis calls among members than last time, by their own count.",
        ],
        Difficulties:
        [
            "People reach us more unwell than before, and our volunteers carry things home with them. Supervision by somebody from the health trust, two hours a month, would keep them well.",
            "We can't get a straight answer on whom to ring out of hours. One number, please, that is answered.",
            "The lease on our room ends in a year. Help to find a ground-floor room with a door of its own would be worth more than money.",
            "Some bus passes do not work before half past nine, and our group starts at nine. Could that be bent?",
        ],
        Stories:
        [
            "{him} sat with his back to the wall for a month and sanded the same piece of oak. Nobody asked. One morning he said, “That's flat,” and it was. It is now the top of the table that we have our tea at. He says that it is the first thing he has finished since he left the army.",
            "At Easter {her} brought a tray of seedlings that she had grown on her bathroom windowsill, because that was the only room she could bear to be in. We planted them out with her, a row each week. In September we ate them. She has started to sleep in her bedroom 🌻.",
            "{him} rang to say he would not be coming any more. We asked if everything was all right. It was: he had got a job, on Tuesdays and Thursdays, which are our days. He wanted to know if we could move the group. We nearly did.",
        ]);
}
