using System.Globalization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Functions.Api;

/// <summary>Identifiers from addresses. One that breaks the rule names nothing, so it is answered like one that is not there.</summary>
internal static class RouteIds
{
    private const int MostRevisions = 999_999;

    public static readonly Problem NotFound = new(Catalogue.NotFound, "There is nothing at this address: check the identifiers in it.");

    public static bool TryReturn(string programme, string period, string award, out ReturnKey key)
    {
        var valid = TryPeriod(programme, period, out var programmeId, out var periodId) & Identifier.TryParse<AwardId>(award, out var awardId);
        key = new ReturnKey(programmeId, periodId, awardId);
        return valid;
    }

    public static bool TryQuestion(string question, out QuestionId id) => Identifier.TryParse(question, out id);

    public static bool TryFile(string question, string file, out QuestionId questionId, out FileId fileId) =>
        Identifier.TryParse(question, out questionId) & Identifier.TryParse(file, out fileId);

    public static bool TryRevision(string revision, out int number) =>
        int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= MostRevisions;

    public static bool TryPeriod(string programme, string period, out ProgrammeId programmeId, out PeriodId periodId) =>
        Identifier.TryParse(programme, out programmeId) & Identifier.TryParse(period, out periodId);
}
