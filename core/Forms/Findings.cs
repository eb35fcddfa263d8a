using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Forms;

/// <summary>Collects findings; inside a repeating group it adds the group and the row to their place.</summary>
public sealed class Findings
{
    private readonly List<Finding> _all;
    private readonly string _prefix;

    public Findings() : this([], "")
    {
    }

    private Findings(List<Finding> all, string prefix)
    {
        _all = all;
        _prefix = prefix;
    }

    public IReadOnlyList<Finding> All => _all;

    public bool HasRefused => _all.Exists(finding => finding.Kind == FindingKind.Refused);

    public void Refuse(Code code, QuestionId question, string message) => Add(code, FindingKind.Refused, question.Value, message);

    public void PutRight(Code code, QuestionId question, string message, string? check = null) => PutRight(code, question.Value, message, check);

    /// <param name="place">A question's id, or a table column's inside its row.</param>
    public void PutRight(Code code, string place, string message, string? check = null) => Add(code, FindingKind.PutRight, place, message, check);

    public void Explain(Code code, QuestionId question, string message, string? check = null) => Add(code, FindingKind.Explain, question.Value, message, check);

    /// <summary>A view that places what it is told in a row of a repeating group, rows counted from 1.</summary>
    public Findings InRow(QuestionId group, int row) => new(_all, $"{_prefix}{group}/{row}/");

    /// <summary>A view that places what it is told in a row of a table.</summary>
    public Findings InTable(QuestionId table, RowId row) => new(_all, $"{_prefix}{table}/{row}/");

    private void Add(Code code, FindingKind kind, string place, string message, string? check = null) =>
        _all.Add(new Finding(code, kind, _prefix + place, message, check));
}
