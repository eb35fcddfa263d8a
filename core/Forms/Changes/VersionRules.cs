namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>Why a version can't follow another one.</summary>
/// <param name="Place">An id, or <c>question/id</c> of a row, column, choice or part.</param>
public sealed record VersionProblem(string Place, string Sentence);

/// <summary>What must hold between a version of a form and the one before it.</summary>
public static class VersionRules
{
    /// <summary>All that is wrong, in the new version's order; none where it may follow.</summary>
    public static IReadOnlyList<VersionProblem> ProblemsBetween(FormDocument before, FormDocument after)
    {
        var problems = new List<VersionProblem>();
        if (before.Form != after.Form)
            problems.Add(new VersionProblem("form", $"This is a version of {after.Form}, and the one before it is of {before.Form}."));
        if (after.Version <= before.Version)
            problems.Add(new VersionProblem("version", $"This version has the number {after.Version}, and the one before it has {before.Version}: give it a higher one."));
        CheckQuestions("", [.. before.Sections.SelectMany(section => section.Questions)], [.. after.Sections.SelectMany(section => section.Questions)], problems);
        return problems;
    }

    /// <exception cref="FormDefinitionException">The version can't follow the one before; the first reason.</exception>
    public static void Check(FormDocument before, FormDocument after)
    {
        if (ProblemsBetween(before, after) is [var problem, ..])
            throw new FormDefinitionException(problem.Place, problem.Sentence.TrimEnd('.'));
    }

    /// <summary>
    /// What is wrong with ids of a version, given all versions that the form ever had: an id means the same thing for ever, so none comes back for
    /// another thing, or of another type. With <see cref="ProblemsBetween"/> this keeps chains of what replaces what without circles.
    /// </summary>
    /// <param name="before">The version that it follows: what goes on keeps its id.</param>
    public static IReadOnlyList<VersionProblem> ProblemsWithHistory(IReadOnlyList<FormDocument> earlier, FormDocument? before, FormDocument after)
    {
        var problems = new List<VersionProblem>();
        var now = before is null ? [] : IdsOf(before).ToHashSet(StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var version in earlier)
            foreach (var place in IdsOf(version))
                taken[place] = version.Version;
        foreach (var place in IdsOf(after))
            if (!now.Contains(place) && taken.TryGetValue(place, out var version))
                problems.Add(new VersionProblem(place, $"Version {version} used this id, and the version before this one doesn't: an id is never used again. Give it a new one"));
        return problems;
    }

    /// <summary>Every id of a version, by its place.</summary>
    private static IEnumerable<string> IdsOf(FormDocument document) => document.Sections.SelectMany(section => section.Questions).SelectMany(question => (string[])
    [
        $"{question.Id}",
        .. question.Rows.Select(row => $"{question.Id}/rows/{row.Id}"),
        .. question.Columns.Select(column => $"{question.Id}/columns/{column.Id}"),
        .. question.Choices.Select(choice => $"{question.Id}/choices/{choice.Id}"),
        .. question.Questions.Select(part => $"{question.Id}/questions/{part.Id}"),
    ]).Distinct(StringComparer.Ordinal);

    private static void CheckQuestions(string within, IReadOnlyList<QuestionDocument> before, IReadOnlyList<QuestionDocument> after, List<VersionProblem> problems)
    {
        CheckReplaced(within, "question", [.. before.Select(Part.Of)], [.. after.Select(Part.Of)], problems);
        foreach (var question in after)
        {
            var place = within + question.Id;
            var same = before.FirstOrDefault(one => one.Id == question.Id);
            if (same is not null && !string.Equals(same.Type, question.Type, StringComparison.Ordinal))
                problems.Add(new VersionProblem(place, $"{Words.Quote(question.Label.En)} was of type {same.Type} and is of type {question.Type}: an id never changes its type. Give the question a new id that replaces it."));
            // The parts of a question that takes the place of others replace theirs.
            List<QuestionDocument> olds = [.. before.Where(one => one.Id == question.Id || question.Replaces.Contains(one.Id))];
            CheckReplaced($"{place}/", "row", [.. olds.SelectMany(one => one.Rows).Select(Part.Of)], [.. question.Rows.Select(Part.Of)], problems);
            CheckReplaced($"{place}/", "column", [.. olds.SelectMany(one => one.Columns).Select(Part.Of)], [.. question.Columns.Select(Part.Of)], problems);
            CheckReplaced($"{place}/", "choice", [.. olds.SelectMany(one => one.Choices).Select(Part.Of)], [.. question.Choices.Select(Part.Of)], problems);
            foreach (var column in question.Columns)
                if (same?.Columns.FirstOrDefault(one => one.Id == column.Id) is { } was && !string.Equals(was.Type, column.Type, StringComparison.Ordinal))
                    problems.Add(new VersionProblem($"{place}/{column.Id}", $"The column {Words.Quote(column.Label.En)} was of type {was.Type} and is of type {column.Type}: an id never changes its type. Give the column a new id that replaces it."));
            CheckQuestions($"{place}/", [.. olds.SelectMany(one => one.Questions)], question.Questions, problems);
        }
    }

    private static void CheckReplaced(string within, string noun, List<Part> before, List<Part> after, List<VersionProblem> problems)
    {
        var old = before.Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        var now = after.Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var part in after)
            foreach (var id in part.Replaces)
            {
                var name = Words.Quote(part.Label);
                if (id == part.Id)
                    problems.Add(new VersionProblem(within + part.Id, $"{name} replaces itself: a {noun} that goes on keeps its id and replaces nothing."));
                else if (!old.Contains(id))
                    problems.Add(new VersionProblem(within + part.Id, $"{name} replaces {id}, but the version before has no such {noun}."));
                else if (now.Contains(id))
                    problems.Add(new VersionProblem(within + part.Id, $"{name} replaces {id}, but this version still has that {noun}."));
            }
    }
}
