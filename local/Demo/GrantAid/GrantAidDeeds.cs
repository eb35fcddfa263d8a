using MonitoringReturns.Local.Demo.Deeds;

namespace MonitoringReturns.Local.Demo.GrantAid;

/// <summary>What the council and its co-funder make of a half-year's returns.</summary>
internal static class GrantAidDeeds
{
    private const string Officer = "Bashir Lonsdale";

    public static IReadOnlyList<PageDeed> In(PresentCase present)
    {
        var deeds = new FunderDeeds(present);
        return
        [
            deeds.Ask(Officer, -9, "ga-008", "new-people", "Are those who came back after a year among the new people?"),
            deeds.Answer("Joel Adeyemi", -6, "ga-008", 1, "No. Whoever has been here before is not new, however long ago it was."),
            deeds.Accept(Officer, -4, "ga-008", "What people said of the Thursday group went to the grants committee.", "We will ask the surgery on the hill to hand out your card."),
            deeds.Acknowledge("Olivia Renshaw-Diaz", -2, "ga-008", "It is in our report on waiting times."),
            deeds.Accept(Officer, -1, "ga-022", "The partners’ figures went into the map of the districts."),
            deeds.Ask(Officer, 2, "ga-002", "sessions", "Are the telephone rounds in this figure?"),
            deeds.Help(Officer, 4, "difficulties-and-what-would-help", "We have written to the other groups in the district and will tell you who answers."),
            deeds.Draw(Officer, 6, 5, "The register of one week of your choice, without names."),
            deeds.Check(Officer, 9, "One register, read together on the telephone: as many people as the return says."),
            deeds.Meet(Officer, 12, "ga-022", "The consortium’s second group joins the return from the next half-year on."),
            deeds.Confirm("Anthony Okonjo-Reeves", 14, "ga-022"),
        ];
    }
}
