using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.Programmes;

namespace MonitoringReturns.Local.Demo.People;

/// <summary>An invented person whom the stand-in sign-in provider offers.</summary>
/// <param name="Subject">Who it is to the provider, the same at every start: a GUID, as Entra's object ids are.</param>
/// <param name="Organisation">Where the person works or helps, by name.</param>
/// <param name="About">Who it is and what it may do, in a line.</param>
public sealed record DemoPerson(string Subject, string Name, string Email, string Organisation, string About)
{
    public IReadOnlyList<DemoRole> Roles { get; init; } = [];

    /// <summary>Somebody with roles in the organisation that it belongs to.</summary>
    internal static DemoPerson In(NamedOrganisation organisation, string name, string about, params IReadOnlyList<string> roles) =>
        new(SubjectOf(organisation, name), name, $"{Dotted(name, '.')}@{Dotted(organisation.Name, '-')}.example", organisation.Name, about)
        {
            Roles = [.. roles.Select(role => new DemoRole(organisation.Id.Value, role))],
        };

    private static string SubjectOf(NamedOrganisation organisation, string name) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation.Id}|{name}")).AsSpan(0, 16)).ToString();

    private static string Dotted(string words, char between) =>
        string.Join(between, words.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))));
}

/// <summary>A role that a person holds in an organisation.</summary>
/// <param name="Organisation">Its identifier.</param>
/// <param name="Role">Preparer, Signatory, ProviderLead, FunderReader, Officer, LeadOfficer, Supporter or Administrator.</param>
/// <param name="Body">A supporter's own organisation, by identifier; null for everybody else.</param>
public sealed record DemoRole(string Organisation, string Role, string? Body = null);
