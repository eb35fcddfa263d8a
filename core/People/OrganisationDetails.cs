using System.Security.Cryptography;
using System.Text;
using MonitoringReturns.Core.Problems;
using MonitoringReturns.Core.Record;

namespace MonitoringReturns.Core.People;

/// <summary>Adds organisations and changes what they say of themselves.</summary>
public sealed class OrganisationDetails(IOrganisationStore organisations, TimeProvider clock)
{
    public const int MostNameCharacters = 200;
    public const int MostAccreditations = 30;

    private readonly ChangeOrganisation _change = new(organisations, clock);

    /// <summary>Adds an organisation; administrators alone may.</summary>
    public async Task<Outcome<FoundOrganisation>> AddAsync(Organisation organisation, Caller caller, CancellationToken cancellation)
    {
        if (!(await caller.RolesInAsync(Organisation.Portal, cancellation)).HasAny(Roles.Administrator))
            return ChangeOrganisation.NotFound;
        return await AddAsync(organisation, caller.Id, Organisation.Portal, cancellation);
    }

    /// <summary>Adds a group that is on no register, under an identifier of the portal's own; administrators alone may.</summary>
    /// <param name="organisation">Its id is replaced.</param>
    public async Task<Outcome<FoundOrganisation>> AddUnregisteredAsync(Organisation organisation, Caller caller, CancellationToken cancellation)
    {
        while (true)
        {
            var added = await AddAsync(organisation with { Id = OrganisationId.NewOfPortal() }, caller, cancellation);
            if (added.Problem?.Refusal != Catalogue.OrganisationExists)
                return added;
        }
    }

    /// <summary>Adds an organisation without asking who may: for setting up.</summary>
    public async Task<Outcome<FoundOrganisation>> AddAsync(Organisation organisation, MemberId by, OrganisationId? @for, CancellationToken cancellation)
    {
        if (Findings(organisation) is { Count: > 0 } findings)
            return NotUsable(findings);
        var entry = RecordChain.Of(organisation.Id).Next(RecordHead.Empty, new Done(clock.GetUtcNow(), by, @for, Deed.OrganisationAdded, null, null, DigestOf(organisation)));
        var none = new FoundOrganisation(organisation, null, default, RecordHead.Empty);
        return await organisations.TryWriteAsync(new OrganisationWrite(none, organisation, default, entry), cancellation)
            ? (await organisations.GetAsync(organisation.Id, cancellation))!
            : new Problem(Catalogue.OrganisationExists, $"{organisation.Id} is in the portal already.");
    }

    /// <summary>What there is to change, for who may.</summary>
    public async Task<Outcome<Organisation>> ToChangeAsync(OrganisationId organisation, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation, cancellation);
        if (!right.MayChangeDetails)
            return right.WhyNot(WhoMay);
        return await organisations.GetAsync(organisation, cancellation) is { } found ? found.Organisation : ChangeOrganisation.NotFound;
    }

    /// <summary>Changes what an organisation says of itself; its leads may.</summary>
    public async Task<Outcome<FoundOrganisation>> ChangeAsync(Organisation organisation, Caller caller, CancellationToken cancellation)
    {
        var right = await OrganisationRight.OfAsync(caller, organisation.Id, cancellation);
        if (!right.MayChangeDetails)
            return right.WhyNot(WhoMay);
        if (Findings(organisation) is { Count: > 0 } findings)
            return NotUsable(findings);
        return await _change.RunAsync(
            organisation.Id, caller.Id,
            found => Task.FromResult<Outcome<ChangeOrganisation.Change>>(new ChangeOrganisation.Change(Deed.OrganisationChanged, right.For, null)
            {
                Organisation = organisation,
                Before = DigestOf(found.Organisation),
                After = DigestOf(organisation),
            }),
            cancellation);
    }

    /// <summary>Digest of what an organisation says of itself, for its record.</summary>
    public static string DigestOf(Organisation organisation)
    {
        var text = string.Join('\n', [
            organisation.Name, organisation.Kind.ToString(), organisation.Income?.ToString(),
            .. organisation.Accreditations.Select(one => $"{one.Name}\t{one.Number}\t{one.Expires:O}"),
            .. organisation.Area is { } area ? [$"{area.Code}\t{area.Name}"] : Array.Empty<string>()]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private const string WhoMay = "A lead of the organisation changes its details.";

    private static Problem NotUsable(IReadOnlyList<Finding> findings) =>
        new(Catalogue.DetailsNotUsable, "Put right what is listed under findings, and send all of it again.") { Findings = findings };

    private static List<Finding> Findings(Organisation organisation)
    {
        var findings = new List<Finding>();
        Check(organisation.Name, "name", "Enter the organisation's name", findings);
        if (organisation.Kind == OrganisationKind.PortalOperator != (organisation.Id == Organisation.Portal))
            findings.Add(new Finding(Catalogue.UnknownChoice, FindingKind.Refused, "kind", "Choose what the organisation is; only the portal's operator operates the portal."));
        if (organisation.Area is { } area)
        {
            if (area.Code.Value is null)
                findings.Add(new Finding(Catalogue.WrongType, FindingKind.Refused, "area", "Enter the area’s code and its name, like E09000012 Hackney."));
            Check(area.Name, "area", "Enter the area’s code and its name, like E09000012 Hackney", findings);
        }
        if (organisation.Accreditations.Count > MostAccreditations)
            findings.Add(new Finding(Catalogue.TooManyRows, FindingKind.Refused, "accreditations", $"Keep {MostAccreditations} accreditations at most."));
        foreach (var (place, accreditation) in organisation.Accreditations.Index())
        {
            Check(accreditation.Name, $"accreditations/{place + 1}/name", "Enter what the accreditation is called", findings);
            if (accreditation.Number is { } number)
                Check(number, $"accreditations/{place + 1}/number", "Enter the number as the certificate says it", findings);
        }
        return findings;
    }

    private static void Check(string text, string place, string what, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(text))
            findings.Add(new Finding(Catalogue.AnswerRequired, FindingKind.Refused, place, $"{what}."));
        else if (text.Length > MostNameCharacters || text.Any(char.IsControl))
            findings.Add(new Finding(Catalogue.TextTooLong, FindingKind.Refused, place, $"{what}, in {MostNameCharacters} characters or fewer, on one line."));
    }
}
