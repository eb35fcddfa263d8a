using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Core.Returns;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Returns;

public sealed class RevisionJsonTests
{
    private static readonly FormVersion Small = A.Form(
        A.QuestionJson("story", "longText"), A.QuestionJson("people", "count"), A.QuestionJson("Spent", "money"),
        A.QuestionJson("more", "yesNo"), A.QuestionJson("part", "count", """ "askIf":{"question":"more","is":["yes"]} """),
        A.QuestionJson("funding", "repeatingGroup", $$""" "questions":[{{A.QuestionJson("who", "shortText")}},{{A.QuestionJson("amount", "money")}}] """));

    private static readonly Revision One = OneOf(Small);

    [Fact]
    public void Write_OfASmallRevision_GivesTheseBytes() =>
        Assert.Equal(
            """
            {"answers":{"Spent":1250.5,"funding":[{"amount":3,"who":"Trust"}],"more":false,"people":42,"story":"Said “<hello>” & \"bye\"\n£5 \uD83D\uDE42"},
            "award":"a1","comments":{"people":"Half-term"},"form":"grant-aid","formVersion":1,"minutes":35,"notAsked":["part"],"period":"2026-h2",
            "programme":"grant-aid","revision":1,"signatory":{"name":"Ann O'Neill","role":"Chair"},"submittedAt":"2027-01-20T09:30:00.1234567Z"}
            """.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal),
            Encoding.UTF8.GetString(RevisionJson.Write(One).Json.Span));

    [Fact]
    public void Write_OfATable_HasItsAnsweredCellsInOrder()
    {
        var form = A.Form(TableJson.Of("by-kind", ["food", "energy", "Other"], ["value:money", "number:count"]));
        var table = Answers.Sheet(form, ("by-kind", """{"food":{"value":"£1,250.50","number":0},"Other":{"number":3},"energy":{}}"""));
        var stored = RevisionJson.Write(One with { Answers = table, NotAsked = [false] });
        Assert.StartsWith("""{"answers":{"by-kind":{"Other":{"number":3},"food":{"number":0,"value":1250.5}}},"award":""", Encoding.UTF8.GetString(stored.Json.Span), StringComparison.Ordinal);
        Assert.Equal([1250.5m, 0, null, null, null, 3], ((TableAnswer)RevisionJson.Read(stored, form).Answers[form.Questions[0]]!).Cells);
    }

    [Fact]
    public void Write_WithoutMinutes_LeavesThemOut() =>
        Assert.DoesNotContain("minutes", Encoding.UTF8.GetString(RevisionJson.Write(One with { Minutes = null }).Json.Span), StringComparison.Ordinal);

    [Fact]
    public void Write_WithTwoSignatures_HoldsBothAndWithOneHasTheOldBytes()
    {
        var both = Encoding.UTF8.GetString(RevisionJson.Write(One with { SecondSignatory = new Signatory("Bo Carr", "Treasurer") }).Json.Span);
        const string Second = "\"secondSignatory\":{\"name\":\"Bo Carr\",\"role\":\"Treasurer\"},";
        Assert.Contains(",\"revision\":1," + Second + "\"signatory\":", both, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetString(RevisionJson.Write(One).Json.Span), both.Replace(Second, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_AtAnotherOffset_GivesTheSameMoment() =>
        Assert.Equal(RevisionJson.Write(One).Digest, RevisionJson.Write(One with { SubmittedAt = One.SubmittedAt.ToOffset(TimeSpan.FromHours(1)) }).Digest);

    [Fact]
    public void Write_OfAnyRevision_IsTheCanonicalJsonThatTheDigestIsTakenOver() => Prop.ForAll(GeneratedRevisions.Any.ToArbitrary(), revision =>
    {
        var stored = RevisionJson.Write(revision);
        var (json, digest) = PlainCanonicalJson.Of(revision);
        Assert.Equal(json, Encoding.UTF8.GetString(stored.Json.Span));
        Assert.Equal(digest, stored.Digest);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfWhatWasWritten_IsTheRevision() => Prop.ForAll(GeneratedRevisions.Any.ToArbitrary(), revision =>
    {
        var read = RevisionJson.Read(RevisionJson.Write(revision), revision.Answers.Version);
        return (read.Key, read.Number, read.Signatory, read.SecondSignatory, read.Minutes, read.SubmittedAt)
                == (revision.Key, revision.Number, revision.Signatory, revision.SecondSignatory, revision.Minutes, revision.SubmittedAt)
            && read.NotAsked.SequenceEqual(revision.NotAsked)
            && revision.Answers.Version.Questions.All(question =>
                GeneratedAnswers.Same(revision.Answers[question], read.Answers[question])
                && string.Equals(revision.Answers.Comment(question), read.Answers.Comment(question), StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_WhateverTheOrderOfAnswering_GivesTheSameBytes()
    {
        var version = GeneratedAnswers.EveryType;
        var orders = from answers in GeneratedAnswers.Some(version) from shuffled in Gen.Shuffle(answers.AsEnumerable()) select (answers, shuffled);
        Prop.ForAll(orders.ToArbitrary(), both => RevisionJson.Write(Revised(both.answers)).Json.Span.SequenceEqual(RevisionJson.Write(Revised(both.shuffled)).Json.Span))
            .QuickCheckThrowOnFailure();

        Revision Revised(IEnumerable<(MonitoringReturns.Core.Forms.Questions.Question, Answer?, string?)> answers) =>
            One with { Answers = GeneratedAnswers.SheetOf(version, answers), NotAsked = new bool[version.Questions.Count] };
    }

    [Fact]
    public void Read_WithAnyByteDamaged_IsRefused()
    {
        var stored = RevisionJson.Write(One);
        var damage = from place in Gen.Choose(0, stored.Json.Length - 1) from bits in Gen.Choose(1, 255) select (place, bits);
        Prop.ForAll(damage.ToArbitrary(), at =>
        {
            var bytes = stored.Json.ToArray();
            bytes[at.place] ^= (byte)at.bits;
            Assert.Throws<InvalidDataException>(() => RevisionJson.Read(stored with { Json = bytes }, Small));
        }).QuickCheckThrowOnFailure();
        Assert.Throws<InvalidDataException>(() => RevisionJson.Read(stored with { Digest = stored.Digest.ToUpperInvariant() }, Small));
    }

    [Fact]
    public void Read_OnAnotherVersionOfTheForm_IsRefused()
    {
        var second = FormVersion.Read(Encoding.UTF8.GetBytes(A.Document(A.Section("s", A.QuestionJson("people", "count"))).Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)));
        var stored = RevisionJson.Write(One with { Answers = Answers.Sheet(second, ("people", "3")), NotAsked = [false] });
        Assert.Equal(2, RevisionJson.FormVersionOf(stored));
        Assert.Equal(3, second.Questions[0].Figure(RevisionJson.Read(stored, second).Answers[second.Questions[0]]!));
        Assert.Throws<InvalidDataException>(() => RevisionJson.Read(stored, A.Form(A.QuestionJson("people", "count"))));
    }

    [Fact]
    public void Read_UnderAnotherKeyOrNumber_IsRefused()
    {
        var stored = RevisionJson.Write(One);
        Assert.Throws<InvalidDataException>(() => RevisionJson.Read(stored with { Number = 2 }, Small));
        Assert.Throws<InvalidDataException>(() => RevisionJson.Read(stored with { Key = stored.Key with { Award = Identifier.Parse<AwardId>("a2") } }, Small));
        Assert.Throws<InvalidDataException>(() => RevisionJson.Read(stored with { Key = stored.Key with { Period = Identifier.Parse<PeriodId>("2027-h1") } }, Small));
        Assert.Throws<InvalidDataException>(() => RevisionJson.Read(stored with { Key = stored.Key with { Programme = Identifier.Parse<ProgrammeId>("other") } }, Small));
    }

    [Theory]
    [InlineData("\"more\":false,", "\"mere\":false,")]
    [InlineData("\"more\":false,\"people\":42", "\"people\":42,\"more\":false")]
    [InlineData("\"people\":42", "\"people\":42,\"people\":43")]
    [InlineData("\"people\":42", "\"people\":-42")]
    [InlineData("\"comments\":{\"people\"", "\"comments\":{\"nobody\"")]
    [InlineData("[\"part\"]", "[\"parts\"]")]
    [InlineData("\"formVersion\":1,", "")]
    public void Read_OfADigestedRevisionThatDoesntFitTheForm_IsRefused(string was, string becomes)
    {
        var text = Encoding.UTF8.GetString(RevisionJson.Write(One).Json.Span);
        var json = Encoding.UTF8.GetBytes(text.Replace(was, becomes, StringComparison.Ordinal));
        Assert.Throws<InvalidDataException>(() => RevisionJson.Read(new StoredRevision(One.Key, 1, RevisionJson.DigestOf(json), json), Small));
    }

    [Fact]
    public void FormVersionOf_ARevisionThatNamesNone_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => RevisionJson.FormVersionOf(new StoredRevision(One.Key, 1, "", "{\"answers\":{\"formVersion\":1}}"u8.ToArray())));

    private static Revision OneOf(FormVersion version)
    {
        var sheet = Answers.Sheet(version,
            ("people", "42.0"), ("funding", """[{"who":"Trust","amount":3.00}]"""), ("more", "false"), ("part", "7"), ("Spent", "\"£1,250.50\""),
            ("story", "\"Said “<hello>” & \\\"bye\\\"\\n£5 \\ud83d\\ude42\""));
        sheet.SetComment(version.Questions[1], "Half-term");
        return Revision.Of(
            new ReturnKey(Identifier.Parse<ProgrammeId>("grant-aid"), Identifier.Parse<PeriodId>("2026-h2"), Identifier.Parse<AwardId>("a1")), 1,
            new AskedAnswers(sheet, An.Award(), A.Period()), new Signatory("Ann O'Neill", "Chair"), 35, new DateTimeOffset(2027, 1, 20, 9, 30, 0, TimeSpan.Zero).AddTicks(1_234_567));
    }
}
