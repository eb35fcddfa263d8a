using MonitoringReturns.Local.Demo.People;

namespace MonitoringReturns.Local.Demo.Deeds;

/// <summary>Plays what the people of a demonstration do about its returns, each signed in once.</summary>
internal sealed class PlayDeeds(DemoPortal portal, PresentCase demo, Action<string> progress)
{
    /// <returns>How many were done now; the others had been done before.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var visitors = new Dictionary<string, PortalVisitor>(StringComparer.Ordinal);
        try
        {
            var (at, done, deeds) = (0, 0, demo.Deeds);
            // One after the other, as they happened.
            foreach (var deed in deeds)
            {
                if (!visitors.TryGetValue(deed.Person, out var visitor))
                    visitors.Add(deed.Person, visitor = await PortalVisitor.SignInAsync(portal, Person(deed.Person), cancellation));
                if (await visitor.DoAsync(deed, cancellation))
                    done++;
                progress($"Asking and answering in {demo.Name}: {++at} of {deeds.Count}");
            }
            return done;
        }
        finally
        {
            foreach (var visitor in visitors.Values)
                visitor.Dispose();
        }
    }

    private DemoPerson Person(string name) => demo.People.Single(person => string.Equals(person.Name, name, StringComparison.Ordinal));
}
