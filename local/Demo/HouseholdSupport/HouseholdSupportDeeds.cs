using MonitoringReturns.Local.Demo.Deeds;

namespace MonitoringReturns.Local.Demo.HouseholdSupport;

/// <summary>What the council makes of a quarter's returns.</summary>
internal static class HouseholdSupportDeeds
{
    private const string LeadOfficer = "Yasmin Thornley";
    private const string Officer = "Kenneth Amos-Barr";

    public static IReadOnlyList<PageDeed> In(PresentCase present)
    {
        var (deeds, forms) = (new FunderDeeds(present), new FormDeeds(present));
        return
        [
            deeds.ExtraTime(LeadOfficer, -9, 5, "The department changed its guidance in the last week. Nobody is late before the fifth."),
            deeds.Ask(Officer, -8, "hs-01", "awards-number", "Is a parcel that was fetched twice one award or two?"),
            deeds.Answer("Maureen Thackwray", -6, "hs-01", 1, "Two: each is an award of its own, as the guidance says."),
            deeds.Accept(Officer, -4, "hs-01", "Your figures are in the return to the department.", "We will say in the guidance what an award is."),
            deeds.Accept(Officer, -2, "hs-04", "What you saw of prepayment meters went to the supplier’s liaison meeting."),
            deeds.Ask(Officer, 2, "hs-03", "total", "Is the oven in this figure?"),
            deeds.Help(Officer, 4, "what-would-help", "We have asked the depot for the second van on Thursdays."),
            deeds.Draw(Officer, 6, 3, "The receipts of one week of your choice."),
            deeds.Check(Officer, 9, "Eleven receipts, as the return says."),
            deeds.Meet(Officer, 12, "hs-04", "Meters are counted on the day on which they are topped up."),
            forms.Challenge("Tamsin Eddery", 13, "by-route", "Nobody ever asked us about a figure in this table.", named: false),
            forms.AnswerChallenge(LeadOfficer, 14, "The return to the department is made from it. We will say in its hint which rows.", changed: false),
            forms.Use(LeadOfficer, 14, "spend", "awards-value", "It is the first line of the return to the department."),
            forms.Use(LeadOfficer, 14, "in-your-words", "what-you-saw", "The supplier’s liaison meeting discussed prepayment meters."),
            forms.Begin(LeadOfficer, 15),
            forms.Add(LeadOfficer, 15, "households", "carers", "count", "Households of unpaid carers"),
            forms.Purpose(LeadOfficer, 15, "carers", "To see whether help reaches carers.", "The council’s carers team"),
            forms.ConsultForAWeek(LeadOfficer, 16),
            forms.Comment("Maureen Thackwray", 17, "carers", "We would have to ask everybody at the door whether they care for somebody.", named: true),
            forms.AnswerComment(LeadOfficer, 18, "Count only those who tell you without being asked. The hint says so now.", changed: true),
            forms.Hint(LeadOfficer, 18, "carers", "Only those who tell you without being asked."),
            forms.Comment("Craig Hebblewhite", 19, null, "The table by route takes longer than all the rest.", named: false),
            forms.AnswerComment(LeadOfficer, 24, "The department asks for it. We have asked it whether once a year would do.", changed: false),
            forms.Announce(LeadOfficer, 26, "Help does not reach households of carers as it reaches others, and nobody can say how far."),
        ];
    }
}
