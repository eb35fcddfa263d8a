using MonitoringReturns.Web.Language;
using MonitoringReturns.Web.Layout;

namespace MonitoringReturns.Web;

/// <summary>Where a page is shown, and to whom.</summary>
/// <param name="Portal">This deployment.</param>
/// <param name="Visitor">Null: nobody is signed in.</param>
/// <param name="Token">Makes the token that a form sends back, once a page has a form.</param>
public sealed record Surroundings(Texts Texts, Portal Portal, Visitor? Visitor, Func<AntiforgeryToken> Token);

/// <summary>This deployment of the portal.</summary>
/// <param name="Name">What its owners call it, such as “North Vale funders”; null: nothing beside the portal's own name.</param>
/// <param name="Contact">Where people get help, as an e-mail address or a sentence; null: from whoever asks for their return.</param>
public sealed record Portal(string? Name, string? Contact = null);

/// <summary>Who is signed in. Whoever signs people in sets it as a feature of the request.</summary>
/// <param name="Person">The person's name, as shown to themselves.</param>
/// <param name="Organisation">The organisation they act for; null: none chosen.</param>
/// <param name="ChangeAddress">Where they choose another; null: they have no other.</param>
/// <param name="SignOutAddress">Where the form posts that signs them out.</param>
public sealed record Visitor(string Person, string? Organisation, string? ChangeAddress, string SignOutAddress)
{
    /// <summary>Where a page goes on that nobody touches, before the session is over.</summary>
    public Move? WhenIdle { get; init; }

    /// <summary>Tells this person in this role from any other who uses the same browser, and says nothing of them; null: nobody is told apart.</summary>
    public string? Mark { get; init; }

    /// <summary>Makes what a form to an address sends along, so that it can be kept for this person when their session is over; null: nothing is kept.</summary>
    public Func<string, string>? KeepToken { get; init; }
}

/// <summary>What a form sends back to show that it is ours.</summary>
public sealed record AntiforgeryToken(string Field, string Value);
