using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>What an operation made of a document.</summary>
/// <param name="What">What was done, in words.</param>
/// <param name="Made">The id of what is new; null where nothing is.</param>
public sealed record Edited(FormDocument Document, string What, string? Made = null);

/// <summary>One step of the editor. It is done to the newest document, also where somebody else changed other parts of it meanwhile.</summary>
public abstract record FormOperation
{
    /// <summary>What has to be as it was read, and must still be there.</summary>
    public abstract IReadOnlyList<FormPlace> Touches { get; }

    /// <summary>The document with it done; a refusal where it can't be. What it touches is there.</summary>
    public abstract Outcome<Edited> ApplyTo(FormDocument now, UsedIds used);

    internal static string Quote(LocalText text) => $"“{text.En}”";

    internal static Problem IdRefused(string what) => new(Catalogue.FormEditNotUsable, "Nothing was saved.") { Findings = [new Finding(Catalogue.FormNotUsable, FindingKind.Refused, "id", what)] };

    internal static Problem Refused(string place, string what) => new(Catalogue.FormEditNotUsable, "Nothing was saved.") { Findings = [new Finding(Catalogue.FormNotUsable, FindingKind.Refused, place, what)] };
}

/// <summary>Changes title, notes, minutes or signatures.</summary>
public sealed record ChangeDetails(Func<FormDocument, FormDocument> Change) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [FormPlace.Details];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) =>
        new Edited(Change(now) with { Form = now.Form, Version = now.Version, Sections = now.Sections }, "Changed the form’s title and notes");
}

/// <summary>Puts another document in place of the whole form.</summary>
public sealed record ReplaceDocument(FormDocument Document) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [FormPlace.Everything];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) => new Edited(Document with { Form = now.Form, Version = now.Version }, "Uploaded a document");
}

/// <summary>Adds a section at the end.</summary>
/// <param name="Id">Null to make it from the title.</param>
public sealed record AddSection(SectionDocument Section, string? Id) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used)
    {
        var id = used.NewSection(Section.Title.En);
        if (Id is not null && (!Identifier.TryParse(Id, out id) || used.HasSection(Id)))
            return IdRefused($"The short name {Id} can’t be used: it has other characters than letters, digits and hyphens, is too long, or the form has, or had, it for another section.");
        return new Edited(now with { Sections = [.. now.Sections, Section with { Id = id, Questions = [] }] }, $"Added the section {Quote(Section.Title)}", id.Value);
    }
}

/// <summary>Changes a section's words, module, readers or repetition.</summary>
public sealed record ChangeSection(SectionId Id, Func<SectionDocument, SectionDocument> Change) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [FormPlace.Of(Id)];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) =>
        new Edited(now.With(Id, section => Change(section) with { Id = Id, Questions = section.Questions }), $"Changed the section {Quote(now.Section(Id)!.Title)}");
}

/// <summary>Moves a section by so many places.</summary>
public sealed record MoveSection(SectionId Id, int By) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) => now.Section(Id) is { } section
        ? new Edited(now with { Sections = now.Sections.Moved(one => one.Id == Id, By) }, $"Moved the section {Quote(section.Title)} {(By < 0 ? "up" : "down")}")
        : Refused("section", "Somebody removed this section meanwhile.");
}

/// <summary>Removes a section with all of its questions.</summary>
public sealed record RemoveSection(SectionId Id) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [FormPlace.Of(Id, whole: true)];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) =>
        new Edited(now with { Sections = [.. now.Sections.Where(section => section.Id != Id)] }, $"Removed the section {Quote(now.Section(Id)!.Title)}");
}

/// <summary>Adds a question at the end of a section.</summary>
/// <param name="Id">Null to make it from the label.</param>
public sealed record AddQuestion(SectionId Section, QuestionDocument Question, string? Id) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used)
    {
        if (now.Section(Section) is not { } section)
            return Refused("section", "Somebody removed this section meanwhile: add the question to another.");
        var id = used.NewQuestion(Question.Label.En);
        if (Id is not null && (!Identifier.TryParse(Id, out id) || used.HasQuestion(Id)))
            return IdRefused($"The short name {Id} can’t be used: it has other characters than letters, digits and hyphens, is too long, or the form has, or had, it for another question.");
        return new Edited(now.With(Section, one => one with { Questions = [.. one.Questions, Question with { Id = id }] }), $"Added the question {Quote(Question.Label)} to {Quote(section.Title)}", id.Value);
    }
}

/// <summary>Changes a question, or its choices, rows, columns, checks or parts.</summary>
/// <param name="What">What of it, such as “the words”.</param>
public sealed record ChangeQuestion(QuestionId Id, Func<QuestionDocument, QuestionDocument> Change, string What) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [FormPlace.Of(Id)];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) =>
        new Edited(now.With(Id, question => Change(question) with { Id = Id, Type = question.Type }), $"Changed {What} of {Quote(now.Question(Id)!.Label)}");
}

/// <summary>Moves a question by so many places in its section.</summary>
public sealed record MoveQuestion(QuestionId Id, int By) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) => now.SectionOf(Id) is { } section
        ? new Edited(now.With(section.Id, one => one with { Questions = one.Questions.Moved(question => question.Id == Id, By) }), $"Moved {Quote(now.Question(Id)!.Label)} {(By < 0 ? "up" : "down")}")
        : Refused("question", "Somebody removed this question meanwhile.");
}

/// <summary>Moves a question to the end of another section.</summary>
public sealed record MoveToSection(QuestionId Id, SectionId To) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [FormPlace.Of(Id)];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used)
    {
        if (now.Section(To) is not { } section)
            return Refused("section", "Choose the section to move it to.");
        var question = now.Question(Id)!;
        var without = now.With(now.SectionOf(Id)!.Id, one => one with { Questions = [.. one.Questions.Where(other => other.Id != Id)] });
        return new Edited(without.With(To, one => one with { Questions = [.. one.Questions, question] }), $"Moved {Quote(question.Label)} to {Quote(section.Title)}");
    }
}

/// <summary>Removes a question.</summary>
public sealed record RemoveQuestion(QuestionId Id) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [FormPlace.Of(Id)];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used) =>
        new Edited(now.With(now.SectionOf(Id)!.Id, section => section with { Questions = [.. section.Questions.Where(question => question.Id != Id)] }), $"Removed the question {Quote(now.Question(Id)!.Label)}");
}
