using System.Text;

namespace MonitoringReturns.Core.History;

/// <summary>Reads lines of cells as spreadsheets save or copy them: separated by tabs, semicolons or commas, with quotes where a cell holds one of them.</summary>
internal static class PlainCsv
{
    public static IEnumerable<IReadOnlyList<string>> Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        var end = text.IndexOfAny(['\r', '\n']);
        var first = end < 0 ? text : text[..end];
        var separator = first.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
        var (line, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (quoted)
            {
                if (character != '"')
                    cell.Append(character);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[++at]);
                else
                    quoted = false;
            }
            else if (character == '"' && cell.Length == 0)
                quoted = true;
            else if (character == separator)
                EndCell();
            else if (character is '\n' or '\r')
            {
                if (character == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                    at++;
                EndCell();
                yield return line;
                line = [];
            }
            else
                cell.Append(character);
        }
        if (cell.Length > 0 || line.Count > 0)
        {
            EndCell();
            yield return line;
        }

        void EndCell()
        {
            line.Add(cell.ToString());
            cell.Clear();
        }
    }

    private static int Count(this string text, char wanted) => text.AsSpan().Count(wanted);
}
