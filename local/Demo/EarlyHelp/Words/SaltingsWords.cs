namespace MonitoringReturns.Local.Demo.EarlyHelp.Words;

internal static class SaltingsWords
{
    public static readonly QuarterWords?[] Quarters =
    [
        new(
            "Friday group goes on as it has for six years, now with money for a room that has a garden. The little ones found the garden at once.",
            "We are parents, not an office. The first return took three evenings, until the council for voluntary service sat down with us.",
            Help: "Please leave out the question about smoking. People come to us because nobody here asks them such things.",
            Trust: "There is a dad on the estate who walked his son to the door of Friday group every week and went home. In June it rained so hard that he came in. He can juggle. He is " +
                   "ours now, and it may be told to the trust alone."),
        new(
            "We had a picnic on the sea wall with all of us there, and two grandmothers. Nobody wanted to go home.",
            "The community room was let to a film crew for three weeks in August, and we heard of it from the film crew.",
            Health: "We don't have much for our health partners, but the health visitor came on a Friday and weighed four babies in an hour. More of that, please."),
        new(
            "The smoking question is gone, thank you. Two mothers who had stayed away since spring came back when we told them.",
            "Nobody's help came to an end this time. With us it ends when children grow out of it, and none did.",
            Trust: "Our oldest is eleven and was bullied on the bus. On a Friday in November the other ten decided to take the same bus, two stops too far, in a row. It has not happened " +
                   "since. They asked that it be told to the trust alone, so that it goes on working."),
        new(
            "A father of four has become our treasurer. He says it is easier than bedtime.",
            "The kettle, then the fuse, then the lights: we met by torchlight on two Fridays in January, which the children thought was planned.",
            Help: "Somebody who can say whose fuse box it is.",
            Health: "One line for our health partners: the asthma nurse's evening in February was the first time that three of our mothers had been shown how an inhaler works.",
            Story: "One of ours, let's call her Beth, did not let go of her mother's sleeve for eight Fridays. On the ninth she let go to stroke a guinea pig. The guinea pig is now a member."),
        new(
            "The garden has beans in it. We ate them. That is the report, said the children, and we agreed.",
            "Two families moved off the estate when the rents went up, and it was two of the ones who did most.",
            Trust: "A mother who came to us in tears three years ago stood in the doorway in May and said to a new one, come in, it's only us. We all heard it. She blushed, and said that if it " +
                   "had to be told it should be told to the trust alone."),
        null,
        new(
            "We are back. While our chair was ill over the summer the treasurer kept the Fridays going, and the children made her a card two metres long.",
            "There was no return from us for the summer. The Fridays took place; it was the paper that didn't. The council for voluntary service has shown a second one of us how.",
            Help: "If somebody rang when a return does not come, rather than wrote, we would have known sooner that it mattered.",
            Trust: "When our chair was in hospital the children sent her a message each Friday, recorded on the treasurer's telephone, mostly about the guinea pig. She says it is why she came " +
                   "back so soon. This is told to the trust alone, as her doctor thinks that it was the tablets."),
        new(
            "Most of our families have now come for a year or more, and three of the older children help with the small ones without being told.",
            "We are full. There is a list of five families, in pencil, on the wall.",
            Health: "We have a thank-you for our health partners: two children who were found slow to speak on a Friday in the autumn are both being seen.",
            Story: "Our treasurer's youngest asked what a return is. We said it is when you tell the people who gave you something what you did with it. So she wrote one for her grandmother, about a scooter."),
    ];
}
