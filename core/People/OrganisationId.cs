using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MonitoringReturns.Core.People;

/// <summary>
/// An organisation's identifier as org-id.guide writes it: the register's prefix, then the number on that register, such as
/// <c>GB-CHC-1044239</c>. An unregistered group has a portal id, <c>MR-000123</c>. The registers publish no check digits, so
/// only the shape is checked.
/// </summary>
[JsonConverter(typeof(OrganisationIdConverter))]
public readonly partial record struct OrganisationId
{
    /// <summary>Those below are given by hand.</summary>
    private const int FirstOfPortal = 1_000;

    private OrganisationId(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    public static bool TryParse(string? text, out OrganisationId id)
    {
        var valid = text is { Length: <= 40 } && Shape().IsMatch(text);
        id = valid ? new OrganisationId(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text has no known register's shape.</exception>
    public static OrganisationId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an organisation identifier like GB-CHC-1044239.");

    /// <summary>One for a group that is on no register; somebody else may have it already.</summary>
    public static OrganisationId NewOfPortal() => new($"MR-{RandomNumberGenerator.GetInt32(FirstOfPortal, 1_000_000):D6}");

    // Charity Commission (with linked charities), OSCR, CCNI, Companies House, the English, Scottish, Welsh and Northern Irish
    // councils' registers, the NHS's organisation codes, other government bodies, and the portal's own.
    [GeneratedRegex(@"^(GB-CHC-[0-9]{6,7}(-[0-9]{1,4})?|GB-SC-SC[0-9]{6}|GB-NIC-[0-9]{6}|GB-COH-([0-9]{8}|[A-Z]{2}[0-9]{6})|GB-(LAE|LAS|PLA|LANI)-[A-Z]{3}|GB-NHS-[A-Z0-9]{3,6}|GB-GOR-[A-Z0-9]{1,8}|MR-[0-9]{6})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}

/// <summary>Reads and writes an organisation's identifier as a JSON string.</summary>
public sealed class OrganisationIdConverter : JsonConverter<OrganisationId>
{
    public override OrganisationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OrganisationId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not an organisation identifier.");

    public override void Write(Utf8JsonWriter writer, OrganisationId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
