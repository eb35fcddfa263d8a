using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>Compares two versions: the form as a whole, its sections, then question by question.</summary>
internal static class FormComparison
{
    public static IReadOnlyList<FormChange> Between(FormDocument before, FormDocument after)
    {
        var (old, now) = (QuestionsOf(before), QuestionsOf(after));
        var names = new FigureNames(before, after);
        List<FormChange> changes = [.. OfForm(before, after), .. OfSections(before, after)];
        changes.AddRange(new PartComparison(ChangedThing.Question, "question", Words.Quote(after.Title.En), id => PlaceOf((now.GetValueOrDefault(id) ?? old[id]).Section, id))
            .Between([.. old.Values.Select(one => Part.Of(one.Question))], [.. now.Values.Select(one => Part.Of(one.Question))]));
        foreach (var (id, (section, question)) in now)
            if (old.TryGetValue(id, out var was))
            {
                changes.AddRange(OfReaders(was.Section, section, was.Question, question));
                changes.AddRange(new QuestionComparison(was.Question, question, PlaceOf(section, id), names).Changes());
            }
        return changes;
    }

    private static OrderedDictionary<string, SectionedQuestion> QuestionsOf(FormDocument form)
    {
        var questions = new OrderedDictionary<string, SectionedQuestion>(StringComparer.Ordinal);
        foreach (var section in form.Sections)
            foreach (var question in section.Questions)
                if (!questions.TryAdd(question.Id.Value, new SectionedQuestion(section, question)))
                    throw new FormDefinitionException(question.Id.Value, "two questions have this id, so what changed can't be told");
        return questions;
    }

    private static ChangePlace PlaceOf(SectionDocument section, string id) => new(section.Id, new QuestionId(id));

    private static IEnumerable<FormChange> OfForm(FormDocument before, FormDocument after)
    {
        var place = new ChangePlace(Section: null);
        if (Words.Reworded(before.Title, after.Title) is { } sentence)
            yield return new FormChange(ChangedThing.Form, ChangeKind.Reworded, place, sentence);
        if (before.Minutes != after.Minutes)
            yield return new FormChange(
                ChangedThing.Form, OfEstimate(before.Minutes, after.Minutes), place,
                $"The return is estimated to take {Estimate(after.Minutes)}; so far it was {Estimate(before.Minutes)}.");
        if (before.SecondSignature != after.SecondSignature)
            yield return OfSignatures(before.SecondSignature, after.SecondSignature, place);
    }

    private static FormChange OfSignatures(LocalText? before, LocalText? after, ChangePlace place) => (before, after) switch
    {
        (null, { } role) => new FormChange(ChangedThing.Form, ChangeKind.Added, place, $"Two people sign the return: beside the signatory also {Words.Quote(role.En)}."),
        (_, null) => new FormChange(ChangedThing.Form, ChangeKind.Removed, place, "One signature is enough now; so far two people signed the return."),
        ({ } was, { } role) => new FormChange(ChangedThing.Form, ChangeKind.Reworded, place, Words.Reworded(was, role, "the second signature")!),
    };

    /// <summary>A first estimate makes no work; none any more says nothing.</summary>
    private static ChangeKind OfEstimate(int? before, int? after) => (before, after) switch
    {
        (null, _) or (_, null) => ChangeKind.Explained,
        var (was, now) => now < was ? ChangeKind.EstimateLowered : ChangeKind.EstimateRaised,
    };

    private static string Estimate(int? minutes) => minutes is { } known ? $"{known} {(known == 1 ? "minute" : "minutes")}" : "an unknown time";

    private static IEnumerable<FormChange> OfSections(FormDocument before, FormDocument after)
    {
        var form = Words.Quote(after.Title.En);
        var came = new PartComparison(ChangedThing.Section, "section", form, id => new ChangePlace(new SectionId(id))).Between([.. before.Sections.Select(Part.Of)], [.. after.Sections.Select(Part.Of)]);
        foreach (var change in came)
            yield return change;
        if (PartComparison.IsReordered(before.Sections.Select(section => section.Id.Value), after.Sections.Select(section => section.Id.Value)))
            yield return new FormChange(ChangedThing.Form, ChangeKind.Moved, new ChangePlace(Section: null), $"The sections of {form} stand in another order.");
        foreach (var section in after.Sections)
            if (before.Sections.FirstOrDefault(old => old.Id == section.Id) is { } was)
                foreach (var change in OfSection(was, section))
                    yield return change;
    }

    private static IEnumerable<FormChange> OfSection(SectionDocument before, SectionDocument after)
    {
        FormChange Change(ChangeKind kind, string sentence) => new(ChangedThing.Section, kind, new ChangePlace(after.Id), sentence);
        var name = Words.Quote(after.Title.En);
        if (Words.Reworded(before.Title, after.Title) is { } sentence)
            yield return Change(ChangeKind.Reworded, sentence);
        if (before.Hint != after.Hint)
            yield return Change(ChangeKind.Explained, $"The hint of {name} changed.");
        if (PartComparison.IsReordered(before.Questions.Select(question => question.Id.Value), after.Questions.Select(question => question.Id.Value)))
            yield return Change(ChangeKind.Moved, $"The questions of {name} stand in another order.");
        foreach (var (kind, what) in OfAwards(before, after))
            yield return Change(kind, $"{name} {what}.");
        if (OfReaders(before.VisibleTo, after.VisibleTo) is { } seen)
            yield return Change(seen.Kind, $"The answers in {name} may be seen by {seen.What} than so far.");
    }

    /// <summary>Which awards are asked, and how often.</summary>
    private static IEnumerable<(ChangeKind Kind, string What)> OfAwards(SectionDocument before, SectionDocument after)
    {
        if (before.Module != after.Module)
            yield return (before.Module, after.Module) switch
            {
                (_, null) => (ChangeKind.AskedOfMore, "is asked of every award, not only of those that one funder pays for"),
                (null, _) => (ChangeKind.AskedOfFewer, "is asked only of awards that one funder pays for"),
                _ => (ChangeKind.AskedOfOthers, "is asked of awards that another funder pays for"),
            };
        if (before.AgreedOutcomes != after.AgreedOutcomes)
            yield return (before.AgreedOutcomes, after.AgreedOutcomes) switch
            {
                (null, _) => (ChangeKind.AskedOfOthers, "is asked once for each agreed outcome"),
                (_, null) => (ChangeKind.AskedOfOthers, "is asked once, whatever outcomes are agreed"),
                var (most, newMost) when newMost > most => (ChangeKind.AskedOfMore, $"is asked for up to {newMost} agreed outcomes, not {most}"),
                var (most, newMost) => (ChangeKind.AskedOfFewer, $"is asked for up to {newMost} agreed outcomes, not {most}"),
            };
    }

    /// <summary>What a question's place and its own readers change of who is asked and who sees the answer.</summary>
    private static IEnumerable<FormChange> OfReaders(SectionDocument oldSection, SectionDocument newSection, QuestionDocument before, QuestionDocument after)
    {
        FormChange Change(ChangeKind kind, string sentence) => new(ChangedThing.Question, kind, PlaceOf(newSection, after.Id.Value), sentence);
        var name = Words.Quote(after.Label.En);
        var moved = oldSection.Id != newSection.Id;
        if (moved)
        {
            yield return Change(ChangeKind.Moved, $"{name} moved from {Words.Quote(oldSection.Title.En)} to {Words.Quote(newSection.Title.En)}.");
            foreach (var (kind, what) in OfAwards(oldSection, newSection))
                yield return Change(kind, $"{name} {what}.");
        }
        // Where neither the question nor its section is another, the section tells.
        if ((moved || !before.VisibleTo.SequenceEqual(after.VisibleTo))
            && OfReaders(ReadersOf(oldSection, before), ReadersOf(newSection, after)) is { } seen)
            yield return Change(seen.Kind, $"The answer to {name} may be seen by {seen.What} than so far.");
    }

    private static IReadOnlyList<OrganisationId> ReadersOf(SectionDocument section, QuestionDocument question) =>
        question.VisibleTo.Count > 0 ? question.VisibleTo : section.VisibleTo;

    /// <summary>No one named is every funder of the award.</summary>
    private static (ChangeKind Kind, string What)? OfReaders(IReadOnlyList<OrganisationId> before, IReadOnlyList<OrganisationId> after)
    {
        if (before.ToHashSet().SetEquals(after))
            return null;
        return before.Count > 0 && (after.Count == 0 || after.Except(before).Any()) ? (ChangeKind.SeenByMore, "more or other funders") : (ChangeKind.SeenByFewer, "fewer funders");
    }

    private sealed record SectionedQuestion(SectionDocument Section, QuestionDocument Question);
}
