namespace MonitoringReturns.Local.Demo.GrantAid.Words;

/// <summary>What groups of one theme write. The texts stand for a whole half-year and fit any group of the theme.</summary>
/// <param name="Work">What they do all year.</param>
/// <param name="JulyToDecember">What belongs to the second half of a year.</param>
/// <param name="JanuaryToJune">What belongs to the first half.</param>
/// <param name="Difficulties">What was hard, and what would help.</param>
internal sealed record ThemeWords(
    string[] Work, string[] JulyToDecember, string[] JanuaryToJune, string[] Evidence, string[] Difficulties, string[] Stories)
{
    public static ThemeWords Of(Theme theme) => theme switch
    {
        Theme.Youth => YouthWords.All,
        Theme.OlderPeople => OlderPeopleWords.All,
        Theme.Transport => TransportWords.All,
        Theme.Arts => ArtsWords.All,
        Theme.Advice => AdviceWords.All,
        Theme.Sport => SportWords.All,
        _ => MentalHealthWords.All,
    };
}
