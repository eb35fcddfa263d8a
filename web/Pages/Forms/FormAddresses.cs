using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms.Modules;
using MonitoringReturns.Core.Forms.Notice;

namespace MonitoringReturns.Web.Pages.Forms;

/// <summary>Where the pages about a programme's form are, for its funders and its providers alike; said once for links and endpoints.</summary>
public static class FormAddresses
{
    public const string Route = "/forms/{programme}";

    public const string VersionRoute = Route + "/versions/{version:int}";

    public const string CommentRoute = Route + "/drafts/{draft:int}/comments/{comment}";

    public const string ChallengeRoute = Route + "/challenges/{challenge}";

    public const string QuestionRoute = Route + "/questions/{question}/challenge";

    public const string ModulesRoute = Route + "/modules";

    public const string ModuleRoute = ModulesRoute + "/{funder}/{module}";

    public const string UseRoute = Route + "/use/{year:int}";

    /// <summary>The form through the time.</summary>
    public static string Form(ProgrammeId programme) => $"/forms/{programme}";

    /// <summary>What a version changes.</summary>
    public static string Version(ProgrammeId programme, int version) => System.FormattableString.Invariant($"{Form(programme)}/versions/{version}");

    /// <summary>A version's questions, to read and to print.</summary>
    public static string Questions(ProgrammeId programme, int version) => $"{Version(programme, version)}/questions";

    /// <summary>The same as plain text.</summary>
    public static string PlainText(ProgrammeId programme, int version) => $"{Questions(programme, version)}.txt";

    /// <summary>Where a version is tried; nothing is stored.</summary>
    public static string Try(ProgrammeId programme, int version) => $"{Version(programme, version)}/try";

    public static string Try(ProgrammeId programme, int version, SectionId section) => $"{Try(programme, version)}/{section}";

    /// <summary>Where a provider posts that it has read what changes.</summary>
    public static string Confirm(ProgrammeId programme, int version) => $"{Version(programme, version)}/read";

    /// <summary>Where a version is read that is to be confirmed: what it changes or, where nobody announced it, its questions.</summary>
    public static string ToRead(ProgrammeId programme, FirstForm first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return first.IsAnnounced ? Version(programme, first.Version.Number) : Questions(programme, first.Version.Number);
    }

    /// <summary>Who confirmed having read it, for the lead funder.</summary>
    public static string Readers(ProgrammeId programme, int version) => $"{Version(programme, version)}/readers";

    public static string Withdraw(ProgrammeId programme, int version) => $"{Version(programme, version)}/withdraw";

    /// <summary>The version in the making, while it is open to comments.</summary>
    public static string Draft(ProgrammeId programme) => $"{Form(programme)}/draft";

    /// <summary>Where it is opened to comments and closed.</summary>
    public static string Consult(ProgrammeId programme) => $"{Form(programme)}/consultation";

    public static string CloseConsultation(ProgrammeId programme) => $"{Consult(programme)}/close";

    public static string Announce(ProgrammeId programme) => $"{Form(programme)}/announce";

    public static string Comment(ProgrammeId programme, int draft, string id) => System.FormattableString.Invariant($"{Form(programme)}/drafts/{draft}/comments/{id}");

    public static string Challenge(ProgrammeId programme, string id) => $"{Form(programme)}/challenges/{id}";

    /// <summary>Where a question is challenged.</summary>
    public static string ChallengeQuestion(ProgrammeId programme, QuestionId question) => $"{Form(programme)}/questions/{question}/challenge";

    /// <summary>What co-funders propose to ask.</summary>
    public static string Modules(ProgrammeId programme) => $"{Form(programme)}/modules";

    public static string NewModule(ProgrammeId programme) => $"{Modules(programme)}/new";

    public static string Module(ModuleProposal module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return $"{Modules(module.Programme)}/{module.Funder.Id}/{module.Id}";
    }

    public static string Use(ProgrammeId programme, int year) => System.FormattableString.Invariant($"{Form(programme)}/use/{year}");

    /// <summary>Where what somebody said stands.</summary>
    public static string Of(FormSaying saying) => saying switch
    {
        FormComment comment => Comment(comment.Programme, comment.Draft, comment.Id),
        _ => Challenge(saying.Programme, saying.Id),
    };
}
