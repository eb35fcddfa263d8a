using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Tests.Core.People;

public sealed class RoleTests
{
    private static readonly MemberId Client = MemberId.OfClient(new Identity("https://sign-in.example/", "database"));

    private static readonly Gen<Roles> AnyRoles = Gen.Choose(0, 255).Select(bits => (Roles)bits);

    [Theory]
    [InlineData(Roles.ProviderLead, Roles.Preparer | Roles.Signatory | Roles.ProviderLead | Roles.Supporter)]
    [InlineData(Roles.LeadOfficer, Roles.FunderReader | Roles.Officer | Roles.LeadOfficer)]
    [InlineData(Roles.Administrator, Roles.Administrator)]
    [InlineData(Roles.Preparer | Roles.Signatory | Roles.Officer | Roles.FunderReader | Roles.Supporter, Roles.None)]
    public void Roles_ThatSomebodyMayGive_AreOfTheirOwnKind(Roles own, Roles given) => Assert.Equal(given, RoleRules.MayGive(own));

    [Fact]
    public void RolesToGive_OfAnyRoles_AreNoneWithoutALeadingOne() =>
        Prop.ForAll(AnyRoles.ToArbitrary(), roles => RoleRules.MayGive(roles) == Roles.None == !roles.HasAny(RoleRules.Leading)).QuickCheckThrowOnFailure();

    [Fact]
    public void Roles_OfAnyMember_NeverLetASupporterSign() =>
        Prop.ForAll(AnyRoles.ToArbitrary(), roles => RoleRules.WhyNot(roles | Roles.Supporter | Roles.Signatory) is not null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Supporter | Roles.Preparer)]
    [InlineData(Roles.Administrator | Roles.Officer)]
    public void Roles_ThatNobodyCanHold_AreRefused(Roles roles) => Assert.NotNull(RoleRules.WhyNot(roles));

    [Theory]
    [InlineData(Roles.Supporter)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Preparer | Roles.Signatory | Roles.ProviderLead | Roles.Officer)]
    public void Roles_ThatOnePersonCanHold_AreNotRefused(Roles roles) => Assert.Null(RoleRules.WhyNot(roles));

    [Fact]
    public void Client_InALeadingRole_IsRefused()
    {
        Assert.NotNull(RoleRules.WhyNot(Roles.ProviderLead, Client));
        Assert.NotNull(RoleRules.WhyNot(Roles.LeadOfficer | Roles.Officer, Client));
        Assert.Null(RoleRules.WhyNot(Roles.Preparer | Roles.Signatory, Client));
    }

    [Fact]
    public void EveryRole_HasWordsAndAMeaningOfItsOwn()
    {
        Assert.Equal(8, RoleRules.All.Select(RoleWords.Of).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8, RoleRules.All.Select(RoleWords.Meaning).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("preparer, signatory", RoleWords.Of(Roles.Preparer | Roles.Signatory));
    }

    [Fact]
    public void LeadCounts_AfterAnyChanges_CountTheMembersThatLead() =>
        Prop.ForAll(Gen.Zip(Gen.Choose(0, 5), AnyRoles).ListOf().ToArbitrary(), changes =>
        {
            var members = new Roles[6];
            var counts = default(LeadCounts);
            foreach (var (member, roles) in changes)
            {
                counts = counts.After(members[member], roles);
                members[member] = roles;
            }
            int Count(Roles role) => members.Count(roles => roles.HasAny(role));
            return counts == new LeadCounts(Count(Roles.ProviderLead), Count(Roles.LeadOfficer), Count(Roles.Administrator))
                && RoleRules.Leading == (counts.Vacant | (members.Aggregate((all, roles) => all | roles) & RoleRules.Leading));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Identity_OfAnotherIssuerOrSubject_HasAnotherHash()
    {
        var ann = new Identity("https://sign-in.example/", "ann");
        Assert.Equal(ann.Hash, (ann with { }).Hash);
        Assert.NotEqual(ann.Hash, (ann with { Issuer = "https://sign-in.example" }).Hash);
        Assert.NotEqual(ann.Hash, (ann with { Subject = "Ann" }).Hash);
    }

    [Fact]
    public void MemberId_OfAClientOrPerson_SaysWhichAndNothingElse()
    {
        Assert.True(Client.IsClient);
        Assert.Equal(Client, MemberId.OfClient(new Identity("https://sign-in.example/", "database")));
        Assert.False(MemberId.NewPerson().IsClient);
        Assert.NotEqual(MemberId.NewPerson(), MemberId.NewPerson());
        Assert.DoesNotContain("database", Client.Value, StringComparison.Ordinal);
    }
}
