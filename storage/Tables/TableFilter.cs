using System.Globalization;

namespace MonitoringReturns.Storage.Tables;

/// <summary>Literals of the Table service's filters (Microsoft Learn, "Querying tables and entities").</summary>
internal static class TableFilter
{
    public static string Create(FormattableString filter) =>
        string.Format(CultureInfo.InvariantCulture, filter.Format, Array.ConvertAll(filter.GetArguments(), argument => (object)Literal(argument)));

    private static string Literal(object? value) => value switch
    {
        string text => Quoted(text),
        char character => Quoted(character.ToString()),
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number when double.IsFinite(number) => Fraction(number.ToString("R", CultureInfo.InvariantCulture)),
        Guid id => $"guid'{id:D}'",
        DateTimeOffset moment => $"datetime'{moment.UtcDateTime:O}'",
        DateTime { Kind: not DateTimeKind.Unspecified } moment => $"datetime'{moment.ToUniversalTime():O}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data)}'",
        null => throw new ArgumentException("A filter does not compare with null.", nameof(value)),
        _ => throw new ArgumentException($"A filter has no literal for {value.GetType().Name}.", nameof(value)),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // Without a point or an exponent the service reads an Int32.
    private static string Fraction(string digits) => digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";
}
