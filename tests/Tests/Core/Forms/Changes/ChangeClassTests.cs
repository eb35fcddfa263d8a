using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.Forms.Notice;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms.Changes;

/// <summary>What each change to a question costs a charity, and how it is told.</summary>
public sealed class ChangeClassTests
{
    private const string Choices = "\"choices\":[{\"id\":\"n\",\"label\":\"North\"},{\"id\":\"s\",\"label\":\"South\"}]";

    public static TheoryData<string, string, ChangeClass, string> Edits => new()
    {
        { Q("count"), Q("count", "\"required\":true"), ChangeClass.Heavier, "“The q” has to be answered now." },
        { Q("count", "\"required\":true"), Q("count"), ChangeClass.Lighter, "“The q” may be left open now." },
        { Q("count"), Q("money"), ChangeClass.Heavier, "“The q” is a question of another type: money, so far count." },
        { Q("count"), """{"id":"q","type":"count","label":"People"}""", ChangeClass.Same, "“The q” is now worded “People”." },
        { Q("count"), """{"id":"q","type":"count","label":{"en":"The q","cy":"Y q"}}""", ChangeClass.Same, "The Welsh wording of “The q” changed." },
        { Q("count"), Q("count", "\"why\":\"To plan\""), ChangeClass.Same, "The reason why “The q” is asked is put anew." },
        { Q("longText"), Q("longText", "\"minWords\":50"), ChangeClass.Heavier, "“The q” takes 50 words or more." },
        { Q("longText"), Q("longText", "\"minWords\":1"), ChangeClass.Heavier, "“The q” takes 1 word or more." },
        { Q("longText"), Q("longText", "\"maxWords\":1"), ChangeClass.Heavier, "“The q” takes 1 word at most." },
        { Q("number"), Q("number", "\"decimals\":1"), ChangeClass.Heavier, "“The q” takes 1 decimal at most." },
        { Q("evidence"), Q("evidence", "\"maxFiles\":1"), ChangeClass.Heavier, "“The q” takes 1 file at most." },
        { Q("repeatingGroup", "\"questions\":[" + A.QuestionJson("part", "count") + "]"), Q("repeatingGroup", "\"maxRows\":1,\"questions\":[" + A.QuestionJson("part", "count") + "]"), ChangeClass.Heavier, "“The q” takes 1 row at most." },
        { Q("longText", "\"minWords\":50"), Q("longText", "\"minWords\":20"), ChangeClass.Lighter, "“The q” takes 20 words or more." },
        { Q("longText", "\"maxWords\":300"), Q("longText", "\"maxWords\":100"), ChangeClass.Heavier, "“The q” takes 100 words or fewer." },
        { Q("longText", "\"maxWords\":300"), Q("longText"), ChangeClass.Same, "“The q” takes any number of words." },
        { Q("number"), Q("number", "\"decimals\":0"), ChangeClass.Heavier, "“The q” takes no decimals." },
        { Q("number", "\"negative\":true"), Q("number"), ChangeClass.Heavier, "“The q” can't be below zero any more." },
        { Q("evidence"), Q("evidence", "\"maxFiles\":2"), ChangeClass.Heavier, "“The q” takes 2 files or fewer." },
        { Q("evidence"), Q("evidence", "\"maxFiles\":9"), ChangeClass.Same, "“The q” takes 9 files or fewer." },
        { Q("number"), Q("number", "\"negative\":true"), ChangeClass.Same, "“The q” may be below zero now." },
        { Q("count", "\"prefill\":\"previous\""), Q("count"), ChangeClass.Heavier, "“The q” is no longer filled in beforehand." },
        { Q("count"), Q("count", "\"visibleTo\":[\"GB-LAE-NTT\"]"), ChangeClass.Same, "The answer to “The q” may be seen by fewer funders than so far." },
        { Q("count", "\"visibleTo\":[\"GB-LAE-NTT\"]"), Q("count", "\"visibleTo\":[\"GB-CHC-1044239\"]"), ChangeClass.Heavier, "The answer to “The q” may be seen by more or other funders than so far." },
        { Q("count", AskIn("3")), Q("count"), ChangeClass.Heavier, "“The q” is asked in more periods than so far." },
        { Q("count", AskIn("3,9")), Q("count", AskIn("9")), ChangeClass.Lighter, "“The q” is asked in fewer periods than so far." },
        { Q("count", AskIn("3")), Q("count", AskIn("9")), ChangeClass.Heavier, "“The q” is asked in other periods than so far." },
        { Brief.Choices("q", "oneChoice", "n,s"), Brief.Choices("q", "oneChoice", "n,s,w"), ChangeClass.Same, "“The w” is a new choice in “The q”." },
    };

    public static TheoryData<string, string, ChangeClass, string> Checks => new()
    {
        { "", Check("min", "\"value\":1"), ChangeClass.Heavier, "“The q” has a new check: 1 or more." },
        { Check("min", "\"value\":1"), "", ChangeClass.Lighter, "“The q” has a check less: 1 or more." },
        { Check("min", "\"value\":1"), Check("min", "\"value\":5"), ChangeClass.Heavier, "A check of “The q” is stricter: 5 or more; so far 1 or more." },
        { Check("max", "\"value\":1"), Check("max", "\"value\":5"), ChangeClass.Lighter, "A check of “The q” is less strict: 5 or less; so far 1 or less." },
        { Check("max", "\"value\":5"), Check("min", "\"value\":5"), ChangeClass.Heavier, "A check of “The q” is another: 5 or more; so far 5 or less." },
        { "", Check("changeSinceLast", "\"percent\":50"), ChangeClass.Heavier, "“The q” has a new check: a change of more than 50% since the last return asks for a sentence." },
        { Check("belowProfile", "\"percent\":50"), Check("belowProfile", "\"percent\":10"), ChangeClass.Heavier, "A check of “The q” is stricter: more than 10% below the profile asks for a sentence; so far more than 50% below the profile asks for a sentence." },
        { Check("equalsTotalOf", "\"of\":[\"a\"]"), Check("equalsTotalOf", "\"of\":[\"a\",\"b\"]"), ChangeClass.Heavier, "A check of “The q” is another: it has to agree with “The a” and “The b”; so far it has to agree with “The a”." },
        { Check("min", "\"value\":1"), Check("min", "\"value\":1,\"message\":\"One at least\""), ChangeClass.Same, "What “The q” says when a check finds something is worded anew." },
    };

    public static TheoryData<string, string, ChangeClass, string> Tables => new()
    {
        { "a,b", "a,b,c", ChangeClass.Heavier, "“The c” is a new row in “The q”." },
        { "a,b", "a", ChangeClass.Lighter, "“The b” is no longer a row in “The q”." },
        { "a,b", "b,a", ChangeClass.Same, "The rows of “The q” stand in another order." },
        { "a", "b<a,c<a", ChangeClass.Heavier, "“The a” in “The q” is replaced by “The b” and “The c”." },
        { "a,b", "c<a b", ChangeClass.Same, "“The a” and “The b” in “The q” are replaced by “The c”." },
        { "a", "b<a", ChangeClass.Heavier, "“The a” in “The q” is replaced by “The b”." },
        { "a,b", "c<a b,d<b", ChangeClass.Heavier, "“The a” and “The b” in “The q” are replaced by “The c” and “The d”." },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_OfAQuestion_IsClassedAndTold(string before, string after, ChangeClass expected, string sentence)
    {
        var change = Between(before, after).Changes.Last();
        Assert.Equal((sentence, expected), (change.Sentence, change.Class));
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Edit_OfAQuestionsChecks_IsClassedAndTold(string before, string after, ChangeClass expected, string sentence)
    {
        var change = Assert.Single(Between(Q("count", before), Q("count", after)).Changes);
        Assert.Equal((sentence, expected, ChangedThing.Check, "c"), (change.Sentence, change.Class, change.Thing, change.Place.Check));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Edit_OfATablesRows_IsClassedAndTold(string before, string after, ChangeClass expected, string sentence)
    {
        var change = Assert.Single(Between(Brief.Table("q", before, "n:count"), Brief.Table("q", after, "n:count")).Changes);
        Assert.Equal((sentence, expected), (change.Sentence, change.Class));
    }

    [Fact]
    public void Edit_OfAColumn_IsClassedAsOfARow()
    {
        Assert.Equal(ChangeClass.Heavier, Between(Brief.Table("q", "a", "n:count"), Brief.Table("q", "a", "n:count,m:count")).Class);
        Assert.Equal(ChangeClass.Heavier, Between(Brief.Table("q", "a", "n:count"), Brief.Table("q", "a", "n:money")).Class);
        Assert.Equal(ChangeClass.Same, Between(Brief.Table("q", "a", "n:count,m:count"), Brief.Table("q", "a", "o:count<n m")).Class);
        Assert.Equal(ChangeClass.Heavier, Between(Brief.Table("q", "a", "n:count,m:money"), Brief.Table("q", "a", "o:count<n m")).Class);
    }

    [Fact]
    public void Edit_OfATable_IsClassedAndTold()
    {
        Assert.Equal(ChangeClass.Heavier, Between(Brief.Table("q", "a"), Brief.Table("q", "a", more: ",\"wholeRows\":true")).Class);
        Assert.Equal(ChangeClass.Heavier, Between(Brief.Table("q", "a", "n:count", ",\"sensitive\":true"), Brief.Table("q", "a", "n:count")).Class);
        Assert.Equal(ChangeClass.Same, Between(Brief.Table("q", "a", "n:count,m:count"), Brief.Table("q", "a", "n:count,m:count", ",\"rowTotals\":true")).Class);
    }

    [Fact]
    public void Edit_OfAChoice_ThatSplits_IsHeavierAndOneThatMergesIsNot()
    {
        Assert.Equal(ChangeClass.Heavier, Between(Brief.Choices("q", "oneChoice", "n,s"), Brief.Choices("q", "oneChoice", "n,e<s,w<s")).Class);
        Assert.Equal(ChangeClass.Same, Between(Brief.Choices("q", "oneChoice", "n,e,w"), Brief.Choices("q", "oneChoice", "n,s<e w")).Class);
    }

    [Fact]
    public void Edit_OfTwoQuestionsToOne_IsHeavier()
    {
        var change = Assert.Single(FormDifference.Between(
            Brief.Document(1, A.QuestionJson("a", "count"), A.QuestionJson("b", "count")), Brief.Document(2, A.QuestionJson("c", "count", Brief.Replaces("a", "b")))).Changes);
        Assert.Equal((ChangeKind.Merged, ChangeClass.Heavier, "“The a” and “The b” in “Household support” are replaced by “The c”."), (change.Kind, change.Class, change.Sentence));
    }

    [Fact]
    public void Edit_OfAGroupsQuestion_IsPlacedInTheGroup()
    {
        var change = Assert.Single(Between(Group("\"required\":false"), Group("\"required\":true")).Changes);
        Assert.Equal(("q", "part", ChangeClass.Heavier), (change.Place.Question?.Value, change.Place.Part?.Value, change.Class));
    }

    [Fact]
    public void Edit_OfACondition_IsClassedByWhatItLetsThrough()
    {
        static FormDocument Asked(int version, string condition) => Brief.Document(version, A.QuestionJson("first", "oneChoice", Choices), A.QuestionJson("q", "count", condition));
        const string North = "\"askIf\":{\"question\":\"first\",\"is\":[\"n\"]}";
        const string Either = "\"askIf\":{\"question\":\"first\",\"is\":[\"n\",\"s\"]}";
        Assert.Equal(ChangeClass.Lighter, FormDifference.Between(Asked(1, ""), Asked(2, North)).Class);
        Assert.Equal(ChangeClass.Lighter, FormDifference.Between(Asked(1, Either), Asked(2, North)).Class);
        Assert.Equal(ChangeClass.Heavier, FormDifference.Between(Asked(1, North), Asked(2, Either)).Class);
        Assert.Equal(ChangeClass.Heavier, FormDifference.Between(Asked(1, North), Asked(2, "")).Class);
    }

    [Fact]
    public void Edit_OfAnIndicator_WakesChecksThatReadIt()
    {
        const string Below = "\"checks\":[{\"code\":\"c\",\"rule\":\"belowProfile\",\"percent\":10}]";
        Assert.Equal(ChangeClass.Same, Between(Q("count"), Q("count", "\"indicator\":\"people\"")).Class);
        Assert.Equal(ChangeClass.Heavier, Between(Q("count", Below), Q("count", $"\"indicator\":\"people\",{Below}")).Class);
    }

    [Theory]
    [InlineData(null, "Treasurer", ChangeClass.Heavier, "Two people sign the return: beside the signatory also “Treasurer”.")]
    [InlineData("Treasurer", null, ChangeClass.Lighter, "One signature is enough now; so far two people signed the return.")]
    [InlineData("Treasurer", "Chief finance officer", ChangeClass.Same, "“Treasurer” in the second signature is now worded “Chief finance officer”.")]
    public void Edit_OfTheSecondSignature_IsClassedAndTold(string? before, string? after, ChangeClass expected, string sentence)
    {
        FormDocument Signed(int version, string? role) => Brief.Document(version, Q("count")) with { SecondSignature = role is null ? default(LocalText?) : new LocalText(role) };
        var change = Assert.Single(FormDifference.Between(Signed(1, before), Signed(2, after)).Changes);
        Assert.Equal((sentence, expected, ChangedThing.Form), (change.Sentence, change.Class, change.Thing));
    }

    [Theory]
    [InlineData(40, 45, ChangeClass.Heavier, "The return is estimated to take 45 minutes; so far it was 40 minutes.")]
    [InlineData(45, 40, ChangeClass.Lighter, "The return is estimated to take 40 minutes; so far it was 45 minutes.")]
    [InlineData(null, 40, ChangeClass.Same, "The return is estimated to take 40 minutes; so far it was an unknown time.")]
    [InlineData(40, null, ChangeClass.Same, "The return is estimated to take an unknown time; so far it was 40 minutes.")]
    public void Edit_OfTheEstimate_IsClassedAndTold(int? before, int? after, ChangeClass expected, string sentence)
    {
        var (old, now) = (Brief.Document(1, Q("count")) with { Minutes = before }, Brief.Document(2, Q("count")) with { Minutes = after });
        var change = Assert.Single(FormDifference.Between(old, now).Changes);
        Assert.Equal((sentence, expected, ChangedThing.Form), (change.Sentence, change.Class, change.Thing));
        // Nothing is asked by it, so nothing need be left open where a version is imposed.
        Assert.Empty(NoticeRule.NotOptional([change], old, now));
    }

    [Fact]
    public void Rules_KnowEveryKindOfChange() => Assert.All(
        from thing in Enum.GetValues<ChangedThing>() from kind in Enum.GetValues<ChangeKind>() select (thing, kind),
        pair => Assert.True(Enum.IsDefined(ChangeRules.ClassOf(pair.thing, pair.kind))));

    private static FormDifference Between(string before, string after)
    {
        string[] others = [A.QuestionJson("a", "count"), A.QuestionJson("b", "count")];
        return FormDifference.Between(Brief.Document(1, [.. others, before]), Brief.Document(2, [.. others, after]));
    }

    private static string Q(string type, string more = "") => A.QuestionJson("q", type, more);

    private static string Group(string more) => Q("repeatingGroup", $"\"questions\":[{A.QuestionJson("part", "count", more)}]");

    private static string Check(string rule, string more) => $"\"checks\":[{{\"code\":\"c\",\"rule\":\"{rule}\",{more}}}]";

    private static string AskIn(string months) => $"\"askIn\":{{\"endingIn\":[{months}]}}";
}
