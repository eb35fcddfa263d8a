using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Tests.Storage;

namespace MonitoringReturns.Tests.Core.People;

public sealed class NotifyPeopleTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private readonly Society _society = new(storage.Account);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_AskedForTwice_IsSentOnce()
    {
        var (message, _) = await InviteAsync();
        await _society.Notify.RunAsync(message, Cancellation);
        await _society.Notify.RunAsync(message, Cancellation);
        var notice = Assert.Single(_society.Notices.Sent);
        Assert.Equal("bob@example.org", notice.To);
        Assert.Contains($"\n{_society.Links.LinkTo(_society.Id, message.Invitation!)}\n", notice.Body, StringComparison.Ordinal);
        Assert.Contains("16 July 2026", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_AskedForAgain_IsSentAgain()
    {
        var (message, lead) = await InviteAsync();
        await _society.Notify.RunAsync(message, Cancellation);
        _society.Clock.Now = Samples.Morning.AddDays(1);
        Assert.Null((await _society.Invitations.SendAgainAsync(_society.Id, message.Invitation!, lead, Cancellation)).Problem);
        await _society.Notify.RunAsync(message with { Asked = _society.Clock.Now }, Cancellation);
        Assert.Equal(2, _society.Notices.Sent.Count);
    }

    [Fact]
    public async Task Link_AskedForAgainAtOnce_IsRefused()
    {
        var (message, lead) = await InviteAsync();
        await _society.Notify.RunAsync(message, Cancellation);
        Assert.Equal(Catalogue.TooManyRequests, (await _society.Invitations.SendAgainAsync(_society.Id, message.Invitation!, lead, Cancellation)).Problem!.Refusal);
        Assert.Single(_society.Notices.Sent);
    }

    [Fact]
    public async Task Link_OfAnInvitationThatIsClosed_IsNotSent()
    {
        var (message, lead) = await InviteAsync();
        await _society.Invitations.WithdrawAsync(_society.Id, message.Invitation!, lead, Cancellation);
        await _society.Notify.RunAsync(message, Cancellation);
        Assert.Empty(_society.Notices.Sent);
    }

    [Fact]
    public async Task Link_OfAnInvitationThatNeverCame_IsNotSent()
    {
        await InviteAsync();
        await _society.Notify.RunAsync(new NotifyPeopleMessage(_society.Id, "never", Samples.Morning), Cancellation);
        _society.Clock.Now = Samples.Morning.AddMinutes(6);
        await _society.Notify.RunAsync(new NotifyPeopleMessage(_society.Id, "never", Samples.Morning), Cancellation);
        Assert.Empty(_society.Notices.Sent);
    }

    private async Task<(NotifyPeopleMessage Message, Caller Lead)> InviteAsync()
    {
        await _society.AddedAsync();
        var lead = await _society.AnnounceAsync("ann", Roles.ProviderLead);
        var invitation = (await _society.InviteAsync(lead, Roles.Preparer)).Value!;
        return (new NotifyPeopleMessage(_society.Id, invitation.Id, Samples.Morning), lead);
    }
}
