namespace MonitoringReturns.Local.Demo.SharedCommissions.Words;

/// <summary>What partnerships of a priority write, a list for each question of the form.</summary>
/// <param name="Progress">On one outcome; {n} people, {most} and {least} are boroughs.</param>
/// <param name="Overall">Ends what is said of the whole quarter or year.</param>
/// <param name="BelowProfile">What happened, and what would help, where a figure is well below its profile.</param>
/// <param name="Stories">{name} and {borough} are put in.</param>
internal sealed partial record AreaWords(
    string[] Progress, string[] Overall, string[] WentWell, string[] DidNot, string[] Plan, string[] WouldHelp, string[] BelowProfile, string[] Stories);
