using MonitoringReturns.Local.Demo.Deeds;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>What the lead body, a borough and the partnerships make of a quarter's returns.</summary>
internal static class SharedCommissionsDeeds
{
    private const string LeadOfficer = "Frances Obuya-Lane";
    private const string Officer = "Ivo Castellan";
    private const string Hackney = "Delroy Ainscough";

    public static IReadOnlyList<PageDeed> In(PresentCase present)
    {
        var deeds = new FunderDeeds(present);
        return
        [
            deeds.Ask(Officer, -9, "sc-01", "new-people", "Are the people of the night room among these, or counted by the partner alone?"),
            deeds.ExtraTime(LeadOfficer, -8, 7, "Three partners’ systems were moved in the week before the day. Nobody is late before the seventh."),
            deeds.Answer("Hugo Fenwick-Ali", -7, "sc-01", 1, "They are among them: each of them had a first meeting with us before being counted."),
            deeds.Accept(Officer, -5, "sc-01", "The figures by borough went to the committee, with your paragraph on evictions in outer London.", "We will bring the four housing associations to one table in the spring."),
            deeds.Acknowledge(Hackney, -4, "sc-01", "Hackney’s people went into the report to our scrutiny panel."),
            deeds.Accept(Officer, -3, "sc-02", "What you say of the move-on rooms went to the committee."),
            deeds.Accept(Officer, -3, "sc-05", "The schools’ numbers went into the borough reports."),
            deeds.Accept(Officer, -2, "sc-06", "Waiting times for counselling went to the committee as a matter for decision."),
            deeds.Accept(Officer, -2, "sc-10", "The committee asked how you do it, and we told them."),
            deeds.Ask(Officer, 2, "sc-04", "new-people", "These are fewer than in the quarter before. Was the hostel closed for some of it?"),
            deeds.Help(Officer, 4, "would-help", "We have asked the boroughs’ housing leads, who meet in two weeks."),
            deeds.Draw(Officer, 6, 3, "The attendance sheets of one week of your choice, without names."),
            deeds.Check(Officer, 9, "Three sheets, 41 people between them, as the return says."),
            deeds.Meet(Officer, 12, "sc-01", "The partnership gathers its partners’ figures in the second week of each quarter. The lead body pays for the work on one shared list."),
            deeds.Confirm("Imogen Castell-Okoro", 14, "sc-01"),
            deeds.Meet(Officer, 16, "sc-04", "Move-on rooms are counted on the day on which somebody has the key."),
        ];
    }
}
