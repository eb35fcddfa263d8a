using System.Text;
using MonitoringReturns.Core.Forms;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Versions of a form, written shortly: a part is an id, or an id and those it replaces, such as <c>other &lt; a b</c>.</summary>
internal static class Brief
{
    public static FormVersion Version(int number, params string[] questions) => VersionOf(number, A.Section("s", questions));

    public static FormVersion VersionOf(int number, params string[] sections) => FormVersion.Read(Encoding.UTF8.GetBytes(Json(number, sections)));

    public static FormDocument Document(int number, params string[] questions) => FormDocument.Read(Encoding.UTF8.GetBytes(Json(number, [A.Section("s", questions)])));

    /// <summary>A table; parts between commas, columns as <c>id:type</c>.</summary>
    public static string Table(string id, string rows, string columns = "value:money,number:count", string more = "") =>
        A.QuestionJson(id, "table", $"\"rows\":[{Parts(rows, _ => "")}],\"columns\":[{Parts(columns, type => $",\"type\":\"{type}\"")}]{more}");

    public static string Choices(string id, string type, string choices, string more = "") =>
        A.QuestionJson(id, type, $"\"choices\":[{Parts(choices, _ => "")}]{more}");

    /// <summary>The property that names what a question replaces, as <see cref="A.QuestionJson"/> takes it.</summary>
    public static string Replaces(params string[] ids) => $"\"replaces\":[{string.Join(',', ids.Select(id => $"\"{id}\""))}]";

    private static string Json(int number, string[] sections) =>
        $$"""{"form":"household-support","version":{{number}},"title":"Household support","sections":[{{string.Join(',', sections)}}]}""";

    private static string Parts(string parts, Func<string, string> more) => string.Join(',', parts.Split(',').Select(part =>
    {
        var (name, replaced) = part.Split('<') is [var one, var old] ? (one, old) : (part, "");
        var (id, type) = name.Split(':') is [var bare, var kind] ? (bare.Trim(), kind.Trim()) : (name.Trim(), "");
        var replaces = replaced.Length > 0 ? "," + Replaces(replaced.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : "";
        return $$"""{"id":"{{id}}","label":"The {{id}}"{{more(type)}}{{replaces}}}""";
    }));
}
