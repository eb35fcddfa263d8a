using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Returns;

/// <summary>A return for its signatory, with what was said the last time.</summary>
/// <param name="LastMinutes">Minutes of the period before's return; null where there are none.</param>
/// <param name="LastSigned">Who signed this return last, or else the period before's.</param>
/// <param name="Open">What is not finished around it.</param>
public sealed record ToSign(FoundReturn Return, int? LastMinutes, IReadOnlyList<Signatory> LastSigned, StillOpen Open)
{
    /// <summary>The role that somebody of this name signed in; null where nobody did.</summary>
    public string? RoleOf(string name) => LastSigned.FirstOrDefault(signatory => string.Equals(signatory.Name, name, StringComparison.OrdinalIgnoreCase))?.Role;
}

/// <summary>Finds a return for a signatory to read and sign.</summary>
public sealed class ReadToSign(FindReturn find, FindTasks tasks, IReturnStore returns, IFormStore forms, FindStillOpen open)
{
    public async Task<Outcome<ToSign>> RunAsync(ReturnKey key, Caller caller, CancellationToken cancellation)
    {
        var found = await find.RunAsync(key, caller, cancellation);
        if (found.Value is not { } current)
            return found.Problem!;
        if (!current.Access.SeesDraft)
            return ReturnAccess.NotFound;
        if (!current.Access.MaySign)
            return current.Access.WhyNot("A signatory of the provider reads and signs its returns. Ask a lead of your organisation if you should be one.");
        var last = await tasks.LastAsync(current, cancellation);
        var newest = current.Header.Revision > 0 ? current.Header : last;
        var signed = newest is { Revision: > 0 } ? await SignatoriesAsync(current, newest, cancellation) : [];
        return new ToSign(current, last?.Minutes, signed, await open.OfAsync(current, caller, cancellation));
    }

    private async Task<IReadOnlyList<Signatory>> SignatoriesAsync(FoundReturn current, ReturnHeader header, CancellationToken cancellation)
    {
        if (await returns.GetRevisionAsync(header.Key, header.Revision, cancellation) is not { } stored
            || await forms.GetAsync(current.Programme.Form, RevisionJson.FormVersionOf(stored), cancellation) is not { } version)
            return [];
        var revision = RevisionJson.Read(stored, version);
        return revision.SecondSignatory is { } second ? [revision.Signatory, second] : [revision.Signatory];
    }
}
