using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MonitoringReturns.Core.Forms;
using MonitoringReturns.Tests.Core.Builders;

namespace MonitoringReturns.Tests.Core.Forms;

/// <summary>What a form definition is refused for; each says where it is and why.</summary>
public sealed class FormDefinitionTests
{
    private const string Districts = """ "choices":[{"id":"n","label":"North"},{"id":"s","label":"South"}] """;

    private static readonly string LongId = new('x', 39);

    public static TheoryData<string, string, string> Refused => new()
    {
        { A.QuestionJson("q", "count", "\"colour\":\"red\""), "$.sections[0].questions[0].colour", "colour" },
        { A.QuestionJson("q", "count", "\"required\":\"yes\""), "$.sections[0].questions[0].required", "not a form definition" },
        { A.QuestionJson("q", "count", "\"label\":\"Twice\""), "$.sections[0].questions[0].label", "not a form definition" },
        { A.QuestionJson("q 1", "count"), "$.sections[0].questions[0].id", "Not an identifier" },
        { A.QuestionJson("\\ud800", "count"), "$.sections[0].questions[0].id", "not a form definition" },
        { """{"id":"q","label":"No type"}""", "$.sections[0].questions[0]", "type" },
        { "null", "form", "null in a list" },
        { A.QuestionJson("q", "postcode"), "q", "there is no question type “postcode”; the types are shortText, " },
        { A.QuestionJson("q", "count") + "," + A.QuestionJson("q", "money"), "q", "two questions have this id" },
        { A.QuestionJson("award", "shortText"), "award", "column “award”" },
        { A.QuestionJson("g", "repeatingGroup", $"\"questions\":[{A.QuestionJson("rows", "count")}]"), "g", "column “g-rows”" },
        { A.QuestionJson("q", "number", "\"decimals\":-1"), "q", "0 to 6 decimals" },
        { A.QuestionJson("q", "number", "\"decimals\":7"), "q", "0 to 6 decimals" },
        { A.QuestionJson("q", "longText", "\"minWords\":100,\"maxWords\":50"), "q", "no text has at least 100 and at most 50 words" },
        { A.QuestionJson("q", "longText", "\"maxWords\":0"), "q", "no text has at least 1 and at most 0 words" },
        { A.QuestionJson("q", "repeatingGroup", $"\"maxRows\":0,\"questions\":[{A.QuestionJson("a", "count")}]"), "q", "1 row or more" },
        { A.QuestionJson("q", "shortText", "\"indicator\":\"people\""), "q", "can add to an indicator" },
        { A.QuestionJson("q", "count", "\"countsAgreedOutcome\":true"), "q", "in a section of agreed outcomes" },
    };

    public static TheoryData<string, string, string> RefusedChoices => new()
    {
        { A.QuestionJson("q", "oneChoice"), "q", "a choice needs two answers or more" },
        { A.QuestionJson("q", "manyChoices", """ "choices":[{"id":"n","label":"North"}] """), "q", "a choice needs two answers or more" },
        { A.QuestionJson("q", "oneChoice", """ "choices":[{"id":"n","label":"North"},{"id":"n","label":"South"}] """), "q", "two choices have the same id" },
        { A.QuestionJson("q", "oneChoice", """ "choices":[{"id":"n","label":"North"},{"id":"s w","label":"South"}] """), "q", "“s w” is not an identifier for a choice" },
        { A.QuestionJson("q", "oneChoice", """ "choices":[{"id":"n","label":"North"},{"id":"s"}] """), "$.sections[0].questions[0].choices[1]", "label" },
        { A.QuestionJson("q", "oneChoice", """ "choices":[{"id":"n","label":"North"},null] """), "form", "null in a list" },
    };

    public static TheoryData<string, string, string> RefusedConditions => new()
    {
        { A.QuestionJson("q", "count", AskIf("later", "yes")) + "," + A.QuestionJson("later", "yesNo"), "q", "it is asked only after some answers to later, which is no question before it" },
        { A.QuestionJson("q", "yesNo", AskIf("q", "yes")), "q", "it is asked only after some answers to q, which is no question before it" },
        { A.QuestionJson("q", "count", AskIf("other", "yes")), "q", "it is asked only after some answers to other, which is no question before it" },
        { A.QuestionJson("a", "count") + "," + A.QuestionJson("q", "count", AskIf("a", "0")), "q", "neither a choice nor yes or no" },
        { A.QuestionJson("a", "declaration") + "," + A.QuestionJson("q", "count", AskIf("a", "yes")), "q", "neither a choice nor yes or no" },
        { A.QuestionJson("a", "yesNo") + "," + A.QuestionJson("q", "count", AskIf("a", "Yes")), "q", "it is asked only after an answer that a doesn't have" },
        { A.QuestionJson("a", "manyChoices", Districts) + "," + A.QuestionJson("q", "count", AskIf("a", "w")), "q", "it is asked only after an answer that a doesn't have" },
        { A.QuestionJson("a", "yesNo") + "," + A.QuestionJson("q", "count", """ "askIf":{"question":"a","is":[]} """), "q", "it is asked only after an answer that a doesn't have" },
        { A.QuestionJson("a", "yesNo") + "," + A.QuestionJson("q", "count", """ "askIf":{"question":"a"} """), "$.sections[0].questions[1].askIf", "is" },
        { A.QuestionJson("a", "yesNo") + "," + A.QuestionJson("q", "count", """ "askIf":{"is":["yes"]} """), "$.sections[0].questions[1].askIf", "question" },
    };

    public static TheoryData<string, string, string> RefusedChecks => new()
    {
        { A.QuestionJson("q", "count", Check("isPrime")), "q", "check “c” has the unknown rule “isPrime”; the rules are min, max, " },
        { A.QuestionJson("q", "count", Check("min")), "c", "the rule min needs “value”" },
        { A.QuestionJson("q", "count", Check("max")), "c", "the rule max needs “value”" },
        { A.QuestionJson("q", "count", Check("equalsTotalOf")), "c", "the rule equalsTotalOf needs “of”" },
        { A.QuestionJson("q", "count", Check("equalsTotalOf", "\"of\":[]")), "c", "the rule equalsTotalOf needs “of”" },
        { A.QuestionJson("q", "count", Check("sumAtMost")), "c", "the rule sumAtMost needs “atMost”" },
        { A.QuestionJson("q", "date", Check("notBefore")), "c", "the rule notBefore needs “day”" },
        { A.QuestionJson("q", "count", Check("changeSinceLast")), "c", "the rule changeSinceLast needs “percent”" },
        { A.QuestionJson("q", "count", Check("belowProfile")), "c", "the rule belowProfile needs “percent”" },
        { A.QuestionJson("q", "count", Check("belowProfile", "\"percent\":-1")), "c", "“percent” is 0 to 1,000" },
        { A.QuestionJson("q", "count", Check("changeSinceLast", "\"percent\":1000.1")), "c", "“percent” is 0 to 1,000" },
        { A.QuestionJson("q", "count", Check("equalsTotalOf", "\"of\":[\"gone\"]")), "q", "check c reads the unknown" },
        { A.QuestionJson("q", "count", Check("sumAtMost", "\"atMost\":\"gone\"")), "q", "check c reads the unknown" },
        { A.QuestionJson("q", "date", Check("notBefore", "\"before\":\"gone\"")), "q", "check c reads the unknown" },
        { A.QuestionJson("q", "count", Check("min", "\"value\":1,\"to\":2")), "$.sections[0].questions[0].checks[0].to", "to" },
        { A.QuestionJson("a", "count", Check("min", "\"value\":1")) + "," + A.QuestionJson("q", "count", Check("min", "\"value\":1")), "q", "the check code c is used twice" },
    };

    public static TheoryData<string, string, string> RefusedGroups => new()
    {
        { "", "g", "a repeating group needs a question" },
        { A.QuestionJson("a", "count") + "," + A.QuestionJson("a", "money"), "a", "two questions have this id" },
        { A.QuestionJson("a", "repeatingGroup", $"\"questions\":[{A.QuestionJson("b", "count")}]"), "a", "has no group, table, evidence, declaration" },
        { A.QuestionJson("a", "declaration"), "a", "has no group, table, evidence, declaration" },
        { A.QuestionJson("b", "yesNo") + "," + A.QuestionJson("a", "count", AskIf("b", "yes")), "a", "has no group, table, evidence, declaration" },
        { A.QuestionJson("a", "count", Check("min", "\"value\":1")), "a", "has no group, table, evidence, declaration" },
        { A.QuestionJson("a", "count", "\"indicator\":\"people\""), "a", "has no group, table, evidence, declaration" },
        { A.QuestionJson("a", "oneChoice"), "a", "a choice needs two answers or more" },
        { A.QuestionJson("a", "number", "\"decimals\":29"), "a", "0 to 6 decimals" },
    };

    public static TheoryData<string, string, string> RefusedSections => new()
    {
        { "", "sections", "a form needs a question" },
        { A.Section("s"), "sections", "a form needs a question" },
        { A.Section("s", A.QuestionJson("a", "count")) + "," + A.Section("s", A.QuestionJson("b", "count")), "s", "two sections have this id" },
        { A.OutcomeSection("s", A.QuestionJson("a", "count")).Replace("4", "0", StringComparison.Ordinal), "s", "1 to 9 agreed outcomes" },
        { A.OutcomeSection("s", A.QuestionJson("a", "count")).Replace("4", "10", StringComparison.Ordinal), "s", "1 to 9 agreed outcomes" },
        { A.OutcomeSection("s", A.QuestionJson(LongId, "count")), LongId, "too long" },
        { A.OutcomeSection(LongId, A.QuestionJson("a", "count")), LongId, "too long" },
        { A.OutcomeSection("s", A.QuestionJson("a", "count")) + "," + A.Section("t", A.QuestionJson("a-2", "count")), "a-2", "two questions have this id" },
        { A.OutcomeSection("s", A.QuestionJson("a", "longText", "\"countsAgreedOutcome\":true")), "a-1", "only a figure" },
    };

    [Theory, MemberData(nameof(Refused)), MemberData(nameof(RefusedChoices)), MemberData(nameof(RefusedConditions)), MemberData(nameof(RefusedChecks))]
    public void Read_WithAFaultInAQuestion_IsRefusedWithItsPlace(string questions, string place, string reason) =>
        AssertRefused(A.Document(A.Section("s", questions)), place, reason);

    [Theory, MemberData(nameof(RefusedGroups))]
    public void Read_WithAFaultInAGroup_IsRefusedWithItsPlace(string questions, string place, string reason) =>
        AssertRefused(A.Document(A.Section("s", A.QuestionJson("g", "repeatingGroup", $"\"questions\":[{questions}]"))), place, reason);

    [Theory, MemberData(nameof(RefusedSections))]
    public void Read_WithAFaultInASection_IsRefusedWithItsPlace(string sections, string place, string reason) =>
        AssertRefused(A.Document(sections), place, reason);

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "form")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$")]
    [InlineData("{\"form\":", "$.form")]
    [InlineData("{\"form\":\"f\",\"version\":0,\"title\":\"T\",\"sections\":[]}", "version")]
    [InlineData("{\"form\":\"f\",\"version\":1,\"title\":\"T\",\"sections\":null}", "$.sections")]
    [InlineData("{\"form\":\"f\",\"version\":1,\"title\":\"T\",\"sections\":[]} trailing", "$")]
    public void Read_OfWhatIsNoForm_IsRefused(string document, string place) => AssertRefused(document, place, "");

    [Fact]
    public void Read_OfADefinitionWithAnyPartReplaced_ReadsItOrRefusesIt()
    {
        var whole = A.Document(
            A.Section("s", A.QuestionJson("main", "oneChoice", Districts), A.QuestionJson("q", "number", Check("sumAtMost", "\"of\":[\"main\"],\"atMost\":\"main\"") + "," + AskIf("main", "n")),
                A.QuestionJson("g", "repeatingGroup", $"\"maxRows\":2,\"questions\":[{A.QuestionJson("a", "manyChoices", Districts)}]")),
            A.OutcomeSection("o", A.QuestionJson("x", "longText", "\"minWords\":1,\"maxWords\":2,\"why\":\"To learn\"")));
        var places = Places(JsonNode.Parse(whole)!).Count();
        var changes = from place in Gen.Choose(0, places - 1) from value in GeneratedJson.Value select (place, value);
        Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var document = Replace(whole, change.place, change.value);
            try
            {
                FormVersion.Read(Encoding.UTF8.GetBytes(document));
            }
            catch (FormDefinitionException refused)
            {
                return refused.Place.Length > 0;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static string AskIf(string question, string answer) => $$""" "askIf":{"question":"{{question}}","is":["{{answer}}"]} """;

    private static string Check(string rule, string more = "") => $$""" "checks":[{"code":"c","rule":"{{rule}}"{{(more.Length == 0 ? "" : ",")}}{{more}}}] """;

    private static void AssertRefused(string document, string place, string reason)
    {
        var refused = Assert.Throws<FormDefinitionException>(() => FormVersion.Read(Encoding.UTF8.GetBytes(document)));
        Assert.Equal(place, refused.Place);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith(place + ": ", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject thing => [node, .. thing.SelectMany(field => Places(field.Value!))],
        JsonArray list => [node, .. list.SelectMany(item => Places(item!))],
        _ => [node],
    };

    /// <summary>The document with one of its values, whatever it is, become another. As text, because the other may be one that no program would write.</summary>
    private static string Replace(string document, int place, string value)
    {
        var root = JsonNode.Parse(document)!;
        var node = Places(root).ElementAt(place);
        if (node == root)
            return value;
        const string mark = "\"@here@\"";
        node.ReplaceWith("@here@");
        return root.ToJsonString().Replace(mark, value, StringComparison.Ordinal);
    }
}
