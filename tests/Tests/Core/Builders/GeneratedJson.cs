using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace MonitoringReturns.Tests.Core.Builders;

/// <summary>Any JSON value, as text: nested, with what programs and people get wrong.</summary>
internal static class GeneratedJson
{
    private static readonly string[] Literals =
    [
        "null", "true", "false", "0", "-0", "-0.0", "1", "42", "12.50", "12.5", "-3", "0.005", "1e13", "1e400", "-1e400", "1e-400", "999999999999.99",
        "79228162514264337593543950336", "0.1000000000000000055511151231257827", "123456789012345678901234567890", "{}", "[]", "[[]]", "[{}]",
    ];

    private static readonly string[] Texts =
    [
        "\"\"", "\" \"", "\"yes\"", "\"no\"", "\"n\"", "\"s\"", "\"x\"", "\"2026-06-30\"", "\"2026-02-30\"", "\"£1,250.50\"", "\"1,234\"", "\"12.5%\"",
        "\"-0\"", "\"1e5\"", "\"\\u0000\"", "\"a\\u0007b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ude42\"", "\"one\\r\\ntwo\\rthree\"", "\"\\ufeff\"", "\"=1+1\"",
    ];

    private static readonly string[] Names =
        ["\"who\"", "\"amount\"", "\"people\"", "\"areas\"", "\"day\"", "\"Day\"", "\"q\"", "\"\"", "\"wh\\u006f\"", "\"\\ud800\"", "\"who\\u0000\"", "\"a\\nb\""];

    public static Gen<string> Value { get; } = Gen.Sized(size => Nested(Math.Min(size, 30)));

    /// <summary>A text of ordinary and awkward characters, well-formed UTF-16.</summary>
    public static Gen<string> Text { get; } =
        Gen.Elements("a", "Z", " ", "  ", "\n", "\t", "£", "é", "1", ",", "=", "\"", "\\", "/", "<", "日本", "🙂", "\u2028", "\ufeff", "word ")
            .ListOf().Select(string.Concat);

    private static Gen<string> Leaf { get; } = Gen.Frequency(
        (3, Gen.Elements(Literals)), (3, Gen.Elements(Texts)), (1, Text.Select(text => JsonSerializer.Serialize(text))),
        (1, ArbMap.Default.GeneratorFor<decimal>().Select(number => JsonSerializer.Serialize(number))));

    private static Gen<string> Nested(int size)
    {
        if (size <= 1)
            return Leaf;
        var inner = Nested(size / 3);
        var list = inner.ListOf().Resize(5).Select(items => $"[{string.Join(',', items)}]");
        var fields = from name in Gen.Elements(Names) from value in inner select $"{name}:{value}";
        var thing = fields.ListOf().Resize(5).Select(items => $"{{{string.Join(',', items)}}}");
        return Gen.Frequency((3, Leaf), (3, list), (2, thing));
    }
}
