using System.Globalization;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Web.Pages.Returns.Reading;

namespace MonitoringReturns.Web.Pages.Returns.Signing;

/// <summary>What a signatory entered.</summary>
[Flags]
public enum SignFaults
{
    None = 0,
    Name = 1,
    Role = 2,
    Minutes = 4,
    NotDeclared = 8,
}

/// <summary>The boxes of a signature as they were typed.</summary>
/// <param name="Key">The same for every try at this signature.</param>
public sealed record SignBoxes(string Name, string Role, string Minutes, bool Declared, string Key)
{
    /// <summary>The minutes; null where the box is empty, or no number that can be taken.</summary>
    public int? MinutesRead => int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= Signatory.MostMinutes ? minutes : null;

    public SignFaults Faults =>
        (Signatory.CanBe(Name) ? SignFaults.None : SignFaults.Name) | (Signatory.CanBe(Role) ? SignFaults.None : SignFaults.Role)
        | (Minutes.Length == 0 || MinutesRead is not null ? SignFaults.None : SignFaults.Minutes) | (Declared ? SignFaults.None : SignFaults.NotDeclared);
}

/// <summary>A whole return as its signatory reads it, and the boxes to sign it.</summary>
/// <param name="Check">The answers.</param>
/// <param name="Member">Who reads it.</param>
/// <param name="LastMinutes">Minutes of the period before's return; null where there are none.</param>
public sealed record SignModel(CheckModel Check, MemberId Member, SignBoxes Boxes, int? LastMinutes)
{
    public SignFaults Faults { get; init; }

    /// <summary>A refusal that is told on the page; null for none.</summary>
    public Problem? Refused { get; init; }

    /// <summary>The return changed since it was read: the labels of the answers that did. Null where it did not.</summary>
    public IReadOnlyList<string>? ChangedSince { get; init; }

    public string Note { get; init; } = "";

    /// <summary>What is wrong with the note; null for nothing.</summary>
    public string? NoteError { get; init; }

    public FoundReturn Return => Check.Return;

    public ReturnHeader Header => Check.Return.Header;

    public bool HasSignedFirst => Header.FirstSignature?.By == Member;

    public bool CanSign => Check.WhyNot is null && Header.HasNews && Check.Findings.Count == 0 && !HasSignedFirst;

    public bool CanSendBack => Check.WhyNot is null && Header.Change > 0 && (Header.HasNews || Header.Ready is not null);

    /// <summary>The versions of the answers in the form's order, so that a stale page can tell which changed.</summary>
    public string Seen => SeenOf(Return);

    public static string SeenOf(FoundReturn current)
    {
        var draft = current.DraftAnswers();
        return string.Join('.', current.Version.Questions.Select(question => draft.GetValueOrDefault(question.Id.Value, DraftAnswer.None).Version));
    }

    /// <summary>The labels of the answers that are not as they were seen.</summary>
    public static IReadOnlyList<string> ChangedSinceSeen(FoundReturn current, string seen)
    {
        var (then, now) = (seen.Split('.'), SeenOf(current).Split('.'));
        return then.Length == now.Length ? [.. current.Version.Questions.Where((_, place) => then[place] != now[place]).Select(question => question.Label)] : [];
    }
}
