using System.Text.Json.Serialization;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>How a return was to fill in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Ease>))]
public enum Ease
{
    VeryEasy,
    Easy,
    Neither,
    Hard,
    VeryHard,
}

/// <summary>
/// What a provider says of the monitoring itself, once a return is in. It says nothing of who wrote it, changes nothing of the return, and is no
/// part of its record: it may be said anew or not at all.
/// </summary>
/// <param name="Ease">Null where it was left open.</param>
/// <param name="Change">What should be changed or left out; null where nothing was said.</param>
/// <param name="Revision">The newest revision when it was said.</param>
public sealed record Feedback(Ease? Ease, string? Change, int Revision, DateTimeOffset At);

/// <summary>Keeps what a provider says of the monitoring: the last that it said of a return.</summary>
public interface IFeedbackStore
{
    Task<Feedback?> GetAsync(ReturnKey key, CancellationToken cancellation);

    /// <summary>A page of what was said of a period's returns, by award.</summary>
    /// <param name="after">The award that the page before ended with; null for the first.</param>
    Task<PageOf<(AwardId Award, Feedback Said)>> ListAsync(ProgrammeId programme, PeriodId period, AwardId? after, int size, CancellationToken cancellation);

    Task PutAsync(ReturnKey key, Feedback feedback, CancellationToken cancellation);
}

/// <summary>A provider says how its return was to fill in; its funders read it.</summary>
public sealed class GiveFeedback(FindReturn find, IFeedbackStore store, TimeProvider clock)
{
    public const int MostCharacters = 1000;

    /// <summary>What was said of a return; null where nothing was. For the provider and the funders of the award.</summary>
    public async Task<Outcome<(FoundReturn Return, Feedback? Said)>> ReadAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        return current.Access is { IsProvider: false, Funder: null }
            ? current.Access.WhyNot("The provider says how its return was to fill in, and its funders read it.")
            : (current, await store.GetAsync(key, cancellation));
    }

    /// <param name="ease">Null where it is left open.</param>
    /// <param name="change">At most <see cref="MostCharacters"/> characters; null or empty where nothing is said.</param>
    public async Task<Outcome<Feedback>> GiveAsync(ReturnKey key, Ease? ease, string? change, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.IsProvider)
            return current.Access.WhyNot("The provider's own people say how its return was to fill in.");
        if (current.Header.Revision == 0)
            return new Problem(Catalogue.NotSubmittedYet, "Say how the return was to fill in once it has been submitted.");
        var text = change?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() is { Length: > 0 } said ? said : null;
        if (FindingsAbout(ease, text) is { Count: > 0 } findings)
            return new Problem(Catalogue.FeedbackNotUsable, "Put right what is listed under findings.") { Findings = findings };
        var feedback = new Feedback(ease, text, current.Header.Revision, clock.GetUtcNow());
        await store.PutAsync(key, feedback, cancellation);
        return feedback;
    }

    private static List<Finding> FindingsAbout(Ease? ease, string? text)
    {
        var findings = new List<Finding>();
        if (ease is null && text is null)
            findings.Add(new Finding(Catalogue.AnswerRequired, FindingKind.Refused, "ease", "Choose how the return was to fill in, or say what to change."));
        if (text?.Length > MostCharacters)
            findings.Add(new Finding(Catalogue.TextTooLong, FindingKind.Refused, "change", $"Shorten what should change to {MostCharacters:N0} characters or fewer; it has {text.Length:N0}."));
        if (text?.Any(character => char.IsControl(character) && character is not ('\n' or '\t')) == true)
            findings.Add(new Finding(Catalogue.TextNotUsable, FindingKind.Refused, "change", "Take the control characters out of what should change."));
        return findings;
    }
}
