using FsCheck;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Versions of one form whose parts are split, merged, renamed, dropped, added, asked again and moved.</summary>
internal static class GeneratedVersions
{
    public static Arbitrary<int[]> Draws { get; } = Dice.Draws(120);

    public static IReadOnlyList<FormVersion> Of(int[] draws)
    {
        var dice = new Dice(draws);
        var fresh = 0;
        var parts = new[] { "r", "c", "o", "q" }.Select(kind => Enumerable.Range(0, 3).Select(_ => new Part($"{kind}{fresh++}", [])).ToList()).ToArray();
        var retired = parts.Select(_ => new List<string>()).ToArray();
        List<FormVersion> versions = [Version(1, parts)];
        for (var number = 2; number <= 4; number++)
        {
            for (var kind = 0; kind < parts.Length; kind++)
                parts[kind] = Changed(parts[kind], retired[kind], dice, () => $"x{fresh++}");
            versions.Add(Version(number, parts));
        }
        return versions;
    }

    private sealed record Part(string Id, IReadOnlyList<string> Replaces);

    private static List<Part> Changed(List<Part> before, List<string> retired, Dice dice, Func<string> fresh)
    {
        var after = before.Select(part => part with { Replaces = [] }).ToList();
        for (var change = dice.Below(3); change > 0; change--)
        {
            var place = dice.Below(after.Count);
            var old = after[place];
            // A part made in this very version has nothing before it to follow.
            var known = before.Exists(part => part.Id == old.Id);
            switch (dice.Below(8))
            {
                case 0 when known:
                    after.RemoveAt(place);
                    after.InsertRange(place, [new Part(fresh(), [old.Id]), new Part(fresh(), [old.Id])]);
                    break;
                case 1 when known && after.Count > 2 && after.Find(part => part != old && before.Exists(one => one.Id == part.Id)) is { } other:
                    after[place] = new Part(fresh(), [old.Id, other.Id]);
                    after.Remove(other);
                    break;
                case 2 when known:
                    after[place] = new Part(fresh(), [old.Id]);
                    break;
                case 3 when after.Count > 2:
                    after.RemoveAt(place);
                    break;
                case 4:
                    after.Insert(place, new Part(fresh(), []));
                    break;
                case 5 when retired.Find(id => !after.Exists(part => part.Id == id)) is { } again:
                    after.Add(new Part(again, []));
                    break;
                case 6:
                    after.RemoveAt(place);
                    after.Add(old);
                    break;
            }
        }
        retired.AddRange(before.Select(part => part.Id).Where(id => !after.Exists(part => part.Id == id)));
        return after;
    }

    private static FormVersion Version(int number, List<Part>[] parts)
    {
        var document = new FormDocument
        {
            Form = Identifier.Parse<FormId>("f"),
            Version = number,
            Title = "Form",
            Sections =
            [
                new SectionDocument
                {
                    Id = Identifier.Parse<SectionId>("s"),
                    Title = "Section",
                    Questions =
                    [
                        new QuestionDocument
                        {
                            Id = Identifier.Parse<QuestionId>("table"),
                            Type = "table",
                            Label = "Table",
                            Rows = [.. parts[0].Select(part => new RowDocument { Id = Id<RowId>(part.Id), Label = part.Id, Replaces = Ids<RowId>(part) })],
                            Columns = [.. parts[1].Select(part => new ColumnDocument { Id = Id<ColumnId>(part.Id), Label = part.Id, Type = "count", Replaces = Ids<ColumnId>(part) })],
                        },
                        new QuestionDocument
                        {
                            Id = Identifier.Parse<QuestionId>("choice"),
                            Type = "oneChoice",
                            Label = "Choice",
                            Choices = [.. parts[2].Select(part => new Choice(part.Id, part.Id) { Replaces = part.Replaces })],
                        },
                        .. parts[3].Select(part => new QuestionDocument { Id = Id<QuestionId>(part.Id), Type = "count", Label = part.Id, Replaces = Ids<QuestionId>(part) }),
                    ],
                },
            ],
        };
        return FormVersion.Read(document.ToJson());
    }

    private static T Id<T>(string id) where T : struct, IIdentifier<T> => Identifier.Parse<T>(id);

    private static T[] Ids<T>(Part part) where T : struct, IIdentifier<T> => [.. part.Replaces.Select(Identifier.Parse<T>)];
}
