using System.Globalization;

namespace MonitoringReturns.Web.Pages.Programmes.Editor;

/// <summary>How the editor's pages name things.</summary>
public static class QuestionWords
{
    public const int Months = 12;

    public static string Month(int number) => number is >= 1 and <= Months ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(number) : number.ToString(CultureInfo.InvariantCulture);
}
