using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.People;
using MonitoringReturns.Functions.Api;
using MonitoringReturns.Functions.Pages.Kept;
using MonitoringReturns.Functions.SignIn;
using MonitoringReturns.Web;
using MonitoringReturns.Web.Pages;
using MonitoringReturns.Web.Pages.Problems;
using MonitoringReturns.Web.Pages.Programmes;
using MonitoringReturns.Web.Pages.Programmes.Editor;
using MonitoringReturns.Web.Pages.Programmes.Setup;
using MonitoringReturns.Web.Patterns;
using static MonitoringReturns.Functions.Pages.Programmes.Editor.EditorForms;
using Choice = MonitoringReturns.Core.Forms.Choice;

namespace MonitoringReturns.Functions.Pages.Programmes.Editor;

/// <summary>GET, POST /programmes/{programme}/form/draft/questions/{question}/choices/new and …/{piece}, …/{piece}/remove; POST …/move. Rows, columns, parts and checks alike.</summary>
internal static class PieceEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var kind in Enum.GetValues<PieceKind>())
        {
            var route = $"{ProgrammeAddresses.DraftRoute}/questions/{{question}}/{QuestionText.PathOf(kind)}";
            pages.MapPost(route + "/move", (string programme, string question, ReadForm read, EditForm edit, HttpContext http) => OfAsync(programme, question, kind, read, http, model => MoveAsync(model, kind, read, edit, http)));
            pages.MapMethods(route + "/{piece}/remove", PagesFunction.Read, (string programme, string question, string piece, ReadForm read, HttpContext http) =>
                OfAsync(programme, question, kind, read, http, model => Task.FromResult<IResult>(Find(model, kind, piece) is { } found ? Removing(model, kind, found, [], StatusCodes.Status200OK) : ProblemPages.NotFound)));
            pages.MapPost(route + "/{piece}/remove", (string programme, string question, string piece, ReadForm read, EditForm edit, HttpContext http) =>
                OfAsync(programme, question, kind, read, http, model => RemoveAsync(model, kind, piece, read, edit, http)));
            if (kind is PieceKind.Part or PieceKind.Check)
                continue;
            pages.MapMethods(route + "/{piece}", PagesFunction.Read, (string programme, string question, string piece, ReadForm read, HttpContext http) =>
                OfAsync(programme, question, kind, read, http, model => Task.FromResult<IResult>(IsThere(model, kind, piece) ? Page(new PieceModel(model with { Page = model.Page with { Typed = Stored(model, kind, piece) } }, kind, IdOf(piece)), StatusCodes.Status200OK) : ProblemPages.NotFound)));
            KeepsPosts.Mark(pages.MapPost(route + "/{piece}", (string programme, string question, string piece, ReadForm read, EditForm edit, HttpContext http) =>
                OfAsync(programme, question, kind, read, http, model => IsThere(model, kind, piece) ? SaveAsync(new PieceModel(model, kind, IdOf(piece)), read, edit, http) : Task.FromResult<IResult>(ProblemPages.NotFound))));
        }
    }

    public static Task<IResult> OfAsync(string programme, string question, PieceKind kind, ReadForm read, HttpContext http, Func<QuestionModel, Task<IResult>> page) =>
        EditorPages.OfQuestionAsync(programme, question, read, http, model => QuestionText.PiecesOf(model).Contains(kind) ? page(model) : Task.FromResult<IResult>(ProblemPages.NotFound));

    private static string? IdOf(string piece) => piece == "new" ? null : piece;

    private static Piece? Find(QuestionModel model, PieceKind kind, string id) => Pieces.Of(model.Question, kind).FirstOrDefault(piece => piece.Id == id);

    private static bool IsThere(QuestionModel model, PieceKind kind, string piece) => piece == "new" || Find(model, kind, piece) is not null;

    private static PageResult Page(PieceModel model, int status) => PageResult.Of<PiecePage, PieceModel>(model, status);

    private static string Question(QuestionModel model, string done) => DoneWords.At(ProgrammeAddresses.DraftQuestion(model.Page.Programme.Id, model.Path), done);

    private static Typed Stored(QuestionModel model, PieceKind kind, string piece) => kind switch
    {
        PieceKind.Choice when model.Question.Choices.FirstOrDefault(choice => choice.Id == piece) is { } choice => new([.. BoxesOf("label", choice.Label), Box("replaces", choice.Replaces)]),
        PieceKind.Row when model.Question.Rows.FirstOrDefault(row => row.Id.Value == piece) is { } row => new(
            [.. BoxesOf("label", row.Label), Box("replaces", row.Replaces.Select(old => old.Value)), Box("funder", row.Funder?.Value), .. row.Indicators.Select(one => Box($"indicator-{one.Key}", one.Value.Value))]),
        PieceKind.Column when model.Question.Columns.FirstOrDefault(column => column.Id.Value == piece) is { } column => new(
            [.. BoxesOf("label", column.Label), Box("replaces", column.Replaces.Select(old => old.Value)), Box("indicator", column.Indicator?.Value)]),
        _ => Typed.Nothing,
    };

    private static async Task<IResult> SaveAsync(PieceModel piece, ReadForm read, EditForm edit, HttpContext http)
    {
        var (model, typed, errors) = (piece.Of, (await http.FormAsync()).Boxes(), new List<FieldError>());
        var (label, replaces) = (typed.Label("label", "Enter what people read.", errors), typed.All("replaces"));
        if (replaces.Except(Pieces.Gone(model.Question, piece.Kind, model.Before).Select(gone => gone.Id), StringComparer.Ordinal).Any())
            errors.Add(new FieldError("Choose what the version before had and this one has not.", "replaces"));
        var (used, word) = (model.Page.Found.UsedIdsOf(), $"{piece.Kind}".ToLowerInvariant());
        var id = piece.Id ?? typed.Id() ?? used.NewPiece(model.Question.Id, word, label.En);
        if (piece.Id is null && (!Identifier.TryParse<QuestionId>(id, out _) || used.HasPiece(model.Question.Id, word, id)))
            errors.Add(new FieldError($"The short name {id} can’t be used: it has other characters than letters, digits and hyphens, is too long, or the question has, or had, it already.", "id"));
        var change = piece.Kind switch
        {
            PieceKind.Choice => Added(question => question.Choices, new Choice(id, label) { Replaces = replaces }, choice => choice.Id == id, (question, choices) => question with { Choices = choices }),
            PieceKind.Row => Row(piece, id, label, replaces, typed, errors),
            _ => Column(piece, id, label, replaces, typed, errors),
        };
        IResult Again(QuestionModel current, IReadOnlyList<FieldError> wrong, bool meanwhile, int status) => Page(piece with
        {
            Of = current with { Page = new EditorModel(current.Page.Found, typed, wrong) { Now = meanwhile && piece.Id is { } known ? Stored(current, piece.Kind, known) : null } },
        }, status);
        if (errors.Count > 0)
            return Again(model, errors, false, StatusCodes.Status422UnprocessableEntity);
        var what = piece.Id is null ? $"the {word}s, with “{label.En}” added," : $"the {word} “{label.En}”";
        var done = await edit.RunAsync(model.Page.Programme.Id, typed.Mark(), model.Path.Change(change, what), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => Question(model, EditorDone.Saved), read, model.Page.Programme.Id, http,
            (now, wrong, meanwhile, status) => EditorPages.ModelOf(now, model.Path) is { } current && IsThere(current, piece.Kind, piece.Id ?? "new") ? Again(current, wrong, meanwhile, status) : null);
    }

    private static Func<QuestionDocument, QuestionDocument> Row(PieceModel piece, string id, LocalText label, IReadOnlyList<string> replaces, Typed typed, List<FieldError> errors)
    {
        var funder = typed.Funder(piece.Of.Page.Found, "funder", errors);
        var indicators = new Dictionary<ColumnId, IndicatorId>();
        foreach (var column in piece.Of.Question.Columns)
            if (typed.Indicator($"indicator-{column.Id}", errors) is { } indicator)
                indicators[column.Id] = indicator;
        var row = new RowDocument { Id = new RowId(id), Label = label, Funder = funder, Indicators = indicators, Replaces = [.. replaces.Select(old => new RowId(old))] };
        return Added(question => question.Rows, row, one => one.Id == row.Id, (question, rows) => question with { Rows = rows });
    }

    private static Func<QuestionDocument, QuestionDocument> Column(PieceModel piece, string id, LocalText label, IReadOnlyList<string> replaces, Typed typed, List<FieldError> errors)
    {
        var type = piece.Id is null ? typed.Text("type") : piece.Of.Question.Columns.First(column => column.Id.Value == id).Type;
        if (type is not (CountQuestion.Name or MoneyQuestion.Name))
            errors.Add(new FieldError("Choose whether the column counts or is money.", "type"));
        var column = new ColumnDocument { Id = new ColumnId(id), Label = label, Type = type, Indicator = typed.Indicator("indicator", errors), Replaces = [.. replaces.Select(old => new ColumnId(old))] };
        return Added(question => question.Columns, column, one => one.Id == column.Id, (question, columns) => question with { Columns = columns });
    }

    /// <summary>With the piece in place of the one with its id, or at the end.</summary>
    private static Func<QuestionDocument, QuestionDocument> Added<T>(Func<QuestionDocument, IReadOnlyList<T>> pieces, T piece, Func<T, bool> isIt, Func<QuestionDocument, IReadOnlyList<T>, QuestionDocument> with) =>
        question => with(question, pieces(question).Any(isIt) ? [.. pieces(question).Select(one => isIt(one) ? piece : one)] : [.. pieces(question), piece]);

    private static async Task<IResult> MoveAsync(QuestionModel model, PieceKind kind, ReadForm read, EditForm edit, HttpContext http)
    {
        var typed = (await http.FormAsync()).Boxes();
        if (typed.Text("move").Split('/') is not [var direction, var id] || Find(model, kind, id) is not { } piece)
            return ProblemPages.NotFound;
        var done = await edit.RunAsync(
            model.Page.Programme.Id, typed.Mark(), model.Path.Change(question => Pieces.Moved(question, kind, id, direction == "up" ? -1 : 1), $"the order of “{piece.Label.En}”"), http.Caller(), http.RequestAborted);
        return done.Problem is { } problem ? ProblemPages.Of(problem) : new SeeOther($"{ProgrammeAddresses.DraftQuestion(model.Page.Programme.Id, model.Path)}#{QuestionText.PathOf(kind)}");
    }

    private static PageResult Removing(QuestionModel model, PieceKind kind, Piece piece, IReadOnlyList<FieldError> errors, int status) => PageResult.Of<RemovePage, RemoveModel>(new RemoveModel(
        model.Page with { Errors = errors }, kind == PieceKind.Check ? piece.Id : piece.Label.En, ProgrammeAddresses.DraftQuestion(model.Page.Programme.Id, model.Path, $"/{QuestionText.PathOf(kind)}/{piece.Id}/remove"),
        ProgrammeAddresses.DraftQuestion(model.Page.Programme.Id, model.Path)), status);

    private static async Task<IResult> RemoveAsync(QuestionModel model, PieceKind kind, string id, ReadForm read, EditForm edit, HttpContext http)
    {
        if (Find(model, kind, id) is not { } piece)
            return ProblemPages.NotFound;
        var typed = (await http.FormAsync()).Boxes();
        var done = await edit.RunAsync(model.Page.Programme.Id, typed.Mark(), model.Path.Change(question => Pieces.Without(question, kind, id), $"the {$"{kind}".ToLowerInvariant()}s, with “{piece.Label.En}” removed,"), http.Caller(), http.RequestAborted);
        return await EditorPages.AfterAsync(done, _ => Question(model, EditorDone.Removed), read, model.Page.Programme.Id, http,
            (now, wrong, _, status) => EditorPages.ModelOf(now, model.Path) is { } current && Find(current, kind, id) is { } still ? Removing(current, kind, still, wrong, status) : null);
    }
}
