using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Storage.Rows;

/// <summary>
/// Write keys; an example row of each kind is in <c>docs/storage.md</c>. After an award's id stands <c>!</c>, which sorts before every character of
/// an id, so that rows of all kinds come in the order of the awards' ids, also where one id begins like another.
/// </summary>
internal static class Keys
{
    public static string Partition(ProgrammeId programme, PeriodId period) => $"{programme}|{period}";

    public static string Partition(ReturnKey key) => Partition(key.Programme, key.Period);

    public static string Header(AwardId award) => "h|" + award.Value;

    public static string DraftOf(AwardId award) => $"d|{award}!";

    public static string Draft(AwardId award, string section) => DraftOf(award) + section;

    public static string Revision(AwardId award, int number) => $"r|{award}!{number:D6}";

    /// <summary>An evidence file; no id of a question holds the separator either.</summary>
    public static string File(AwardId award, QuestionId question, FileId file) => FilesOf(award, question) + file.Value;

    public static string FilesOf(AwardId award) => $"f|{award}!";

    public static string FilesOf(AwardId award, QuestionId question) => $"{FilesOf(award)}{question}!";

    public static string Results(AwardId award) => "x|" + award.Value;

    public static string Feedback(AwardId award) => Feedbacks + award.Value;

    /// <summary>What was said of the monitoring, of all returns of a period.</summary>
    public const string Feedbacks = "b|";

    public static string Query(AwardId award, int number) => $"{QueriesOf(award)}{number:D4}";

    public static string QueriesOf(AwardId award) => $"q|{award}!";

    /// <summary>What a funder answered to a revision. Accepting has a key of its own: who leads now may have acknowledged the same revision as a co-funder.</summary>
    public static string AnswerBack(AwardId award, int revision, OrganisationId funder, AnswerBackKind kind) =>
        $"{AnswersBackOf(award)}{revision:D6}!{funder}{(kind == AnswerBackKind.Accepted ? "!accepted" : "")}";

    public static string AnswersBackOf(AwardId award) => $"k|{award}!";

    /// <summary>Who has waited longest comes first.</summary>
    public static string Waiting(DateTimeOffset since, ReturnKey key) => $"w|{since.UtcTicks:D19}|{Return(key)}";

    /// <summary>Says where the row above is.</summary>
    public static string WaitingPlace(ReturnKey key) => "r|" + Return(key);

    public static string Restated(ReturnKey key) => "n|" + Return(key);

    public static string RestatedSeen(ReturnKey key) => "s|" + Return(key);

    /// <summary>A return in a partition that holds many programmes'.</summary>
    private static string Return(ReturnKey key) => $"{key.Programme}|{key.Period}|{key.Award}";

    /// <summary>The return in a key such as <c>n|families-first|2026-q1|award-017</c>.</summary>
    /// <param name="parts">How many parts stand before it.</param>
    public static ReturnKey ReturnIn(string rowKey, int parts)
    {
        var ids = rowKey.Split('|');
        return new ReturnKey(Identifier.Parse<ProgrammeId>(ids[parts]), Identifier.Parse<PeriodId>(ids[parts + 1]), Identifier.Parse<AwardId>(ids[parts + 2]));
    }

    /// <summary>In place of a funder's identifier, which none is like.</summary>
    public const string Lead = "lead";

    /// <summary>The last period first, because reports are looked for by it.</summary>
    public static string ReportState(ReportKey key) => $"{ReportStatesEndingWith(key.To)}{key.From}|{ReaderAndContent(key)}";

    public static string ReportStatesEndingWith(PeriodId to) => $"s|{to}|";

    /// <summary>The higher the cut, the lower the key: the newest comes first.</summary>
    public static string PublishedReport(ReportKey key, long cut) => $"{PublishedReports(key)}{long.MaxValue - cut:D19}";

    public static string PublishedReports(ReportKey key) => $"p|{key.To}|{key.From}|{ReaderAndContent(key)}|";

    /// <summary>Whose it is, and what it holds where that is not the whole: reports of either are no beginning of one another's keys.</summary>
    private static string ReaderAndContent(ReportKey key) => $"{key.Funder?.Value ?? Lead}{(key.Content.IsWhole ? "" : $"!{key.Content.Name}")}";

    /// <summary>What was counted of a funder's looks at a period.</summary>
    public static string ShowingCount(OrganisationId funder) => ShowingCounts + funder.Value;

    public const string ShowingCounts = "n|";

    public static string Outbox(string id) => "o|" + id;

    public static string Award(AwardId award) => "a|" + award.Value;

    public static string AwardVersion(AwardId award, int version) => $"v|{award}!{version:D6}";

    /// <summary>What is proposed for an award's profile.</summary>
    public static string Proposal(AwardId award, int number) => $"{ProposalsOf(award)}{number:D6}";

    public static string ProposalsOf(AwardId award) => $"q|{award}!";

    /// <summary>A form version in the making: the higher its number, the lower the key, so that the newest comes first.</summary>
    public static string FormDraft(int number) => $"{FormDrafts}{MostFormDrafts - number:D4}";

    public const string FormDrafts = "f|";

    private const int MostFormDrafts = 9999;

    /// <summary>An edit of a form version in the making.</summary>
    public static string FormEdit(int draft, int edit) => $"u|{draft:D4}!{edit:D6}";

    public static int EditIn(string key) => int.Parse(key.AsSpan(key.IndexOf('!', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What was announced of a form version: “told”.</summary>
    public static string Announcement(int version) => $"{Announcements}{version:D4}";

    public const string Announcements = "t|";

    public static string ReadConfirmation(int version, OrganisationId provider) => ReadConfirmations(version) + provider.Value;

    public static string ReadConfirmations(int version) => $"y|{version:D4}!";

    public static string FormComment(int draft, string id) => FormComments(draft) + id;

    public static string FormComments(int draft) => $"c|{draft:D4}!";

    public static string Challenge(string id) => Challenges + id;

    public const string Challenges = "z|";

    /// <summary>What a co-funder proposes to ask: “given in”.</summary>
    public static string Module(OrganisationId funder, string id) => ModulesOf(funder) + id;

    public static string ModulesOf(OrganisationId funder) => $"{Modules}{funder}!";

    public const string Modules = "g|";

    public static string AnswerUse(int year, OrganisationId funder, QuestionId question) => $"{AnswerUses(year)}{funder}!{question}";

    public static string AnswerUses(int year) => $"i|{year:D4}!";

    /// <summary>An entry of the record of a return, whose partition it shares with others.</summary>
    public static string Entry(AwardId award, int number) => $"{EntriesOf(award)}{number:D6}";

    public static string EntriesOf(AwardId award) => $"e|{award}!";

    /// <summary>An entry of the record of what has a partition of its own.</summary>
    public static string Entry(int number) => $"{Entries}{number:D6}";

    public const string Entries = "e|";

    /// <summary>The row that stands for the whole partition.</summary>
    public const string Head = "h";

    /// <summary>The part between a mark and the next separator, as in <c>r|award!000001</c>.</summary>
    public static AwardId AwardOf(string rowKey)
    {
        var end = rowKey.IndexOf('!', StringComparison.Ordinal);
        return Identifier.Parse<AwardId>(end < 0 ? rowKey[2..] : rowKey[2..end]);
    }

    /// <summary>Where the keys that start with a prefix end: no key has a character above it.</summary>
    public static string After(string prefix) => prefix + "~";
}
