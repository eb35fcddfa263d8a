using MonitoringReturns.Core.Forms.Drafting;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms.Modules;

/// <summary>Adds a co-funder's module to a draft, as a section of its own before the declaration.</summary>
/// <param name="Versions">All versions of the form, whose ids are taken.</param>
public sealed record TakeModule(ModuleProposal Module, IReadOnlyList<FormVersion> Versions) : FormOperation
{
    public override IReadOnlyList<FormPlace> Touches => [];

    public override Outcome<Edited> ApplyTo(FormDocument now, UsedIds used)
    {
        ArgumentNullException.ThrowIfNull(now);
        var isLastSigned = now.Sections.Count > 0 && now.Sections[^1].Questions.Any(question => question.Type == DeclarationQuestion.Name);
        var section = new SectionDocument { Id = new SectionId("module"), Title = Module.Title, Module = Module.Funder.Id, VisibleTo = [Module.Funder.Id], Questions = [] };
        var added = new AddSection(section, null).ApplyTo(now, used);
        if (added.Value is not { Made: { } made } edited)
            return added.Problem!;
        var (id, document) = (new SectionId(made), edited.Document);
        foreach (var question in Module.Questions)
        {
            var one = new QuestionDocument
            {
                Id = new QuestionId("question"),
                Type = question.Type,
                Label = question.Label,
                Hint = question.Hint is { } hint ? new LocalText(hint) : default(LocalText?),
                Why = new LocalText(question.Why),
                UsedBy = new LocalText(question.UsedBy),
            };
            var asked = new AddQuestion(id, one, null).ApplyTo(document, new UsedIds([.. Versions.Select(version => version.Document), document]));
            if (asked.Value is not { } next)
                return asked.Problem!;
            document = next.Document;
        }
        if (isLastSigned)
            document = document with { Sections = document.Sections.Moved(one => one.Id == id, -1) };
        return new Edited(document, $"Took {Quote(Module.Title)} of {Module.Funder.Name} into the form", id.Value);
    }
}
