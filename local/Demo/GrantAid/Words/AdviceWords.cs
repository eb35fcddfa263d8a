namespace MonitoringReturns.Local.Demo.GrantAid.Words;

internal static class AdviceWords
{
    public static readonly ThemeWords All = new(
        Work:
        [
            "We see people at our desk, in two food banks and by telephone.",
            "Most come with one letter and leave with four things to put right.",
            "Rent, council tax and energy are behind nine cases in ten.",
            "Volunteers do the forms; paid advisers do the arguing.",
            "We ring every person back after a month to ask whether it worked.",
            "Nobody waits longer than five working days, and nobody with a bailiff's letter waits at all.",
        ],
        JulyToDecember:
        [
            "School uniforms in August and heating from October brought in people we had not seen before.",
            "The move of older claims to the new benefit filled our autumn.",
            "In December we stayed open between the holidays, when most desks are shut, and saw 31 people.",
            "We ran four evening sessions on winter bills, with soup, in village halls.",
            "New volunteers finished their training in November and now see people on their own.",
        ],
        JanuaryToJune:
        [
            "January is when the cards come due, and this one was as bad as we have seen.",
            "The new financial year brought new rates, new forms and a queue in April.",
            "We checked benefits for every family at three primary schools, and found something for two in five.",
            "Between March and June most of our cases were rent rises and notices to leave.",
            "We opened on Saturday mornings from May for people who can't take time off.",
        ],
        Evidence:
        [
            "The case system: what was owed, what was gained, and how it ended.",
            "Telephone calls after a month; we reached 6 in 10.",
            "Decision letters, which people bring in to show us.",
            "An outside auditor read twenty files and marked seventeen as good or better.",
        ],
        Difficulties:
        [
            "Our best adviser was offered a third more by a bank and took it. We can't match that, but a grant fixed for three years lets us offer a permanent post.",
            "The council's own tax office sends debts to bailiffs while we are still arranging payments. Thirty days' hold on a note from us would save you the fees and us the tears.",
            "We need interpreters for Polish, Romanian and Kurdish at short notice. Could we use the council's contract and pay our share?",
            "Demand is far beyond what the desk can take. It would help if customer services sent us the people, not just our telephone number.",
        ],
        Stories:
        [
            "{her} arrived with a carrier bag of unopened letters. We opened them with her, all 64, and sorted them on the floor. Under the oldest was an award notice for a benefit that she had never been paid. It came to £4,180. Two debts were not hers. She asked if she might keep the bag, for shopping.",
            "A father of three, {him}, had been given eleven days to leave. The notice had the wrong date on it. Our adviser pointed this out in one telephone call, and the family stayed while we found the arrears and a way to pay them. He now brings other people to us, sometimes by the sleeve.",
            "{her} works nights and thought that people with jobs could not ask. She was £61 a week short of what she should have had. She wrote afterwards that she had bought her son shoes that were his size. We have put the letter up.",
        ]);
}
