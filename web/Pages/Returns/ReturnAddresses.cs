using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Web.Pages.Returns;

/// <summary>Where the pages of returns are, said once for the links to them and for the endpoints behind them.</summary>
public static class ReturnAddresses
{
    /// <summary>Of one return.</summary>
    public const string Route = "/returns/{programme}/{period}/{award}";

    /// <summary>The returns of the organisation that a person acts for.</summary>
    public const string List = "/returns";

    /// <summary>The task list.</summary>
    public static string Return(ReturnKey key) => $"/returns/{key}";

    public static string Section(ReturnKey key, SectionId section) => $"{Return(key)}/sections/{section}";

    /// <summary>A section's page at the box that a finding is about.</summary>
    /// <param name="place">A finding's place, which is also the name and id of its box.</param>
    public static string Box(ReturnKey key, SectionId section, string place) => $"{Section(key, section)}#{place}";

    public static string Check(ReturnKey key) => $"{Return(key)}/check";

    /// <summary>Where a preparer posts that the return is ready to sign.</summary>
    public static string Ready(ReturnKey key) => $"{Return(key)}/ready";

    public static string Sign(ReturnKey key) => $"{Return(key)}/sign";

    /// <summary>Where a signatory posts that it goes back to whoever prepared it.</summary>
    public static string SendBack(ReturnKey key) => $"{Return(key)}/send-back";

    /// <summary>The receipt of a revision, which also shows what it says.</summary>
    public static string Revision(ReturnKey key, int number) => $"{Return(key)}/revisions/{number}";

    public static string Revisions(ReturnKey key) => $"{Return(key)}/revisions";

    /// <summary>In place of a revision's number.</summary>
    public const string Draft = "draft";

    /// <summary>How a revision differs from the one before.</summary>
    public static string Changes(ReturnKey key, int number) => $"{Revision(key, number)}/changes";

    /// <summary>What submitting the draft would change.</summary>
    public static string DraftChanges(ReturnKey key) => $"{Revisions(key)}/{Draft}/changes";

    /// <summary>A revision as a workbook.</summary>
    public static string Workbook(ReturnKey key, int number) => $"/api/v1{Revision(key, number)}/return.xlsx";

    public static string Reopen(ReturnKey key) => $"{Return(key)}/reopen";

    /// <summary>What funders asked about it, and where it is answered.</summary>
    public static string Queries(ReturnKey key) => $"{Return(key)}/queries";

    /// <summary>Where an answer in words is posted.</summary>
    public static string Query(ReturnKey key, int number) => $"{Queries(key)}/{number}";

    public static string Feedback(ReturnKey key) => $"{Return(key)}/feedback";

    /// <summary>Which partner of a consortium fills in which section.</summary>
    public static string Parts(ReturnKey key) => $"{Return(key)}/parts";

    /// <summary>Where a partner posts whether its section is done.</summary>
    public static string PartDone(ReturnKey key, SectionId section) => $"{Parts(key)}/{section}/done";

    /// <summary>The evidence files of a question.</summary>
    public static string Files(ReturnKey key, QuestionId question) => $"{Return(key)}/files/{question}";

    /// <summary>One evidence file, to be saved.</summary>
    public static string File(ReturnKey key, QuestionId question, FileId file) => $"{Files(key, question)}/{file}";

    public static string RemoveFile(ReturnKey key, QuestionId question, FileId file) => $"{File(key, question, file)}/remove";

    /// <summary>Past returns of an award that were filed before it came to the portal.</summary>
    public static string History(ProgrammeId programme, AwardId award) => $"/history/{programme}/{award}";

    /// <summary>Of an award's history.</summary>
    public const string HistoryRoute = "/history/{programme}/{award}";

    /// <summary>Where a past return is entered.</summary>
    public static string PastReturn(ProgrammeId programme, AwardId award) => $"{History(programme, award)}/entry";

    /// <summary>Where one that is there is changed.</summary>
    public static string PastReturn(ProgrammeId programme, AwardId award, PeriodId period) => $"{PastReturn(programme, award)}?period={period}";

    public static string DeletePast(ProgrammeId programme, AwardId award, PeriodId period) => $"{History(programme, award)}/{period}/delete";

    /// <summary>What a past return can be filled in with in a spreadsheet.</summary>
    public static string PastTemplate(ProgrammeId programme, AwardId award) => $"{History(programme, award)}/template.csv";

    public static string PasteHistory(ProgrammeId programme, AwardId award) => $"{History(programme, award)}/paste";

    public static string Trend(ProgrammeId programme, AwardId award) => $"{History(programme, award)}/trend";
}
