using MonitoringReturns.Local.Demo.SharedCommissions.Words;

namespace MonitoringReturns.Local.Demo.SharedCommissions;

/// <summary>An outcome that commissions of a priority may agree to work for.</summary>
/// <param name="Id">Of its indicator.</param>
/// <param name="Share">Of a commission's size, in per cent: people a quarter.</param>
internal sealed record AreaOutcome(string Id, string Name, string Planned, int Share);

/// <summary>
/// A priority, and what came of it as the lead body reported it: interventions to the end of quarter 8, and outcomes in per cent above
/// profile from the first quarter to the eighth and the twentieth. The figures of single returns are made to add up to these.
/// </summary>
/// <param name="Choice">Its id among the form's choices.</param>
/// <param name="FirstInterventions">In quarters 1 to 8, as published.</param>
/// <param name="LaterInterventions">In quarters 9 to 20; these are ours.</param>
/// <param name="NewPeople">For every hundred interventions.</param>
internal sealed record PriorityArea(
    string Id, string Name, string Choice, int FirstInterventions, int LaterInterventions, int NewPeople, decimal AboveAtQuarter8, decimal AboveAtQuarter20,
    AreaOutcome[] Outcomes, AreaWords Words)
{
    public static PriorityArea Homelessness { get; } = new(
        "homelessness", "Priority 1: Homelessness", "homelessness", 45_497, 66_918, 24, 13.0m, 5.0m,
        [
            new("homelessness-prevented", "People whose homelessness was prevented", "Landlord or family are spoken with before the notice runs out.", 100),
            new("settled-home", "People who found a settled home", "A home that is likely to last six months or longer.", 70),
            new("kept-tenancy", "People who kept their tenancy", "Arrears are dealt with, and somebody calls once a month.", 85),
            new("better-health", "People whose health is better", "They are with a doctor, and say that they feel better than three months before.", 55),
        ],
        AreaWords.Homelessness);

    public static PriorityArea Violence { get; } = new(
        "sexual-and-domestic-violence", "Priority 2: Sexual and domestic violence", "violence", 270_407, 371_264, 7, -1.36m, -9.0m,
        [
            new("safer", "People who are safer", "Each has a safety plan of her or his own, and it is looked at again after six weeks.", 100),
            new("know-their-rights", "People who know their rights and options", "Advice in the language they choose, and somebody who comes along to court.", 120),
            new("coping-better", "People who cope better", "Counselling of twelve meetings or more, without a wait over eight weeks.", 75),
            new("healthy-relationships", "Young people who know what a healthy relationship is", "Four lessons in each class, and one for those who teach it.", 150),
        ],
        AreaWords.Violence);

    public static PriorityArea Employment { get; } = new(
        "poverty-through-employment", "Priority 3: Poverty through employment", "employment", 5_696, 4_812, 33, -52.0m, -44.0m,
        [
            new("work-ready", "People who are ready for work", "A plan, a reference and a first interview that was practised.", 130),
            new("into-work", "People into work", "Work of eight hours a week or more that pays the London Living Wage.", 80),
            new("kept-work", "People still in work after six months", "Somebody keeps in touch with the person and, where they agree, the employer.", 55),
            new("new-skills", "People with a new qualification", "A course with a certificate that employers nearby ask for.", 70),
        ],
        AreaWords.Employment);

    public static IReadOnlyList<PriorityArea> All { get; } = [Homelessness, Violence, Employment];

    public string Interventions => $"interventions-{Choice}";
}
