using System.Text.Json.Nodes;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>What the answers of a generated case say, read from their JSON and from the case alone: for comparison with what reports show.</summary>
internal static class RawFigures
{
    extension(ProgrammeCase all)
    {
        /// <summary>The awards that a report shows.</summary>
        public IEnumerable<Award> AwardsOf(CaseReport report) => all.Awards.Where(award => report.Funder is not { } funder || award.Contributions.Any(part => part.Funder == funder));

        public bool IsIn(Award award, int period) => all.Filed.ContainsKey((award.Id, period));

        /// <summary>Whether a return is due for a period, or in.</summary>
        public bool IsDue(Award award, int period) => all.IsIn(award, period) || award.ReportsFor(all.Programme.Calendar[period]);

        /// <summary>The figure of an indicator that a return says; null where it says none.</summary>
        public decimal? Figure(Award award, int period, string indicator, OrganisationId? reader) => indicator switch
        {
            "people" => Sum(all.Programme.Funders.Where(funder => reader is null || funder.Id == reader).Select(funder => all.InRowOf(award, period, funder.Id))),
            "aged" => Sum(new[] { "young", "old", "unknown" }.Select(row => Number(all.Answer(award, period, "ages")?[row]?["people"]))),
            "extra" => all.Answer(award, period, "more")?.GetValue<bool>() == true ? Number(all.Answer(award, period, "extra")) : null,
            _ => Number(all.Answer(award, period, indicator)),
        };

        /// <summary>What stands in a funder's own row.</summary>
        public decimal? InRowOf(Award award, int period, OrganisationId funder)
        {
            var row = all.Answer(award, period, "by-funder")?[$"r{all.Programme.Funders.ToList().FindIndex(one => one.Id == funder)}"];
            return Sum([Number(row?["met"]), Number(row?["helped"])]);
        }

        /// <summary>The newest profile of a funder's rows, or of the award where there is none.</summary>
        public decimal? Profile(Award award, int period, string indicator, OrganisationId? funder) => award.Profiles
            .Where(one => one.Indicator.Value == indicator && one.Period == all.Programme.Calendar[period].Id && one.Funder == funder)
            .OrderByDescending(one => one.Version).Select(one => (decimal?)one.Figure).FirstOrDefault();

        private JsonNode? Answer(Award award, int period, string question) =>
            all.Filed.TryGetValue((award.Id, period), out var filed) && filed.Answers.TryGetValue(question, out var json) ? JsonNode.Parse(json) : null;
    }

    /// <summary>The sum of what is there; null where nothing is.</summary>
    public static decimal? Sum(IEnumerable<decimal?> figures)
    {
        var known = figures.OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private static decimal? Number(JsonNode? node) => node is null ? null : decimal.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
