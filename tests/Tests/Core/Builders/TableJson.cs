namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>The JSON of table questions.</summary>
internal static class TableJson
{
    /// <summary>A table of these rows and columns, whose labels are “Row …” and “Column …”.</summary>
    /// <param name="columns">Ids, each with its type after a colon: <c>value:money</c>.</param>
    /// <param name="more">Further properties of the question.</param>
    public static string Of(string id, string[] rows, string[] columns, string more = "") => A.QuestionJson(id, "table", Properties(rows, columns, more));

    public static string Properties(string[] rows, string[] columns, string more = "") =>
        $$"""
        "rows":[{{string.Join(',', rows.Select(row => $$"""{"id":"{{row}}","label":"Row {{row}}"}"""))}}],
        "columns":[{{string.Join(',', columns.Select(column => Column(column.Split(':'))))}}]{{(more.Length == 0 ? "" : ",")}}{{more}}
        """;

    private static string Column(string[] parts) => $$"""{"id":"{{parts[0]}}","label":"Column {{parts[0]}}","type":"{{parts[1]}}"}""";
}
