namespace MonitoringReturns.Core.Forms;

/// <summary>What is wrong with a form definition.</summary>
/// <param name="Place">The id of a question, part or section, or a check's code.</param>
/// <param name="Reason">As the rest of a sentence that begins with the place.</param>
public sealed record FormFault(string Place, string Reason);

/// <summary>Takes what is wrong with a definition: a version is refused for the first, and of a draft all are told.</summary>
internal sealed class FormFaults(bool refuses)
{
    private readonly List<FormFault> _all = [];

    public IReadOnlyList<FormFault> All => _all;

    /// <exception cref="FormDefinitionException">The first of a version.</exception>
    public void Add(string place, string reason)
    {
        if (refuses)
            throw new FormDefinitionException(place, reason);
        _all.Add(new FormFault(place, reason));
    }

    /// <summary>What is made; null where it can't be.</summary>
    public T? Try<T>(Func<T> make) where T : class
    {
        if (refuses)
            return make();
        try
        {
            return make();
        }
        catch (FormDefinitionException fault)
        {
            _all.Add(new FormFault(fault.Place, fault.Reason));
            return null;
        }
    }
}
