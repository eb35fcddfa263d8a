using MonitoringReturns.Core.Forms;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>The four states of the household support return, without its checks and words.</summary>
internal static class HouseholdSupport
{
    private static readonly string[] Spend = [A.QuestionJson("administration", "money"), A.QuestionJson("awards", "money"), A.QuestionJson("signed", "declaration", "\"required\":true")];

    public static IReadOnlyList<FormVersion> Versions { get; } =
    [
        Brief.Version(1, [.. Spend,
            Brief.Table("a", "with-children,without-children"),
            Brief.Table("b", "energy,food,linked,wider,housing")]),
        Brief.Version(2, [.. Spend,
            Brief.Table("a", "with-children,with-pensioners<without-children,other<without-children"),
            Brief.Table("b", "energy,food,linked,wider,housing")]),
        Brief.Version(3, [.. Spend,
            Brief.Table("a", "with-children,with-pensioners,with-disabled,other"),
            Brief.Table("b", "energy,school-meals<food,other-food<food,linked,wider,housing"),
            Brief.Table("c", "applied,offered,third-party")]),
        Brief.Version(4, [.. Spend,
            Brief.Table("a", "with-children,with-pensioners,with-disabled,other"),
            Brief.Table("b", "energy,school-meals,other-food,linked,wider-goods<wider,wider-bills<wider,housing,advice"),
            Brief.Table("c", "applied,offered,third-party"),
            A.QuestionJson("first-time", "count"),
            A.QuestionJson("signed-finance", "declaration", "\"required\":true")]),
    ];

    public static FormDocument Document(int number) => Versions[number - 1].Document;
}
