using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Meetings;

/// <summary>That a side of an award stands by a note.</summary>
public sealed record Confirmation(MemberId By, OrganisationId For, DateTimeOffset At);

/// <summary>
/// What was agreed at a review meeting on an award. Written by one side and confirmed by the other; its words never change. A correction is a new note.
/// </summary>
/// <param name="Number">From 1, in an award.</param>
/// <param name="On">The day of the meeting.</param>
/// <param name="Agreed">Targets, help, changes, in words.</param>
/// <param name="Corrects">The note that it corrects; null for none.</param>
/// <param name="Written">By whom, for the one side, and when.</param>
/// <param name="Confirmed">By the other side; null until then.</param>
public sealed record ReviewNote(int Number, DateOnly On, string Agreed, int? Corrects, Confirmation Written, Confirmation? Confirmed);

/// <summary>Reads the notes of an award's review meetings. They are written with their entries in the programme's record.</summary>
public interface IMeetingStore
{
    /// <summary>An award's notes, the first first.</summary>
    Task<IReadOnlyList<ReviewNote>> ListAsync(ProgrammeId programme, AwardId award, CancellationToken cancellation);
}
