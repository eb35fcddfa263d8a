using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Reporting;
using MonitoringReturns.Web.Language;

namespace MonitoringReturns.Web.Pages.Programmes.Reports;

/// <summary>What a report is called on pages.</summary>
internal static class ReportTitle
{
    /// <summary>With its periods.</summary>
    public static string Of(Texts texts, Programme programme, ReportKey key) => Words.Say(texts.Code, KeyOf(key), ReportNames.Span(programme, key), IndicatorOf(programme, key));

    /// <summary>Without them.</summary>
    public static string Kind(Texts texts, Programme programme, ReportContent content) =>
        content.Indicator is { } indicator ? programme.Indicator(indicator)?.Name ?? indicator.Value : Words.Say(texts.Code, content.IsWhole ? "Reports.KindWhole" : content.IsRegister ? "Reports.KindRegister" : "Reports.KindAnswers");

    private static string KeyOf(ReportKey key) => key.Content.IsWhole ? "Reports.TitleWhole" : key.Content.IsRegister ? "Reports.TitleRegister" : key.Content.Indicator is null ? "Reports.TitleAnswers" : "Reports.TitleIndicator";

    private static string? IndicatorOf(Programme programme, ReportKey key) => key.Content.Indicator is { } indicator ? programme.Indicator(indicator)?.Name ?? indicator.Value : null;
}
