using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Forms;

/// <summary>Stores a form version that fits the one before: what replaces what is right, and no id has changed its type.</summary>
public sealed class AddFormVersion(IFormStore forms)
{
    /// <param name="by">Who adds it.</param>
    /// <param name="for">The organisation that they act for; null where there is none.</param>
    /// <param name="follows">The version that it takes the place of; null for the one numbered before it.</param>
    /// <exception cref="FormDefinitionException">The document is no form definition, another one has this number, or it doesn't fit the version before.</exception>
    public async Task RunAsync(ReadOnlyMemory<byte> document, MemberId by, OrganisationId? @for, CancellationToken cancellation, int? follows = null)
    {
        var version = FormDocument.Read(document.Span);
        if (version.Version > 1)
        {
            var number = follows ?? version.Version - 1;
            var before = await forms.GetAsync(version.Form, number, cancellation)
                ?? throw new FormDefinitionException($"version {version.Version}", $"form {version.Form} has no version {number} yet");
            VersionRules.Check(before.Document, version);
        }
        await forms.AddAsync(document, by, @for, cancellation);
    }
}
