using MonitoringReturns.Core.Forms.Changes;
using MonitoringReturns.Core.People;

namespace MonitoringReturns.Core.Forms;

/// <summary>Stores a form version that fits the one before: what replaces what is right, and no id has changed its type.</summary>
public sealed class AddFormVersion(IFormStore forms)
{
    /// <param name="by">Who adds it.</param>
    /// <param name="for">The organisation that they act for; null where there is none.</param>
    /// <exception cref="FormDefinitionException">The document is no form definition, another one has this number, or it doesn't fit the version before.</exception>
    public async Task RunAsync(ReadOnlyMemory<byte> document, MemberId by, OrganisationId? @for, CancellationToken cancellation)
    {
        var version = FormDocument.Read(document.Span);
        if (version.Version > 1)
        {
            var before = await forms.GetAsync(version.Form, version.Version - 1, cancellation)
                ?? throw new FormDefinitionException($"version {version.Version}", $"form {version.Form} has no version {version.Version - 1} yet");
            VersionRules.Check(before.Document, version);
        }
        await forms.AddAsync(document, by, @for, cancellation);
    }
}
