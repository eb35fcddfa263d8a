using MonitoringReturns.Core;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Tests.Core.Record;

/// <summary>The record in words.</summary>
public sealed class RecordWordsTests
{
    [Theory]
    [InlineData(Deed.DraftChanged, null, null, null, "Worked on the draft")]
    [InlineData(Deed.Submitted, "revision 2", "aa", "bb", "Submitted revision 2")]
    [InlineData(Deed.Reopened, "revision 2", "bb", "bb", "Reopened, from revision 2")]
    [InlineData(Deed.MarkedReady, null, "aa", "aa", "Said that it is ready to sign")]
    [InlineData(Deed.SentBack, null, "aa", "aa", "Sent it back to whoever prepares it")]
    [InlineData(Deed.FirstSigned, null, "aa", "aa", "Signed it as the first of two")]
    [InlineData(Deed.Invited, "25-1", null, "Preparer, Signatory", "Invited somebody as preparer, signatory")]
    [InlineData(Deed.InvitationWithdrawn, "25-1", "Supporter", null, "Withdrew an invitation as supporter")]
    [InlineData(Deed.InvitationAccepted, "25-1", "Preparer", "Preparer, Signatory", "Accepted an invitation: now preparer, signatory, before preparer")]
    [InlineData(Deed.RolesChanged, "p-2", "Preparer", "ProviderLead", "Changed roles of Ben Okafor: now lead, before preparer")]
    [InlineData(Deed.RolesChanged, "p-2", null, "ProviderLead", "Gave roles to Ben Okafor: lead")]
    [InlineData(Deed.MemberRemoved, "p-2", "Preparer", null, "Removed Ben Okafor, who was preparer")]
    [InlineData(Deed.MemberRemoved, "p-1", "Preparer", null, "Left the organisation; was preparer")]
    [InlineData(Deed.FormVersionAdded, "3", null, "cc", "Added version 3 of the form")]
    [InlineData(Deed.SampleDrawn, "2026-q1:1", null, "cc", "Drew a sample of the returns for Ben Okafor")]
    [InlineData(Deed.MeetingNoted, "award-1/2", "bb", "cc", "Corrected the note of a review meeting on the award of Ben Okafor")]
    public void Deed_InWords_SaysWhatWasDone(Deed deed, string? about, string? before, string? after, string words) =>
        Assert.Equal(words, RecordWords.What(EntryOf(deed, about, before, after) with { AboutName = "Ben Okafor" }));

    [Theory]
    [InlineData("p-2", "Removed somebody, who was preparer", false)]
    [InlineData("p-2", "Removed somebody who was removed, who was preparer", true)]
    [InlineData("c-2", "Removed a program, who was preparer", true)]
    public void Member_WhoseNameIsNotKnown_IsStillSomebody(string about, string words, bool own) =>
        Assert.Equal(words, RecordWords.What(EntryOf(Deed.MemberRemoved, about, "Preparer", null) with { IsOwn = own }));

    [Fact]
    public void EveryDeed_HasWordsOfItsOwn() =>
        Assert.Equal(Enum.GetValues<Deed>().Length, Enum.GetValues<Deed>().Select(deed => RecordWords.What(EntryOf(deed, "p-1", null, null))).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Who_ToOwnOrganisation_IsTheName_ToOthersTheOrganisation_ForgottenNobody()
    {
        var entry = EntryOf(Deed.Submitted, null, null, null);
        Assert.Equal("Ann Lee", RecordWords.Who(entry with { Name = "Ann Lee", IsOwn = true }));
        Assert.Equal("Wren House", RecordWords.Who(entry with { Name = null, IsOwn = false }));
        Assert.Equal("Somebody who was removed", RecordWords.Who(entry with { Name = null, IsOwn = true }));
        Assert.Equal("The portal, when it was set up", RecordWords.Who(entry with { What = entry.What with { By = SetUp.Portal, For = null }, Organisation = null }));
    }

    [Fact]
    public void Verified_InWords_CountsOrNamesTheBreak()
    {
        Assert.Equal("1,204 entries, each follows the one before.", RecordWords.Of(new Verified(1, 1204, [])));
        Assert.Equal("Entry 2 is missing: 3 comes next.", RecordWords.Of(new Verified(1, 1, [new RecordBreak("form x", 2, "Entry 2 is missing: 3 comes next.")])));
    }

    private static Named<RecordEntry> EntryOf(Deed deed, string? about, string? before, string? after) => new(
        new RecordEntry(1, DateTimeOffset.UnixEpoch, MemberId.Of("p-1"), OrganisationId.Parse("GB-CHC-1044239"), deed, about, before, after, "", "d"), "Wren House", null, IsOwn: false);
}
