using MonitoringReturns.Local.Demo.Deeds;

namespace MonitoringReturns.Local.Demo.EarlyHelp;

/// <summary>What the county's three funders and their providers make of a quarter's returns.</summary>
internal static class EarlyHelpDeeds
{
    private const string LeadOfficer = "Helen Strand-Abara";
    private const string Officer = "Marcus Tillyard";
    private const string HealthBoard = "Dr Sanjay Rawlinson";
    private const string Trust = "Lydia Farthingale";
    private const string Harrowmead = "eh-1";
    private const string Wickfold = "eh-2";
    private const string LoddenQuay = "eh-3";
    private const string Saltings = "eh-4";

    public static IReadOnlyList<PageDeed> In(PresentCase present)
    {
        var (deeds, forms) = (new FunderDeeds(present), new FormDeeds(present));
        return
        [
            deeds.Ask(HealthBoard, -9, Harrowmead, "waiting-days", "Is this the wait of the family who came last, or of all who came in the quarter?"),
            deeds.ExtraTime(LeadOfficer, -8, 7, "Two providers lost a week to the county’s new telephone system. Nobody is late before the seventh."),
            deeds.Answer("Miriam Oduya-Clark", -6, Harrowmead, 1, "Of the family who came last. We count the others from this quarter on, and will give both."),
            deeds.Accept(Officer, -4, Harrowmead, "What families said of school attendance went into the council’s plan for the winter.", "We will ask the housing team to call you about the four families in bed and breakfast."),
            deeds.Acknowledge(HealthBoard, -3, Harrowmead, "The referrals went to our board, with your sentence on the second assessment."),
            deeds.Acknowledge(Trust, -2, LoddenQuay, "We read it aloud to our trustees."),
            deeds.Accept(Officer, 1, Wickfold, "The attendance figures went into the report on Millbank."),
            deeds.Ask(Officer, 2, LoddenQuay, "spend", "Is the boat trip in this figure, or in the quarter that follows?"),
            deeds.Help(Officer, 4, "what-would-help", "We have put it on the list for the three funders’ meeting in two weeks."),
            deeds.Draw(Officer, 6, 2, "The attendance sheets of one week of your choice, without names."),
            deeds.Check(Officer, 9, "Two sheets, read on the telephone: as many children as the return says."),
            deeds.Propose(LeadOfficer, 10, Wickfold, [("children-helped", 58), ("sessions", 390)], "A second school has left the scheme. We plan for the one that remains."),
            deeds.Agree("Gareth Penhallow-Roe", 12, Wickfold, "Our trustees agreed on Tuesday."),
            deeds.Meet(Officer, 14, Harrowmead, "Waiting times are given for all who came. The council pays for half a day of a worker until March."),
            deeds.Confirm("Miriam Oduya-Clark", 15, Harrowmead),
            deeds.Meet(Officer, 16, Saltings, "The group counts on paper until the spring; the council for voluntary service types it in."),
            forms.Begin(LeadOfficer, 17),
            forms.Add(LeadOfficer, 17, "families", "holiday-sessions", "count", "Sessions in school holidays"),
            forms.Purpose(LeadOfficer, 17, "holiday-sessions", "To see where nothing is offered in the holidays.", "The council’s play team"),
            forms.Consult(LeadOfficer, 18),
            forms.Comment("Gareth Penhallow-Roe", 20, "holiday-sessions", "We would have to look at every date again. Could we give it once a year, in the autumn?", named: true),
        ];
    }
}
