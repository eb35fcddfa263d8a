using System.Text;
using System.Text.Json.Nodes;

namespace MonitoringReturns.Core.Forms.Changes;

/// <summary>
/// What makes one version of a form into another: as data that can be applied, in plain words, and classed by what it costs a charity.
/// </summary>
public sealed class FormDifference
{
    private readonly ObjectPatch _patch;

    private FormDifference(FormDocument before, FormDocument after)
    {
        Form = after.Form;
        From = before.Version;
        To = after.Version;
        _patch = ObjectPatch.Between(JsonOf(before), JsonOf(after));
        Changes = FormComparison.Between(before, after);
        Class = ChangeRules.ClassOf(Changes);
    }

    public FormId Form { get; }

    /// <summary>The number of the version before.</summary>
    public int From { get; }

    /// <summary>The number of the version after.</summary>
    public int To { get; }

    /// <summary>What people notice, the form as a whole first, then its sections, the questions that came and went, and question by question.</summary>
    public IReadOnlyList<FormChange> Changes { get; }

    /// <summary>The heaviest of its changes.</summary>
    public ChangeClass Class { get; }

    /// <summary>The two documents are the same, byte for byte.</summary>
    public bool IsEmpty => _patch.IsEmpty;

    /// <exception cref="FormDefinitionException">The documents are of different forms, or have an id twice.</exception>
    public static FormDifference Between(FormDocument before, FormDocument after) =>
        before.Form == after.Form
            ? new FormDifference(before, after)
            : throw new FormDefinitionException(after.Form.Value, $"a difference is one of two versions of a form, and the other is of {before.Form}");

    /// <summary>As <see cref="Between"/>; null where a draft has an id twice, so that what changed can't be told.</summary>
    public static FormDifference? IfTold(FormDocument before, FormDocument after)
    {
        try
        {
            return Between(before, after);
        }
        catch (FormDefinitionException)
        {
            return null;
        }
    }

    /// <summary>The version after, from the version before.</summary>
    /// <exception cref="ArgumentException">The difference is not one of this document.</exception>
    public FormDocument ApplyTo(FormDocument before) =>
        before.Form == Form && before.Version == From
            ? FormDocument.Read(Encoding.UTF8.GetBytes(_patch.ApplyTo(JsonOf(before)).ToJsonString()))
            : throw ListPatch.Misfit($"version {From} of {Form}");

    private static JsonObject JsonOf(FormDocument document) => JsonNode.Parse(document.ToJson())!.AsObject();
}
