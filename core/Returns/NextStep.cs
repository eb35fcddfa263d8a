using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Returns;

/// <summary>What one person does next with a return that is due.</summary>
public enum NextStep
{
    Start,
    GoOn,
    /// <summary>It was sent back with a note.</summary>
    LookAgain,
    /// <summary>A funder asked something about it.</summary>
    AnswerQuery,
    /// <summary>It was reopened after it had been accepted.</summary>
    Correct,
    /// <summary>It was changed since it was sent, and the change is not sent.</summary>
    SendChanges,
    Sign,
    /// <summary>The first of two signatures is there, by somebody else.</summary>
    SignSecond,
    /// <summary>It waits for a signatory.</summary>
    WaitForSignature,
    /// <summary>It waits for those who prepare it.</summary>
    WaitForPreparer,
}

/// <summary>Decides it, from where the return stands and what the person may do.</summary>
public static class NextSteps
{
    public static NextStep Of(ReturnHeader header, Roles roles, MemberId member)
    {
        var prepares = roles.HasAny(Roles.Preparer | Roles.Supporter);
        var signs = roles.HasAny(Roles.Signatory);
        if (header.FirstSignature is { } first)
            return signs && first.By != member ? NextStep.SignSecond : NextStep.WaitForSignature;
        if (header.Ready is not null)
            return signs ? NextStep.Sign : NextStep.WaitForSignature;
        if (!prepares)
            return NextStep.WaitForPreparer;
        if (header.SentBack is not null)
            return NextStep.LookAgain;
        return header switch
        {
            { Status: ReturnStatus.Queried } => NextStep.AnswerQuery,
            { Status: ReturnStatus.Reopened, DraftDiffers: false } => NextStep.Correct,
            { Revision: > 0 } => NextStep.SendChanges,
            { Status: ReturnStatus.NotStarted } => NextStep.Start,
            _ => NextStep.GoOn,
        };
    }
}
