using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Questions;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>The canonical JSON of a revision made in the plainest way: a tree of nodes in any order, sorted, then digested.</summary>
internal static class PlainCanonicalJson
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static (string Json, string Digest) Of(Revision revision)
    {
        var version = revision.Answers.Version;
        var tree = new JsonObject
        {
            ["submittedAt"] = revision.SubmittedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["revision"] = revision.Number,
            ["form"] = version.Form.Value,
            ["formVersion"] = version.Number,
            ["programme"] = revision.Key.Programme.Value,
            ["period"] = revision.Key.Period.Value,
            ["award"] = revision.Key.Award.Value,
            ["signatory"] = new JsonObject { ["role"] = revision.Signatory.Role, ["name"] = revision.Signatory.Name },
            ["notAsked"] = new JsonArray([
                .. version.Questions.Where((_, place) => revision.NotAsked[place]).Select(question => question.Id.Value).Order(StringComparer.Ordinal).Select(id => (JsonNode)id),
            ]),
            ["answers"] = new JsonObject(
                version.Questions.Where(question => revision.Answers[question] is not null)
                    .Select(question => KeyValuePair.Create(question.Id.Value, Node(question, revision.Answers[question]!)))),
            ["comments"] = new JsonObject(
                version.Questions.Where(question => revision.Answers.Comment(question) is not null)
                    .Select(question => KeyValuePair.Create(question.Id.Value, (JsonNode?)revision.Answers.Comment(question)))),
        };
        if (revision.SecondSignatory is { } second)
            tree["secondSignatory"] = new JsonObject { ["role"] = second.Role, ["name"] = second.Name };
        if (revision.Minutes is { } minutes)
            tree["minutes"] = minutes;
        var json = Sorted(tree)!.ToJsonString(Relaxed);
        return (json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject thing => new JsonObject(thing.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Node(Question question, Answer answer) => answer switch
    {
        TextAnswer text => text.Text,
        FigureAnswer figure => JsonNode.Parse(figure.Figure.ToString("0.##########", CultureInfo.InvariantCulture)),
        DateAnswer date => date.Day.ToString("O", CultureInfo.InvariantCulture),
        YesNoAnswer yesNo => yesNo.Yes,
        ChoicesAnswer { Chosen: [var one] } when question is OneChoiceQuestion => one,
        ChoicesAnswer many => new JsonArray([.. many.Chosen.Select(id => (JsonNode)id)]),
        GroupAnswer group => new JsonArray([
            .. group.Rows.Select(row => new JsonObject(
                ((RepeatingGroupQuestion)question).Questions.Zip(row).Where(cell => cell.Second is not null)
                    .Select(cell => KeyValuePair.Create(cell.First.Id.Value, Node(cell.First, cell.Second!))))),
        ]),
        EvidenceAnswer evidence => new JsonArray([
            .. evidence.Files.Select(file => new JsonObject { ["type"] = file.Type, ["size"] = file.Size, ["name"] = file.Name, ["id"] = file.Id.Value, ["sha256"] = file.Sha256 }),
        ]),
        TableAnswer table => Node((TableQuestion)question, table),
        _ => throw new ArgumentException("No such answer is known.", nameof(answer)),
    };

    private static JsonObject Node(TableQuestion question, TableAnswer answer)
    {
        var table = new JsonObject();
        foreach (var (place, figure) in answer.Cells.Index())
            if (figure is { } known)
            {
                var row = question.Rows[place / question.TableColumns.Count].Id.Value;
                table[row] ??= new JsonObject();
                table[row]![question.TableColumns[place % question.TableColumns.Count].Id.Value] = JsonNode.Parse(known.ToString("0.##", CultureInfo.InvariantCulture));
            }
        return table;
    }
}
