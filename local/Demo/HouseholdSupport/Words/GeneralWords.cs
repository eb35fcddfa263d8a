namespace MonitoringReturns.Local.Demo.HouseholdSupport.Words;

/// <summary>What any of the charities might write.</summary>
internal static class GeneralWords
{
    private static readonly string[] WhyAdministration =
    [
        "Each case takes a worker some hours, and this time the hours outran the awards.",
        "We took on a worker; her first month was training, and she stays for the next round.",
        "Fewer awards than planned went out this quarter, and the rent and the telephone stayed what they were.",
        "Our case records had to be changed for the tables, which we paid for once.",
        "Bank and voucher charges rose, and most of our awards are small ones.",
        "Home visits on the outer estates: mileage, and two people to a visit for safety.",
        "We paid for interpreters, who stand under administration because no row fits them.",
        "Sickness: agency cover for five weeks cost more than our own worker.",
        "Checks against fraud that we were asked for took a day a week.",
        "Letters in large print and easy read, and the postage on them.",
        "Overtime in the last weeks of the quarter, so that nobody waited.",
    ];

    private static readonly string[] WouldHelp =
    [
        "Tell us before the quarter starts what the next round will be. We hire in September for a winter that we don't know the money of.",
        "One form for the housing payments and for this fund: we ask the same household for the same papers twice.",
        "A list of who else delivers, with telephone numbers. We send people on by guesswork.",
        "Let us carry a little over from a summer quarter into the winter.",
        "Bulk prices for vouchers. We pay four per cent to a firm that the council pays two.",
        "A named person at the energy companies. We hold for forty minutes a call.",
        "Nothing this time, thank you. The payment came on the day that it was promised.",
        "Somebody to mend boilers in the week they break: there are two on the list, and one has retired.",
        "As much notice as you can before a table changes. Our records have to change first.",
        "Money for advice as well as for bills, or the same people come back each winter.",
        "A van. We could double what we deliver.",
        "Tell the surgeries that we exist. They send nobody, and the schools send everybody.",
        "Interpreters whom we can book through the council.",
        "A way to pay people's water company straight away and not through three departments.",
        "Room for tins: our store is full to the door.",
        "Please say how our figures compare with other charities'. We don't know whether we are slow or careful.",
        "An evening session at the library, where people come who would not come to us.",
        "Training on benefits for volunteers, in the evening.",
        "A decision about next year by February. Two of our three workers are on notice every spring.",
        "Longer opening of the fund over the summer: families run short in the last week of August.",
        "Let us send the tables from our case system. We type them off one screen into another.",
        "A freezer, and the electricity for it.",
        "Your officer's visit helped more than any guidance. Another would be welcome.",
        "Advice on what to do when a landlord takes the award for old rent.",
    ];

    /// <summary>Why administration was more than a tenth.</summary>
    public static string Administration(Charity charity, int place) => WhyAdministration[(charity.Number + place) % WhyAdministration.Length];

    /// <summary>No two charities ask for the same in one quarter.</summary>
    public static string WhatWouldHelp(Charity charity, int place) => WouldHelp[(charity.Number + (7 * place)) % WouldHelp.Length];
}
