using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;

namespace MonitoringReturns.Web.Pages.Programmes.Editor;

/// <summary>The form's front page.</summary>
public sealed record FormFrontModel(FormToEdit Form, IReadOnlyList<FieldError> Errors, string? Done = null);

/// <summary>The whole draft.</summary>
/// <param name="ToUndo">What undoing would undo; null for nothing.</param>
/// <param name="Done">What was just done, as a word of <see cref="EditorDone"/>; null for nothing.</param>
/// <param name="Bands">Its size for the awards that there are.</param>
public sealed record DraftModel(FoundDraft Found, EditLine? ToUndo, IReadOnlyList<BandSize> Bands, string? Done, IReadOnlyList<FieldError> Errors);

/// <summary>A page of a draft's history.</summary>
/// <param name="Lines">The newest first.</param>
public sealed record DraftHistoryModel(FoundDraft Found, IReadOnlyList<(EditLine Edit, string? Name)> Lines, int? Before);

/// <summary>A section of the draft as a charity sees it.</summary>
public sealed record PreviewModel(FoundDraft Found, IReadOnlyList<SectionToFill> Sections, SectionToFill? Section, IReadOnlyList<QuestionDocument> NotShown);

/// <summary>A page where something of the draft is changed.</summary>
/// <param name="Found">The draft as it is now; what is sent next is done to it.</param>
public sealed record EditorModel(FoundDraft Found, Typed Typed, IReadOnlyList<FieldError> Errors)
{
    /// <summary>What stands in the boxes now that somebody else changed it; null where nobody did.</summary>
    public Typed? Now { get; init; }

    public Programme Programme => Found.Programme;

    public FormDocument Document => Found.Document;

    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;
}

/// <summary>A section's page; of a new one where there is none yet.</summary>
public sealed record DraftSectionModel(EditorModel Page, SectionDocument? Section);

/// <summary>A page about a question, or about a question of a repeating group.</summary>
public sealed record QuestionModel(EditorModel Page, SectionDocument Section, QuestionPath Path, QuestionDocument Question)
{
    public bool IsPart => Path.Part is not null;

    public FormDocument? Before => Page.Found.Before?.Document;

    /// <summary>What was just done; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>The questions that stand before it.</summary>
    public IEnumerable<QuestionDocument> Earlier
    {
        get
        {
            var own = Path.Question;
            return Page.Document.Sections.SelectMany(section => section.Questions).TakeWhile(question => question.Id != own);
        }
    }
}

/// <summary>A page about a piece of a question; of a new one where there is no id.</summary>
public sealed record PieceModel(QuestionModel Of, PieceKind Kind, string? Id);

/// <summary>A page about a check; of a new one where there is no code.</summary>
public sealed record CheckModel(QuestionModel Of, string? Code, string Rule);

/// <summary>A page that asks whether something shall be removed.</summary>
/// <param name="What">Its name.</param>
/// <param name="Action">Where yes is sent.</param>
/// <param name="Back">Where no leads.</param>
/// <param name="Means">What goes with it; null for nothing.</param>
public sealed record RemoveModel(EditorModel Page, string What, string Action, string Back, string? Means = null);

/// <summary>What was just done, as words in an address.</summary>
public static class EditorDone
{
    public const string Begun = "begun";
    public const string Saved = "saved";
    public const string Undone = "undone";
    public const string Removed = "removed";
    public const string Discarded = "discarded";
    public const string Uploaded = "uploaded";
}

/// <summary>A page where a document is uploaded.</summary>
/// <param name="Mark">The draft that it replaces; null where it begins one.</param>
public sealed record FormUploadModel(Programme Programme, DraftMark? Mark, string Action, IReadOnlyList<FieldError> Errors);

/// <summary>A page where a question is added to a section, or to a repeating group.</summary>
public sealed record NewQuestionModel(EditorModel Page, SectionDocument Section, QuestionModel? Group = null);
