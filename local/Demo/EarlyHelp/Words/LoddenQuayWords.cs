namespace MonitoringReturns.Local.Demo.EarlyHelp.Words;

internal static class LoddenQuayWords
{
    public static readonly QuarterWords?[] Quarters =
    [
        new(
            "The Nest opened on the quay in April, in what was the net store. Mothers came in for the warmth and stayed for the company.",
            "We are two people who share one wage. When one is ill the door stays shut, and that happened four times.",
            Trust: "A young mother used to wait outside until everyone had gone, then come in to ask if there was any bread left. We moved the bread to the door. In May she " +
                   "came in while others were there. It is a small thing, told to the trust alone."),
        new(
            "Crabbing off the steps was the best thing we did all summer, and it cost a bucket. Fathers came, because it was crabbing.",
            "The boats went out late this year and came home late, so evening sessions were half empty in September.",
            Help: "A bus that runs after five. Three families live out at the point, and the last one leaves at ten to."),
        new(
            "The lantern walk brought out the whole quay. We met six families who have lived within sight of us for years.",
            "This return is late, and we are sorry. The one of us who does the figures was in hospital, and the other had the children.",
            Help: "A week's grace that can be asked for by telephone. We would have rung.",
            Trust: "Three boys stole our outboard motor in October. Two of them brought it back in November, in a pram. They now mend it on Saturdays under the eye of a retired " +
                   "engineer who swears less than he did. Their names, like the rest of this, are told to the trust alone, and in fact not even to it."),
        new(
            "A quiet, good winter. Nearly all who began with us in the spring are well enough to come only when they feel like it.",
            "The net store has no heating worth the name. On two days in January it was six degrees, and we went to a café and paid.",
            Story: "Finn is four and was afraid of water, on a quay. Every day his mother carried him past it with his face in her coat. We have a basin. Then we had a bigger basin. In " +
                   "March he threw a stone into the harbour and asked for another."),
        new(
            "We found out from the new question that two of our young mothers are care leavers. They had never said so, and we had never asked.",
            "A grant for heating was refused, as the building is not ours.",
            Help: "A letter from the council to our landlord, who does not answer ours.",
            Trust: "One of our mothers read aloud at her brother's wedding. A year ago she hid that she could not read well, by always having left her glasses at home. She has no " +
                   "glasses. She practised with us on Wednesdays, and allows it to be told to the trust alone."),
        new(
            "Forty-one people came to the regatta breakfast, and eight of our parents cooked it. They have been asked to do the next one for money.",
            "Three families have asked for more than tea and company can do, and we don't always know where to send them.",
            Story: "A father came to complain about the noise. He stayed because his daughter would not leave. He has since put up eleven shelves."),
        new(
            "The landlord has agreed to a heater. We don't know what the letter said, but thank you for it.",
            "We do not know how many early support plans there are: each family seems to have one with somebody else. So we left that empty.",
            Trust: "In December an old man brought a sack of wooden boats, each with a child's name on it. He had sat on the bench outside all summer and listened. He wants no thanks, and " +
                   "so we thank him here, where it is told to the trust alone."),
        new(
            "Of the families who began with us two years ago, five now help to run the place. We could not open on Thursdays without them.",
            "Our own figures don't show it, but we turned people away in February for want of chairs.",
            Help: "A decision on next year. The net store's lease has to be renewed by June."),
    ];
}
