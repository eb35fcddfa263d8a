using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Returns;

namespace MonitoringReturns.Tests.Core.Answering;

/// <summary>Whatever happens to a return, in whatever order: what its header says stays true, as the design has it.</summary>
public sealed class ReturnLifeTests
{
    private static readonly ReturnKey Key = new(new ProgrammeId("p"), new PeriodId("q1"), new AwardId("a"));
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private enum Happening
    {
        Submit,
        SubmitAnsweringOne,
        SubmitAnsweringAll,
        Ask,
        CloseOne,
        Accept,
        Reopen,
    }

    [Fact]
    public void Header_AfterAnySequence_IsWhatItsHistorySays() => Prop.ForAll(Gen.Choose(0, 6).ListOf().ToArbitrary(), moves =>
    {
        var header = ReturnHeader.NotStarted(Key, 1);
        var (revisions, open, accepted, reopened, restating) = (0, 0, false, false, false);
        DateTimeOffset? waits = null;
        foreach (var (place, move) in moves.Index())
        {
            var at = Start.AddHours(place);
            switch ((Happening)move)
            {
                case Happening.Submit or Happening.SubmitAnsweringOne or Happening.SubmitAnsweringAll when !accepted:
                    var answered = (Happening)move == Happening.SubmitAnsweringAll ? open : (Happening)move == Happening.SubmitAnsweringOne ? Math.Min(1, open) : 0;
                    header = header.WithRevision(answered, at);
                    // The first that was not answered: a correction starts nothing anew.
                    waits ??= at;
                    (revisions, open, restating, reopened) = (revisions + 1, open - answered, restating || reopened, false);
                    break;
                case Happening.Ask when header.CanBeQueried:
                    header = header.WithQuery();
                    open++;
                    break;
                case Happening.CloseOne when open > 0:
                    header = header.WithoutQuery();
                    open--;
                    break;
                case Happening.Accept when header.CanBeAccepted:
                    header = header.Accepted(at);
                    (accepted, waits) = (true, null);
                    break;
                case Happening.Reopen when header.Status == ReturnStatus.Accepted:
                    header = header.Reopened("A bill was missing.");
                    (accepted, reopened) = (false, true);
                    break;
            }
            var expected = accepted ? ReturnStatus.Accepted
                : reopened ? ReturnStatus.Reopened
                : revisions == 0 ? ReturnStatus.NotStarted
                : open > 0 ? ReturnStatus.Queried
                : restating ? ReturnStatus.Restated
                : revisions == 1 ? ReturnStatus.Submitted : ReturnStatus.Resubmitted;
            if (header.Status != expected || header.Revision != revisions || header.OpenQueries != open || (accepted && open > 0)
                || header.QueriedFrom is null == open > 0 || header.AcceptedAt is not null != accepted || header.Queries < open
                || header.WaitsSince != waits)
                return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();
}
