using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Returns;

/// <summary>What one person does next, how far a section is, and who reads what.</summary>
public sealed class NextStepTests
{
    private static readonly MemberId Ann = MemberId.Of("p-1");
    private static readonly MemberId Bo = MemberId.Of("p-2");
    private static readonly ReturnHeader Draft = ReturnHeader.NotStarted(new ReturnKey(), 1) with { Status = ReturnStatus.Draft, Change = 3, DraftDiffers = true };

    public static TheoryData<ReturnHeader, Roles, NextStep> Steps => new()
    {
        { ReturnHeader.NotStarted(new ReturnKey(), 1), Roles.Preparer, NextStep.Start },
        { ReturnHeader.NotStarted(new ReturnKey(), 1), Roles.Signatory, NextStep.WaitForPreparer },
        { Draft, Roles.Supporter, NextStep.GoOn },
        { Draft with { SentBack = new SentBackMark(Bo, default, "Look") }, Roles.Preparer, NextStep.LookAgain },
        { Draft with { SentBack = new SentBackMark(Bo, default, "Look") }, Roles.Signatory, NextStep.WaitForPreparer },
        { Draft with { Ready = new ReadyMark(Bo, default) }, Roles.Preparer | Roles.Signatory, NextStep.Sign },
        { Draft with { Ready = new ReadyMark(Bo, default) }, Roles.Preparer, NextStep.WaitForSignature },
        { Draft with { FirstSignature = SignedBy(Bo) }, Roles.Signatory, NextStep.SignSecond },
        { Draft with { FirstSignature = SignedBy(Ann) }, Roles.Signatory, NextStep.WaitForSignature },
        { Draft with { Revision = 1 }, Roles.Preparer, NextStep.SendChanges },
        { Draft with { Status = ReturnStatus.Queried, Revision = 1 }, Roles.Preparer, NextStep.AnswerQuery },
        { Draft with { Status = ReturnStatus.Reopened, Revision = 1, DraftDiffers = false }, Roles.Preparer, NextStep.Correct },
        { Draft with { Status = ReturnStatus.Reopened, Revision = 1 }, Roles.Preparer, NextStep.SendChanges },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Next_OfAReturn_FollowsFromItsStateAndTheRoles(ReturnHeader header, Roles roles, NextStep step) => Assert.Equal(step, NextSteps.Of(header, roles, Ann));

    [Fact]
    public void ChangedDraft_TakesReadyAndFirstSignatureAway_AndKeepsTheNote()
    {
        var changed = (Draft with { Status = ReturnStatus.ReadyToSign, Ready = new ReadyMark(Ann, default), FirstSignature = SignedBy(Ann), SentBack = new SentBackMark(Bo, default, "Look") }).WithChangedDraft();
        Assert.Equal((ReturnStatus.Draft, 4L, true), (changed.Status, changed.Change, changed.DraftDiffers));
        Assert.Null(changed.Ready);
        Assert.Null(changed.FirstSignature);
        Assert.NotNull(changed.SentBack);
        Assert.Equal(ReturnStatus.Reopened, (Draft with { Status = ReturnStatus.Reopened }).WithChangedDraft().Status);
    }

    [Theory]
    [InlineData("{}", SectionState.NotStarted)]
    [InlineData("""{"b":"1"}""", SectionState.InProgress)]
    [InlineData("""{"a":"1","b":"-"}""", SectionState.Done)]
    [InlineData("""{"a":"9"}""", SectionState.PutRight)]
    public void Section_StandsAsItsAnswersDo(string answers, SectionState state)
    {
        var form = A.Form(A.QuestionJson("a", "count", """ "required":true,"checks":[{"code":"c","rule":"max","value":5}] """), A.QuestionJson("b", "shortText"));
        var given = System.Text.Json.Nodes.JsonNode.Parse(answers)!.AsObject().Select(one => (one.Key, $"\"{one.Value}\"")).ToArray();
        Assert.Equal(state, Assert.Single(TasksOf(form, given)).State);
    }

    [Fact]
    public void Section_WhereNothingHasToBeAnsweredOrIsAsked_SaysSo()
    {
        Assert.Equal(SectionState.Optional, Assert.Single(TasksOf(A.Form(A.QuestionJson("a", "count")))).State);
        Assert.Equal(SectionState.NotAsked, Assert.Single(TasksOf(A.Form(A.QuestionJson("a", "count", """ "askIn":{"endingIn":[3]} """)))).State);
    }

    [Fact]
    public void Reader_ThatIsACoFunder_DoesNotSeeWhatIsNotItsToSee()
    {
        var trust = new NamedOrganisation(OrganisationId.Parse("GB-CHC-204279"), "Trust");
        var other = new NamedOrganisation(OrganisationId.Parse("GB-CHC-1044239"), "Other trust");
        var form = A.Form(
            A.QuestionJson("secret", "count", $$""" "visibleTo":["{{A.Council.Id}}"] """),
            $$"""{"id":"t","type":"table","label":"By place","rows":[{"id":"n","label":"North","funder":"{{trust.Id}}"},{"id":"s","label":"South","funder":"{{other.Id}}"}],"columns":[{"id":"c","label":"People","type":"count"}]}""",
            """{"id":"h","type":"table","label":"By health","sensitive":true,"rows":[{"id":"few","label":"Few"},{"id":"some","label":"Some"},{"id":"many","label":"Many"}],"columns":[{"id":"c","label":"People","type":"count"}]}""");
        var award = An.Award() with { Contributions = [new Contribution(A.Council.Id, 20_000), new Contribution(trust.Id, 10_000)] };
        var readers = ReturnReader.Of(A.Programme() with { CoFunders = [trust, other] }, new AskedAnswers(new AnswerSheet(form), award, A.Period()));
        Assert.Equal([(A.Council.Name, true), ("Trust", false)], readers.Select(reader => (reader.Funder.Name, reader.IsLead)));
        Assert.Empty(readers[0].NotSeen);
        Assert.Empty(readers[0].SmallNumbersHidden);
        Assert.Equal(["The secret", "By place: South"], readers[1].NotSeen);
        Assert.Equal(["By health"], readers[1].SmallNumbersHidden);
    }

    private static FirstSignature SignedBy(MemberId member) => new(member, default, new Signatory("Ann Lee", "Treasurer"), null, "key");

    private static IReadOnlyList<SectionTask> TasksOf(FormVersion form, params (string, string)[] answers)
    {
        var asked = new AskedAnswers(Answers.Sheet(form, answers), An.Award(), A.Period());
        return SectionTask.Of(asked, Judged.Of(asked));
    }
}
